#pragma once

#include "cases/DueDate.h"
#include "policy/JsonValue.h"

#include <optional>

namespace reviewdesk {

/// What a plan's letterhead gives to an answer by itself; 0: nothing.
struct ReplyTerms {
    int days = 0;
    int hoursExpedited = 0; ///< before the days, of an expedited request
};

/// As one line of business reads the letterhead (resources/letters/letterhead.schema.json).
ReplyTerms replyTerms(const JsonValue &letterhead, std::optional<LineOfBusiness> lineOfBusiness);

/// Until when an answer is wanted: an instant, or the end of a day. Both invalid: the plan names none.
struct ReplyTime {
    QDateTime until;
    QDate day;
    QDateTime latest; ///< when the decision is due by a rule whose clock runs on; invalid: none
};

/// The plan's own time for an answer that is asked for at `asked`, on the day `askedOn`: not less than the rule that binds gives,
/// but no later than the decision is due by a rule whose clock runs on. Days of `due` are those of `zone`.
ReplyTime replyTime(const Request &request, const QList<DueEntry> &due, const ReplyTerms &terms, const QDateTime &asked,
    const QDate &askedOn, const QTimeZone &zone);

/// The last day, in `zone`, that an answer may be asked for by when information is asked for at `asked`: that on which the
/// decision is due by a rule whose clock runs on. Invalid: any; there is no such rule, or its time has run out.
QDate latestReplyBy(const QList<DueEntry> &due, const QDateTime &asked, const QTimeZone &zone);

/// The same, were it asked for at `at` with the letter issued then.
QDate latestReplyBy(const Request &request, ClockEvents events, const QDateTime &at, const DueRules &rules,
    const QTimeZone &zone);

/// The day to be named when information is asked for at `asked` and nobody named one, so that the letter and the end of the wait
/// say the same however long the letter takes. Invalid: none; the plan gives no time of its own, or it gives hours, which end
/// on the day on which the wait ends by itself.
QDate replyDay(const Request &request, const ClockEvents &events, const QList<DueEntry> &due, const ReplyTerms &terms,
    const QDateTime &asked, const QTimeZone &zone);

} // namespace reviewdesk
