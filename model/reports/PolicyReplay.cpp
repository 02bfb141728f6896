#include "reports/PolicyReplay.h"

#include "cases/Csv.h"
#include "cases/Workflow.h"
#include "policy/Evaluator.h"
#include "policy/Interview.h"
#include "store/CaseWalk.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyReplay)
};

/// A case under one of the policies.
struct Judgement {
    Interview interview;
    Evaluation evaluation;
};

class Judge {
public:
    explicit Judge(const Policy &policy) : m_policy(policy), m_evaluator(policy) { }

    void judge(const ReviewCase &answered, Judgement &into) const
    {
        into.interview = interview(m_policy, answersOf(answered, m_policy));
        m_evaluator.evaluate(into.interview.effective, into.evaluation);
    }

    QStringList ids(const std::vector<int> &criteria) const
    {
        QStringList ids;
        for (const int criterion : criteria)
            ids << m_policy.criteria.at(criterion).id;
        return ids;
    }

    ReplayedOutcome told(const Judgement &judgement) const
    {
        if (!judgement.evaluation.decided())
            return {};
        const OutcomeRule &outcome = m_policy.outcomes.at(judgement.evaluation.outcome);
        return {outcome.id, outcome.label, ids(judgement.evaluation.unmet)};
    }

    const Policy &policy() const { return m_policy; }
    bool tooLarge() const { return m_evaluator.tooLarge(); }

private:
    const Policy &m_policy;
    Evaluator m_evaluator;
};

bool hasOption(const Fact &fact, const QString &value)
{
    return std::any_of(
        fact.options.cbegin(), fact.options.cend(), [&](const FactOption &option) { return option.value == value; });
}

class Replaying {
public:
    Replaying(const Policy &present, const Policy &candidate, int most)
        : m_now(present), m_then(candidate), m_most(most)
    {
    }

    bool tooLarge() const { return m_then.tooLarge(); }

    void look(const WalkedCase &one)
    {
        m_case.facts = one.facts;
        m_now.judge(m_case, m_before);
        m_then.judge(m_case, m_after);
        const bool open = isOpen(one.status);
        ++m_replay.cases;
        m_replay.open += open ? 1 : 0;
        const QStringList unread = answersNotRead();
        const QStringList asked = askedBesides();
        for (const QString &label : unread)
            ++m_replay.unread[label];
        for (const QString &label : asked)
            ++m_replay.asked[label];
        const ReplayedOutcome now = m_now.told(m_before);
        const ReplayedOutcome then = m_then.told(m_after);
        if (now.outcome == then.outcome && now.unmet == then.unmet)
            return;
        ++(open ? m_replay.differentOpen : m_replay.differentClosed);
        ++m_replay.moves[{now.label, then.label}];
        if (m_replay.listed.size() < m_most)
            m_replay.listed.append({one.caseId, one.number, one.memberName, one.memberId, one.status, now, then,
                otherCriteria(), unread, asked});
    }

    PolicyReplay taken() { return std::move(m_replay); }

private:
    /// Answers that count now and that the other policy has no question, or no such answer, for.
    QStringList answersNotRead() const
    {
        QStringList labels;
        const Policy &present = m_now.policy();
        for (int fact = 0; fact < present.facts.size(); ++fact) {
            if (!m_before.interview.effective.isKnown(fact))
                continue;
            const Fact &asked = present.facts.at(fact);
            const QString &value = asked.options.at(m_before.interview.effective.at(fact)).value;
            const int there = m_then.policy().factIndex(asked.id);
            if (there < 0 || !hasOption(m_then.policy().facts.at(there), value))
                labels << asked.label;
        }
        return labels;
    }

    /// What could change the other policy's outcome and is not what is missing now already.
    QStringList askedBesides() const
    {
        QStringList labels;
        for (const int fact : m_after.evaluation.needed) {
            const Fact &wanted = m_then.policy().facts.at(fact);
            const int here = m_now.policy().factIndex(wanted.id);
            const std::vector<int> &missing = m_before.evaluation.needed;
            if (here < 0 || std::find(missing.begin(), missing.end(), here) == missing.end())
                labels << wanted.label;
        }
        return labels;
    }

    /// Those that are unmet under one alone; where there are none, those that one alone rests on.
    QStringList otherCriteria() const
    {
        const QStringList unmet = inOneAlone(m_before.evaluation.unmet, m_after.evaluation.unmet);
        return unmet.isEmpty() ? inOneAlone(m_before.evaluation.basis, m_after.evaluation.basis) : unmet;
    }

    /// The present pack's first, in its order.
    QStringList inOneAlone(const std::vector<int> &before, const std::vector<int> &after) const
    {
        const QStringList was = m_now.ids(before);
        const QStringList is = m_then.ids(after);
        QStringList alone;
        for (const QString &id : was) {
            if (!is.contains(id))
                alone << id;
        }
        for (const QString &id : is) {
            if (!was.contains(id))
                alone << id;
        }
        return alone;
    }

    Judge m_now;
    Judge m_then;
    int m_most;
    ReviewCase m_case; ///< used again for every case, for its answers alone
    Judgement m_before;
    Judgement m_after;
    PolicyReplay m_replay;
};

QString outcomeWords(const QString &label)
{
    return label.isEmpty() ? Say::tr("Not decided") : label;
}

} // namespace

Result<PolicyReplay> replayPolicy(const Workspace::CaseWalk &walk, const Policy &present, const Policy &candidate,
    const Workspace::Progress &progress, int most)
{
    Replaying replaying(present, candidate, most);
    if (replaying.tooLarge())
        return Error{QStringLiteral("too_entangled"), Say::tr("The criteria of this pack are too entangled."), {}};
    const Result<void> walked = walk([&](const WalkedCase &one) { replaying.look(one); }, progress);
    if (!walked)
        return walked.error();
    return replaying.taken();
}

QByteArray toCsv(const PolicyReplay &replay, const Policy &present, const Policy &candidate)
{
    const auto list = [](const QStringList &items) { return items.join(QStringLiteral(", ")); };
    QByteArray csv = csvBegin;
    csv += csvLine({Say::tr("Case"), Say::tr("Member"), Say::tr("Member ID"), Say::tr("Status"),
        Say::tr("Outcome under %1").arg(present.version), Say::tr("Unmet under %1").arg(present.version),
        Say::tr("Outcome under %1").arg(candidate.version), Say::tr("Unmet under %1").arg(candidate.version),
        Say::tr("Criteria"), Say::tr("Answers it does not know"), Say::tr("Needed besides")});
    for (const ReplayedCase &one : replay.listed)
        csv += csvLine({one.number, one.memberName, one.memberId, label(one.status), outcomeWords(one.now.label),
            list(one.now.unmet), outcomeWords(one.then.label), list(one.then.unmet), list(one.criteria),
            list(one.unread), list(one.asked)});
    return csv;
}

} // namespace reviewdesk
