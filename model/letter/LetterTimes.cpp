#include "letter/LetterTimes.h"

#include "cases/ReplyTime.h"

#include <algorithm>

namespace reviewdesk {

QDateTime asTold(const QDateTime &instant, const QTimeZone &zone)
{
    const bool asItCame = instant.timeSpec() == Qt::OffsetFromUTC && instant.offsetFromUtc() != 0;
    return asItCame || !zone.isValid() ? instant : instant.toTimeZone(zone);
}

QDate replyDayTold(const LetterRequest &request, const QTimeZone &zone)
{
    const QDate &named = request.reviewCase.determination.replyBy;
    const QList<DueEntry> &due = request.view.due; // named by the step; the letter may have taken its time
    const QDateTime least = due.isEmpty() ? QDateTime() : due.constFirst().waitEnd;
    const bool hasLeast = named.isValid() && least.isValid() && zone.isValid();
    return hasLeast ? std::max(least.toTimeZone(zone).date(), named) : named;
}

QString replyBy(const LetterRequest &request, const LetterheadSettings &settings, const LetterLanguage &language,
    const QTimeZone &zone)
{
    if (const QDate named = replyDayTold(request, zone); named.isValid())
        return language.date(named);
    const QDateTime written = asTold(request.writtenAt, zone);
    const ReplyTerms terms{settings.number(u"reply_days"), settings.number(u"reply_hours_expedited")};
    const ReplyTime wanted =
        replyTime(request.reviewCase.request, request.view.due, terms, request.writtenAt, written.date(), zone);
    if (wanted.day.isValid())
        return language.date(wanted.day);
    if (!wanted.until.isValid())
        return {};
    const bool asItCame = written.timeSpec() == Qt::OffsetFromUTC; // else by the clock of that day, summer or winter time
    return language.dateAndTime(
        asItCame ? wanted.until.toOffsetFromUtc(written.offsetFromUtc()) : asTold(wanted.until.toUTC(), zone));
}

QString appealTimeAfterCare(const LetterRequest &request, const Rulebook &rulebook, const LetterLanguage &language)
{
    Request appeal = request.reviewCase.request;
    if (appeal.timing != Timing::PostService)
        return {};
    appeal.receivedAt = request.writtenAt; // it comes after this letter, nobody knows how
    appeal.channel.reset();
    appeal.urgency = appeal.urgency.value_or(Urgency::Standard);
    ClockEvents events;
    events.isAppeal = true;
    const QList<DueEntry> due = dueDates(appeal, events, rulebook.dueRules, rulebook.zone);
    if (due.isEmpty() || due.constFirst().rule.timings != QList{Timing::PostService})
        return {};
    const TimeLimit &limit = due.constFirst().rule.limit;
    return limit.unit == LimitUnit::CalendarDays ? language.say("days").arg(limit.count) : QString();
}

} // namespace reviewdesk
