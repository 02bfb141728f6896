#include "store/ClockRecords.h"

#include "store/Statement.h"
#include "store/Stored.h"

namespace reviewdesk {

namespace {

constexpr char clockEvents[] = "SELECT kind, at FROM clock_events WHERE case_id = ? AND round = ? ORDER BY sequence";

} // namespace

void addTo(ClockEvents &clock, const QString &kind, const QDateTime &at)
{
    if (kind == QLatin1String("asked"))
        clock.waits.append({at, {}, {}});
    else if (kind == QLatin1String("noticed") && clock.isWaiting())
        clock.waits.last().noticedAt = at;
    else if (kind == QLatin1String("answered") && clock.isWaiting())
        clock.waits.last().until = at;
    else if (kind == QLatin1String("extended"))
        clock.extendedAt = at;
    else if (kind == QLatin1String("extension_noticed"))
        clock.extensionNoticedAt = at;
}

QString noticeOf(const QString &letterKind, const ClockEvents &clock)
{
    if (letterKind == QLatin1String("information_request") && clock.isWaiting() && !clock.waits.last().noticedAt.isValid())
        return QStringLiteral("noticed");
    const bool isFirst = clock.extendedAt.isValid() && !clock.extensionNoticedAt.isValid();
    return letterKind == QLatin1String("extension_notice") && isFirst ? QStringLiteral("extension_noticed") : QString();
}

Result<ClockEvents> readClock(Database &database, const QString &caseId, int round)
{
    const Result<Statement *> events = database.statements().of(clockEvents);
    if (!events)
        return events.error();
    ClockEvents clock;
    const Result<void> read = (*events)->each({Statement::text(caseId), qint64(round)}, [&] {
        addTo(clock, (*events)->string(0), storedInstant((*events)->integer(1)));
        return true;
    });
    if (!read)
        return read.error();
    return clock;
}

Result<void> noteClockEvent(
    Database &database, const QString &caseId, int round, const QString &kind, const Occasion &occasion)
{
    return database.run(
        QStringLiteral("INSERT INTO clock_events (case_id, round, sequence, kind, at, user_id) VALUES (?, ?,"
                       " (SELECT 1 + coalesce(max(sequence), 0) FROM clock_events WHERE case_id = ? AND round = ?),"
                       " ?, ?, ?)"),
        {caseId, round, caseId, round, kind, stored(occasion.at), occasion.by.id});
}

} // namespace reviewdesk
