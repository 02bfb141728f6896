#include "policy/Evaluator.h"

#include "policy/PolicyDiagrams.h"
#include "policy/SmallestChanges.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace reviewdesk {

namespace {

using Value = DecisionDiagram::Value;

CriterionStatus statusOf(Value gate, Value holds)
{
    if (holds == DiagramBuilder::True)
        return CriterionStatus::Met;
    if (gate == DiagramBuilder::False)
        return CriterionStatus::NotApplicable;
    return holds == DiagramBuilder::False ? CriterionStatus::NotMet : CriterionStatus::Unknown;
}

bool statusIs(CriterionStatus status, int criterion, const Evaluation &evaluation)
{
    return evaluation.criteria[static_cast<std::size_t>(criterion)] == status;
}

bool anyChildIs(const CompiledCriterion &criterion, CriterionStatus status, const Evaluation &evaluation)
{
    return std::ranges::any_of(criterion.children, [&](int child) { return statusIs(status, child, evaluation); });
}

/// Whether a decision cites the criterion: met with all its ancestors, and either no child says it more exactly or it
/// has a condition of its own.
bool isCited(const PolicyDiagrams &compiled, int criterion, const Evaluation &evaluation)
{
    for (int i = criterion; i >= 0; i = compiled.criteria[static_cast<std::size_t>(i)].parent)
        if (!statusIs(CriterionStatus::Met, i, evaluation))
            return false;
    const CompiledCriterion &at = compiled.criteria[static_cast<std::size_t>(criterion)];
    return at.own || !anyChildIs(at, CriterionStatus::Met, evaluation);
}

/// Whether the criterion is named as a reason why an approvable outcome failed.
bool isUnmet(
    const PolicyDiagrams &compiled, int criterion, const Evaluation &evaluation, const std::vector<Value> &conditions)
{
    const CompiledCriterion &at = compiled.criteria[static_cast<std::size_t>(criterion)];
    if (!at.canApprove || !statusIs(CriterionStatus::NotMet, criterion, evaluation))
        return false;
    return (at.own && conditions[*at.own] == DiagramBuilder::False) ||
        !anyChildIs(at, CriterionStatus::NotMet, evaluation);
}

/// Memory of one evaluation, kept by each thread for its next one.
struct Scratch {
    std::vector<Value> conditions;
    std::vector<Value> outcomes;
    std::vector<std::uint8_t> reached;
    std::vector<DiagramNode> canonical;
    std::vector<DiagramNode> slots;
    SmallestChanges changes;

    void markReached(const DecisionDiagram &diagram, const Answers &answers);
    void findNeeded(const DecisionDiagram &diagram, const Answers &answers, std::vector<int> &needed);
    void findDecisive(
        const DecisionDiagram &diagram, const Answers &answers, Value outcome, std::vector<int> &decisive);

private:
    DiagramNode canonicalOf(const DecisionDiagram &diagram, const DecisionDiagram::Level &level, DiagramNode node);
};

/// Marks the nodes that some completion of `answers` passes.
void Scratch::markReached(const DecisionDiagram &diagram, const Answers &answers)
{
    reached.assign(diagram.nodeCount(), 0);
    reached[diagram.roots()[0]] = 1;
    for (int fact = 0; fact < diagram.factCount(); ++fact) {
        const DecisionDiagram::Level &level = diagram.level(fact);
        const int option = answers.at(fact);
        const DiagramNode *children = diagram.childrenOf(level, level.firstNode);
        for (DiagramNode node = level.firstNode; node < level.firstNode + level.nodeCount;
             ++node, children += level.optionCount) {
            if (reached[node] == 0)
                continue;
            if (option >= 0)
                reached[children[option]] = 1;
            else
                for (std::uint32_t i = 0; i < level.optionCount; ++i)
                    reached[children[i]] = 1;
        }
    }
}

/// The one node that stands for all of its level that are alike once the known facts are put in.
DiagramNode Scratch::canonicalOf(const DecisionDiagram &diagram, const DecisionDiagram::Level &level, DiagramNode node)
{
    const DiagramNode *children = diagram.childrenOf(level, node);
    std::uint64_t hash = level.firstNode;
    for (std::uint32_t i = 0; i < level.optionCount; ++i)
        hash = (hash ^ canonical[children[i]]) * 0x9e3779b97f4a7c15u;
    for (std::size_t i = static_cast<std::size_t>(hash >> 32);; ++i) {
        DiagramNode &slot = slots[i & (slots.size() - 1)];
        if (slot == 0) // a terminal is never entered
            return slot = node;
        if (diagram.factOf(slot) != diagram.factOf(node))
            continue;
        const DiagramNode *others = diagram.childrenOf(level, slot);
        if (std::equal(children, children + level.optionCount, others,
                [&](DiagramNode left, DiagramNode right) { return canonical[left] == canonical[right]; }))
            return slot;
    }
}

/// An unknown fact can change the outcome exactly when some node that tests it, with the known facts put in, has
/// children that are different functions.
void Scratch::findNeeded(const DecisionDiagram &diagram, const Answers &answers, std::vector<int> &needed)
{
    markReached(diagram, answers);
    canonical.resize(diagram.nodeCount());
    for (DiagramNode terminal = 0; terminal < diagram.terminalCount(); ++terminal)
        canonical[terminal] = terminal;
    slots.assign(std::bit_ceil(2 * diagram.nodeCount()), 0);
    for (int fact = diagram.factCount() - 1; fact >= 0; --fact) {
        const DecisionDiagram::Level &level = diagram.level(fact);
        const int option = answers.at(fact);
        bool matters = false;
        for (DiagramNode node = level.firstNode; node < level.firstNode + level.nodeCount; ++node) {
            if (reached[node] == 0)
                continue;
            const DiagramNode *children = diagram.childrenOf(level, node);
            if (option >= 0) {
                canonical[node] = canonical[children[option]];
                continue;
            }
            const DiagramNode first = canonical[children[0]];
            if (std::all_of(children + 1, children + level.optionCount,
                    [&](DiagramNode child) { return canonical[child] == first; })) {
                canonical[node] = first;
                continue;
            }
            canonical[node] = canonicalOf(diagram, level, node);
            matters = true;
        }
        if (matters)
            needed.push_back(fact);
    }
    std::ranges::reverse(needed);
}

/// From the last fact to the first, drops a given one when the nodes that test it and that the facts before it (all
/// still there) lead to come to the outcome whatever its value, with the facts after it as the steps before have left
/// them.
void Scratch::findDecisive(
    const DecisionDiagram &diagram, const Answers &answers, Value outcome, std::vector<int> &decisive)
{
    markReached(diagram, answers);
    for (int fact = diagram.factCount() - 1; fact >= 0; --fact) {
        const DecisionDiagram::Level &level = diagram.level(fact);
        const DiagramNode end = level.firstNode + level.nodeCount;
        const int option = answers.at(fact);
        bool keep = false;
        for (DiagramNode node = level.firstNode; node < end; ++node) {
            outcomes[node] = agreed(outcomes.data(), diagram.childrenOf(level, node), level.optionCount);
            keep = keep || (reached[node] != 0 && outcomes[node] != outcome);
        }
        if (option < 0 || !keep)
            continue;
        for (DiagramNode node = level.firstNode; node < end; ++node)
            outcomes[node] = outcomes[diagram.childrenOf(level, node)[option]];
        decisive.push_back(fact);
    }
    std::ranges::reverse(decisive);
}

} // namespace

Evaluator::Evaluator(const Policy &policy)
    : m_diagrams(std::make_unique<const PolicyDiagrams>(PolicyDiagrams::of(policy))), m_walk(m_diagrams->outcomes)
{
}

Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator &&) noexcept = default;
Evaluator &Evaluator::operator=(Evaluator &&) noexcept = default;

Evaluation Evaluator::evaluate(const Answers &answers) const
{
    Evaluation evaluation;
    evaluate(answers, evaluation);
    return evaluation;
}

void Evaluator::evaluate(const Answers &answers, Evaluation &into) const
{
    static thread_local Scratch scratch;
    const PolicyDiagrams &compiled = *m_diagrams;
    assert(answers.size() == compiled.outcomes.factCount());
    into.basis.clear();
    into.unmet.clear();
    into.needed.clear();
    into.decisive.clear();
    into.wouldMeet.clear();

    compiled.conditions.settle(answers, scratch.conditions);
    into.criteria.resize(compiled.criteria.size());
    for (std::size_t i = 0; i < compiled.criteria.size(); ++i) {
        const CompiledCriterion &criterion = compiled.criteria[i];
        into.criteria[i] = statusOf(scratch.conditions[criterion.gate], scratch.conditions[criterion.holds]);
    }
    compiled.outcomes.settle(answers, scratch.outcomes);
    const Value settled = scratch.outcomes[compiled.outcomes.roots()[0]];
    into.outcome = PolicyDiagrams::outcomeOf(settled);
    if (settled == DecisionDiagram::Open)
        scratch.findNeeded(compiled.outcomes, answers, into.needed);
    if (!into.decided())
        return;

    const bool adverse = compiled.effects[static_cast<std::size_t>(into.outcome)] == OutcomeEffect::Adverse;
    for (int i = 0; i < static_cast<int>(compiled.criteria.size()); ++i) {
        if (isCited(compiled, i, into))
            into.basis.push_back(i);
        else if (adverse && isUnmet(compiled, i, into, scratch.conditions))
            into.unmet.push_back(i);
    }
    if (adverse && compiled.approval)
        scratch.changes.find(compiled.outcomes, compiled.yesNoFacts, answers, *compiled.approval, into.wouldMeet);
    scratch.findDecisive(compiled.outcomes, answers, settled, into.decisive);
}

int Evaluator::outcomeOfComplete(const Answers &answers) const
{
    return PolicyDiagrams::outcomeOf(m_walk.valueAt(answers.data()));
}

bool Evaluator::tooLarge() const
{
    return m_diagrams->tooLarge;
}

std::vector<int> Evaluator::criteriaNeverMet() const
{
    std::vector<int> never;
    for (int i = 0; i < static_cast<int>(m_diagrams->criteria.size()); ++i)
        if (m_diagrams->criteria[static_cast<std::size_t>(i)].holds == DiagramBuilder::False)
            never.push_back(i);
    return never;
}

bool Evaluator::leavesCaseWithoutOutcome() const
{
    return m_diagrams->outcomes.reaches(PolicyDiagrams::NoOutcome);
}

std::vector<std::pair<int, int>> Evaluator::outcomesThatOverlap() const
{
    return m_diagrams->overlaps;
}

} // namespace reviewdesk
