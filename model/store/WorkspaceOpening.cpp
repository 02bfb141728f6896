// How a workspace comes to be: made, opened, recovered.
#include "store/Attempts.h"
#include "store/FolderKind.h"
#include "store/KeyIntroduction.h"
#include "store/UserRepository.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

Result<void> makeFolder(const QString &directory)
{
    const QDir folder(directory);
    if (folder.exists() && !folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return Error{QStringLiteral("not_empty"),
            Say::tr("%1 is not empty. Choose an empty folder for the workspace.").arg(directory), directory};
    if (!QDir().mkpath(directory) ||
        !QFile::setPermissions(directory, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner) ||
        !QFileInfo(directory).isWritable())
        return Error{QStringLiteral("read_only"),
            Say::tr("%1 cannot be written. Choose another folder.").arg(directory), directory};
    return {};
}

/// Takes back what a failed creation left, so that it can be tried again.
void takeBack(const QString &directory)
{
    for (const QString &name :
        {QStringLiteral("workspace.db"), QStringLiteral("workspace.db-wal"), QStringLiteral("workspace.db-shm"),
            QStringLiteral("workspace.db-journal"), QStringLiteral("workspace.keys")})
        QFile::remove(directory + QLatin1Char('/') + name);
}

} // namespace

Result<Workspace::Created> Workspace::create(const QString &directory, const NewUser &firstSupervisor,
    const WorkspaceSettings &settings, std::shared_ptr<const Rulebook> rulebook, const Clock &clock,
    const KeyCost &cost)
{
    if (firstSupervisor.role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("The first account is a supervisor's."), {}};
    if (!QTimeZone(settings.timeZone).isValid())
        return Error{QStringLiteral("invalid"),
            Say::tr("\"%1\" is not a time zone.").arg(QString::fromUtf8(settings.timeZone)),
            QStringLiteral("/time_zone")};
    if (Result<void> kind = checkFolderKind(directory); !kind)
        return kind.error();
    if (Result<void> made = makeFolder(directory); !made)
        return made.error();
    Result<Keyring::Made> keys = Keyring::make();
    if (!keys)
        return keys.error();
    auto parts = std::unique_ptr<Parts>(
        new Parts{directory, keys->keyring, std::move(keys->databaseKey), {}, std::move(rulebook), clock, {}, {}});
    const auto fill = [&]() -> Result<void> {
        if (Result<void> opened = parts->openDatabase(Database::Mode::Create); !opened)
            return opened;
        if (Result<void> zone = parts->useSettings(settings); !zone)
            return zone;
        // The key file comes last, inside addUser: without it the folder is no workspace.
        return parts->database->transaction([&]() -> Result<void> {
            const Occasion occasion = parts->occasion();
            if (Result<void> kept = parts->keepSettings(settings); !kept)
                return kept;
            const Result<UserAccount> account = parts->addUser(firstSupervisor, cost, occasion);
            if (!account)
                return account.error();
            parts->user = *account;
            return parts->note(parts->occasion(), QStringLiteral("create_workspace"));
        });
    };
    if (const Result<void> filled = fill(); !filled) {
        parts.reset();
        takeBack(directory);
        return filled.error();
    }
    parts->guard();
    return Created{std::unique_ptr<Workspace>(new Workspace(std::move(parts))), keys->recoveryKey};
}

Result<std::unique_ptr<Workspace>> Workspace::openWith(
    std::unique_ptr<Parts> parts, const SigningIn &signingIn, const Progress &backedUp)
{
    if (Result<void> kind = checkFolderKind(parts->directory); !kind)
        return kind.error();
    if (Result<void> opened = parts->openDatabase(Database::Mode::Existing, backedUp); !opened)
        return opened.error();
    parts->guard();
    const Result<WorkspaceSettings> settings = parts->settings();
    if (!settings)
        return settings.error();
    if (Result<void> zone = parts->useSettings(*settings); !zone)
        return zone.error();
    if (Result<void> signedIn = signingIn(*parts); !signedIn)
        return signedIn.error();
    parts->sweep();
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &directory, const QString &loginName,
    const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Progress &backedUp)
{
    Result<Unlocked> unlocked = unlockSlowed(KeyFile::pathIn(directory), loginName, passphrase, clock.now());
    if (!unlocked)
        return unlocked.error();
    Unlocked opened = std::move(unlocked).value();
    return openWith(std::unique_ptr<Parts>(new Parts{directory, opened.keyring, std::move(opened.databaseKey), {},
                        std::move(rulebook), clock, {}, {}}),
        [&](Parts &parts) {
            return parts.signIn(
                {opened.userId, passphrase, std::move(opened.signing), opened.failedBefore, opened.lastFailed});
        },
        backedUp);
}

Result<std::unique_ptr<Workspace>> Workspace::recover(const QString &directory, const QString &recoveryKey,
    const QByteArray &newPassphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const KeyCost &cost)
{
    Result<Keyring> keyring = Keyring::read(KeyFile::pathIn(directory));
    if (!keyring)
        return keyring.error();
    Result<Secret> key = keyring->unlockByRecovery(recoveryKey);
    if (!key)
        return key.error();
    return openWith(std::unique_ptr<Parts>(new Parts{directory, std::move(keyring).value(), std::move(key).value(), {},
                        std::move(rulebook), clock, {}, {}}),
        [&](Parts &parts) -> Result<void> {
            const Result<UserAccount> first = UserRepository(*parts.database).firstSupervisor();
            if (!first)
                return first.error();
            SigningKey key;
            const Result<void> changed = parts.changeKeys(
                [&](Keyring &keys) -> Result<void> {
                    Result<SigningKey> fresh =
                        keys.setUser(first->id, first->loginName, newPassphrase, cost, parts.databaseKey);
                    if (!fresh)
                        return fresh.error();
                    key = std::move(fresh).value();
                    return {};
                },
                [&](const Occasion &now) {
                    return introduceKey(*parts.database, parts.signers, {*first, now.at}, QStringLiteral("recover"), first->id, key);
                });
            if (changed)
                parts.take(*first);
            return changed;
        });
}

bool Workspace::exists(const QString &directory)
{
    return QFile::exists(KeyFile::pathIn(directory));
}

Result<QStringList> Workspace::loginNames(const QString &directory)
{
    const Result<Keyring> keyring = Keyring::read(KeyFile::pathIn(directory));
    if (!keyring)
        return keyring.error();
    return keyring->loginNames();
}

} // namespace reviewdesk
