#pragma once

#include "store/Keyring.h"

#include <QDateTime>

namespace reviewdesk {

/// Signing in by passphrase, slowed: wrong passphrases in a row are counted in the account's slot of the key file, so
/// that neither a restart nor another window forgets them. This stops who sits at the screen; who has a copy of the key
/// file is stopped by the cost of Argon2id alone.

/// Seconds to wait after that many wrong passphrases in a row: none for the first two, then 2, 4, 8 … 900.
int secondsToWait(int failed);

struct Unlocked {
    Keyring keyring; ///< as it is on the disk now
    Secret databaseKey;
    SigningKey signing; ///< empty in a slot from before there were any
    QString userId;
    int failedBefore = 0; ///< wrong passphrases before this right one
    QDateTime lastFailed; ///< UTC
};

/// Reads the key file and unlocks it. Errors: those of Keyring::read and unlock; `too_many_attempts` before the time,
/// with the seconds that are left in `place`.
Result<Unlocked> unlockSlowed(
    const QString &keyFile, const QString &loginName, const QByteArray &passphrase, const QDateTime &now);

} // namespace reviewdesk
