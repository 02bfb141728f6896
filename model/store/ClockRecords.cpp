#include "store/ClockRecords.h"

#include "store/Statement.h"
#include "store/Stored.h"

namespace reviewdesk {

namespace {

/// Of the round and those before it; one of which nothing happened has a row of its own.
constexpr char clockEvents[] =
    "SELECT facts.round, facts.decision, facts.decided_at, event.kind, event.at FROM round_facts AS facts"
    " LEFT JOIN clock_events AS event ON event.case_id = facts.case_id AND event.round = facts.round"
    " WHERE facts.case_id = ? AND facts.round <= ? ORDER BY facts.round, event.sequence";

} // namespace

ClockEvents carriedOver(ClockEvents withdrawn, const QDateTime &at)
{
    if (withdrawn.isWaiting())
        withdrawn.waits.last().until = at;
    withdrawn.waitsBefore = static_cast<int>(withdrawn.waits.size());
    if (!withdrawn.extensionNoticedAt.isValid())
        withdrawn.extendedAt = {};
    withdrawn.isExtendedBefore = withdrawn.extendedAt.isValid();
    return withdrawn;
}

void addTo(ClockEvents &clock, const QString &kind, const QDateTime &at)
{
    if (kind == QLatin1String("asked"))
        clock.waits.append({at, {}, {}});
    else if (kind == QLatin1String("noticed") && clock.isWaiting())
        clock.waits.last().noticedAt = at;
    else if (kind == QLatin1String("answered") && clock.isWaiting())
        clock.waits.last().until = at;
    else if (kind == QLatin1String("extension_noticed"))
        clock.extensionNoticedAt = at;
    if (kind != QLatin1String("extended"))
        return;
    clock.extendedAt = at;
    clock.extensionNoticedAt = {};
    clock.isExtendedBefore = false;
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
    const Result<Statement *> asked = database.statements().of(clockEvents);
    if (!asked)
        return asked.error();
    const Statement &row = **asked;
    ClockEvents clock;
    qint64 current = 0;
    QDateTime withdrawnAt; // the current round
    const Result<void> read = (*asked)->each({Statement::text(caseId), qint64(round)}, [&] {
        if (row.integer(0) != current) {
            clock = withdrawnAt.isValid() ? carriedOver(std::move(clock), withdrawnAt) : ClockEvents();
            current = row.integer(0);
            withdrawnAt = row.string(1) == QLatin1String("withdrawn") ? storedInstant(row.integer(2)) : QDateTime();
        }
        addTo(clock, row.string(3), storedInstant(row.integer(4)));
        return true;
    });
    return read ? Result<ClockEvents>(clock) : Result<ClockEvents>(read.error());
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
