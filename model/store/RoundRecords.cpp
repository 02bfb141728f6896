#include "store/ClockRecords.h"
#include "store/Database.h"
#include "store/RoundRecord.h"
#include "store/Stored.h"
#include "store/WorkspaceParts.h"

#include "policy/JsonValue.h"

#include <QCoreApplication>
#include <QHash>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(RoundRecords)
};

/// Lists that stand in many rows are read once and shared.
class SharedLists {
public:
    QStringList of(const QString &json)
    {
        const auto known = m_lists.constFind(json);
        return known != m_lists.constEnd() ? *known : *m_lists.insert(json, read(json));
    }

private:
    static QStringList read(const QString &json)
    {
        QStringList all;
        const Result<JsonValue> value = readJson(json.toUtf8());
        const JsonValue::Array *items = value ? value->asArray() : nullptr;
        if (!items)
            return all;
        for (const JsonValue &item : *items) {
            if (const QString *text = item.asString())
                all.append(*text);
        }
        return all;
    }
    QHash<QString, QStringList> m_lists;
};

RoundRecord::Instant instantOf(const QVariant &value)
{
    return value.isNull() ? RoundRecord::Instant() : value.toLongLong();
}

RoundKind kindOf(const QString &word)
{
    if (word == QLatin1String("appeal"))
        return RoundKind::Appeal;
    return word == QLatin1String("reopened") ? RoundKind::Reopened : RoundKind::First;
}

/// When more time was taken that counts in a round; they come in the order of cases and rounds. Of each clock it has what is
/// of more time: waits are no part of it.
class MoreTime {
public:
    RoundRecord::Instant of(
        const RoundRecord &round, RoundRecord::Instant taken, RoundRecord::Instant noticed)
    {
        const bool runsOn = m_caseId == round.caseId && m_withdrawnAt.isValid();
        m_clock = runsOn ? carriedOver(std::move(m_clock), m_withdrawnAt) : ClockEvents();
        m_caseId = round.caseId;
        m_withdrawnAt =
            round.decision == Decision::Withdrawn && round.decidedAt ? storedInstant(*round.decidedAt) : QDateTime();
        if (taken)
            addTo(m_clock, QStringLiteral("extended"), storedInstant(*taken));
        if (noticed)
            addTo(m_clock, QStringLiteral("extension_noticed"), storedInstant(*noticed));
        if (!m_clock.extendedAt.isValid() || !m_clock.extensionNoticedAt.isValid())
            return {};
        const ClockEvents counted = round.receivedAt ? since(m_clock, storedInstant(*round.receivedAt)) : m_clock;
        const bool isDueBefore = round.dueAt && counted.extensionNoticedAt > storedInstant(*round.dueAt);
        if (!counted.extendedAt.isValid() || isDueBefore) // it counts by its notice, issued while it was not due
            return {};
        return counted.extendedAt.toMSecsSinceEpoch();
    }

private:
    QString m_caseId;
    QDateTime m_withdrawnAt; ///< the round before; invalid: it was not
    ClockEvents m_clock;
};

RoundRecord recordOf(const Database::Row &row, SharedLists &lists, MoreTime &moreTime)
{
    RoundRecord record;
    record.caseId = row.at(0).toString();
    record.round = row.at(1).toInt();
    record.kind = kindOf(row.at(2).toString());
    record.receivedAt = instantOf(row.at(3));
    record.lineOfBusiness = lineOfBusinessFromWord(row.at(4).toString());
    record.urgency = urgencyFromWord(row.at(5).toString());
    record.timing = timingFromWord(row.at(6).toString());
    record.decision = decisionFromWord(row.at(7).toString());
    record.exception = row.at(8).toBool();
    record.decidedAt = instantOf(row.at(9));
    record.basis = lists.of(row.at(10).toString());
    record.unmet = lists.of(row.at(11).toString());
    record.dueAt = instantOf(row.at(12));
    if (record.dueAt == noDueInstant)
        record.dueAt.reset();
    record.notifiedAt = instantOf(row.at(13));
    record.extendedAt = moreTime.of(record, instantOf(row.at(14)), instantOf(row.at(15)));
    return record;
}

/// The cases that a period has something of.
const QString casesOfPeriod = QStringLiteral(" (SELECT case_id FROM round_facts WHERE coalesce(received_at, 0) < ? AND"
                                             " (decision IS NULL OR decision = 'pended' OR decided_at >= ?))");

Result<void> addPends(Database &database, const QVariantList &period, QList<RoundRecord> &records, SharedLists &lists)
{
    qsizetype next = 0; // both come in the same order
    return database.each(QStringLiteral("SELECT case_id, round, at, asked FROM pends WHERE case_id IN") +
            casesOfPeriod + QStringLiteral(" ORDER BY case_id, round, sequence"),
        period, [&](const Database::Row &row) -> Result<void> {
            const QString caseId = row.at(0).toString();
            const int round = row.at(1).toInt();
            while (next < records.size() && (records.at(next).caseId != caseId || records.at(next).round != round))
                ++next;
            if (next == records.size())
                return Error{QStringLiteral("damaged"), Say::tr("A wait for information belongs to no round."), caseId};
            records[next].pends.append({row.at(2).toLongLong(),
                row.at(3).isNull() ? std::nullopt : std::optional(lists.of(row.at(3).toString()))});
            return {};
        });
}

const QString readRounds =
    QStringLiteral("SELECT case_id, round, kind, received_at, line_of_business, urgency, timing, decision, exception,"
                   " decided_at, basis, unmet, due_at, notified_at,"
                   " (SELECT at FROM clock_events WHERE clock_events.case_id = round_facts.case_id"
                   "  AND clock_events.round = round_facts.round AND clock_events.kind = 'extended'),"
                   " (SELECT at FROM clock_events WHERE clock_events.case_id = round_facts.case_id"
                   "  AND clock_events.round = round_facts.round AND clock_events.kind = 'extension_noticed')"
                   " FROM round_facts WHERE case_id IN") +
    casesOfPeriod + QStringLiteral(" ORDER BY case_id, round");

} // namespace

Result<QList<RoundRecord>> readRoundRecords(
    Database &database, const QDateTime &from, const QDateTime &until, const Workspace::Progress &progress)
{
    constexpr qsizetype step = 1000; // rounds between two words of progress
    const QVariantList period{stored(until), stored(from)};
    const Database::Snapshot snapshot(database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    const Result<Database::Row> count =
        database.row(QStringLiteral("SELECT count(*) FROM round_facts WHERE case_id IN") + casesOfPeriod, period);
    if (!count)
        return count.error();
    QList<RoundRecord> records;
    const int all = count->at(0).toInt();
    records.reserve(all);
    SharedLists lists;
    MoreTime moreTime;
    const auto goesOn = [&] { return !progress || progress(static_cast<int>(records.size()), all); };
    const Error stopped{QStringLiteral("stopped"), Say::tr("The report was stopped."), {}};
    const Result<void> read = database.each(readRounds, period, [&](const Database::Row &row) -> Result<void> {
        if (records.size() % step == 0 && !goesOn())
            return stopped;
        records.append(recordOf(row, lists, moreTime));
        return {};
    });
    if (!read)
        return read.error();
    if (Result<void> pends = addPends(database, period, records, lists); !pends)
        return pends.error();
    if (!goesOn())
        return stopped;
    return records;
}

Result<Workspace::RoundReading> Workspace::roundRecords(const QDateTime &from, const QDateTime &until)
{
    if (user().role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("Reports are a supervisor's."), {}};
    return RoundReading([open = m_parts->opener(Database::Mode::Inspect), from, until](const Progress &progress) -> Result<QList<RoundRecord>> {
        const Result<std::unique_ptr<Database>> database = open();
        if (!database)
            return database.error();
        return readRoundRecords(**database, from, until, progress);
    });
}

Result<QList<WorklistRow>> Workspace::casesById(const QStringList &caseIds)
{
    QList<WorklistRow> rows;
    for (const QString &caseId : caseIds) {
        const Result<Database::Row> row = m_parts->database->row(
            QStringLiteral(
                "SELECT number, status, member_name, member_id, procedure, outcome, outcome_tone, plan_words,"
                " expedited FROM cases WHERE id = ?"),
            {stored(caseId)});
        if (!row)
            return row.error();
        if (row->isEmpty())
            return Error{QStringLiteral("not_found"), Say::tr("This case is not in the workspace."), caseId};
        WorklistRow found;
        found.caseId = caseId;
        found.number = row->at(0).toString();
        found.status = statusFromWord(row->at(1).toString()).value_or(Status::Draft);
        found.summary.memberName = row->at(2).toString();
        found.summary.memberId = row->at(3).toString();
        found.summary.procedure = row->at(4).toString();
        found.summary.outcome = row->at(5).toString();
        found.summary.outcomeTone = row->at(6).toInt();
        found.summary.planWords = row->at(7).toString();
        found.summary.expedited = row->at(8).toBool();
        rows.append(found);
    }
    return rows;
}

} // namespace reviewdesk
