#include "policy/SmallestChanges.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>

namespace reviewdesk {

namespace {

constexpr std::uint64_t bitOf(int fact)
{
    return std::uint64_t{1} << fact;
}

} // namespace

void SmallestChanges::find(const DecisionDiagram &diagram, std::uint64_t yesNoFacts, const Answers &answers,
    DecisionDiagram::Value target, std::vector<Assignment> &into)
{
    m_diagram = &diagram;
    m_answers = &answers;
    m_yesNoFacts = yesNoFacts;
    m_target = target;
    m_nodes.clear();
    m_goals.clear();
    m_changes.clear();
    m_slots.assign(std::max<std::size_t>(m_slots.size(), 32), NoGoal);
    if (m_slots.size() > 4096) // one large search must not make all later ones slow
        m_slots.resize(4096);
    markWinnable();

    m_nodes.push_back(diagram.roots()[0]);
    const Family found = smallestFor(0);
    const auto first = m_changes.begin() + found.first;
    const auto end = first + found.count;
    std::sort(first, end, [](const Change &left, const Change &right) {
        if (const int more = std::popcount(left.facts) - std::popcount(right.facts); more != 0)
            return more < 0;
        if (const std::uint64_t differ = left.facts ^ right.facts; differ != 0)
            return (left.facts & (differ & (~differ + 1))) != 0; // the first position that only one has
        const std::uint64_t differ = left.seconds ^ right.seconds;
        return (right.seconds & (differ & (~differ + 1))) != 0;
    });
    into.resize(found.count);
    for (std::size_t i = 0; i < into.size(); ++i) {
        const Change &change = m_changes[found.first + i];
        into[i].clear();
        for (std::uint64_t rest = change.facts; rest != 0; rest &= rest - 1) {
            const int fact = std::countr_zero(rest);
            into[i].emplace_back(fact, (change.seconds & bitOf(fact)) != 0 ? 1 : 0);
        }
    }
}

void SmallestChanges::markWinnable()
{
    m_winnable.resize(m_diagram->nodeCount());
    for (DiagramNode terminal = 0; terminal < m_diagram->terminalCount(); ++terminal)
        m_winnable[terminal] = terminal == m_target;
    for (int fact = m_diagram->factCount() - 1; fact >= 0; --fact) {
        const DecisionDiagram::Level &level = m_diagram->level(fact);
        const bool mayChange = (m_yesNoFacts & bitOf(fact)) != 0;
        const int given = mayChange ? EveryOption : m_answers->at(fact);
        for (DiagramNode node = level.firstNode; node < level.firstNode + level.nodeCount; ++node) {
            const DiagramNode *children = m_diagram->childrenOf(level, node);
            const auto winnable = [&](DiagramNode child) { return m_winnable[child] != 0; };
            if (given >= 0)
                m_winnable[node] = m_winnable[children[given]];
            else if (mayChange)
                m_winnable[node] = std::any_of(children, children + level.optionCount, winnable);
            else
                m_winnable[node] = std::all_of(children, children + level.optionCount, winnable);
        }
    }
}

/// Sorts the nodes from `firstNode` on, topmost fact first, without repeats and without those that are the target
/// already. False when one of them can never become it.
bool SmallestChanges::normalise(std::uint32_t firstNode)
{
    const auto first = m_nodes.begin() + firstNode;
    if (!std::all_of(first, m_nodes.end(), [&](DiagramNode node) { return m_winnable[node] != 0; }))
        return false;
    m_nodes.erase(std::remove(first, m_nodes.end(), DiagramNode{m_target}), m_nodes.end());
    std::sort(first, m_nodes.end(), std::greater<DiagramNode>());
    m_nodes.erase(std::unique(first, m_nodes.end()), m_nodes.end());
    return true;
}

std::size_t SmallestChanges::hashOf(std::uint32_t firstNode, std::uint32_t nodeCount) const
{
    std::uint64_t hash = nodeCount;
    for (std::uint32_t i = 0; i < nodeCount; ++i)
        hash = (hash ^ m_nodes[firstNode + i]) * 0x9e3779b97f4a7c15u;
    return static_cast<std::size_t>(hash >> 32);
}

/// The slot of the goal with these nodes, or the free one in which to enter it.
std::uint32_t &SmallestChanges::slotFor(std::uint32_t firstNode, std::uint32_t nodeCount)
{
    const auto nodes = m_nodes.begin() + firstNode;
    for (std::size_t i = hashOf(firstNode, nodeCount);; ++i) {
        std::uint32_t &slot = m_slots[i & (m_slots.size() - 1)];
        if (slot == NoGoal)
            return slot;
        const Goal &goal = m_goals[slot];
        if (goal.nodeCount == nodeCount && std::equal(nodes, nodes + nodeCount, m_nodes.begin() + goal.firstNode))
            return slot;
    }
}

void SmallestChanges::growSlots()
{
    m_slots.assign(m_slots.size() * 2, NoGoal);
    for (std::uint32_t i = 0; i < m_goals.size(); ++i)
        slotFor(m_goals[i].firstNode, m_goals[i].nodeCount) = i;
}

/// The smallest changes that bring all nodes from `firstNode` on to the target at once. Uses those nodes up.
SmallestChanges::Family SmallestChanges::smallestFor(std::uint32_t firstNode)
{
    const std::uint32_t nextChange = static_cast<std::uint32_t>(m_changes.size());
    if (!normalise(firstNode)) {
        m_nodes.resize(firstNode);
        return {nextChange, 0};
    }
    if (m_nodes.size() == firstNode) {
        m_changes.push_back({});
        return {nextChange, 1};
    }
    Goal goal{firstNode, static_cast<std::uint32_t>(m_nodes.size()) - firstNode, {}};
    if (const std::uint32_t known = slotFor(goal.firstNode, goal.nodeCount); known != NoGoal) {
        m_nodes.resize(firstNode);
        return m_goals[known].smallest;
    }
    goal.smallest = smallestAt(goal);
    if (2 * (m_goals.size() + 1) > m_slots.size())
        growSlots();
    slotFor(goal.firstNode, goal.nodeCount) = static_cast<std::uint32_t>(m_goals.size());
    m_goals.push_back(goal);
    return goal.smallest;
}

SmallestChanges::Family SmallestChanges::descend(const Goal &goal, int fact, int option)
{
    const DecisionDiagram::Level &level = m_diagram->level(fact);
    const std::uint32_t firstNode = static_cast<std::uint32_t>(m_nodes.size());
    for (std::uint32_t i = goal.firstNode; i < goal.firstNode + goal.nodeCount; ++i) {
        const DiagramNode node = m_nodes[i];
        if (m_diagram->factOf(node) != fact) {
            m_nodes.push_back(node);
            continue;
        }
        const DiagramNode *children = m_diagram->childrenOf(level, node);
        if (option == EveryOption)
            m_nodes.insert(m_nodes.end(), children, children + level.optionCount);
        else
            m_nodes.push_back(children[option]);
    }
    return smallestFor(firstNode);
}

/// Adds each change of `family` with fact := option put in, but none that contains a change which leaves the fact
/// alone.
void SmallestChanges::append(Family family, int fact, int option, Family unlessContaining)
{
    for (std::uint32_t i = family.first; i < family.first + family.count; ++i) {
        Change change = m_changes[i];
        const auto smaller = m_changes.begin() + unlessContaining.first;
        if (std::any_of(
                smaller, smaller + unlessContaining.count, [&](const Change &other) { return change.contains(other); }))
            continue;
        change.facts |= bitOf(fact);
        if (option == 1)
            change.seconds |= bitOf(fact);
        m_changes.push_back(change);
    }
}

/// At the topmost fact of a goal, either leave it as the case has it, or assign it. A change that assigns it is
/// smallest when it is so among those that assign it the same way and contains none that leaves it alone.
SmallestChanges::Family SmallestChanges::smallestAt(const Goal &goal)
{
    const int fact = m_diagram->factOf(m_nodes[goal.firstNode]);
    const int given = m_answers->isKnown(fact) ? m_answers->at(fact) : EveryOption;
    const Family left = descend(goal, fact, given);
    if ((m_yesNoFacts & bitOf(fact)) == 0)
        return left;

    assert(m_diagram->level(fact).optionCount == 2);
    Family assigned[2];
    for (int option = 0; option < 2; ++option)
        if (option != given)
            assigned[option] = descend(goal, fact, option);
    const std::uint32_t first = static_cast<std::uint32_t>(m_changes.size());
    for (std::uint32_t i = left.first; i < left.first + left.count; ++i)
        m_changes.push_back(Change(m_changes[i]));
    for (int option = 0; option < 2; ++option)
        append(assigned[option], fact, option, left);
    return {first, static_cast<std::uint32_t>(m_changes.size()) - first};
}

} // namespace reviewdesk
