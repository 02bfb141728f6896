#pragma once

#include "cases/ReviewCase.h"

namespace reviewdesk {

/// Entries of a draft that came with a message: they stand there as they were sent and count at once (an expedited
/// request runs on the short clock), but nothing is decided on them before a person has confirmed or corrected each.
/// Answers to the policy's questions never come so: they are suggested beside the draft.

/// The entry that holds a member of the case file: "/service/diagnosis_codes" of "/service/diagnosis_codes/1"; empty
/// where none does that a message may fill.
QString sentEntry(const QString &pointer);
bool isUnconfirmed(const ReviewCase &reviewCase, const QString &entry);
void confirmEntry(ReviewCase &reviewCase, const QString &entry);
/// What was changed since `before` stands there by a person's hand.
void confirmChanged(const ReviewCase &before, ReviewCase &after);

} // namespace reviewdesk
