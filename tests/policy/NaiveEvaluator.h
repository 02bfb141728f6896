#pragma once

#include "policy/Answers.h"
#include "policy/Evaluation.h"
#include "policy/Policy.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace reviewdesk {

/// The evaluation contract once more, straight from its definitions: every complete case is worked out from the
/// condition tree and kept in a table; every answer about a partial case looks at all its completions. Slow, for packs
/// with few complete cases and at most 64 criteria; shares nothing with the evaluator but the plain values.
class NaiveEvaluator {
public:
    explicit NaiveEvaluator(const Policy &policy);

    std::size_t completeCases() const { return m_rows.size(); }
    /// The n-th complete case; n counts with the last fact fastest.
    Answers completeCase(std::size_t n) const;
    /// Outcome and criteria statuses of the n-th complete case, nothing else.
    Evaluation verdictOf(std::size_t n) const;
    Evaluation evaluate(const Answers &answers) const;

private:
    struct Row {
        std::uint64_t gates = 0; ///< a bit for each criterion
        std::uint64_t holds = 0;
        std::uint64_t owns = 0;
        int outcome = -1;
    };

    bool holds(const Condition &condition, const Answers &complete) const;
    bool gateHolds(int criterion, const Answers &complete) const;
    Row work(const Answers &complete) const;
    /// Calls `look` with each completion's number until it returns false. True when it never did.
    bool forAll(const Answers &answers, const std::function<bool(std::size_t)> &look) const;
    bool forAllFrom(
        int fact, std::size_t number, const Answers &answers, const std::function<bool(std::size_t)> &look) const;
    int outcomeOf(const Answers &answers) const;

    void statuses(const Answers &answers, Evaluation &into, std::uint64_t &ownFails) const;
    void basisAndUnmet(Evaluation &into, std::uint64_t ownFails) const;
    std::vector<int> needed(const Answers &answers) const;
    std::vector<int> decisive(Answers answers, int outcome) const;
    std::vector<Assignment> wouldMeet(const Answers &answers) const;

    const Policy &m_policy;
    std::vector<std::size_t> m_strides; ///< by fact
    std::vector<Row> m_rows;
};

} // namespace reviewdesk
