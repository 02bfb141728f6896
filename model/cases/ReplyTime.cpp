#include "cases/ReplyTime.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// When the decision is due by a rule whose clock runs on while we wait; invalid: none does, or it has run out.
QDateTime runningDue(const QList<DueEntry> &due, const QDateTime &asked)
{
    for (const DueEntry &entry : due) { // earliest first
        const std::optional<InformationRule> &information = entry.rule.information;
        if (!information || information->effect == InformationRule::Effect::ClockRuns || entry.isAskedLate)
            return entry.due > asked ? entry.due : QDateTime();
    }
    return {};
}

/// As long as the rule that binds gives the provider; invalid: it gives no time.
QDateTime leastWait(const QList<DueEntry> &due)
{
    return due.isEmpty() ? QDateTime() : due.constFirst().waitEnd;
}

QDate dayOf(const QDateTime &instant, const QTimeZone &zone)
{
    return (zone.isValid() ? instant.toTimeZone(zone) : instant).date();
}

} // namespace

ReplyTerms replyTerms(const JsonValue &letterhead, std::optional<LineOfBusiness> lineOfBusiness)
{
    const JsonValue *lines = letterhead.member(u"lines_of_business");
    const JsonValue *special = lines && lineOfBusiness ? lines->member(toWord(*lineOfBusiness)) : nullptr;
    const auto number = [&](QStringView name) {
        const JsonValue *value = special ? special->member(name) : nullptr;
        value = value ? value : letterhead.member(name);
        const qint64 *whole = value ? value->asInteger() : nullptr;
        return whole ? static_cast<int>(*whole) : 0;
    };
    return {number(u"reply_days"), number(u"reply_hours_expedited")};
}

ReplyTime replyTime(const Request &request, const QList<DueEntry> &due, const ReplyTerms &terms, const QDateTime &asked,
    const QDate &askedOn, const QTimeZone &zone)
{
    const QDateTime running = runningDue(due, asked);
    const QDateTime least = leastWait(due);
    if (request.urgency == Urgency::Expedited && terms.hoursExpedited > 0) {
        QDateTime until = asked.toUTC().addSecs(qint64{terms.hoursExpedited} * 3600);
        if (least.isValid())
            until = std::max(until, least);
        return {running.isValid() ? std::min(until, running) : until, {}, running};
    }
    if (terms.days <= 0)
        return {{}, {}, running};
    QDate day = askedOn.addDays(terms.days);
    if (least.isValid())
        day = std::max(day, dayOf(least, zone));
    return {{}, running.isValid() ? std::min(day, dayOf(running, zone)) : day, running};
}

QDate latestReplyBy(const QList<DueEntry> &due, const QDateTime &asked, const QTimeZone &zone)
{
    const QDateTime running = runningDue(due, asked);
    return running.isValid() ? dayOf(running, zone) : QDate();
}

QDate latestReplyBy(
    const Request &request, ClockEvents events, const QDateTime &at, const DueRules &rules, const QTimeZone &zone)
{
    if (!events.isWaiting())
        events.waits.append({at, {}});
    return latestReplyBy(dueDates(request, asIfAsked(std::move(events), at), rules, zone), at, zone);
}

QDate replyDay(const Request &request, const ClockEvents &events, const QList<DueEntry> &due, const ReplyTerms &terms,
    const QDateTime &asked, const QTimeZone &zone)
{
    const ReplyTime wanted = replyTime(request, due, terms, asked, dayOf(asked, zone), zone);
    if (!wanted.until.isValid())
        return wanted.day;
    const QDate day = dayOf(wanted.until, zone);
    const QDateTime byItself = waitEnd({}, events, due, zone);
    const bool endsThen = byItself.isValid() && dayOf(byItself, zone) == day;
    const QDateTime lastOfDay = day.addDays(1).startOfDay(zone).addMSecs(-1);
    const bool isLate = wanted.latest.isValid() && wanted.latest < lastOfDay; // the day reaches beyond the decision
    return endsThen || isLate ? QDate() : day;
}

} // namespace reviewdesk
