#include "policy/DecisionDiagram.h"

#include <algorithm>
#include <cassert>

namespace reviewdesk {

namespace {

std::size_t mixed(std::size_t seed, std::size_t value)
{
    return (seed ^ value) * 0x9e3779b97f4a7c15u + (seed >> 29);
}

} // namespace

std::size_t DiagramBuilder::KeyHash::operator()(const std::vector<DiagramNode> &key) const
{
    std::size_t seed = key.size();
    for (const DiagramNode part : key)
        seed = mixed(seed, part);
    return seed;
}

std::size_t DiagramBuilder::KeyHash::operator()(const std::array<DiagramNode, 3> &key) const
{
    return mixed(mixed(mixed(3, key[0]), key[1]), key[2]);
}

DiagramBuilder::DiagramBuilder(std::vector<int> optionCounts, DiagramNode terminalCount, std::size_t nodeLimit)
    : m_optionCounts(std::move(optionCounts)), m_terminalCount(terminalCount), m_nodeLimit(nodeLimit),
      m_facts(terminalCount, static_cast<std::uint8_t>(m_optionCounts.size())), m_firstChild(terminalCount, 0)
{
    assert(terminalCount >= 2 && m_optionCounts.size() < 255);
}

std::span<const DiagramNode> DiagramBuilder::childrenOf(DiagramNode node) const
{
    if (node < m_terminalCount)
        return {};
    return {m_children.data() + m_firstChild[node], static_cast<std::size_t>(m_optionCounts[m_facts[node]])};
}

DiagramNode DiagramBuilder::make(int fact, const std::vector<DiagramNode> &children)
{
    if (std::ranges::all_of(children, [&](DiagramNode child) { return child == children.front(); }))
        return children.front();
    std::vector<DiagramNode> key = children;
    key.push_back(static_cast<DiagramNode>(fact));
    const DiagramNode next = static_cast<DiagramNode>(m_facts.size());
    const auto [place, isNew] = m_unique.try_emplace(std::move(key), next);
    if (!isNew)
        return place->second;
    m_tooLarge = m_tooLarge || m_facts.size() >= m_nodeLimit;
    m_facts.push_back(static_cast<std::uint8_t>(fact));
    m_firstChild.push_back(static_cast<std::uint32_t>(m_children.size()));
    m_children.insert(m_children.end(), children.begin(), children.end());
    return next;
}

DiagramNode DiagramBuilder::isOneOf(int fact, const std::vector<int> &options)
{
    std::vector<DiagramNode> children(static_cast<std::size_t>(m_optionCounts[static_cast<std::size_t>(fact)]), False);
    for (const int option : options)
        children[static_cast<std::size_t>(option)] = True;
    return make(fact, children);
}

DiagramNode DiagramBuilder::childAt(DiagramNode node, int fact, int option) const
{
    return m_facts[node] == fact ? m_children[m_firstChild[node] + static_cast<std::uint32_t>(option)] : node;
}

DiagramNode DiagramBuilder::choose(DiagramNode condition, DiagramNode whenTrue, DiagramNode otherwise)
{
    if (m_tooLarge)
        return False;
    if (condition == True || whenTrue == otherwise)
        return whenTrue;
    if (condition == False)
        return otherwise;
    if (whenTrue == True && otherwise == False)
        return condition;
    const std::array<DiagramNode, 3> key{condition, whenTrue, otherwise};
    if (const auto known = m_chosen.find(key); known != m_chosen.end())
        return known->second;
    const int fact = std::min({factOf(condition), factOf(whenTrue), factOf(otherwise)});
    std::vector<DiagramNode> children;
    for (int option = 0; option < m_optionCounts[static_cast<std::size_t>(fact)]; ++option)
        children.push_back(choose(
            childAt(condition, fact, option), childAt(whenTrue, fact, option), childAt(otherwise, fact, option)));
    const DiagramNode made = make(fact, children);
    m_chosen.emplace(key, made);
    return made;
}

DiagramNode DiagramBuilder::atLeast(int count, std::span<const DiagramNode> parts)
{
    // row[k]: at least k of the parts looked at so far hold. Falling k, so that each part counts once.
    std::vector<DiagramNode> row(static_cast<std::size_t>(std::max(count, 0)) + 1, False);
    row[0] = True;
    for (const DiagramNode part : parts)
        for (std::size_t k = row.size() - 1; k > 0; --k)
            row[k] = choose(part, row[k - 1], row[k]);
    return row.back();
}

DecisionDiagram::DecisionDiagram(const DiagramBuilder &builder, std::span<const DiagramNode> roots)
    : m_terminalCount(builder.terminalCount()), m_levels(static_cast<std::size_t>(builder.factCount()))
{
    assert(m_terminalCount < Open);
    // What the roots reach, deepest fact first; terminals keep their places.
    std::vector<std::vector<DiagramNode>> reached(m_levels.size());
    std::unordered_map<DiagramNode, DiagramNode> place;
    std::vector<DiagramNode> open(roots.begin(), roots.end());
    while (!open.empty()) {
        const DiagramNode node = open.back();
        open.pop_back();
        if (node < m_terminalCount || !place.try_emplace(node, 0).second)
            continue;
        reached[static_cast<std::size_t>(builder.factOf(node))].push_back(node);
        const std::span<const DiagramNode> children = builder.childrenOf(node);
        open.insert(open.end(), children.begin(), children.end());
    }
    for (DiagramNode terminal = 0; terminal < m_terminalCount; ++terminal)
        place[terminal] = terminal;

    m_facts.assign(m_terminalCount, static_cast<std::uint8_t>(m_levels.size()));
    for (std::size_t fact = m_levels.size(); fact-- > 0;) {
        Level &level = m_levels[fact];
        level.firstNode = static_cast<DiagramNode>(m_facts.size());
        level.nodeCount = static_cast<DiagramNode>(reached[fact].size());
        level.firstChild = static_cast<std::uint32_t>(m_children.size());
        for (const DiagramNode node : reached[fact]) {
            place[node] = static_cast<DiagramNode>(m_facts.size());
            m_facts.push_back(static_cast<std::uint8_t>(fact));
            const std::span<const DiagramNode> children = builder.childrenOf(node);
            level.optionCount = static_cast<std::uint32_t>(children.size());
            for (const DiagramNode child : children)
                m_children.push_back(place.at(child));
        }
    }
    for (const DiagramNode root : roots)
        m_roots.push_back(place.at(root));
}

bool DecisionDiagram::reaches(DiagramNode terminal) const
{
    // Every node kept is reached from a root.
    return std::ranges::count(m_children, terminal) + std::ranges::count(m_roots, terminal) > 0;
}

void DecisionDiagram::settle(const Answers &answers, std::vector<Value> &settled) const
{
    settled.resize(nodeCount());
    Value *const values = settled.data();
    for (DiagramNode terminal = 0; terminal < m_terminalCount; ++terminal)
        values[terminal] = static_cast<Value>(terminal);
    for (int fact = factCount() - 1; fact >= 0; --fact) {
        const Level &at = level(fact);
        const DiagramNode *children = m_children.data() + at.firstChild;
        const DiagramNode end = at.firstNode + at.nodeCount;
        if (at.nodeCount == 0)
            continue; // its outcome does not turn on this fact
        if (const int option = answers.at(fact); option >= 0) {
            children += option;
            for (DiagramNode node = at.firstNode; node < end; ++node, children += at.optionCount)
                values[node] = values[*children];
        } else {
            for (DiagramNode node = at.firstNode; node < end; ++node, children += at.optionCount)
                values[node] = agreed(values, children, at.optionCount);
        }
    }
}

} // namespace reviewdesk
