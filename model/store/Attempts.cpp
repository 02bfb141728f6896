#include "store/Attempts.h"

#include "store/DurableFiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr int freeAttempts = 2;
constexpr int longestWait = 900; // seconds
constexpr int mostFailed = 1'000'000; // what the key file holds

/// Milliseconds until the account may try again. A clock that was set back does not make it longer than the wait.
qint64 millisecondsLeft(const KeySlot &slot, qint64 now)
{
    const qint64 wait = Q_INT64_C(1000) * secondsToWait(slot.failed);
    return std::clamp<qint64>(slot.failedAt + wait - now, 0, wait);
}

/// Writes the count into the key file as it is now; other slots may have changed meanwhile.
Result<Keyring> noteFailed(const QString &keyFile, const QString &userId, const QDateTime &now, bool wrong)
{
    const Result<FolderLock> lock = FolderLock::take(QFileInfo(keyFile).path());
    if (!lock)
        return lock.error();
    Result<Keyring> keyring = Keyring::read(keyFile);
    if (!keyring)
        return keyring;
    const KeySlot *slot = keyring->slotOf(userId);
    if (!slot)
        return keyring;
    const int failed = wrong ? std::min(slot->failed + 1, mostFailed) : 0;
    keyring->setFailed(userId, failed, wrong ? now.toMSecsSinceEpoch() : 0);
    if (Result<void> written = keyring->write(keyFile); !written)
        return written.error();
    return keyring;
}

} // namespace

int secondsToWait(int failed)
{
    if (failed <= freeAttempts)
        return 0;
    return std::min(longestWait, 1 << std::min(failed - freeAttempts, 20));
}

Result<Unlocked> unlockSlowed(
    const QString &keyFile, const QString &loginName, const QByteArray &passphrase, const QDateTime &now)
{
    Result<Keyring> keyring = Keyring::read(keyFile);
    if (!keyring)
        return keyring.error();
    const KeySlot *found = keyring->slot(loginName);
    const KeySlot slot = found ? *found : KeySlot();
    if (found) {
        const qint64 left = millisecondsLeft(slot, now.toMSecsSinceEpoch());
        if (left > 0) {
            const qint64 seconds = (left + 999) / 1000;
            return Error{QStringLiteral("too_many_attempts"),
                QCoreApplication::translate("Attempts",
                    "The passphrase of \"%1\" was wrong %2 times in a row. Wait %3 seconds, then try again.")
                    .arg(slot.loginName)
                    .arg(slot.failed)
                    .arg(seconds),
                QString::number(seconds)};
        }
    }
    Result<Keyring::Opened> key = keyring->open(loginName, passphrase);
    if (!key) {
        // Where the count cannot be kept (a full disk, a folder that is read only), the cost of each attempt remains.
        if (key.error().code == QLatin1String("wrong_passphrase"))
            (void)noteFailed(keyFile, slot.userId, now, true);
        return key.error();
    }
    Keyring::Opened opened = std::move(key).value();
    Unlocked unlocked{std::move(keyring).value(), std::move(opened.databaseKey), std::move(opened.signing), slot.userId,
        slot.failed, {}};
    if (slot.failed > 0) {
        unlocked.lastFailed = QDateTime::fromMSecsSinceEpoch(slot.failedAt, QTimeZone::utc());
        if (Result<Keyring> reset = noteFailed(keyFile, slot.userId, now, false); reset)
            unlocked.keyring = std::move(reset).value();
    }
    return unlocked;
}

} // namespace reviewdesk
