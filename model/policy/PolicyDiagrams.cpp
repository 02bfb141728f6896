#include "policy/PolicyDiagrams.h"

#include <cassert>

namespace reviewdesk {

namespace {

constexpr std::size_t maxDiagramNodes = 100'000;

/// Turns a policy's conditions into nodes; a criterion that another one names is compiled when it is first needed.
class Compiler {
public:
    explicit Compiler(const Policy &policy)
        : m_policy(policy), m_builder(optionCounts(policy), terminalCount(policy), maxDiagramNodes),
          m_gates(static_cast<std::size_t>(policy.criteria.size())),
          m_holds(static_cast<std::size_t>(policy.criteria.size()))
    {
    }

    PolicyDiagrams compile();

private:
    static std::vector<int> optionCounts(const Policy &policy);
    static DiagramNode terminalCount(const Policy &policy)
    {
        return PolicyDiagrams::FirstOutcome + static_cast<DiagramNode>(policy.outcomes.size());
    }

    DiagramNode node(const Condition &condition);
    DiagramNode gateOf(int criterion);
    DiagramNode holdsOf(int criterion);
    DiagramNode outcome(PolicyDiagrams &into);
    bool canApprove(int criterion) const;

    const Policy &m_policy;
    DiagramBuilder m_builder;
    std::vector<std::optional<DiagramNode>> m_gates; ///< by criterion
    std::vector<std::optional<DiagramNode>> m_holds;
};

std::vector<int> Compiler::optionCounts(const Policy &policy)
{
    std::vector<int> counts;
    for (const Fact &fact : policy.facts)
        counts.push_back(static_cast<int>(fact.options.size()));
    return counts;
}

DiagramNode Compiler::node(const Condition &condition)
{
    std::vector<DiagramNode> parts;
    for (const Condition &part : condition.parts)
        parts.push_back(node(part));
    switch (condition.kind) {
    case Condition::Kind::Always:
        return DiagramBuilder::True;
    case Condition::Kind::Never:
        return DiagramBuilder::False;
    case Condition::Kind::All:
        return m_builder.atLeast(static_cast<int>(parts.size()), parts);
    case Condition::Kind::Any:
        return m_builder.atLeast(1, parts);
    case Condition::Kind::Not:
        return m_builder.opposite(parts.front());
    case Condition::Kind::AtLeast:
        return m_builder.atLeast(condition.count, parts);
    case Condition::Kind::FactIs:
        return m_builder.isOneOf(condition.fact, condition.options);
    case Condition::Kind::CriterionHolds:
        return holdsOf(condition.criterion);
    }
    Q_UNREACHABLE();
}

DiagramNode Compiler::gateOf(int criterion)
{
    std::optional<DiagramNode> &gate = m_gates[static_cast<std::size_t>(criterion)];
    if (!gate) {
        const Criterion &at = m_policy.criteria[criterion];
        const DiagramNode above = at.parent < 0 ? DiagramBuilder::True : gateOf(at.parent);
        gate = m_builder.both(above, node(at.gate));
    }
    return *gate;
}

DiagramNode Compiler::holdsOf(int criterion)
{
    std::optional<DiagramNode> &holds = m_holds[static_cast<std::size_t>(criterion)];
    if (!holds)
        holds = m_builder.both(gateOf(criterion), node(m_policy.criteria[criterion].content));
    return *holds;
}

/// The first listed outcome that holds; besides notes those that hold together.
DiagramNode Compiler::outcome(PolicyDiagrams &into)
{
    std::vector<DiagramNode> held;
    for (const OutcomeRule &rule : m_policy.outcomes) {
        std::vector<DiagramNode> any;
        for (const int criterion : rule.criteria)
            any.push_back(holdsOf(criterion));
        held.push_back(m_builder.atLeast(1, any));
    }
    DiagramNode chosen = PolicyDiagrams::NoOutcome;
    for (std::size_t i = held.size(); i-- > 0;) {
        chosen = m_builder.choose(held[i], PolicyDiagrams::FirstOutcome + static_cast<DiagramNode>(i), chosen);
        for (std::size_t j = i + 1; j < held.size(); ++j)
            if (m_builder.both(held[i], held[j]) != DiagramBuilder::False)
                into.overlaps.emplace_back(static_cast<int>(i), static_cast<int>(j));
    }
    return chosen;
}

bool Compiler::canApprove(int criterion) const
{
    for (; criterion >= 0; criterion = m_policy.criteria[criterion].parent)
        for (const OutcomeRule &rule : m_policy.outcomes)
            if (rule.effect == OutcomeEffect::Approvable && rule.criteria.contains(criterion))
                return true;
    return false;
}

PolicyDiagrams Compiler::compile()
{
    PolicyDiagrams made;
    std::vector<DiagramNode> roots; // gate, holds and own of each criterion
    for (int i = 0; i < m_policy.criteria.size(); ++i) {
        const Criterion &criterion = m_policy.criteria[i];
        roots.push_back(gateOf(i));
        roots.push_back(holdsOf(i));
        roots.push_back(criterion.own ? node(*criterion.own) : DiagramBuilder::False);
    }
    const DiagramNode outcomeRoot = outcome(made);
    made.tooLarge = m_builder.tooLarge();
    if (made.tooLarge)
        roots.assign(roots.size(), DiagramBuilder::False);

    made.conditions = DecisionDiagram(m_builder, roots);
    made.outcomes =
        DecisionDiagram(m_builder, std::vector{made.tooLarge ? DiagramNode{PolicyDiagrams::NoOutcome} : outcomeRoot});
    const std::span<const DiagramNode> placed = made.conditions.roots();
    for (int i = 0; i < m_policy.criteria.size(); ++i) {
        const Criterion &criterion = m_policy.criteria[i];
        const std::size_t root = 3 * static_cast<std::size_t>(i);
        CompiledCriterion compiled{placed[root], placed[root + 1], {}, criterion.parent,
            {criterion.children.begin(), criterion.children.end()}, canApprove(i)};
        if (criterion.own)
            compiled.own = placed[root + 2];
        made.criteria.push_back(std::move(compiled));
    }
    for (int i = 0; i < m_policy.outcomes.size(); ++i) {
        made.effects.push_back(m_policy.outcomes[i].effect);
        if (!made.approval && made.effects.back() == OutcomeEffect::Approvable)
            made.approval = static_cast<PolicyDiagrams::Value>(PolicyDiagrams::FirstOutcome + i);
    }
    for (int i = 0; i < m_policy.facts.size(); ++i)
        if (m_policy.facts[i].kind == FactKind::YesNo)
            made.yesNoFacts |= std::uint64_t{1} << i;
    return made;
}

} // namespace

PolicyDiagrams PolicyDiagrams::of(const Policy &policy)
{
    assert(policy.facts.size() <= maxFacts);
    return Compiler(policy).compile();
}

} // namespace reviewdesk
