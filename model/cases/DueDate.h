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

/// One row of resources/rules/due-dates.json.
struct DueRule {
    QString id;
    QList<LineOfBusiness> linesOfBusiness;
    QString state; ///< empty: any
    std::optional<Urgency> urgency;
    std::optional<Timing> timing;
    QList<Channel> channels; ///< empty: any
    int limit = 0;
    LimitUnit unit = LimitUnit::CalendarDays;
    QString citation;
    bool verified = false; ///< read in its source; otherwise from memory, shown as such
};

struct DueRules {
    QList<DueRule> rules;
    QList<QDate> holidays; ///< US federal, as data
};

/// The rules from their JSON files (resources/rules), checked by their schemas.
Result<DueRules> readDueRules(const QByteArray &rules, const QByteArray &rulesSchema, const QByteArray &holidays,
    const QByteArray &holidaysSchema);

/// A rule that fits a case and where it leads.
struct DueEntry {
    DueRule rule;
    QDateTime due; ///< UTC
    QString arithmetic; ///< "received Mon 9 Nov 09:10 + 72 h"
};

/// Every rule that fits, earliest first; empty while receipt, urgency, timing or line of business is not entered. Hours
/// are exact; a limit in days ends at the end of the nth day in `zone` (daylight saving right).
QList<DueEntry> dueDates(const Request &request, const DueRules &rules, const QTimeZone &zone);

/// A due instant in words for a chip: "Overdue 2 h", "Today 16:40", "Wed 25 Nov". `soon`/`overdue` give its tone.
struct DueChip {
    QString words;
    bool overdue = false;
    bool soon = false; ///< today
};
DueChip dueChip(const QDateTime &due, const QDateTime &now, const QTimeZone &zone);

} // namespace reviewdesk
