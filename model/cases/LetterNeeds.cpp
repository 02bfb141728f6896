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

QList<Error> impossibleValidity(const ReviewCase &reviewCase)
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
    return problems;
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
