#include "cases/LetterNeeds.h"

#include "cases/DateWords.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(LetterNeeds)
};

} // namespace

QList<Error> impossibleOrder(const ReviewCase &reviewCase, const QDateTime &decidedAt)
{
    const QDateTime &received = reviewCase.request.receivedAt;
    QList<Error> problems;
    if (!received.isValid())
        return problems;
    if (reviewCase.member.birthDate.isValid() && reviewCase.member.birthDate > received.date())
        problems.append({QStringLiteral("born_after_receipt"),
            Say::tr("The member’s date of birth is after the request was received."),
            QStringLiteral("/member/birth_date")});
    if (decidedAt.isValid() && decidedAt < received)
        problems.append({QStringLiteral("decided_before_receipt"),
            Say::tr("No step can be dated before the request was received: look at when it was received."),
            QStringLiteral("/received_at")});
    return problems;
}

QList<Error> impossibleValidity(const ReviewCase &reviewCase, const QDate &decidedOn)
{
    const Determination &made = reviewCase.determination;
    const QDate &care = reviewCase.service.plannedOn;
    const QString outside = QStringLiteral("care_outside_validity");
    QList<Error> problems;
    if (made.validFrom.isValid() && made.validTo.isValid() && made.validTo < made.validFrom)
        problems.append({QStringLiteral("valid_before_it_begins"), Say::tr("The approval ends before it begins."),
            QStringLiteral("/determination/valid_to")});
    else if (care.isValid() && made.validFrom.isValid() && care < made.validFrom)
        problems.append({outside,
            Say::tr("The date of service, %1, is before the approval begins (%2).")
                .arg(dayWords(care), dayWords(made.validFrom)),
            QStringLiteral("/determination/valid_from")});
    else if (care.isValid() && made.validTo.isValid() && care > made.validTo)
        problems.append({outside,
            Say::tr("The date of service, %1, is after the approval ends (%2).")
                .arg(dayWords(care), dayWords(made.validTo)),
            QStringLiteral("/determination/valid_to")});
    else if (!care.isValid() && reviewCase.request.timing == Timing::PreService && decidedOn.isValid() &&
        made.validTo.isValid() && made.validTo < decidedOn)
        problems.append({QStringLiteral("validity_over"),
            Say::tr("The approval is over (%1) before it is decided (%2), and the care is still to come.")
                .arg(dayWords(made.validTo), dayWords(decidedOn)),
            QStringLiteral("/determination/valid_to")});
    return problems;
}

std::optional<Error> replyTooLate(const QDate &named, const QDate &latest)
{
    if (!named.isValid() || !latest.isValid() || named <= latest)
        return std::nullopt;
    return Error{QStringLiteral("reply_by"),
        Say::tr("Reply by %1 is too late: asking does not stop the clock here, and the decision is due on %2. Give until "
                "%2 at the latest, or leave the day out.")
            .arg(dayWords(named), dayWords(latest)),
        QStringLiteral("/determination/reply_by")};
}

QList<MissingField> notOnFile(const Person &physician)
{
    QList<MissingField> missing;
    if (!isVisibleText(physician.credential))
        missing.append({QStringLiteral("/determination/by/credential"), Say::tr("credential")});
    if (!isVisibleText(physician.specialty))
        missing.append({QStringLiteral("/determination/by/specialty"), Say::tr("specialty")});
    return missing;
}

} // namespace reviewdesk
