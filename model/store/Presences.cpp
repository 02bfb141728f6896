#include "store/Presences.h"

#include "store/Stored.h"

namespace reviewdesk {

Presences::Presences(Database &database, QString session) : m_database(database), m_session(std::move(session)) { }

Result<QList<Presence>> Presences::enter(const QString &caseId, const Occasion &occasion)
{
    const qint64 now = occasion.at.toMSecsSinceEpoch();
    return m_database.transaction([&]() -> Result<QList<Presence>> {
        if (Result<void> swept =
                m_database.run(QStringLiteral("DELETE FROM presence WHERE seen_at < ?"), {now - forgottenAfter});
            !swept)
            return swept.error();
        const Result<void> said = m_database.run(
            QStringLiteral("INSERT INTO presence (case_id, session, user_id, since, seen_at) VALUES (?, ?, ?, ?, ?)"
                           " ON CONFLICT (case_id, session) DO UPDATE SET seen_at = excluded.seen_at,"
                           " user_id = excluded.user_id"),
            {stored(caseId), m_session, occasion.by.id, now, now});
        if (!said)
            return said.error();
        const Result<Database::Rows> rows = m_database.rows(
            QStringLiteral("SELECT users.id, users.name, min(presence.since) FROM presence"
                           " JOIN users ON users.id = presence.user_id"
                           " WHERE presence.case_id = ? AND presence.session <> ? GROUP BY users.id ORDER BY 3, 1"),
            {stored(caseId), m_session});
        if (!rows)
            return rows.error();
        QList<Presence> others;
        for (const Database::Row &row : *rows)
            others.append({row.at(0).toString(), row.at(1).toString(), storedInstant(row.at(2))});
        return others;
    });
}

Result<void> Presences::leave(const QString &caseId)
{
    return m_database.transaction([&] {
        return m_database.run(
            QStringLiteral("DELETE FROM presence WHERE case_id = ? AND session = ?"), {stored(caseId), m_session});
    });
}

} // namespace reviewdesk
