#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace reviewdesk {

enum class CriterionStatus : std::uint8_t { Met, NotMet, NotApplicable, Unknown };

/// One true/false fact set to an option, as (fact, option).
using Assignment = std::vector<std::pair<int, int>>;

/// What a policy answers about a case, exact over all completions. Positions are those of the Policy it came from.
/// Terms are those of the evaluation contract: see README of this folder's tests.
struct Evaluation {
    static constexpr int Undetermined = -1;

    int outcome = Undetermined; ///< position in Policy::outcomes, or Undetermined
    std::vector<CriterionStatus> criteria; ///< one for each criterion
    std::vector<int> basis; ///< criteria that a decided outcome cites
    std::vector<int> unmet; ///< criteria not met, when the outcome is adverse
    std::vector<int> needed; ///< unknown facts that can still change the outcome
    std::vector<int> decisive; ///< given facts that force the outcome by themselves
    std::vector<Assignment> wouldMeet; ///< smallest changes of true/false facts that would make the first outcome certain

    bool decided() const { return outcome != Undetermined; }

    friend bool operator==(const Evaluation &, const Evaluation &) = default;
};

} // namespace reviewdesk
