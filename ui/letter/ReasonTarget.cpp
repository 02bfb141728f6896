#include "ui/letter/ReasonTarget.h"

#include <QStringList>

namespace reviewdesk {

namespace {

const QString requestStep = QStringLiteral("request");
const QString decisionStep = QStringLiteral("recommendation");

/// Rows of the checklist by where their words come from; the others are the template's and the letterhead's.
ReasonTarget targetOfRow(const QString &row, bool mayWrite)
{
    static const QStringList ofRequest{QStringLiteral("addressee"), QStringLiteral("requested")};
    static const QStringList ofDecision{QStringLiteral("decision"), QStringLiteral("reason"),
        QStringLiteral("rationale"), QStringLiteral("reviewer"), QStringLiteral("plan_provision"),
        QStringLiteral("approved"), QStringLiteral("authorization"), QStringLiteral("validity"),
        QStringLiteral("reply_by"), QStringLiteral("extension_reason"), QStringLiteral("extended_to"),
        QStringLiteral("signature")};
    if (mayWrite && row == QLatin1String("reason"))
        return {ReasonTarget::PlainReason, {}, -1};
    if (mayWrite && row == QLatin1String("rationale"))
        return {ReasonTarget::Rationale, {}, -1};
    if (ofRequest.contains(row))
        return {ReasonTarget::Review, requestStep, -1};
    if (row == QLatin1String("asked"))
        return {ReasonTarget::Review, QStringLiteral("documents"), -1};
    return ofDecision.contains(row) ? ReasonTarget{ReasonTarget::Review, decisionStep, -1} : ReasonTarget();
}

} // namespace

ReasonTarget reasonTarget(const QString &place, const Policy &policy, const Evaluation &evaluation, bool mayWrite)
{
    const QString facts = QStringLiteral("/facts");
    const QString checklist = QStringLiteral("checklist/");
    if (place == facts) {
        const bool open = !evaluation.needed.empty();
        return {ReasonTarget::Review, open ? QString() : decisionStep, open ? *evaluation.needed.begin() : -1};
    }
    if (place.startsWith(facts)) {
        const int fact = policy.factIndex(place.mid(facts.size() + 1));
        return fact < 0 ? ReasonTarget() : ReasonTarget{ReasonTarget::Review, {}, fact};
    }
    if (place.startsWith(checklist))
        return targetOfRow(place.mid(checklist.size()), mayWrite);
    if (place.startsWith(QLatin1String("/determination")))
        return {ReasonTarget::Review, decisionStep, -1};
    return place == QLatin1String("/line_of_business") ? ReasonTarget{ReasonTarget::Review, requestStep, -1}
                                                       : ReasonTarget();
}

} // namespace reviewdesk
