#pragma once

#include "cases/Rulebook.h"

#include <QList>
#include <QSet>

namespace reviewdesk {

/// What a letter cites of an evaluation, as positions in the policy. Read from the conditions of the pack; nothing here
/// knows a criterion by its id.
class CitedCriteria {
public:
    CitedCriteria(const Policy &policy, const CaseView &view);

    /// Decided: the basis and the unmet criteria. Open: the criteria not yet known that read a needed fact. In policy
    /// order.
    const QList<int> &cited() const { return m_cited; }
    /// The cited criteria and all their ancestors, in policy order: the way through the policy to each of them.
    QList<int> path() const;

    /// Facts that the criterion's own content names, in policy order.
    QList<int> ownFacts(int criterion) const;
    /// Known facts that any cited criterion reads, gates and ancestors' gates included, in policy order.
    QList<int> knownFactsRead() const;
    /// Known facts for whose sake the unmet criteria are not met, in policy order.
    QList<int> reasons() const;
    /// Criteria that may apply and are not met or not yet known, whose own content names the fact; where none does,
    /// those whose gate names it.
    QList<int> criteriaThatAsk(int fact) const;

private:
    void collectFacts(const Condition &condition, bool throughCriteria, QSet<int> &facts) const;
    void collectCriterionFacts(int criterion, QSet<int> &facts) const;
    void collectFailures(const Condition &condition, bool wanted, QSet<int> &facts) const;
    void collectCriterionFailures(int criterion, QSet<int> &facts) const;
    bool hasPartNotMet(int criterion) const;
    QList<int> inOrder(const QSet<int> &facts, bool knownOnly) const;
    CriterionStatus status(int criterion) const { return m_evaluation.criteria[static_cast<std::size_t>(criterion)]; }

    const Policy &m_policy;
    const Evaluation &m_evaluation;
    const Answers &m_answers;
    QList<int> m_cited;
};

} // namespace reviewdesk
