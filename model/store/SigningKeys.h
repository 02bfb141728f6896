#pragma once

#include "policy/JsonValue.h"
#include "store/Database.h"

#include <QHash>

#include <optional>

namespace reviewdesk {

/// The public halves of the keys that sign, one row each. A key is introduced by an entry of the workspace's own chain
/// that names it under /users/<id>/signing_key: a supervisor's, or the first of its own.
class SigningKeys {
public:
    struct Row {
        QString userId;
        QByteArray publicKey;
    };

    explicit SigningKeys(Database &database) : m_database(database) { }

    Result<qint64> add(const QString &userId, const QByteArray &publicKey); ///< its row
    /// The row of a key of this person; nothing when it is not known. Error `unknown_key`: others of theirs are.
    Result<std::optional<qint64>> rowOf(const QString &userId, const QByteArray &publicKey);
    Result<QHash<qint64, Row>> all();

    /// How an entry names a key, and back.
    static JsonValue introduction(const QString &userId, const QByteArray &publicKey);
    static QList<Row> introducedIn(const QByteArray &changes);

    /// SHA-256 over where each chain ended when entries began to be signed: lines of chain, length and hash. The first
    /// signed entry of all has it as its content; empty where there was nothing before.
    Result<QString> unsignedDigest();
    Result<bool> isAnythingSigned();

private:
    Database &m_database;
};

} // namespace reviewdesk
