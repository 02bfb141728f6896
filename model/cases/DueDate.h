#pragma once

#include "cases/ReviewCase.h"
#include "support/Result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QTimeZone>

namespace reviewdesk {

enum class LimitUnit { Hours, CalendarDays, BusinessDays };

/// One row of resources/rules/due-dates.json. An empty list or optional: any.
struct DueRule {
    QString id;
    QList<LineOfBusiness> linesOfBusiness;
    QString state;
    std::optional<Urgency> urgency;
    QList<Timing> timings;
    QList<Channel> channels;
    QDate from; ///< first and
    QDate until; ///< last day of receipt that it holds for
    int limit = 0;
    LimitUnit unit = LimitUnit::CalendarDays;
    bool holidaysExcluded = false; ///< calendar days: weekends count, holidays do not
    QString citation;
    bool verified = false; ///< read in its source; otherwise from memory, shown as such
    QString note; ///< what a person should know of it; may be empty

    friend bool operator==(const DueRule &, const DueRule &) = default;
};

struct DueRules {
    QList<DueRule> rules;
    QList<QDate> holidays; ///< US federal, as data, ascending
};

/// The rules from their JSON files (resources/rules), checked by their schemas. The first problem is the error: its
/// `place` is the file and the JSON pointer.
Result<DueRules> readDueRules(const QByteArray &rules, const QByteArray &rulesSchema, const QByteArray &holidays,
    const QByteArray &holidaysSchema);

/// A rule that fits a case and where it leads.
struct DueEntry {
    DueRule rule;
    QDateTime due; ///< UTC
    QString arithmetic; ///< "received Mon 9 Nov 09:10 + 72 h = Thu 12 Nov 09:10"

    friend bool operator==(const DueEntry &, const DueEntry &) = default;
};

/// Every rule that fits, earliest first; empty while receipt, urgency, timing or line of business is not entered. Hours
/// are exact; a limit in days ends with the last millisecond of the nth day after the day of receipt in `zone`
/// (daylight saving right).
QList<DueEntry> dueDates(const Request &request, const DueRules &rules, const QTimeZone &zone);

/// A due instant in words for a chip: "Overdue 2 h", "Today 16:40", "Wed 25 Nov". `soon`/`overdue` give its tone.
struct DueChip {
    QString words;
    bool overdue = false;
    bool soon = false; ///< today
};
DueChip dueChip(const QDateTime &due, const QDateTime &now, const QTimeZone &zone);

} // namespace reviewdesk
