#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace reviewdesk {

/// Whole days in the plan's time zone, both included.
struct ReportPeriod {
    QDate first;
    QDate last;

    bool isValid() const { return first.isValid() && last.isValid() && first <= last; }
    QDateTime begin(const QTimeZone &zone) const; ///< UTC
    QDateTime end(const QTimeZone &zone) const; ///< UTC; the first instant after it
    QString words() const; ///< "1 Jan 2026 to 31 Dec 2026"

    friend bool operator==(const ReportPeriod &, const ReportPeriod &) = default;
};

enum class UsualPeriod { ThisYear, LastYear, ThisQuarter, LastQuarter, ThisMonth, LastMonth, Last30Days };

QList<UsualPeriod> usualPeriods();
/// The whole year, quarter or month, also where it has not ended yet.
ReportPeriod periodOf(UsualPeriod usual, const QDate &today);
QString label(UsualPeriod usual);

} // namespace reviewdesk
