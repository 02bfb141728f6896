#pragma once

#include "policy/DecisionDiagram.h"

#include <cstdint>
#include <vector>

namespace reviewdesk {

/// The outcome diagram laid out for the quickest walk by complete answers: each step is one load of an answer and one
/// of the next step.
class OutcomeWalk {
public:
    explicit OutcomeWalk(const DecisionDiagram &diagram);

    /// The terminal's value that `answers`, one option for each fact, lead to.
    DecisionDiagram::Value valueAt(const std::int8_t *answers) const
    {
        std::uint32_t step = m_first;
        while ((step & Ended) == 0)
            step = m_steps[(step >> FactBits) + static_cast<std::uint8_t>(answers[step & FactMask])];
        return static_cast<DecisionDiagram::Value>(step);
    }

private:
    static constexpr std::uint32_t Ended = 0x80000000; ///< the rest is the terminal's value
    static constexpr std::uint32_t FactBits = 6; ///< else: the fact to look at, above it where its steps begin
    static constexpr std::uint32_t FactMask = (1u << FactBits) - 1;

    std::uint32_t m_first = Ended;
    std::vector<std::uint32_t> m_steps;
};

} // namespace reviewdesk
