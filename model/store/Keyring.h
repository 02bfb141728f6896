#pragma once

#include "store/KeyFile.h"
#include "store/Secret.h"
#include "store/Signers.h"

#include <QStringList>

namespace reviewdesk {

/// Who can come to the workspace's database key. A value over the key file; nothing is on the disk before write().
class Keyring {
public:
    static constexpr std::size_t databaseKeyBytes = 32;

    struct Made;
    /// A new random database key and recovery key; no user yet.
    static Result<Made> make();
    static Result<Keyring> read(const QString &path);
    static Result<Keyring> fromJson(const QByteArray &json); ///< of a key file
    Result<void> write(const QString &path) const { return m_file.write(path); }

    /// Gives a user a slot; one that the same login name or user id had is replaced (a new passphrase, new pairs). The
    /// new signing key. Errors: `invalid`, `no_memory`.
    Result<SigningKey> setUser(const QString &userId, const QString &loginName, const QByteArray &passphrase,
        const KeyCost &cost, const Secret &databaseKey);
    /// Wraps the private half anew; the database and what is sealed stay as they are. Errors: those of unlock,
    /// `invalid`.
    Result<void> changePassphrase(
        const QString &loginName, const QByteArray &current, const QByteArray &next, const KeyCost &cost);
    /// Gives a slot from before format 3 its signing key. Errors: those of unlock, `invalid`.
    Result<SigningKey> addSigningKey(const QString &loginName, const QByteArray &passphrase);
    /// Takes a user's slot away; with it goes that passphrase's way to the key.
    void removeUser(const QString &userId);
    /// Another recovery key; the earlier one opens nothing any more. Its text, to be printed.
    QString renewRecovery(const Secret &databaseKey);
    /// Seals another database key to every public half, for the next generation in `database`.
    void replaceDatabaseKey(const Secret &databaseKey, const QString &database, int generation);
    /// Wrong passphrases in a row, and when the last was (UTC milliseconds).
    void setFailed(const QString &userId, int failed, qint64 at);

    /// What a passphrase opens.
    struct Opened {
        Secret databaseKey;
        SigningKey signing; ///< empty in a slot from before format 3
    };
    /// `loginName` empty: the first account. Errors: `no_account`, `wrong_passphrase`, `damaged`, `no_memory`.
    Result<Opened> open(const QString &loginName, const QByteArray &passphrase) const;
    /// The database key alone.
    Result<Secret> unlock(const QString &loginName, const QByteArray &passphrase) const;
    /// Errors: `wrong_recovery_key`, `damaged`.
    Result<Secret> unlockByRecovery(const QString &recoveryKey) const;

    const KeySlot *slot(const QString &loginName) const; ///< nullptr when there is none; empty name: the first account
    const KeySlot *slotOf(const QString &userId) const; ///< nullptr when there is none
    QStringList loginNames() const;
    const KeyFile &file() const { return m_file; }

    /// How login names are compared: trimmed, compatibility-composed, case folded.
    static QString folded(const QString &loginName);

private:
    KeyFile m_file;
};

struct Keyring::Made {
    Keyring keyring;
    Secret databaseKey;
    QString recoveryKey;
};

} // namespace reviewdesk
