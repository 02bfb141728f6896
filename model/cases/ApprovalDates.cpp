#include "cases/ApprovalDates.h"

namespace reviewdesk {

QDate careGivenOn(const ReviewCase &reviewCase, const QDate &day)
{
    const QDate &planned = reviewCase.service.plannedOn;
    const bool isAfterwards = reviewCase.request.timing == Timing::PostService;
    return isAfterwards && planned.isValid() && (!day.isValid() || planned <= day) ? planned : QDate();
}

ApprovalDates approvalDates(const ReviewCase &reviewCase, const QDate &day, int usualDays)
{
    const QDate given = careGivenOn(reviewCase, day);
    const QDate &planned = reviewCase.service.plannedOn;
    ApprovalDates dates{reviewCase.determination.validFrom, reviewCase.determination.validTo};
    if (!dates.from.isValid())
        dates.from = given.isValid() ? given : planned.isValid() ? qMin(day, planned) : day;
    if (!dates.to.isValid())
        dates.to = given.isValid() ? given : dates.from.addDays(usualDays);
    return dates;
}

void fillApprovalDates(ReviewCase &reviewCase, const QDate &day, int usualDays)
{
    const ApprovalDates dates = approvalDates(reviewCase, day, usualDays);
    reviewCase.determination.validFrom = dates.from;
    reviewCase.determination.validTo = dates.to;
}

} // namespace reviewdesk
