#pragma once

#include "store/ServerSetup.h"

namespace reviewdesk {

/// Moves a workspace from a folder to a PostgreSQL server and back: every row as it is, compared row by row afterwards,
/// the history's chains and signatures walked on the other side. All or nothing; where it came from stays as it was.
class WorkspaceCopy {
public:
    /// Rows done and in all; false stops it, with the error `stopped`.
    using Progress = std::function<bool(qint64 done, qint64 of)>;

    /// From a folder, as one of its supervisors, to a database that is made for it. That supervisor signs in there with
    /// the same passphrase; everybody else needs a new one from them (Workspace::resetUser), since a server knows a
    /// passphrase by something else than the key file does. How many rows.
    static Result<qint64> toServer(const QString &directory, const QString &loginName, const QByteArray &passphrase,
        const ServerAddress &address, const ServerSetup::Administrator &administrator,
        std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Progress &progress = {});

    struct Returned {
        qint64 rows = 0;
        QString recoveryKey; ///< the folder's own: to be printed
    };
    /// From a server, as its administrator, to a folder that is made for it. Passphrases are those of the server.
    static Result<Returned> toFolder(const ServerAddress &address, const ServerSetup::Administrator &administrator,
        const QString &directory, std::shared_ptr<const Rulebook> rulebook, const Progress &progress = {});

    /// Every table that is copied, each after those it points to; a test holds the schema against it.
    static QStringList tables();
};

} // namespace reviewdesk
