#pragma once

#include "cases/Finding.h"
#include "support/Result.h"

namespace reviewdesk {

/// What a decision must satisfy so that its letter can be written: asked by the step, while it can still be mended, and
/// by the letter. `place` is a JSON pointer into the case file.

/// Dates of a request that cannot follow each other so, decided at `decidedAt` (invalid: not asked):
/// `born_after_receipt`, `decided_before_receipt`.
QList<Error> impossibleOrder(const ReviewCase &reviewCase, const QDateTime &decidedAt);

/// Dates of an approval that cannot be, where they are there: `valid_before_it_begins`, `care_outside_validity`.
QList<Error> impossibleValidity(const ReviewCase &reviewCase);

/// What a denial says of its physician and is not on file: credential, specialty.
QList<MissingField> notOnFile(const Person &physician);

} // namespace reviewdesk
