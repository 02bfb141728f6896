#pragma once

#include "support/Result.h"

#include <QList>
#include <QString>

namespace reviewdesk {

/// Where a workspace on PostgreSQL is: "postgresql://host[:port][,host[:port]…]/database[?sslrootcert=FILE]", as libpq
/// writes it, without a user and without a password. Several hosts are tried in their order until one takes writes. A
/// host that begins with "/" (written "%2F") is the folder of a socket.
struct ServerAddress {
    struct Host {
        QString name;
        int port = 5432;

        friend bool operator==(const Host &, const Host &) = default;
    };
    QList<Host> hosts;
    QString database;
    QString rootCertificate; ///< file; empty: libpq's own place for it

    /// Is this text meant to be one, rather than a folder?
    static bool isOne(const QString &text);
    /// Error `invalid` with what is wrong.
    static Result<ServerAddress> fromText(const QString &text);
    QString toText() const;
    /// This computer alone: what goes there needs no TLS.
    bool isLocal() const;

    friend bool operator==(const ServerAddress &, const ServerAddress &) = default;
};

} // namespace reviewdesk
