#include "policy/OutcomeWalk.h"

namespace reviewdesk {

OutcomeWalk::OutcomeWalk(const DecisionDiagram &diagram)
{
    std::vector<std::uint32_t> stepTo(diagram.nodeCount());
    for (DiagramNode terminal = 0; terminal < diagram.terminalCount(); ++terminal)
        stepTo[terminal] = Ended | terminal;
    for (int fact = diagram.factCount() - 1; fact >= 0; --fact) {
        const DecisionDiagram::Level &level = diagram.level(fact);
        for (DiagramNode node = level.firstNode; node < level.firstNode + level.nodeCount; ++node) {
            const DiagramNode *children = diagram.childrenOf(level, node);
            stepTo[node] = static_cast<std::uint32_t>(m_steps.size()) << FactBits | static_cast<std::uint32_t>(fact);
            for (std::uint32_t option = 0; option < level.optionCount; ++option)
                m_steps.push_back(stepTo[children[option]]);
        }
    }
    m_first = stepTo[diagram.roots()[0]];
}

} // namespace reviewdesk
