#include "store/AuditLog.h"

#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "store/Stored.h"

#include <QCryptographicHash>

namespace reviewdesk {

namespace {

} // namespace

AuditLog::AuditLog(Database &database) : m_database(database) { }

AuditLog::AuditLog(Database &database, const Signers &signers) : m_database(database), m_signers(&signers) { }

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
    const QByteArray before = end->isEmpty() ? QByteArray(32, '\0') : end->at(1).toByteArray();
    const QByteArray hash = hashOf(before, entry, sequence);
    static const Signers nobody;
    const Result<Signers::Signature> signature = (m_signers ? *m_signers : nobody).sign(entry.userId, hash);
    if (!signature)
        return signature.error();
    const Result<void> added = m_database.run(
        QStringLiteral(
            "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes, content, hash,"
            " signer, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {chain, sequence, stored(entry.at), stored(entry.userId), stored(entry.userName), stored(entry.action),
            stored(entry.comment), QString::fromUtf8(entry.changes), stored(entry.content), hash, signature->signer,
            signature->bytes});
    if (!added)
        return added;
    return m_database.run(
        QStringLiteral("INSERT INTO chains (chain, length, head) VALUES (?, ?, ?)"
                       " ON CONFLICT (chain) DO UPDATE SET length = excluded.length, head = excluded.head"),
        {chain, sequence, hash});
}

Result<QList<AuditEntry>> AuditLog::history(const QString &chain)
{
    const Result<Database::Rows> rows =
        m_database.rows(QStringLiteral("SELECT sequence, at, user_id, user_name, action, comment, changes, hash FROM "
                                       "audit WHERE chain = ? ORDER BY sequence"),
            {stored(chain)});
    if (!rows)
        return rows.error();
    QList<AuditEntry> entries;
    for (const Database::Row &row : *rows)
        entries.append({row.at(0).toLongLong(), storedInstant(row.at(1)), row.at(2).toString(), row.at(3).toString(),
            row.at(4).toString(), row.at(5).toString(), row.at(6).toString().toUtf8(), row.at(7).toByteArray()});
    return entries;
}

Result<void> AuditLog::bind(const UserAccount &by, const QDateTime &at, int most)
{
    const Result<Database::Row> last = m_database.row(
        QStringLiteral("SELECT coalesce((SELECT at FROM audit WHERE chain = '' AND action = 'bind' ORDER BY sequence "
                       "DESC LIMIT 1), (SELECT at FROM audit WHERE chain = '' AND signature IS NOT NULL ORDER BY "
                       "sequence LIMIT 1), 0)"));
    if (!last)
        return last.error();
    const Result<Database::Rows> ends =
        m_database.rows(QStringLiteral("SELECT chains.chain, chains.length, chains.head FROM cases JOIN chains ON "
                                       "chains.chain = cases.id WHERE cases.saved_at >= ? ORDER BY cases.saved_at, "
                                       "cases.seq LIMIT ?"),
            {last->at(0), most});
    if (!ends)
        return ends.error();
    if (ends->isEmpty())
        return {};
    JsonValue::Array bound;
    for (const Database::Row &end : *ends)
        bound.emplace_back(change(QStringLiteral("/chains/") + end.at(0).toString(), {},
            end.at(1).toString() + QLatin1Char(' ') + QString::fromLatin1(end.at(2).toByteArray().toHex())));
    return append({{}, at, by.id, by.name, QStringLiteral("bind"), {}, canonicalJson(bound), {}});
}

} // namespace reviewdesk
