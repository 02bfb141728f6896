#pragma once

#include "store/KeyCost.h"
#include "support/Result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace reviewdesk {

/// One user's way to the database key: an X25519 pair whose private half is wrapped (XChaCha20-Poly1305) under Argon2id
/// of the passphrase, and the database key sealed (crypto_box_seal) to the public half, so that the database key can be
/// changed for users who are absent. The seed of the pair that signs the user's history entries (Ed25519) is wrapped
/// with it.
struct KeySlot {
    QString userId; ///< UUIDv7
    QString loginName; ///< as typed when the account was made
    QByteArray publicKey;
    QByteArray signingKey; ///< public half; empty in a slot from before format 3 until its user signs in
    KeyCost cost;
    QByteArray salt;
    QByteArray nonce;
    QByteArray wrapped; ///< private half, then the signing seed if there is a signing key
    QByteArray sealed; ///< database key
    int failed = 0; ///< wrong passphrases since the last right one
    qint64 failedAt = 0; ///< the last of them, UTC milliseconds

    /// What the wrapping authenticates beside the private half, so that parts of slots cannot be mixed.
    QByteArray boundText() const;
    friend bool operator==(const KeySlot &, const KeySlot &) = default;
};

/// The same for the printed recovery key, from which its pair is derived.
struct RecoverySlot {
    QByteArray publicKey;
    QByteArray sealed;

    friend bool operator==(const RecoverySlot &, const RecoverySlot &) = default;
};

/// `workspace.keys`: JSON with a format version. 2 added each slot's count of wrong passphrases, 3 the signing keys; 1
/// and 2 are still read.
/// Digests in it find damage, not malice: whoever can write the file can write them too; what protects the keys is the
/// sealing.
struct KeyFile {
    static constexpr int format = 3;

    int generation = 1; ///< raised when the database key is changed
    QString database = QStringLiteral("workspace.db"); ///< file beside it that this generation's key opens
    QList<KeySlot> users; ///< in order of their making
    RecoverySlot recovery;

    static QString pathIn(const QString &directory) { return directory + QLatin1String("/workspace.keys"); }
    /// Errors: `no_workspace`, `unreadable`, `newer_format`, `damaged` with the member as JSON pointer in `place`.
    static Result<KeyFile> read(const QString &path);
    static Result<KeyFile> fromJson(const QByteArray &json);
    /// Atomically, for the owner's eyes only, on the disk when it returns. Errors: `read_only`, `disk_full`,
    /// `unreadable`.
    Result<void> write(const QString &path) const;
    QByteArray toJson() const;

    friend bool operator==(const KeyFile &, const KeyFile &) = default;
};

} // namespace reviewdesk
