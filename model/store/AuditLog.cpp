#include "store/AuditLog.h"

#include "policy/JsonValue.h"
#include "store/Stored.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditLog", text);
}

QByteArray beforeTheFirst()
{
    return QByteArray(32, '\0');
}

/// SELECT of whole entries, in this order.
enum Column { Chain, Sequence, At, UserId, UserName, ActionWord, Comment, Changes, Content, Hash };

AuditLog::Entry entryOf(const Database::Row &row)
{
    return {row.at(Chain).toString(), storedInstant(row.at(At)), row.at(UserId).toString(), row.at(UserName).toString(),
        row.at(ActionWord).toString(), row.at(Comment).toString(), row.at(Changes).toString().toUtf8(),
        row.at(Content).toString()};
}

Error broken(const QString &chain, qint64 sequence, const QString &why)
{
    const QString place = chain.isEmpty() ? QStringLiteral("workspace history, entry %1").arg(sequence)
                                          : QStringLiteral("history of case %1, entry %2").arg(chain).arg(sequence);
    return {QStringLiteral("damaged"), tr("The history is broken (%1): %2.").arg(place, why), place};
}

} // namespace

AuditLog::AuditLog(Database &database) : m_database(database) { }

QByteArray AuditLog::hashOf(const QByteArray &previous, const Entry &entry, qint64 sequence)
{
    const QByteArray canonical = canonicalJson(JsonValue::Object{{QStringLiteral("action"), entry.action},
        {QStringLiteral("at"), entry.at.toMSecsSinceEpoch()}, {QStringLiteral("chain"), entry.chain},
        {QStringLiteral("changes"), QString::fromUtf8(entry.changes)}, {QStringLiteral("comment"), entry.comment},
        {QStringLiteral("content"), entry.content}, {QStringLiteral("sequence"), sequence},
        {QStringLiteral("user_id"), entry.userId}, {QStringLiteral("user_name"), entry.userName}});
    return QCryptographicHash::hash(previous + canonical, QCryptographicHash::Sha256);
}

Result<void> AuditLog::append(const Entry &entry)
{
    const QVariant chain = stored(entry.chain);
    const Result<Database::Row> end =
        m_database.row(QStringLiteral("SELECT length, head FROM chains WHERE chain = ?"), {chain});
    if (!end)
        return end.error();
    const qint64 sequence = end->isEmpty() ? 1 : end->at(0).toLongLong() + 1;
    const QByteArray hash = hashOf(end->isEmpty() ? beforeTheFirst() : end->at(1).toByteArray(), entry, sequence);
    const Result<void> added = m_database.run(
        QStringLiteral(
            "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes, content, hash)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {chain, sequence, stored(entry.at), stored(entry.userId), stored(entry.userName), stored(entry.action),
            stored(entry.comment), QString::fromUtf8(entry.changes), stored(entry.content), hash});
    if (!added)
        return added;
    return m_database.run(
        QStringLiteral("INSERT INTO chains (chain, length, head) VALUES (?, ?, ?)"
                       " ON CONFLICT (chain) DO UPDATE SET length = excluded.length, head = excluded.head"),
        {chain, sequence, hash});
}

Result<QList<AuditEntry>> AuditLog::history(const QString &chain)
{
    const Result<Database::Rows> rows = m_database.rows(
        QStringLiteral(
            "SELECT chain, sequence, at, user_id, user_name, action, comment, changes, content, hash FROM audit"
            " WHERE chain = ? ORDER BY sequence"),
        {stored(chain)});
    if (!rows)
        return rows.error();
    QList<AuditEntry> entries;
    for (const Database::Row &row : *rows) {
        const Entry entry = entryOf(row);
        entries.append({row.at(Sequence).toLongLong(), entry.at, entry.userId, entry.userName, entry.action,
            entry.comment, entry.changes, row.at(Hash).toByteArray()});
    }
    return entries;
}

Result<void> AuditLog::verify()
{
    QString chain;
    qint64 sequence = 0;
    QByteArray hash;
    const auto closeChain = [&]() -> Result<void> {
        if (sequence == 0)
            return {};
        const Result<Database::Row> end =
            m_database.row(QStringLiteral("SELECT length, head FROM chains WHERE chain = ?"), {stored(chain)});
        if (!end)
            return end.error();
        if (end->isEmpty() || end->at(0).toLongLong() != sequence || end->at(1).toByteArray() != hash)
            return broken(chain, sequence, tr("it does not end where the chain's end was noted"));
        return {};
    };
    const Result<void> walked = m_database.each(
        QStringLiteral(
            "SELECT chain, sequence, at, user_id, user_name, action, comment, changes, content, hash FROM audit"
            " ORDER BY chain, sequence"),
        {}, [&](const Database::Row &row) -> Result<void> {
            const Entry entry = entryOf(row);
            if (sequence == 0 || entry.chain != chain) {
                if (Result<void> closed = closeChain(); !closed)
                    return closed;
                chain = entry.chain;
                sequence = 0;
                hash = beforeTheFirst();
            }
            ++sequence;
            if (row.at(Sequence).toLongLong() != sequence)
                return broken(chain, sequence, tr("an entry is missing"));
            hash = hashOf(hash, entry, sequence);
            if (hash != row.at(Hash).toByteArray())
                return broken(chain, sequence, tr("the entry is not what was written"));
            return {};
        });
    if (!walked)
        return walked;
    if (Result<void> closed = closeChain(); !closed)
        return closed;
    const Result<Database::Row> lost =
        m_database.row(QStringLiteral("SELECT chain, length FROM chains WHERE NOT EXISTS (SELECT 1 FROM audit WHERE "
                                      "audit.chain = chains.chain) LIMIT 1"));
    if (!lost)
        return lost.error();
    if (!lost->isEmpty())
        return broken(lost->at(0).toString(), 1, tr("all entries are missing"));
    return {};
}

} // namespace reviewdesk
