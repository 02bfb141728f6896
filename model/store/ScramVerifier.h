#pragma once

#include <QByteArray>

namespace reviewdesk {

/// What a PostgreSQL server keeps of a password for SCRAM-SHA-256 (RFC 5802, RFC 7677): made here, so that no password
/// ever goes there, into its logs or its statistics. "SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>".
QByteArray scramVerifier(const QByteArray &password);
/// With a salt of one's own, for tests.
QByteArray scramVerifier(const QByteArray &password, const QByteArray &salt, int iterations);

} // namespace reviewdesk
