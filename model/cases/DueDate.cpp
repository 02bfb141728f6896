#include "cases/DueDate.h"

#include "cases/DateWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DueDate)
};

QString instantWords(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    return weekdayWordsInYear(local.date()) + QLatin1Char(' ') + clockWords(local.time());
}

template <typename Value> bool fits(const QList<Value> &any, const Value &value)
{
    return any.isEmpty() || any.contains(value);
}

bool fits(const DueRule &rule, const Request &request, bool isAppeal, const QDate &receivedOn)
{
    // How it came is not entered: every rule that looks at it holds, so that the strictest binds.
    const bool channelFits = !request.channel || fits(rule.channels, *request.channel);
    const bool stateFits = rule.state.isEmpty() ||
        rule.state.compare(QStringView(request.state).trimmed(), Qt::CaseInsensitive) == 0;
    return rule.appeal == isAppeal && rule.linesOfBusiness.contains(*request.lineOfBusiness) && stateFits &&
        (!rule.urgency || rule.urgency == request.urgency) && fits(rule.timings, *request.timing) && channelFits &&
        (!rule.from.isValid() || receivedOn >= rule.from) && (!rule.until.isValid() || receivedOn <= rule.until);
}

bool isWeekend(const QDate &date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

/// What a limit in days counts: the rule decides on holidays, the limit's unit on weekends.
bool counts(const QDate &date, LimitUnit unit, const DueRule &rule, const QList<QDate> &holidays)
{
    const bool isHoliday = std::binary_search(holidays.begin(), holidays.end(), date);
    if (unit == LimitUnit::BusinessDays)
        return !isWeekend(date) && !isHoliday;
    return !rule.holidaysExcluded || !isHoliday;
}

} // namespace

QString limitInWords(const TimeLimit &limit)
{
    switch (limit.unit) {
    case LimitUnit::Hours:
        return Say::tr("%1 h").arg(limit.count);
    case LimitUnit::CalendarDays:
        return limit.count == 1 ? Say::tr("1 calendar day") : Say::tr("%1 calendar days").arg(limit.count);
    case LimitUnit::BusinessDays:
        break;
    }
    return limit.count == 1 ? Say::tr("1 business day") : Say::tr("%1 business days").arg(limit.count);
}

namespace {

/// "2 d 4 h"
QString spanWords(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    QStringList parts;
    if (minutes >= 24 * 60)
        parts.append(Say::tr("%1 d").arg(minutes / (24 * 60)));
    if (minutes / 60 % 24 > 0)
        parts.append(Say::tr("%1 h").arg(minutes / 60 % 24));
    if (parts.isEmpty())
        parts.append(Say::tr("%1 min").arg(minutes));
    return parts.join(QLatin1Char(' '));
}

/// The last instant of a day, where midnight may not exist.
QDateTime endOfDay(const QDate &date, const QTimeZone &zone)
{
    return date.addDays(1).startOfDay(zone).toUTC().addMSecs(-1);
}

/// Works one rule out: the instant so far, and the sum that led to it in words.
class Sum {
public:
    Sum(const DueRule &rule, const QDateTime &receivedAt, const QList<QDate> &holidays, const QTimeZone &zone)
        : m_rule(rule), m_receivedAt(receivedAt.toUTC()), m_holidays(holidays), m_zone(zone)
    {
        m_due = after(m_receivedAt, rule.limit);
        m_words = Say::tr("received %1 + %2").arg(instantWords(m_receivedAt, zone), limitInWords(rule.limit));
    }

    void extend();
    void wait(const ClockEvents::Wait &wait);
    void remark(const QString &sentence) { m_remarks.append(sentence); }
    QDateTime due() const { return m_due; }
    QString endWords() const;
    DueEntry entry() const;

private:
    bool isInDays() const { return m_rule.limit.unit != LimitUnit::Hours; }
    bool isNoticed(const ClockEvents::Wait &wait);
    QDateTime after(const QDateTime &start, const TimeLimit &limit);
    bool isTooLate(const QDateTime &asked, const InformationRule &information);
    void stop(const QDateTime &from, const QDateTime &until);
    void decideAfter(const QDateTime &until, const InformationRule &information);

    const DueRule &m_rule;
    QDateTime m_receivedAt;
    const QList<QDate> &m_holidays;
    const QTimeZone &m_zone;
    QDateTime m_due; ///< UTC
    bool m_endsWithDay = false;
    bool m_waiting = false;
    bool m_isExtended = false;
    bool m_isAskedLate = false;
    QDateTime m_waitEnd; ///< of the wait that is still open
    bool m_runsOut = false; ///< the last wait ended, or will end, without an answer in the time given
    QString m_words;
    QStringList m_skipped;
    QStringList m_remarks;
};

QDateTime Sum::after(const QDateTime &start, const TimeLimit &limit)
{
    m_endsWithDay = limit.unit != LimitUnit::Hours;
    if (!m_endsWithDay)
        return start.toUTC().addSecs(qint64{limit.count} * 3600);
    QDate day = start.toTimeZone(m_zone).date();
    for (int counted = 0; counted < limit.count;) {
        day = day.addDays(1);
        if (counts(day, limit.unit, m_rule, m_holidays))
            ++counted;
        else
            m_skipped.append(weekdayWordsInYear(day));
    }
    return endOfDay(day, m_zone);
}

void Sum::extend()
{
    if (!m_rule.extension)
        return;
    m_isExtended = true;
    const TimeLimit &more = m_rule.extension->limit;
    if (isInDays() || more.unit == LimitUnit::Hours)
        m_due = after(m_due, more);
    else
        m_due = m_due.toTimeZone(m_zone).addDays(more.count).toUTC(); // the hour stays
    m_words = Say::tr("%1 + %2 of extension").arg(m_words, limitInWords(more));
}

void Sum::wait(const ClockEvents::Wait &wait)
{
    if (!m_rule.information || m_rule.information->effect == InformationRule::Effect::ClockRuns || wait.from >= m_due)
        return; // nothing stops a clock that has run out
    const InformationRule &information = *m_rule.information;
    const bool fromNotice = information.fromNotice && wait.noticedAt.isValid();
    const QDateTime begun = fromNotice ? std::max(wait.from, wait.noticedAt) : wait.from;
    m_isAskedLate = !wait.until.isValid() && isTooLate(begun, information);
    if (isTooLate(begun, information)) {
        const QString late = isTooLate(wait.from, information) ? Say::tr("%1 (asked later than %2 after receipt: no more time)")
                                                               : Say::tr("%1 (the letter that asks was issued later than %2 after receipt: no more time)");
        m_words = late.arg(m_words, limitInWords(information.askWithin));
        return;
    }
    if (information.fromNotice && !isNoticed(wait))
        return;
    m_waiting = !wait.until.isValid();
    const bool endsWithDay = m_endsWithDay;
    const QDateTime given = after(begun, information.giveAtLeast);
    if (m_waiting && information.giveAtLeast.count > 0)
        m_waitEnd = given;
    m_endsWithDay = endsWithDay;
    if (information.effect == InformationRule::Effect::ClockStops)
        return stop(begun, m_waiting ? given : wait.until);
    // An answer that comes after the time that was given starts no new time.
    const bool hasEnd = information.giveAtLeast.count > 0;
    m_runsOut = m_waiting || (hasEnd && given < wait.until);
    decideAfter(m_runsOut ? given : wait.until, information);
}

/// Whether the letter that asks went out while the wait lasted and the clock ran; otherwise says what follows.
bool Sum::isNoticed(const ClockEvents::Wait &wait)
{
    if (!wait.noticedAt.isValid() || (wait.until.isValid() && wait.until < wait.noticedAt)) {
        remark(wait.until.isValid()
                ? Say::tr("What was asked for on %1 was answered before the letter that asks was issued: the clock ran on.")
                      .arg(instantWords(wait.from, m_zone))
                : Say::tr("The clock runs until the letter that asks is issued."));
        return false;
    }
    if (wait.noticedAt < m_due)
        return true;
    remark(Say::tr("The letter that asks was issued on %1, when the time had run out: it stops nothing.")
               .arg(instantWords(wait.noticedAt, m_zone)));
    return false;
}

/// The time to decide anew is for those who asked in time; otherwise the limit from receipt holds.
bool Sum::isTooLate(const QDateTime &asked, const InformationRule &information)
{
    if (information.effect != InformationRule::Effect::DecideAfterWait || information.askWithin.count == 0)
        return false;
    const bool endsWithDay = m_endsWithDay;
    const QStringList skipped = m_skipped;
    const QDateTime latest = after(m_receivedAt, information.askWithin);
    m_endsWithDay = endsWithDay;
    m_skipped = skipped;
    return asked > latest;
}

void Sum::stop(const QDateTime &from, const QDateTime &until)
{
    if (!isInDays()) {
        m_due = m_due.addSecs(from.secsTo(until));
        m_words = Say::tr("%1, paused %2 for information").arg(m_words, spanWords(from.secsTo(until)));
        return;
    }
    const qint64 days = from.toTimeZone(m_zone).date().daysTo(until.toTimeZone(m_zone).date());
    m_due = endOfDay(m_due.toTimeZone(m_zone).date().addDays(days), m_zone);
    m_words = Say::tr("%1, paused %2 d for information").arg(m_words).arg(days);
}

void Sum::decideAfter(const QDateTime &until, const InformationRule &information)
{
    m_skipped.clear();
    const QString waitEnd = m_waiting ? Say::tr("wait for information ends %1")
        : m_runsOut                   ? Say::tr("wait for information ended %1")
                                      : Say::tr("information ended %1");
    const QDateTime afterWait = after(until, information.decideWithin);
    const bool endsWithDay = m_endsWithDay;
    const QString words =
        Say::tr("%1 + %2").arg(waitEnd.arg(instantWords(until, m_zone)), limitInWords(information.decideWithin));
    if (information.effect == InformationRule::Effect::LaterOf) {
        const QStringList skipped = m_skipped;
        const QDateTime afterRequest = after(m_receivedAt, information.fromRequest);
        if (afterRequest > afterWait) {
            m_due = afterRequest;
            m_words = Say::tr("received %1 + %2")
                          .arg(instantWords(m_receivedAt, m_zone), limitInWords(information.fromRequest));
            return;
        }
        m_skipped = skipped;
    }
    m_due = afterWait;
    m_endsWithDay = endsWithDay;
    m_words = words;
}

QString Sum::endWords() const
{
    return m_endsWithDay ? Say::tr("end of %1").arg(weekdayWordsInYear(m_due.toTimeZone(m_zone).date()))
                         : instantWords(m_due, m_zone);
}

DueEntry Sum::entry() const
{
    const QString notCounted =
        m_skipped.isEmpty() ? QString() : Say::tr(" (not counted: %1)").arg(m_skipped.join(QLatin1String(", ")));
    return {m_rule, m_due, m_waiting, Say::tr("%1%2 = %3").arg(m_words, notCounted, endWords()), m_waitEnd, m_remarks,
        m_isExtended, m_isAskedLate};
}

DueEntry entryFor(const DueRule &rule, const QDateTime &receivedAt, const ClockEvents &events,
    const QList<QDate> &holidays, const QTimeZone &zone)
{
    const auto sumWith = [&](bool more) {
        Sum sum(rule, receivedAt, holidays, zone);
        if (more)
            sum.extend();
        for (const ClockEvents::Wait &wait : events.waits)
            sum.wait(wait);
        return sum;
    };
    const bool isExtended = events.extendedAt.isValid() && rule.extension;
    if (!isExtended || !rule.extension->needsNotice)
        return sumWith(isExtended).entry();
    Sum without = sumWith(false);
    const QDateTime &noticed = events.extensionNoticedAt;
    if (noticed.isValid() && noticed <= without.due())
        return sumWith(true).entry();
    const QString taken = instantWords(events.extendedAt, zone);
    without.remark(noticed.isValid()
            ? Say::tr("More time was taken on %1, but its notice was issued on %2, when the time had run out: it does not count.")
                  .arg(taken, instantWords(noticed, zone))
            : Say::tr("More time was taken on %1; it counts once its notice is issued, by %2.").arg(taken, without.endWords()));
    return without.entry();
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

ClockEvents since(ClockEvents events, const QDateTime &receivedAt)
{
    if (events.isExtendedBefore && events.extendedAt < receivedAt) {
        events.extendedAt = {};
        events.extensionNoticedAt = {};
        events.isExtendedBefore = false;
    }
    for (int i = events.waitsBefore - 1; i >= 0; --i) {
        if (events.waits.at(i).from < receivedAt) {
            events.waits.removeAt(i);
            --events.waitsBefore;
        }
    }
    return events;
}

QList<DueEntry> dueDates(
    const Request &request, const ClockEvents &events, const DueRules &rules, const QTimeZone &zone)
{
    QList<DueEntry> entries;
    if (!request.receivedAt.isValid() || !request.urgency || !request.timing || !request.lineOfBusiness)
        return entries;
    const QDate receivedOn = request.receivedAt.toTimeZone(zone).date();
    const ClockEvents counted = since(events, request.receivedAt);
    for (const DueRule &rule : rules.rules) {
        if (fits(rule, request, events.isAppeal, receivedOn))
            entries.append(entryFor(rule, request.receivedAt, counted, rules.holidays, zone));
    }
    std::stable_sort(entries.begin(), entries.end(),
        [](const DueEntry &left, const DueEntry &right) { return left.due < right.due; });
    return entries;
}

ClockEvents asIfAsked(ClockEvents events, const QDateTime &at)
{
    if (events.isWaiting() && !events.waits.last().noticedAt.isValid())
        events.waits.last().noticedAt = at;
    return events;
}

QDateTime extendedDue(const Request &request, ClockEvents events, const QDateTime &at, const DueRules &rules,
    const QTimeZone &zone)
{
    events.extendedAt = at;
    events.extensionNoticedAt = at;
    events.isExtendedBefore = false;
    const QList<DueEntry> entries = dueDates(request, events, rules, zone);
    return entries.isEmpty() ? QDateTime() : entries.first().due;
}

QDate leastReplyBy(
    const Request &request, ClockEvents events, const QDateTime &at, const DueRules &rules, const QTimeZone &zone)
{
    if (!events.isWaiting())
        events.waits.append({at, {}});
    const QList<DueEntry> entries = dueDates(request, asIfAsked(std::move(events), at), rules, zone);
    const bool givesTime = !entries.isEmpty() && entries.constFirst().waitEnd.isValid();
    return (givesTime ? entries.constFirst().waitEnd : at).toTimeZone(zone).date();
}

QDateTime waitEnd(
    const Determination &determination, const ClockEvents &events, const QList<DueEntry> &due, const QTimeZone &zone)
{
    if (!events.isWaiting())
        return {};
    const bool isNamed = determination.replyBy.isValid();
    if (due.isEmpty())
        return isNamed ? endOfDay(determination.replyBy, zone) : QDateTime();
    const DueEntry &binding = due.constFirst();
    const QDateTime named = isNamed ? endOfDay(determination.replyBy, zone) : QDateTime();
    if (isNamed)
        return binding.waitEnd.isValid() ? std::max(named, binding.waitEnd) : named;
    return binding.waitEnd.isValid() ? binding.waitEnd : binding.due;
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
        return {Say::tr("Today %1").arg(clockWords(local.time())), false, true};
    const bool otherYear = local.date().year() != today.year();
    return {otherYear ? weekdayWords(local.date()) : weekdayWordsInYear(local.date()), false, false};
}

} // namespace reviewdesk
