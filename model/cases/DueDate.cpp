#include "cases/DueDate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DueDate)
};

QLocale wordsLocale()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

QString dayWords(const QDate &date)
{
    return wordsLocale().toString(date, QStringLiteral("ddd d MMM"));
}

QString instantWords(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    return dayWords(local.date()) + QLatin1Char(' ') + local.time().toString(QStringLiteral("HH:mm"));
}

template <typename Value> bool fits(const QList<Value> &any, const Value &value)
{
    return any.isEmpty() || any.contains(value);
}

bool fits(const DueRule &rule, const Request &request, const QDate &receivedOn)
{
    const bool channelFits = rule.channels.isEmpty() || (request.channel && rule.channels.contains(*request.channel));
    return rule.linesOfBusiness.contains(*request.lineOfBusiness) &&
        (rule.state.isEmpty() || rule.state == request.state) && (!rule.urgency || rule.urgency == request.urgency) &&
        fits(rule.timings, *request.timing) && channelFits && (!rule.from.isValid() || receivedOn >= rule.from) &&
        (!rule.until.isValid() || receivedOn <= rule.until);
}

bool isWeekend(const QDate &date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

bool counts(const QDate &date, const DueRule &rule, const QList<QDate> &holidays)
{
    const bool isHoliday = std::binary_search(holidays.begin(), holidays.end(), date);
    if (rule.unit == LimitUnit::BusinessDays)
        return !isWeekend(date) && !isHoliday;
    return !rule.holidaysExcluded || !isHoliday;
}

QString limitWords(const DueRule &rule)
{
    switch (rule.unit) {
    case LimitUnit::Hours:
        return Say::tr("%1 h").arg(rule.limit);
    case LimitUnit::CalendarDays:
        return rule.limit == 1 ? Say::tr("1 calendar day") : Say::tr("%1 calendar days").arg(rule.limit);
    case LimitUnit::BusinessDays:
        break;
    }
    return rule.limit == 1 ? Say::tr("1 business day") : Say::tr("%1 business days").arg(rule.limit);
}

/// The last instant of a day, where midnight may not exist.
QDateTime endOfDay(const QDate &date, const QTimeZone &zone)
{
    return date.addDays(1).startOfDay(zone).toUTC().addMSecs(-1);
}

DueEntry entryFor(const DueRule &rule, const QDateTime &receivedAt, const QList<QDate> &holidays, const QTimeZone &zone)
{
    const QString sum = Say::tr("received %1 + %2").arg(instantWords(receivedAt, zone), limitWords(rule));
    if (rule.unit == LimitUnit::Hours) {
        const QDateTime due = receivedAt.toUTC().addSecs(qint64{rule.limit} * 3600);
        return {rule, due, Say::tr("%1 = %2").arg(sum, instantWords(due, zone))};
    }
    QDate day = receivedAt.toTimeZone(zone).date();
    QStringList skipped;
    for (int counted = 0; counted < rule.limit;) {
        day = day.addDays(1);
        if (counts(day, rule, holidays))
            ++counted;
        else
            skipped.append(dayWords(day));
    }
    const QString notCounted =
        skipped.isEmpty() ? QString() : Say::tr(" (not counted: %1)").arg(skipped.join(QLatin1String(", ")));
    return {rule, endOfDay(day, zone), Say::tr("%1%2 = end of %3").arg(sum, notCounted, dayWords(day))};
}

QString lateWords(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return Say::tr("Overdue %1 min").arg(qMax(minutes, qint64{1}));
    if (minutes < 48 * 60)
        return Say::tr("Overdue %1 h").arg(minutes / 60);
    return Say::tr("Overdue %1 d").arg(minutes / (24 * 60));
}

} // namespace

QList<DueEntry> dueDates(const Request &request, const DueRules &rules, const QTimeZone &zone)
{
    QList<DueEntry> entries;
    if (!request.receivedAt.isValid() || !request.urgency || !request.timing || !request.lineOfBusiness)
        return entries;
    const QDate receivedOn = request.receivedAt.toTimeZone(zone).date();
    for (const DueRule &rule : rules.rules) {
        if (fits(rule, request, receivedOn))
            entries.append(entryFor(rule, request.receivedAt, rules.holidays, zone));
    }
    std::stable_sort(entries.begin(), entries.end(),
        [](const DueEntry &left, const DueEntry &right) { return left.due < right.due; });
    return entries;
}

DueChip dueChip(const QDateTime &due, const QDateTime &now, const QTimeZone &zone)
{
    if (!due.isValid())
        return {};
    if (due < now)
        return {lateWords(due.secsTo(now)), true, false};
    const QDateTime local = due.toTimeZone(zone);
    const QDate today = now.toTimeZone(zone).date();
    if (local.date() == today)
        return {Say::tr("Today %1").arg(local.time().toString(QStringLiteral("HH:mm"))), false, true};
    const bool otherYear = local.date().year() != today.year();
    return {wordsLocale().toString(
                local.date(), otherYear ? QStringLiteral("ddd d MMM yyyy") : QStringLiteral("ddd d MMM")),
        false, false};
}

} // namespace reviewdesk
