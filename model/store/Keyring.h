#pragma once

#include "store/KeyFile.h"
#include "store/Secret.h"

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
    Result<void> write(const QString &path) const { return m_file.write(path); }

    /// Gives a user a slot; one that the same login name or user id had is replaced (a new passphrase, a new pair).
    /// Errors: `invalid`, `no_memory`.
    Result<void> setUser(const QString &userId, const QString &loginName, const QByteArray &passphrase,
        const KeyCost &cost, const Secret &databaseKey);
    /// The database key. `loginName` empty: the first account. Errors: `no_account`, `wrong_passphrase`, `damaged`,
    /// `no_memory`.
    Result<Secret> unlock(const QString &loginName, const QByteArray &passphrase) const;
    /// Errors: `wrong_recovery_key`, `damaged`.
    Result<Secret> unlockByRecovery(const QString &recoveryKey) const;

    const KeySlot *slot(const QString &loginName) const; ///< nullptr when there is none; empty name: the first account
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
