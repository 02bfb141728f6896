#pragma once

#include "policy/DecisionDiagram.h"
#include "policy/Evaluation.h"

#include <cstdint>
#include <vector>

namespace reviewdesk {

/// Finds every smallest-by-inclusion assignment to true/false facts, each unknown in the case or given there with the
/// opposite value, that makes an outcome certain. Keeps its memory from one search to the next; one searcher a thread.
class SmallestChanges {
public:
    /// `yesNoFacts`: a bit for each true/false fact. Fewest facts first, then by their positions, then option 0 first.
    void find(const DecisionDiagram &diagram, std::uint64_t yesNoFacts, const Answers &answers,
        DecisionDiagram::Value target, std::vector<Assignment> &into);

private:
    struct Change {
        std::uint64_t facts = 0; ///< a bit for each fact assigned
        std::uint64_t seconds = 0; ///< of those, the ones assigned their option 1 (false)

        bool contains(const Change &other) const
        {
            return (other.facts & ~facts) == 0 && ((seconds ^ other.seconds) & other.facts) == 0;
        }
    };
    /// A range of m_changes.
    struct Family {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    /// A set of nodes that must all come to the target at once, with its answer.
    struct Goal {
        std::uint32_t firstNode = 0; ///< into m_nodes; falling order, the topmost fact first
        std::uint32_t nodeCount = 0;
        Family smallest;
    };

    void markWinnable();
    Family smallestFor(std::uint32_t firstNode);
    Family smallestAt(const Goal &goal);
    Family descend(const Goal &goal, int fact, int option);
    void append(Family family, int fact, int option, Family unlessContaining);
    bool normalise(std::uint32_t firstNode);
    std::uint32_t &slotFor(std::uint32_t firstNode, std::uint32_t nodeCount);
    void growSlots();
    std::size_t hashOf(std::uint32_t firstNode, std::uint32_t nodeCount) const;

    static constexpr int EveryOption = -1;
    static constexpr std::uint32_t NoGoal = 0xffffffff;

    const DecisionDiagram *m_diagram = nullptr;
    const Answers *m_answers = nullptr;
    std::uint64_t m_yesNoFacts = 0;
    DecisionDiagram::Value m_target = 0;
    std::vector<std::uint8_t> m_winnable; ///< by node: some change makes it the target, as far as it alone is concerned
    std::vector<DiagramNode> m_nodes;
    std::vector<Goal> m_goals;
    std::vector<Change> m_changes;
    std::vector<std::uint32_t> m_slots; ///< goals by the hash of their nodes
};

} // namespace reviewdesk
