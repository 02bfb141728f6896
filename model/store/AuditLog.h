#pragma once

#include "store/Database.h"
#include "store/Signers.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// The append-only history: one hash chain a case, and one of the workspace itself (chain ""). An entry's hash is the
/// SHA-256 of the previous entry's hash (32 zero bytes before the first) and its canonical JSON:
/// {"action","at","chain","changes","comment", "content","sequence","user_id","user_name"} with `at` in UTC
/// milliseconds and `changes` as the text that is kept.
///
/// The person whom the entry names signs it: Ed25519 over "ReviewDesk history entry 1", a zero byte and the hash, and
/// so over all before it. Keys are introduced in the workspace's chain (SigningKeys). There the ends of other chains
/// are bound now and then: action "bind", one change a chain, "/chains/<case>" to "<length> <hash>".
class AuditLog {
public:
    /// For reading and verifying alone.
    explicit AuditLog(Database &database);
    AuditLog(Database &database, const Signers &signers);

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
    /// Adds an entry; call it in the transaction of the change. Error `unsigned`: the person's key is not at hand.
    Result<void> append(const Entry &entry);
    Result<QList<AuditEntry>> history(const QString &chain);
    /// Binds the ends of the histories that have grown since they were bound, at most `most` of them, in entries by `by`.
    Result<void> bind(const UserAccount &by, const QDateTime &at, int most = 2'000);

    /// What of an entry is looked at: a copy that was just made needs no signatures checked, which take the most time.
    enum class Check { Hashes, Signatures };
    /// The first broken place of any chain, or success; of signatures, which are checked on all cores, the first false
    /// one. `progress` counts entries.
    Result<void> verify(Check check, const Database::Progress &progress = {});

    static QByteArray hashOf(const QByteArray &previous, const Entry &entry, qint64 sequence);

private:
    Result<int> bindSome(const UserAccount &by, const QDateTime &at, int most);

    Database &m_database;
    const Signers *m_signers = nullptr;
};

} // namespace reviewdesk
