#pragma once

#include "cases/Finding.h"
#include "support/Result.h"

#include <optional>

namespace reviewdesk {

/// What a decision must satisfy so that its letter can be written: asked by the step, while it can still be mended, and
/// by the letter. `place` is a JSON pointer into the case file.

/// Dates of a request that cannot follow each other so, decided at `decidedAt` (invalid: not asked):
/// `born_after_receipt`, `decided_before_receipt`.
QList<Error> impossibleOrder(const ReviewCase &reviewCase, const QDateTime &decidedAt);

/// Dates of an approval that cannot be, where they are there, decided on `decidedOn` (invalid: not asked):
/// `valid_before_it_begins`, `care_outside_validity`, and `validity_over` before a decision on care that is still to come.
QList<Error> impossibleValidity(const ReviewCase &reviewCase, const QDate &decidedOn);

/// Why an answer cannot be asked for by `named`, where `latest` (invalid: any) is the last day for it: `reply_by`.
std::optional<Error> replyTooLate(const QDate &named, const QDate &latest);

/// What a denial says of its physician and is not on file: credential, specialty.
QList<MissingField> notOnFile(const Person &physician);

} // namespace reviewdesk
