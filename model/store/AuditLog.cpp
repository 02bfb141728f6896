#include "store/AuditLog.h"

#include "policy/CanonicalJson.h"
#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "store/Sha256.h"
#include "store/Statement.h"
#include "store/Stored.h"

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr char endOfChain[] = "SELECT length, head FROM chains WHERE chain = ?";
constexpr char addEntry[] =
    "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes, content, hash, signer,"
    " signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char moveEnd[] = "INSERT INTO chains (chain, length, head) VALUES (?, ?, ?)"
                           " ON CONFLICT (chain) DO UPDATE SET length = excluded.length, head = excluded.head";

} // namespace

AuditLog::AuditLog(Database &database) : m_database(database) { }

AuditLog::AuditLog(Database &database, const Signers &signers) : m_database(database), m_signers(&signers) { }

/// Put together by hand: with the 2 KB of a note twice in it, to build it as a value takes longer than to sign it.
QByteArray AuditLog::hashOf(const QByteArray &previous, const Entry &entry, qint64 sequence)
{
    QByteArray canonical;
    canonical.reserve(entry.changes.size() * 9 / 8 + 512);
    const auto text = [&](const char *name, QByteArrayView utf8) {
        canonical += name;
        appendCanonicalText(utf8, canonical);
    };
    text("{\"action\":", entry.action.toUtf8());
    canonical += ",\"at\":" + QByteArray::number(entry.at.toMSecsSinceEpoch());
    text(",\"chain\":", entry.chain.toUtf8());
    text(",\"changes\":", entry.changes);
    text(",\"comment\":", entry.comment.toUtf8());
    text(",\"content\":", entry.content.toUtf8());
    canonical += ",\"sequence\":" + QByteArray::number(sequence);
    text(",\"user_id\":", entry.userId.toUtf8());
    text(",\"user_name\":", entry.userName.toUtf8());
    canonical += '}';
    return sha256({previous, canonical});
}

Result<void> AuditLog::append(const Entry &entry)
{
    if (Result<void> held = m_database.hold(entry.chain); !held)
        return held;
    Statements &statements = m_database.statements();
    const Result<Statement *> end = statements.of(endOfChain);
    const Result<Statement *> add = statements.of(addEntry);
    const Result<Statement *> move = statements.of(moveEnd);
    for (const Result<Statement *> *statement : {&end, &add, &move}) {
        if (!*statement)
            return statement->error();
    }
    const Statement::Text chain = Statement::text(entry.chain);
    qint64 sequence = 1;
    QByteArray before(32, '\0');
    const Result<void> found = (*end)->each({chain}, [&] {
        sequence = (*end)->integer(0) + 1;
        before = (*end)->bytes(1);
        return false;
    });
    if (!found)
        return found;
    const QByteArray hash = hashOf(before, entry, sequence);
    static const Signers nobody;
    const Result<Signers::Signature> signature = (m_signers ? *m_signers : nobody).sign(entry.userId, hash);
    if (!signature)
        return signature.error();
    const Result<void> added = (*add)->run({chain, sequence, entry.at.toMSecsSinceEpoch(), Statement::text(entry.userId),
        Statement::text(entry.userName), Statement::text(entry.action), Statement::text(entry.comment),
        Statement::Text{entry.changes}, Statement::text(entry.content), Statement::Blob{hash}, signature->signer,
        Statement::Blob{signature->bytes}});
    if (!added)
        return added;
    return (*move)->run({chain, sequence, Statement::Blob{hash}});
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
    constexpr int inOneEntry = 500;
    for (int left = most; left > 0; left -= inOneEntry) {
        const Result<int> bound = bindSome(by, at, std::min(left, inOneEntry));
        if (!bound)
            return bound.error();
        if (*bound < inOneEntry)
            break;
    }
    return {};
}

/// One entry that binds the ends of so many histories as have grown since they were bound; how many there were.
Result<int> AuditLog::bindSome(const UserAccount &by, const QDateTime &at, int most)
{
    const Result<Database::Rows> ends = m_database.rows(
        QStringLiteral("SELECT chain, length, head FROM chains WHERE bound < length AND chain <> '' LIMIT ?"), {most});
    if (!ends)
        return ends.error();
    if (ends->isEmpty())
        return 0;
    JsonValue::Array bound;
    for (const Database::Row &end : *ends) {
        bound.emplace_back(change(QStringLiteral("/chains/") + end.at(0).toString(), {},
            end.at(1).toString() + QLatin1Char(' ') + QString::fromLatin1(end.at(2).toByteArray().toHex())));
        const Result<void> noted =
            m_database.run(QStringLiteral("UPDATE chains SET bound = length WHERE chain = ?"), {end.at(0)});
        if (!noted)
            return noted.error();
    }
    const Result<void> added = append({{}, at, by.id, by.name, QStringLiteral("bind"), {}, canonicalJson(bound), {}});
    return added ? Result<int>(static_cast<int>(ends->size())) : added.error();
}

} // namespace reviewdesk
