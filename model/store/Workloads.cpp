#include "store/Workloads.h"

#include "store/Stored.h"

#include <QHash>

namespace reviewdesk {

namespace {

const char *const openOfOwner = "cases.status IN ('draft', 'submitted', 'pended', 'referred')"
                           " AND coalesce(cases.assigned, cases.prepared_by) = ?";

} // namespace

int Workload::number(WorkloadNumber which) const
{
    switch (which) {
    case WorkloadNumber::Open:
        return open;
    case WorkloadNumber::DueToday:
        return dueToday;
    case WorkloadNumber::Overdue:
        return overdue;
    case WorkloadNumber::Pended:
        return pended;
    case WorkloadNumber::Decided:
        return decided;
    }
    Q_UNREACHABLE();
}

Workloads::Workloads(Database &database, const QDateTime &now, const QTimeZone &zone) : m_database(database), m_now(now)
{
    const QDate today = now.toTimeZone(zone).date();
    m_endOfToday = today.addDays(1).startOfDay(zone).toUTC();
    m_monday = today.addDays(1 - today.dayOfWeek()).startOfDay(zone).toUTC();
}

/// When a case was decided; nothing before that. A server has it as a column, so that an index by it is not touched by autosaves.
QString Workloads::decidedAt() const
{
    return m_database.dialect() == Database::Dialect::Postgres
        ? QStringLiteral("cases.decided_at")
        : QStringLiteral("cases.status IN ('approved', 'denied') AND cases.saved_at");
}

Result<QList<Workload>> Workloads::all()
{
    QList<Workload> loads;
    QHash<QString, qsizetype> places;
    const Result<void> people = m_database.each(
        QStringLiteral("SELECT id, name, role, disabled FROM users ORDER BY role = 'supervisor', role = 'physician',"
                       " name, id"),
        {}, [&](const Database::Row &row) -> Result<void> {
            Workload load;
            load.userId = row.at(0).toString();
            load.name = row.at(1).toString();
            load.role = roleFromWord(row.at(2).toString()).value_or(Role::Nurse);
            places.insert(load.userId, loads.size());
            loads.append(load);
            return {};
        });
    if (!people)
        return people.error();
    const Result<void> open = m_database.each(
        QStringLiteral("SELECT coalesce(assigned, prepared_by) AS owner, count(*), count(*) FILTER (WHERE due_at < ?),"
                       " count(*) FILTER (WHERE due_at >= ? AND due_at < ?), count(*) FILTER (WHERE status = 'pended')"
                       " FROM cases"
                       " WHERE status IN ('draft', 'submitted', 'pended', 'referred') GROUP BY owner"),
        {stored(m_now), stored(m_now), stored(m_endOfToday)}, [&](const Database::Row &row) -> Result<void> {
            Workload &load = loads[places.value(row.at(0).toString())];
            load.open = row.at(1).toInt();
            load.overdue = row.at(2).toInt();
            load.dueToday = row.at(3).toInt();
            load.pended = row.at(4).toInt();
            return {};
        });
    if (!open)
        return open.error();
    const Result<void> decided = m_database.each(
        QStringLiteral("SELECT changed_by, count(*) FROM cases WHERE %1 >= ? GROUP BY changed_by").arg(decidedAt()),
        {stored(m_monday)}, [&](const Database::Row &row) -> Result<void> {
            loads[places.value(row.at(0).toString())].decided = row.at(1).toInt();
            return {};
        });
    if (!decided)
        return decided.error();
    loads.removeIf([](const Workload &load) { return load.role == Role::Supervisor && load.open + load.decided == 0; });
    return loads;
}

Result<QList<WorklistRow>> Workloads::cases(const QString &userId, WorkloadNumber number, int limit)
{
    QString condition = QLatin1String(openOfOwner);
    QVariantList values{userId};
    switch (number) {
    case WorkloadNumber::Open:
        break;
    case WorkloadNumber::DueToday:
        condition += QLatin1String(" AND cases.due_at >= ? AND cases.due_at < ?");
        values << stored(m_now) << stored(m_endOfToday);
        break;
    case WorkloadNumber::Overdue:
        condition += QLatin1String(" AND cases.due_at < ?");
        values << stored(m_now);
        break;
    case WorkloadNumber::Pended:
        condition += QLatin1String(" AND cases.status = 'pended'");
        break;
    case WorkloadNumber::Decided:
        condition = QStringLiteral("cases.changed_by = ? AND %1 >= ?").arg(decidedAt());
        values << stored(m_monday);
        break;
    }
    QList<WorklistRow> rows;
    const Result<void> read = m_database.each(
        QStringLiteral("SELECT cases.id, cases.number, cases.status, cases.member_name, cases.outcome,"
                       " cases.outcome_tone, cases.due_at, users.name, cases.saved_at FROM cases"
                       " JOIN users ON users.id = cases.prepared_by WHERE ") +
            condition + QStringLiteral(" ORDER BY cases.due_at, cases.seq LIMIT ?"),
        values + QVariantList{limit}, [&](const Database::Row &row) -> Result<void> {
            WorklistRow entry;
            entry.caseId = row.at(0).toString();
            entry.number = row.at(1).toString();
            entry.status = statusFromWord(row.at(2).toString()).value_or(Status::Draft);
            entry.summary.memberName = row.at(3).toString();
            entry.summary.outcome = row.at(4).toString();
            entry.summary.outcomeTone = row.at(5).toInt();
            if (row.at(6).toLongLong() != noDueInstant)
                entry.summary.dueAt = storedInstant(row.at(6));
            entry.preparedBy = row.at(7).toString();
            entry.savedAt = storedInstant(row.at(8));
            rows.append(entry);
            return {};
        });
    if (!read)
        return read.error();
    return rows;
}

} // namespace reviewdesk
