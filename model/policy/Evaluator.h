#pragma once

#include "policy/Answers.h"
#include "policy/Evaluation.h"
#include "policy/OutcomeWalk.h"
#include "policy/Policy.h"

#include <memory>
#include <utility>
#include <vector>

namespace reviewdesk {

struct PolicyDiagrams;

/// A policy compiled once into multi-valued decision diagrams over its facts. Pure and immutable: any number of threads
/// may ask the same evaluator.
class Evaluator {
public:
    explicit Evaluator(const Policy &policy); ///< `policy` must have passed PolicyReader
    ~Evaluator();
    Evaluator(Evaluator &&) noexcept;
    Evaluator &operator=(Evaluator &&) noexcept;

    /// Everything about a case, exact over all completions of its unknown facts.
    Evaluation evaluate(const Answers &answers) const;
    /// The same into an existing value, whose memory is used again.
    void evaluate(const Answers &answers, Evaluation &into) const;
    /// The outcome alone: the first listed that holds. `answers` must know every fact. Nanoseconds.
    int outcomeOfComplete(const Answers &answers) const;

    /// The pack's criteria are too entangled to compile (more than 100,000 nodes); then no other answer is of use.
    bool tooLarge() const;
    /// Positions of criteria that hold in no complete case; used by the pack checks.
    std::vector<int> criteriaNeverMet() const;
    /// Whether some complete case has none of the policy's outcomes; used by the pack checks.
    bool leavesCaseWithoutOutcome() const;
    /// Pairs of outcomes that hold together in some complete case; used by the pack checks.
    std::vector<std::pair<int, int>> outcomesThatOverlap() const;

private:
    std::unique_ptr<const PolicyDiagrams> m_diagrams;
    OutcomeWalk m_walk;
};

} // namespace reviewdesk
