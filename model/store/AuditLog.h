#pragma once

#include "store/Database.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// The append-only history: one hash chain a case, and one of the workspace itself (chain ""). An entry's hash is the
/// SHA-256 of the previous entry's hash (32 zero bytes before the first) and its canonical JSON:
/// {"action","at","chain","changes","comment", "content","sequence","user_id","user_name"} with `at` in UTC
/// milliseconds and `changes` as the text that is kept.
class AuditLog {
public:
    explicit AuditLog(Database &database);

    struct Entry {
        QString chain; ///< case id; empty: the workspace's
        QDateTime at;
        QString userId;
        QString userName;
        QString action;
        QString comment;
        QByteArray changes = "[]"; ///< canonical JSON
        QString content; ///< SHA-256 of what the entry left behind
    };
    /// Adds an entry; call it in the transaction of the change.
    Result<void> append(const Entry &entry);
    Result<QList<AuditEntry>> history(const QString &chain);
    /// The first broken place of any chain, or success.
    Result<void> verify();

    static QByteArray hashOf(const QByteArray &previous, const Entry &entry, qint64 sequence);

private:
    Database &m_database;
};

} // namespace reviewdesk
