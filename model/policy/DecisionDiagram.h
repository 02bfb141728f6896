#pragma once

#include "policy/Answers.h"

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace reviewdesk {

/// A node of a diagram. The first ones are terminals: node t is the terminal of value t.
using DiagramNode = std::uint32_t;

/// Builds multi-valued decision diagrams over facts in policy order: no two nodes are alike and no node has all its
/// children the same, so that two functions are equal exactly when their nodes are. Terminals 0 and 1 are false and
/// true; the others mean what the caller wants.
class DiagramBuilder {
public:
    static constexpr DiagramNode False = 0;
    static constexpr DiagramNode True = 1;

    /// `nodeLimit`: no more nodes are made than this; then every answer is False and tooLarge() is true.
    DiagramBuilder(std::vector<int> optionCounts, DiagramNode terminalCount, std::size_t nodeLimit);

    /// True where the fact is one of `options`.
    DiagramNode isOneOf(int fact, const std::vector<int> &options);
    /// `condition` has terminals False and True alone; the other two may have any.
    DiagramNode choose(DiagramNode condition, DiagramNode whenTrue, DiagramNode otherwise);
    DiagramNode both(DiagramNode left, DiagramNode right) { return choose(left, right, False); }
    DiagramNode either(DiagramNode left, DiagramNode right) { return choose(left, True, right); }
    DiagramNode opposite(DiagramNode node) { return choose(node, False, True); }
    /// True where at least `count` of `parts` are.
    DiagramNode atLeast(int count, std::span<const DiagramNode> parts);

    bool tooLarge() const { return m_tooLarge; }
    int factCount() const { return static_cast<int>(m_optionCounts.size()); }
    DiagramNode terminalCount() const { return m_terminalCount; }
    int factOf(DiagramNode node) const { return m_facts[node]; } ///< factCount() for a terminal
    std::span<const DiagramNode> childrenOf(DiagramNode node) const;

private:
    struct KeyHash {
        std::size_t operator()(const std::vector<DiagramNode> &key) const;
        std::size_t operator()(const std::array<DiagramNode, 3> &key) const;
    };

    DiagramNode make(int fact, const std::vector<DiagramNode> &children);
    DiagramNode childAt(DiagramNode node, int fact, int option) const;

    std::vector<int> m_optionCounts;
    DiagramNode m_terminalCount;
    std::size_t m_nodeLimit;
    bool m_tooLarge = false;
    std::vector<std::uint8_t> m_facts; ///< one for each node
    std::vector<std::uint32_t> m_firstChild; ///< one for each node, into m_children
    std::vector<DiagramNode> m_children;
    std::unordered_map<std::vector<DiagramNode>, DiagramNode, KeyHash> m_unique; ///< children, then the fact
    std::unordered_map<std::array<DiagramNode, 3>, DiagramNode, KeyHash> m_chosen;
};

/// What of a builder some roots reach, laid out for walking: nodes of one fact lie together, each after its children,
/// so that one pass over an array in rising order sees children before parents.
class DecisionDiagram {
public:
    using Value = std::uint16_t; ///< of a terminal
    static constexpr Value Open = 0xffff; ///< not settled: more than one terminal can still be reached

    /// The nodes that test one fact.
    struct Level {
        DiagramNode firstNode = 0;
        DiagramNode nodeCount = 0;
        std::uint32_t firstChild = 0; ///< of its first node, into the children; each node has optionCount of them
        std::uint32_t optionCount = 0;
    };

    DecisionDiagram() = default;
    DecisionDiagram(const DiagramBuilder &builder, std::span<const DiagramNode> roots);

    /// The roots in the order in which they were given.
    std::span<const DiagramNode> roots() const { return m_roots; }
    int factCount() const { return static_cast<int>(m_levels.size()); }
    DiagramNode terminalCount() const { return m_terminalCount; }
    std::size_t nodeCount() const { return m_facts.size(); }
    const Level &level(int fact) const { return m_levels[static_cast<std::size_t>(fact)]; }
    int factOf(DiagramNode node) const { return m_facts[node]; } ///< factCount() for a terminal
    const DiagramNode *childrenOf(const Level &level, DiagramNode node) const
    {
        return m_children.data() + level.firstChild + (node - level.firstNode) * level.optionCount;
    }

    /// Whether some complete case leads from a root to the terminal.
    bool reaches(DiagramNode terminal) const;
    /// For each node the one value that all completions of `answers` lead to, or Open.
    void settle(const Answers &answers, std::vector<Value> &settled) const;

private:
    DiagramNode m_terminalCount = 0;
    std::vector<Level> m_levels; ///< by fact
    std::vector<std::uint8_t> m_facts; ///< by node
    std::vector<DiagramNode> m_children;
    std::vector<DiagramNode> m_roots;
};

/// The value on which all of `count` children agree, or Open.
inline DecisionDiagram::Value agreed(
    const DecisionDiagram::Value *values, const DiagramNode *children, std::uint32_t count)
{
    const DecisionDiagram::Value first = values[children[0]];
    bool same = true;
    for (std::uint32_t option = 1; option < count; ++option)
        same &= values[children[option]] == first;
    return same ? first : DecisionDiagram::Open;
}

} // namespace reviewdesk
