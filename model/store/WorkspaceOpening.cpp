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

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

Result<void> checkIsFolder(const QString &directory)
{
    if (!ServerAddress::isOne(directory))
        return {};
    return Error{QStringLiteral("on_server"),
        Say::tr("This workspace is on a server; its administrator does this there."), directory};
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

Result<void> Workspace::Parts::makeFolder(const QString &directory)
{
    if (Result<void> folder = checkIsFolder(directory); !folder)
        return folder;
    if (Result<void> kind = checkFolderKind(directory); !kind)
        return kind;
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

/// The key file comes last, inside addUser: without it the folder is no workspace.
Result<void> Workspace::Parts::fill(
    const NewUser &firstSupervisor, const WorkspaceSettings &settings, const KeyCost &cost)
{
    if (Result<void> zone = useSettings(settings); !zone)
        return zone;
    return database->transaction([&]() -> Result<void> {
        const Occasion now = occasion();
        if (Result<void> kept = keepSettings(settings); !kept)
            return kept;
        if (Result<void> ruled = noteDueRules(); !ruled)
            return ruled;
        const Result<UserAccount> account = addUser(firstSupervisor, cost, now);
        if (!account)
            return account.error();
        user = *account;
        return note(occasion(), QStringLiteral("create_workspace"));
    });
}

Result<Workspace::Created> Workspace::create(const QString &directory, const NewUser &firstSupervisor,
    const WorkspaceSettings &settings, std::shared_ptr<const Rulebook> rulebook, const Clock &clock,
    const KeyCost &cost)
{
    if (const Result<void> may = Parts::checkBeginning(firstSupervisor, settings); !may)
        return may.error();
    if (Result<void> made = Parts::makeFolder(directory); !made)
        return made.error();
    Result<Keyring::Made> keys = Keyring::make();
    if (!keys)
        return keys.error();
    auto parts = std::unique_ptr<Parts>(
        new Parts{directory, keys->keyring, std::move(keys->databaseKey), {}, std::move(rulebook), clock, {}, {}});
    const auto fill = [&]() -> Result<void> {
        if (Result<void> opened = parts->openDatabase(Database::Mode::Create); !opened)
            return opened;
        return parts->fill(firstSupervisor, settings, cost);
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
    (void)parts->renewDueDates(backedUp); // what cannot be done now is done at the next opening; each case shows its own
    parts->sweep();
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &directory, const QString &loginName,
    const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Progress &backedUp)
{
    if (ServerAddress::isOne(directory))
        return openOnServer(directory, loginName, passphrase, std::move(rulebook), clock);
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
    if (Result<void> folder = checkIsFolder(directory); !folder)
        return folder.error();
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
    return ServerAddress::isOne(directory) || QFile::exists(KeyFile::pathIn(directory));
}

Result<QStringList> Workspace::loginNames(const QString &directory)
{
    if (ServerAddress::isOne(directory))
        return QStringList(); // it tells nobody before they have signed in
    const Result<Keyring> keyring = Keyring::read(KeyFile::pathIn(directory));
    if (!keyring)
        return keyring.error();
    return keyring->loginNames();
}

} // namespace reviewdesk
