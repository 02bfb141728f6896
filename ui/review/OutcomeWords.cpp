#include "ui/review/OutcomeWords.h"

#include "cases/DateWords.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(OutcomeWords)
};

bool hasEffect(const ReviewSession &session, OutcomeEffect effect)
{
    const Evaluation &evaluation = session.view().evaluation;
    return evaluation.decided() && session.policy().outcomes.at(evaluation.outcome).effect == effect;
}

} // namespace

bool isAdverse(const ReviewSession &session)
{
    return hasEffect(session, OutcomeEffect::Adverse);
}

bool isApprovable(const ReviewSession &session)
{
    return hasEffect(session, OutcomeEffect::Approvable);
}

QString outcomeHeadline(const ReviewSession &session)
{
    const Evaluation &evaluation = session.view().evaluation;
    if (isAdverse(session))
        return Say::tr("Criteria not met: refer to a physician");
    if (isApprovable(session)) {
        const QString ids = criterionIds(session.policy(), evaluation.basis);
        return ids.isEmpty() ? Say::tr("Criteria met") : Say::tr("Criteria met: %1").arg(ids);
    }
    const qsizetype left = static_cast<qsizetype>(evaluation.needed.size());
    return left == 1 ? Say::tr("Not decided: 1 answer left") : Say::tr("Not decided: %1 answers left").arg(left);
}

QString decisiveInWords(const ReviewSession &session)
{
    QStringList words;
    for (const int fact : session.view().evaluation.decisive)
        words << factInWords(session.policy(), fact, session.answer(fact));
    return words.join(QStringLiteral("; "));
}

QString openChoicesInWords(const ReviewSession &session)
{
    QStringList words;
    for (const int fact : session.view().interview.openChoices(session.policy()))
        words << session.policy().facts.at(fact).label;
    return words.join(Say::tr(", "));
}

QString factInWords(const Policy &policy, int fact, int answer)
{
    return Say::tr("%1: %2").arg(policy.facts.at(fact).label, answerInWords(policy, fact, answer));
}

QString answerInWords(const Policy &policy, int fact, int answer)
{
    if (answer == Answers::Absent)
        return Say::tr("not answered");
    if (answer == Answers::NotDocumented)
        return Say::tr("not documented");
    return policy.facts.at(fact).options.at(answer).label;
}

QString criterionIds(const Policy &policy, const std::vector<int> &criteria)
{
    QStringList ids;
    for (const int criterion : criteria)
        ids << policy.criteria.at(criterion).id;
    return ids.join(Say::tr(", "));
}

QString policyInWords(const Policy &policy)
{
    const QString effective = policy.effective.isEmpty() ? Say::tr("effective date not stated")
                                                         : Say::tr("effective %1").arg(dayWords(QDate::fromString(policy.effective, Qt::ISODate)));
    return Say::tr("%1 %2, %3").arg(policy.id, policy.version, effective);
}

} // namespace reviewdesk
