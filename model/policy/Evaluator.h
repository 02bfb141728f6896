#pragma once

#include "policy/Answers.h"
#include "policy/Evaluation.h"
#include "policy/Policy.h"

#include <memory>

namespace reviewdesk {

/// A policy compiled once into a multi-valued decision diagram over its facts. Pure and immutable: any number of threads
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
    /// The outcome alone. `answers` must know every fact. Nanoseconds.
    int outcomeOfComplete(const Answers &answers) const;
    /// Positions of criteria that hold in no complete case; used by the pack checks.
    std::vector<int> criteriaNeverMet() const;

private:
    struct Diagram;
    std::unique_ptr<const Diagram> m_diagram;
};

} // namespace reviewdesk
