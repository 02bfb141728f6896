#include "store/ClockRecords.h"

#include "store/Statement.h"
#include "store/Stored.h"

namespace reviewdesk {

namespace {

constexpr char clockEvents[] = "SELECT kind, at FROM clock_events WHERE case_id = ? AND round = ? ORDER BY sequence";
constexpr char outcomeOfRound[] = "SELECT decision, decided_at FROM round_facts WHERE case_id = ? AND round = ?";

Result<void> addEvents(ClockEvents &clock, Database &database, const QString &caseId, int round)
{
    const Result<Statement *> events = database.statements().of(clockEvents);
    if (!events)
        return events.error();
    return (*events)->each({Statement::text(caseId), qint64(round)}, [&] {
        addTo(clock, (*events)->string(0), storedInstant((*events)->integer(1)));
        return true;
    });
}

/// When the rounds before this one were withdrawn, the last one first, up to the one that was decided.
Result<QList<QDateTime>> withdrawalsBefore(Database &database, const QString &caseId, int round)
{
    QList<QDateTime> withdrawals;
    for (int before = round - 1; before > 0; --before) {
        const Result<Statement *> outcome = database.statements().of(outcomeOfRound);
        if (!outcome)
            return outcome.error();
        QDateTime at;
        const Result<void> read = (*outcome)->each({Statement::text(caseId), qint64(before)}, [&] {
            if ((*outcome)->string(0) == QLatin1String("withdrawn"))
                at = storedInstant((*outcome)->integer(1));
            return false;
        });
        if (!read)
            return read.error();
        if (!at.isValid())
            break;
        withdrawals.append(at);
    }
    return withdrawals;
}

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
    const Result<QList<QDateTime>> withdrawals = withdrawalsBefore(database, caseId, round);
    if (!withdrawals)
        return withdrawals.error();
    ClockEvents clock;
    for (int back = static_cast<int>(withdrawals->size()); back >= 0; --back) {
        if (const Result<void> added = addEvents(clock, database, caseId, round - back); !added)
            return added.error();
        if (back > 0)
            clock = carriedOver(std::move(clock), withdrawals->at(back - 1));
    }
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
