#include "letter/LetterTimes.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// When the decision is due by a rule whose clock runs on while we wait; invalid: none does, or it has run out.
QDateTime runningDue(const QList<DueEntry> &due, const QDateTime &writtenAt)
{
    for (const DueEntry &entry : due) { // earliest first
        const std::optional<InformationRule> &information = entry.rule.information;
        if (!information || information->effect == InformationRule::Effect::ClockRuns)
            return entry.due > writtenAt ? entry.due : QDateTime();
    }
    return {};
}

/// As long as the rule that binds gives the provider; invalid: it gives no time.
QDateTime leastWait(const QList<DueEntry> &due)
{
    return due.isEmpty() ? QDateTime() : due.constFirst().waitEnd;
}

} // namespace

QDateTime asTold(const QDateTime &instant, const QTimeZone &zone)
{
    const bool asItCame = instant.timeSpec() == Qt::OffsetFromUTC && instant.offsetFromUtc() != 0;
    return asItCame || !zone.isValid() ? instant : instant.toTimeZone(zone);
}

QString replyBy(const LetterRequest &request, const LetterheadSettings &settings, const LetterLanguage &language,
    const QTimeZone &zone)
{
    const Determination &determination = request.reviewCase.determination;
    if (determination.replyBy.isValid())
        return language.date(determination.replyBy);
    const QDateTime written = asTold(request.writtenAt, zone);
    const QDateTime due = runningDue(request.view.due, request.writtenAt);
    const QDateTime least = leastWait(request.view.due);
    const int hours = settings.number(u"reply_hours_expedited");
    if (request.reviewCase.request.urgency == Urgency::Expedited && hours > 0) {
        QDateTime until = written.addSecs(qint64{hours} * 3600);
        if (least.isValid())
            until = std::max(until, least.toOffsetFromUtc(until.offsetFromUtc()));
        return language.dateAndTime(due.isValid() ? std::min(until, due.toOffsetFromUtc(until.offsetFromUtc())) : until);
    }
    const int days = settings.number(u"reply_days");
    if (days <= 0)
        return {};
    QDate until = written.date().addDays(days);
    if (least.isValid())
        until = std::max(until, asTold(least, zone).date());
    return language.date(due.isValid() ? std::min(until, asTold(due, zone).date()) : until);
}

} // namespace reviewdesk
