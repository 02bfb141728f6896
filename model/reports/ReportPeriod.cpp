#include "reports/ReportPeriod.h"

#include "cases/DateWords.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ReportPeriod)
};

ReportPeriod months(const QDate &first, int count)
{
    return {first, first.addMonths(count).addDays(-1)};
}

} // namespace

QDateTime ReportPeriod::begin(const QTimeZone &zone) const
{
    return first.startOfDay(zone).toUTC();
}

QDateTime ReportPeriod::end(const QTimeZone &zone) const
{
    return last.addDays(1).startOfDay(zone).toUTC();
}

QString ReportPeriod::words() const
{
    return Say::tr("%1 to %2").arg(dayWords(first), dayWords(last));
}

QList<UsualPeriod> usualPeriods()
{
    return {UsualPeriod::ThisYear, UsualPeriod::LastYear, UsualPeriod::ThisQuarter, UsualPeriod::LastQuarter,
        UsualPeriod::ThisMonth, UsualPeriod::LastMonth, UsualPeriod::Last30Days};
}

ReportPeriod periodOf(UsualPeriod usual, const QDate &today)
{
    constexpr int ofYear = 12;
    constexpr int ofQuarter = 3;
    const QDate month(today.year(), today.month(), 1);
    const QDate quarter(today.year(), (today.month() - 1) / ofQuarter * ofQuarter + 1, 1);
    const QDate year(today.year(), 1, 1);
    switch (usual) {
    case UsualPeriod::ThisYear:
        return months(year, ofYear);
    case UsualPeriod::LastYear:
        return months(year.addMonths(-ofYear), ofYear);
    case UsualPeriod::ThisQuarter:
        return months(quarter, ofQuarter);
    case UsualPeriod::LastQuarter:
        return months(quarter.addMonths(-ofQuarter), ofQuarter);
    case UsualPeriod::ThisMonth:
        return months(month, 1);
    case UsualPeriod::LastMonth:
        return months(month.addMonths(-1), 1);
    case UsualPeriod::Last30Days:
        return {today.addDays(-29), today};
    }
    Q_UNREACHABLE();
}

QString label(UsualPeriod usual)
{
    switch (usual) {
    case UsualPeriod::ThisYear:
        return Say::tr("This year");
    case UsualPeriod::LastYear:
        return Say::tr("Last year");
    case UsualPeriod::ThisQuarter:
        return Say::tr("This quarter");
    case UsualPeriod::LastQuarter:
        return Say::tr("Last quarter");
    case UsualPeriod::ThisMonth:
        return Say::tr("This month");
    case UsualPeriod::LastMonth:
        return Say::tr("Last month");
    case UsualPeriod::Last30Days:
        return Say::tr("Last 30 days");
    }
    Q_UNREACHABLE();
}

} // namespace reviewdesk
