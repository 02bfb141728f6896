#include "letter/CitedCriteria.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// Three values are not needed here: whether a condition is known to fail. Criteria are asked by their status.
bool fails(const Condition &condition, bool wanted, const Answers &answers, const Evaluation &evaluation)
{
    switch (condition.kind) {
    case Condition::Kind::Always:
        return !wanted;
    case Condition::Kind::Never:
        return wanted;
    case Condition::Kind::Not:
        return fails(condition.parts.front(), !wanted, answers, evaluation);
    case Condition::Kind::FactIs: {
        if (!answers.isKnown(condition.fact))
            return false;
        const int option = answers.at(condition.fact);
        const bool holds =
            std::find(condition.options.begin(), condition.options.end(), option) != condition.options.end();
        return holds != wanted;
    }
    case Condition::Kind::CriterionHolds: {
        const CriterionStatus status = evaluation.criteria[static_cast<std::size_t>(condition.criterion)];
        return wanted ? status == CriterionStatus::NotMet || status == CriterionStatus::NotApplicable
                      : status == CriterionStatus::Met;
    }
    case Condition::Kind::All:
    case Condition::Kind::Any:
    case Condition::Kind::AtLeast: {
        const auto failing = std::count_if(condition.parts.begin(), condition.parts.end(),
            [&](const Condition &part) { return fails(part, wanted, answers, evaluation); });
        const auto total = static_cast<std::ptrdiff_t>(condition.parts.size());
        std::ptrdiff_t required = condition.count; // parts that must hold
        if (condition.kind == Condition::Kind::All)
            required = total;
        else if (condition.kind == Condition::Kind::Any)
            required = 1;
        // known not to hold: too few can; known to hold although unwanted: enough parts fail to be false
        return wanted ? total - failing < required : failing >= required;
    }
    }
    return false;
}

} // namespace

CitedCriteria::CitedCriteria(const Policy &policy, const CaseView &view)
    : m_policy(policy), m_evaluation(view.evaluation), m_answers(view.interview.effective)
{
    QSet<int> cited;
    if (m_evaluation.decided()) {
        cited.unite(QSet<int>(m_evaluation.basis.begin(), m_evaluation.basis.end()));
        cited.unite(QSet<int>(m_evaluation.unmet.begin(), m_evaluation.unmet.end()));
    } else {
        for (const int fact : m_evaluation.needed) {
            const QList<int> asking = criteriaThatAsk(fact);
            cited.unite(QSet<int>(asking.begin(), asking.end()));
        }
    }
    m_cited = QList<int>(cited.begin(), cited.end());
    std::sort(m_cited.begin(), m_cited.end());
}

QList<int> CitedCriteria::path() const
{
    QSet<int> path;
    for (int criterion : m_cited) {
        for (; criterion >= 0; criterion = m_policy.criteria.at(criterion).parent)
            path.insert(criterion);
    }
    QList<int> ordered(path.begin(), path.end());
    std::sort(ordered.begin(), ordered.end());
    return ordered;
}

QList<int> CitedCriteria::ownFacts(int criterion) const
{
    QSet<int> facts;
    collectFacts(m_policy.criteria.at(criterion).content, false, facts);
    return inOrder(facts, false);
}

QList<int> CitedCriteria::knownFactsRead() const
{
    QSet<int> facts;
    for (const int criterion : m_cited)
        collectCriterionFacts(criterion, facts);
    return inOrder(facts, true);
}

QList<int> CitedCriteria::reasons() const
{
    QSet<int> facts;
    for (const int criterion : m_evaluation.unmet)
        collectCriterionFailures(criterion, facts);
    return inOrder(facts, true);
}

QList<int> CitedCriteria::criteriaThatAsk(int fact) const
{
    QList<int> byContent;
    QList<int> byGate;
    for (int i = 0; i < m_policy.criteria.size(); ++i) {
        if (status(i) == CriterionStatus::NotApplicable || status(i) == CriterionStatus::Met)
            continue;
        QSet<int> gateFacts;
        collectFacts(m_policy.criteria.at(i).gate, false, gateFacts);
        if (ownFacts(i).contains(fact))
            byContent.append(i);
        else if (gateFacts.contains(fact))
            byGate.append(i);
    }
    return byContent.isEmpty() ? byGate : byContent;
}

void CitedCriteria::collectFacts(const Condition &condition, bool throughCriteria, QSet<int> &facts) const
{
    if (condition.kind == Condition::Kind::FactIs)
        facts.insert(condition.fact);
    if (condition.kind == Condition::Kind::CriterionHolds && throughCriteria)
        collectCriterionFacts(condition.criterion, facts);
    for (const Condition &part : condition.parts)
        collectFacts(part, throughCriteria, facts);
}

void CitedCriteria::collectCriterionFacts(int criterion, QSet<int> &facts) const
{
    collectFacts(m_policy.criteria.at(criterion).content, true, facts);
    for (; criterion >= 0; criterion = m_policy.criteria.at(criterion).parent)
        collectFacts(m_policy.criteria.at(criterion).gate, true, facts);
}

/// The facts to blame when `condition` is known not to come out as `wanted`.
void CitedCriteria::collectFailures(const Condition &condition, bool wanted, QSet<int> &facts) const
{
    if (!fails(condition, wanted, m_answers, m_evaluation))
        return;
    if (condition.kind == Condition::Kind::FactIs)
        facts.insert(condition.fact);
    if (condition.kind == Condition::Kind::CriterionHolds && wanted)
        collectCriterionFailures(condition.criterion, facts);
    const bool flips = condition.kind == Condition::Kind::Not;
    for (const Condition &part : condition.parts)
        collectFailures(part, flips ? !wanted : wanted, facts);
}

void CitedCriteria::collectCriterionFailures(int criterion, QSet<int> &facts) const
{
    const Criterion &failed = m_policy.criteria.at(criterion);
    if (status(criterion) == CriterionStatus::NotApplicable) {
        for (; criterion >= 0; criterion = m_policy.criteria.at(criterion).parent)
            collectFailures(m_policy.criteria.at(criterion).gate, true, facts);
        return;
    }
    // A criterion that fails by a condition of its own is explained by that where parts of it are not met: they are
    // cited themselves. Parts that do not even apply are cited nowhere else, so why they do not is told here.
    if (failed.own && fails(*failed.own, true, m_answers, m_evaluation) && hasPartNotMet(criterion))
        collectFailures(*failed.own, true, facts);
    else
        collectFailures(failed.content, true, facts);
}

bool CitedCriteria::hasPartNotMet(int criterion) const
{
    for (int part = 0; part < m_policy.criteria.size(); ++part) {
        if (m_policy.criteria.at(part).parent == criterion && status(part) == CriterionStatus::NotMet)
            return true;
    }
    return false;
}

QList<int> CitedCriteria::inOrder(const QSet<int> &facts, bool knownOnly) const
{
    QList<int> ordered;
    for (const int fact : facts) {
        if (!knownOnly || m_answers.isKnown(fact))
            ordered.append(fact);
    }
    std::sort(ordered.begin(), ordered.end());
    return ordered;
}

} // namespace reviewdesk
