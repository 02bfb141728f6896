#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterLanguage.h"
#include "letter/LetterheadSettings.h"

#include <QDateTime>
#include <QTimeZone>

namespace reviewdesk {

/// An instant that came with an offset is told as it came; one in UTC in the plan's zone.
QDateTime asTold(const QDateTime &instant, const QTimeZone &zone);

/// The day that the case names for an answer, as a letter tells it: not less than the rule that binds gives from the letter.
/// Invalid: the case names none.
QDate replyDayTold(const LetterRequest &request, const QTimeZone &zone);

/// Until when a request for information wants its answer, in the letter's words: the date that the case gives, or, where the
/// letter is written so late that this is less than the rule that binds gives from it, that rule's; else the plan's own time for answers from the day of the letter, not less than the rule that binds gives, but no later than the
/// decision is due. Empty: the plan names none.
QString replyBy(const LetterRequest &request, const LetterheadSettings &settings, const LetterLanguage &language,
    const QTimeZone &zone);

/// The time in which an appeal of a denial is decided where the care was given already and the rules have a time of its own for
/// that: "60 days"; else empty.
QString appealTimeAfterCare(const LetterRequest &request, const Rulebook &rulebook, const LetterLanguage &language);

} // namespace reviewdesk
