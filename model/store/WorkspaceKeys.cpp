// Who may open a workspace, and the key it is encrypted with.
#include "store/Attempts.h"
#include "store/DurableFiles.h"
#include "store/Generations.h"
#include "store/KeyIntroduction.h"
#include "store/SigningKeys.h"
#include "store/Stored.h"
#include "store/UserRepository.h"
#include "store/Verification.h"
#include "store/WorkspaceParts.h"

#include "policy/JsonValue.h"
#include "store/Changes.h"

#include <QCoreApplication>
#include <QFile>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

QByteArray oneChange(const QString &field, const QString &before, const QString &after)
{
    return canonicalJson(JsonValue::Array{change(field, before, after)});
}

} // namespace

/// The transaction holds the database's write lock, then the folder's: nobody else writes the key file meanwhile.
Result<void> Workspace::Parts::changeKeys(
    const std::function<Result<void>(Keyring &)> &change, const std::function<Result<void>(const Occasion &)> &note)
{
    if (server)
        return changeServerKeys(change, note);
    return database->transaction([&]() -> Result<void> {
        const Result<FolderLock> lock = FolderLock::take(directory);
        if (!lock)
            return lock.error();
        Keyring next = keyring;
        if (QFile::exists(keyFile())) {
            Result<Keyring> read = Keyring::read(keyFile());
            if (!read)
                return read.error();
            next = std::move(read).value();
        }
        if (Result<void> changed = change(next); !changed)
            return changed;
        if (Result<void> noted = note(occasion()); !noted)
            return noted;
        if (Result<void> written = next.write(keyFile()); !written && !isInPlace(written))
            return written;
        keyring = std::move(next);
        return {};
    });
}

Result<UserAccount> Workspace::Parts::addUser(const NewUser &given, const KeyCost &cost, const Occasion &occasion)
{
    const QString id = uuids.next(occasion.at);
    std::optional<UserAccount> account;
    SigningKey key;
    const Result<void> added = changeKeys(
        [&](Keyring &keys) -> Result<void> {
            Result<UserAccount> made = UserRepository(*database).add(id, given, occasion.at);
            if (!made)
                return made.error();
            account = *made;
            Result<SigningKey> fresh = keys.setUser(id, account->loginName, given.passphrase, cost, databaseKey);
            if (!fresh)
                return fresh.error();
            key = std::move(fresh).value();
            return givePassword(id, given.passphrase);
        },
        [&](const Occasion &) {
            const Occasion by{occasion.by.id.isEmpty() ? *account : occasion.by, occasion.at}; // the first one: itself
            return introduceKey(*database, signers, by, QStringLiteral("add_user"), id, key,
                {change(QStringLiteral("/users/") + id, {},
                     account->loginName + QLatin1Char(' ') + toWord(account->role)),
                    change(QStringLiteral("/users/%1/who").arg(id), {}, UserRepository::whoInWords(*account))});
        });
    if (!added)
        return added.error();
    return *account;
}

Result<void> Workspace::Parts::readyKey(const UserAccount &account, const QByteArray &passphrase, SigningKey key)
{
    if (!key.isEmpty()) {
        const Result<std::optional<qint64>> row = SigningKeys(*database).rowOf(account.id, key.publicKey);
        if (!row)
            return row.error();
        if (*row) {
            signers.add(account.id, **row, std::move(key));
            return {};
        }
    }
    const auto note = [&](const Occasion &now) {
        return introduceKey(*database, signers, {account, now.at}, QStringLiteral("introduce_key"), account.id, key);
    };
    if (!key.isEmpty()) // written to the key file when the computer stopped before this was noted
        return database->transaction([&] { return note(occasion()); });
    return changeKeys(
        [&](Keyring &keys) -> Result<void> {
            Result<SigningKey> fresh = keys.addSigningKey(account.loginName, passphrase);
            if (!fresh)
                return fresh.error();
            key = std::move(fresh).value();
            return {};
        },
        note);
}

Result<void> Workspace::Parts::borrowKey(const UserAccount &account, const QByteArray &passphrase)
{
    if (account.id == user.id)
        return {};
    Result<Keyring::Opened> opened = keyring.open(account.loginName, passphrase);
    if (!opened)
        return opened.error();
    return readyKey(account, passphrase, std::move(opened).value().signing);
}

Result<void> Workspace::Parts::signIn(SigningIn given)
{
    const Result<UserAccount> account = UserRepository(*database).byId(given.userId);
    if (!account)
        return account.error();
    if (Result<void> ready = readyKey(*account, given.passphrase, std::move(given.key)); !ready)
        return ready;
    QByteArray changes = "[]";
    if (given.failed > 0)
        changes = oneChange(QStringLiteral("/wrong_passphrases"), {},
            QStringLiteral("%1, the last at %2").arg(given.failed).arg(given.lastFailed.toString(Qt::ISODate)));
    const Result<void> noted = database->transaction([&]() -> Result<void> {
        const Occasion now{*account, clock.now().toUTC()};
        if (Result<void> bound = AuditLog(*database, signers).bind(*account, now.at); !bound)
            return bound;
        if (!remarks.isEmpty()) { // found when it was opened
            if (Result<void> said = note(now, QStringLiteral("log_damaged")); !said)
                return said;
        }
        return note(now, QStringLiteral("sign_in"), changes);
    });
    if (!noted)
        return noted;
    take(*account);
    return {};
}

void Workspace::Parts::take(const UserAccount &account)
{
    user = account;
    session = uuids.next(clock.now().toUTC());
}

Result<void> Workspace::Parts::rotate(const Database::Progress &progress)
{
    const Secret nextKey = Secret::random(Keyring::databaseKeyBytes);
    const QString before = databaseFile();
    bool isCertain = true; // that the key file's new name is on the disk: else the old generation stays until it is
    const Result<void> switched = database->transaction([&]() -> Result<void> { // nobody writes to the old one now
        const Result<FolderLock> lock = FolderLock::take(directory);
        if (!lock)
            return lock.error();
        Result<Keyring> keys = Keyring::read(keyFile());
        if (!keys)
            return keys.error();
        const QString name = nextGenerationIn(directory);
        const QString file = directory + QLatin1Char('/') + name;
        const QString fresh = file + QLatin1String(".new");
        if (Result<void> made = rewritten(fresh, nextKey, progress); !made) {
            removeDatabase(fresh);
            return made;
        }
        if (Result<void> named = renameDurably(fresh, file); !named)
            return named;
        keys->replaceDatabaseKey(nextKey, name, keys->file().generation + 1);
        if (Result<void> written = keys->write(keyFile()); !written) {
            if (!isInPlace(written)) {
                removeDatabase(file);
                return written;
            }
            isCertain = false;
        }
        keyring = std::move(keys).value();
        return {};
    });
    if (!switched)
        return switched;
    Result<std::unique_ptr<Database>> opened = Database::open(databaseFile(), nextKey, Database::Mode::Existing);
    if (!opened)
        return opened.error();
    database = std::move(opened).value();
    databaseKey = nextKey.copy();
    guard();
    if (isCertain)
        removeDatabase(before);
    return {};
}

/// A copy under another key, with a note of it, verified and closed.
Result<void> Workspace::Parts::rewritten(
    const QString &fresh, const Secret &nextKey, const Database::Progress &progress)
{
    removeDatabase(fresh);
    {
        // Through a connection of its own: the one that holds the write lock cannot be copied from.
        const Result<std::unique_ptr<Database>> source =
            Database::open(databaseFile(), databaseKey, Database::Mode::Inspect);
        if (!source)
            return source.error();
        if (Result<void> copied = (*source)->copyTo(fresh, nextKey, progress); !copied)
            return copied;
    }
    const Result<std::unique_ptr<Database>> copy = Database::open(fresh, nextKey, Database::Mode::Existing);
    if (!copy)
        return copy.error();
    const Occasion now = occasion();
    const Result<void> noted = (*copy)->transaction([&] {
        return AuditLog(**copy, signers).append(
            {{}, now.at, now.by.id, now.by.name, QStringLiteral("rotate_key"), {}, "[]", {}});
    });
    if (!noted)
        return noted;
    if (Result<void> whole = verifyDatabase(**copy, *rulebook, AuditLog::Check::Hashes, progress); !whole)
        return whole;
    return (*copy)->checkpoint();
}

Result<void> Workspace::signInAs(const QString &loginName, const QByteArray &passphrase)
{
    if (m_parts->server) {
        Result<Parts::SigningIn> cameIn = m_parts->comeIn(loginName, passphrase);
        return cameIn ? m_parts->signIn(std::move(cameIn).value()) : Result<void>(cameIn.error());
    }
    Result<Unlocked> unlocked = unlockSlowed(m_parts->keyFile(), loginName, passphrase, m_parts->clock.now());
    if (!unlocked)
        return unlocked.error();
    Unlocked opened = std::move(unlocked).value();
    return m_parts->signIn(
        {opened.userId, passphrase, std::move(opened.signing), opened.failedBefore, opened.lastFailed});
}

Result<QList<UserAccount>> Workspace::users()
{
    return UserRepository(*m_parts->database).all();
}

Result<UserAccount> Workspace::addUser(const NewUser &user, const KeyCost &cost)
{
    if (m_parts->user.role != Role::Supervisor)
        return Parts::supervisorsOnly();
    return m_parts->addUser(user, cost, m_parts->occasion());
}

Result<void> Workspace::correctUser(const UserAccount &corrected)
{
    if (m_parts->user.role != Role::Supervisor)
        return Parts::supervisorsOnly();
    return m_parts->database->transaction([&]() -> Result<void> {
        UserRepository users(*m_parts->database);
        const Result<UserRepository::Correction> wanted = users.correction(corrected);
        if (!wanted || wanted->before == wanted->after)
            return wanted ? Result<void>() : wanted.error();
        if (Result<void> noted = m_parts->note(m_parts->occasion(), QStringLiteral("correct_user"),
                oneChange(QStringLiteral("/users/%1/who").arg(corrected.id), UserRepository::whoInWords(wanted->before),
                    UserRepository::whoInWords(wanted->after)));
            !noted)
            return noted;
        if (Result<void> written = users.correct(wanted->after); !written)
            return written;
        if (corrected.id == m_parts->user.id)
            m_parts->user = wanted->after;
        return {};
    });
}

Result<void> Workspace::disableUser(const QString &userId)
{
    if (user().role != Role::Supervisor)
        return Parts::supervisorsOnly();
    if (userId == user().id)
        return Error{
            QStringLiteral("invalid"), Say::tr("You cannot disable your own account."), QStringLiteral("/user")};
    return m_parts->changeKeys(
        [&](Keyring &keys) {
            keys.removeUser(userId);
            return UserRepository(*m_parts->database).setDisabled(userId, true);
        },
        [&](const Occasion &now) {
            return m_parts->note(now, QStringLiteral("disable_user"),
                oneChange(
                    QStringLiteral("/users/%1/disabled").arg(userId), QStringLiteral("no"), QStringLiteral("yes")));
        });
}

Result<void> Workspace::resetUser(const QString &userId, const QByteArray &passphrase, const KeyCost &cost)
{
    if (user().role != Role::Supervisor)
        return Parts::supervisorsOnly();
    SigningKey key;
    return m_parts->changeKeys(
        [&](Keyring &keys) -> Result<void> {
            UserRepository users(*m_parts->database);
            if (Result<void> enabled = users.setDisabled(userId, false); !enabled)
                return enabled;
            const Result<UserAccount> account = users.byId(userId);
            if (!account)
                return account.error();
            Result<SigningKey> fresh =
                keys.setUser(userId, account->loginName, passphrase, cost, m_parts->databaseKey);
            if (!fresh)
                return fresh.error();
            key = std::move(fresh).value();
            return m_parts->givePassword(userId, passphrase);
        },
        [&](const Occasion &now) {
            return introduceKey(*m_parts->database, m_parts->signers, now, QStringLiteral("reset_user"), userId, key,
                {change(QStringLiteral("/users/%1/passphrase").arg(userId), {}, QStringLiteral("new"))});
        });
}

Result<void> Workspace::changePassphrase(const QByteArray &current, const QByteArray &next, const KeyCost &cost)
{
    const UserAccount self = user();
    // First by the way that counts wrong ones; it also says so before anything is held.
    if (!m_parts->server) {
        const Result<Unlocked> right =
            unlockSlowed(m_parts->keyFile(), self.loginName, current, m_parts->clock.now());
        if (!right)
            return right.error();
    }
    return m_parts->changeKeys(
        [&](Keyring &keys) -> Result<void> {
            if (Result<void> wrapped = keys.changePassphrase(self.loginName, current, next, cost); !wrapped)
                return wrapped;
            return m_parts->givePassword(self.id, next);
        },
        [&](const Occasion &now) {
            return m_parts->note(now, QStringLiteral("change_passphrase"),
                oneChange(QStringLiteral("/users/%1/passphrase").arg(self.id), {}, QStringLiteral("new")));
        });
}

Result<QString> Workspace::renewRecoveryKey()
{
    if (user().role != Role::Supervisor)
        return Parts::supervisorsOnly();
    if (Result<void> here = m_parts->inFolder(); !here)
        return here.error();
    QString text;
    const Result<void> changed = m_parts->changeKeys(
        [&](Keyring &keys) {
            text = keys.renewRecovery(m_parts->databaseKey);
            return Result<void>();
        },
        [&](const Occasion &now) { return m_parts->note(now, QStringLiteral("renew_recovery_key")); });
    if (!changed)
        return changed.error();
    return text;
}

Result<void> Workspace::rotateDatabaseKey(const Progress &progress)
{
    if (user().role != Role::Supervisor)
        return Parts::supervisorsOnly();
    if (Result<void> here = m_parts->inFolder(); !here)
        return here;
    return m_parts->rotate(progress);
}

} // namespace reviewdesk
