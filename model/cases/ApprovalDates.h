#pragma once

#include "cases/ReviewCase.h"

namespace reviewdesk {

/// From when to when an approval is valid.
struct ApprovalDates {
    QDate from;
    QDate to;

    friend bool operator==(const ApprovalDates &, const ApprovalDates &) = default;
};

/// The day on which the care was given already when the decision is made on `day`; invalid: it was not, or it is not
/// known. `day` may be invalid where the decision has none yet.
QDate careGivenOn(const ReviewCase &reviewCase, const QDate &day);

/// What stands in the case, and where that is empty what an approval on `day` (in the plan's time zone) takes: care
/// that was given is approved for its day; other care from that day on, or from its planned date where that is earlier,
/// for `usualDays`.
ApprovalDates approvalDates(const ReviewCase &reviewCase, const QDate &day, int usualDays);

/// The same put into the case.
void fillApprovalDates(ReviewCase &reviewCase, const QDate &day, int usualDays);

} // namespace reviewdesk
