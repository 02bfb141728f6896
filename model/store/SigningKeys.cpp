#include "store/SigningKeys.h"

#include "store/Changes.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace reviewdesk {

namespace {

constexpr QLatin1String usersPlace("/users/");
constexpr QLatin1String keyPlace("/signing_key");

} // namespace

Result<qint64> SigningKeys::add(const QString &userId, const QByteArray &publicKey)
{
    const Result<Database::Row> row = m_database.row(
        QStringLiteral("INSERT INTO signing_keys (user_id, public) VALUES (?, ?) RETURNING id"), {userId, publicKey});
    if (!row)
        return row.error();
    return row->value(0).toLongLong();
}

Result<std::optional<qint64>> SigningKeys::rowOf(const QString &userId, const QByteArray &publicKey)
{
    const Result<Database::Rows> rows =
        m_database.rows(QStringLiteral("SELECT id, public FROM signing_keys WHERE user_id = ?"), {userId});
    if (!rows)
        return rows.error();
    for (const Database::Row &row : *rows) {
        if (row.at(1).toByteArray() == publicKey)
            return std::optional<qint64>(row.at(0).toLongLong());
    }
    if (rows->isEmpty())
        return std::optional<qint64>();
    return Error{QStringLiteral("unknown_key"),
        QCoreApplication::translate("SigningKeys",
            "The key that signs for this account is not the one that the workspace's history knows. A supervisor must "
            "give the account a new passphrase."),
        {}};
}

Result<QHash<qint64, SigningKeys::Row>> SigningKeys::all()
{
    const Result<Database::Rows> rows =
        m_database.rows(QStringLiteral("SELECT id, user_id, public FROM signing_keys"));
    if (!rows)
        return rows.error();
    QHash<qint64, Row> keys;
    for (const Database::Row &row : *rows)
        keys.insert(row.at(0).toLongLong(), {row.at(1).toString(), row.at(2).toByteArray()});
    return keys;
}

JsonValue SigningKeys::introduction(const QString &userId, const QByteArray &publicKey)
{
    return change(usersPlace + userId + keyPlace, {}, QString::fromLatin1(publicKey.toBase64()));
}

QList<SigningKeys::Row> SigningKeys::introducedIn(const QByteArray &changes)
{
    QList<Row> rows;
    const Result<JsonValue> read = readJson(changes);
    const JsonValue::Array *list = read ? read->asArray() : nullptr;
    if (!list)
        return rows;
    for (const JsonValue &each : *list) {
        const QString field = each.text(u"field");
        if (field.startsWith(usersPlace) && field.endsWith(keyPlace))
            rows.append({field.mid(usersPlace.size(), field.size() - usersPlace.size() - keyPlace.size()),
                QByteArray::fromBase64(each.text(u"after").toLatin1())});
    }
    return rows;
}

Result<QString> SigningKeys::unsignedDigest()
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    bool any = false;
    const Result<void> walked = m_database.each(
        QStringLiteral("SELECT chains.chain, chains.unsigned, audit.hash FROM chains LEFT JOIN audit"
                       " ON audit.chain = chains.chain AND audit.sequence = chains.unsigned"
                       " WHERE chains.unsigned > 0 ORDER BY chains.chain"),
        {}, [&](const Database::Row &row) -> Result<void> {
            any = true;
            digest.addData(row.at(0).toString().toUtf8() + ' ' + QByteArray::number(row.at(1).toLongLong()) + ' ' +
                row.at(2).toByteArray().toHex() + '\n');
            return {};
        });
    if (!walked)
        return walked.error();
    return any ? QString::fromLatin1(digest.result().toHex()) : QString();
}

Result<bool> SigningKeys::isAnythingSigned()
{
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT 1 FROM audit WHERE chain = '' AND signature IS NOT NULL LIMIT 1"));
    if (!row)
        return row.error();
    return !row->isEmpty();
}

} // namespace reviewdesk
