// Copies of a workspace: made, found due, put back.
#include "store/Attempts.h"
#include "store/Backups.h"
#include "store/DurableFiles.h"
#include "store/FolderKind.h"
#include "store/Generations.h"
#include "store/KeyIntroduction.h"
#include "store/Migrator.h"
#include "store/SigningKeys.h"
#include "store/UserRepository.h"
#include "store/Verification.h"
#include "store/WorkspaceParts.h"

#include "policy/JsonValue.h"
#include "store/Changes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

QByteArray madeAt(const QString &folder)
{
    return canonicalJson(JsonValue::Array{change(QStringLiteral("/backup"), {}, QFileInfo(folder).fileName())});
}

/// Keeps a file under another name too: the same bytes where the file system can, else a copy.
Result<void> keepAlso(const QString &file, const QString &as)
{
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(as).constData()) == 0)
        return syncFolder(QFileInfo(as).path());
    return copyDurably(file, as);
}

/// What of a workspace lies in `directory`, whole or damaged: its key file and every database with its log.
QStringList workspaceFiles(const QString &directory)
{
    return QDir(directory).entryList(
        {QStringLiteral("workspace.keys"), QStringLiteral("workspace.db"), QStringLiteral("workspace.db-wal"),
            QStringLiteral("workspace.db-journal"), QStringLiteral("workspace-*.db"),
            QStringLiteral("workspace-*.db-wal"), QStringLiteral("workspace-*.db-journal")},
        QDir::Files, QDir::Name);
}

/// A backup that is going to take a workspace's place.
struct Incoming {
    Keyring keyring;
    Secret key;
    SigningKey signing;
    UserAccount account;
};

Result<Incoming> checkedBackup(
    const QString &backup, const QString &loginName, const QByteArray &passphrase, const Rulebook &rulebook)
{
    Result<Keyring> keyring = Keyring::read(KeyFile::pathIn(backup));
    if (!keyring)
        return keyring.error();
    Result<Keyring::Opened> unlocked = keyring->open(loginName, passphrase);
    if (!unlocked)
        return unlocked.error();
    Keyring::Opened opened = std::move(unlocked).value();
    const Result<std::unique_ptr<Database>> database = Database::open(
        backup + QLatin1Char('/') + keyring->file().database, opened.databaseKey, Database::Mode::Inspect);
    if (!database)
        return database.error();
    if (Result<void> log = (*database)->checkLog(); !log)
        return log.error();
    if (Result<void> known = Migrator().checkKnown(**database); !known)
        return known.error();
    if (Result<void> whole = verifyDatabase(**database, rulebook, AuditLog::Check::Signatures); !whole)
        return whole.error();
    const Result<UserAccount> account = UserRepository(**database).byId(keyring->slot(loginName)->userId);
    if (!account)
        return account.error();
    if (account->role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("Only a supervisor may restore a workspace."), {}};
    return Incoming{std::move(keyring).value(), std::move(opened.databaseKey), std::move(opened.signing), *account};
}

/// The key with which the restoring is noted; one that an older backup has none of is made and introduced.
Result<void> readySigner(Database &database, Incoming &incoming, const QByteArray &passphrase, Signers &signers,
    const QDateTime &now)
{
    const UserAccount &by = incoming.account;
    if (incoming.signing.isEmpty()) {
        Result<SigningKey> fresh = incoming.keyring.addSigningKey(by.loginName, passphrase);
        if (!fresh)
            return fresh.error();
        return introduceKey(database, signers, {by, now}, QStringLiteral("introduce_key"), by.id, *fresh);
    }
    const Result<std::optional<qint64>> row = SigningKeys(database).rowOf(by.id, incoming.signing.publicKey);
    if (!row)
        return row.error();
    if (!*row)
        return introduceKey(database, signers, {by, now}, QStringLiteral("introduce_key"), by.id, incoming.signing);
    signers.add(by.id, **row, std::move(incoming.signing));
    return {};
}

/// The backup as `fresh`, in this program's schema, with the note that it was restored, verified once more.
Result<void> broughtIn(const QString &backup, Incoming &incoming, const QByteArray &passphrase, const QString &fresh,
    const Rulebook &rulebook, const QDateTime &now)
{
    removeDatabase(fresh);
    {
        const Result<std::unique_ptr<Database>> source =
            Database::open(backup + QLatin1Char('/') + incoming.keyring.file().database, incoming.key,
                Database::Mode::Inspect);
        if (!source)
            return source.error();
        if (Result<void> copied = (*source)->copyTo(fresh, incoming.key); !copied)
            return copied;
    }
    const Result<std::unique_ptr<Database>> copy = Database::open(fresh, incoming.key, Database::Mode::Existing);
    if (!copy)
        return copy.error();
    if (Result<void> migrated = Migrator().migrate(**copy, [](int) { return Result<void>(); }); !migrated)
        return migrated; // of the copy; the backup itself stays as it is
    const UserAccount &by = incoming.account;
    Signers signers;
    const Result<void> noted = (*copy)->transaction([&]() -> Result<void> {
        if (Result<void> ready = readySigner(**copy, incoming, passphrase, signers, now); !ready)
            return ready;
        return AuditLog(**copy, signers)
            .append({{}, now, by.id, by.name, QStringLiteral("restore"), {}, madeAt(backup), {}});
    });
    if (!noted)
        return noted;
    return verifyDatabase(**copy, rulebook, AuditLog::Check::Hashes);
}

/// Everything that is about to be replaced, in a folder of its own; empty when there is nothing.
Result<QString> keptAside(const QString &directory, const QStringList &files, const QDateTime &now)
{
    if (files.isEmpty())
        return QString();
    const QString backups = directory + QLatin1String("/backups");
    const QString kept = backups + QLatin1Char('/') + backupName(backups, BackupKind::Replaced, now);
    if (Result<void> made = makePrivateFolder(backups); !made)
        return made.error();
    if (Result<void> made = makePrivateFolder(kept); !made)
        return made.error();
    for (const QString &name : files) {
        if (Result<void> done = keepAlso(directory + QLatin1Char('/') + name, kept + QLatin1Char('/') + name); !done)
            return done.error();
    }
    return kept;
}

} // namespace

Result<void> Workspace::Parts::backUpBefore(const Progress &progress)
{
    const Result<QString> made = makeBackup({directory, databaseKey.copy(), rulebook}, {},
        backupName(backupFolder(), BackupKind::BeforeMigration, clock.now()), progress);
    return made ? Result<void>() : Result<void>(made.error());
}

/// What a damaged log still holds is kept as it lies, before the first write covers it.
Result<void> Workspace::Parts::keepDamagedLog(const Error &damage)
{
    const QString kept =
        backupFolder() + QLatin1Char('/') + backupName(backupFolder(), BackupKind::DamagedLog, clock.now());
    for (const QString &folder : {backupFolder(), kept}) {
        if (Result<void> made = makePrivateFolder(folder); !made)
            return made;
    }
    const QString name = keyring.file().database;
    for (const QString &file : {QStringLiteral("workspace.keys"), name, name + QLatin1String("-wal")}) {
        if (Result<void> copied = copyDurably(directory + QLatin1Char('/') + file, kept + QLatin1Char('/') + file);
            !copied)
            return copied;
    }
    remarks.append(damage.message + QLatin1Char(' ') + Say::tr("It was kept as it lay in %1.").arg(kept));
    return {};
}

Result<QString> Workspace::backUp(const QString &folder, const Progress &progress)
{
    if (user().role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("Only a supervisor may make a backup."), {}};
    if (Result<void> here = m_parts->inFolder(); !here)
        return here.error();
    const Result<WorkspaceSettings> kept = m_parts->settings();
    if (!kept)
        return kept.error();
    const QString planned = kept->backups.folder.isEmpty() ? m_parts->backupFolder() : kept->backups.folder;
    const QString target = folder.isEmpty() ? planned : folder;
    const Result<QString> made = makeBackup({m_parts->directory, m_parts->databaseKey.copy(), m_parts->rulebook},
        target, backupName(target, BackupKind::ByHand, m_parts->clock.now()), progress);
    if (!made)
        return made;
    const Result<void> noted = m_parts->database->transaction(
        [&] { return m_parts->note(m_parts->occasion(), QStringLiteral("backup"), madeAt(*made)); });
    if (!noted)
        return noted.error();
    return made;
}

Result<Workspace::BackupJob> Workspace::dueBackup()
{
    if (m_parts->server)
        return BackupJob();
    const Result<WorkspaceSettings> kept = m_parts->settings();
    if (!kept)
        return kept.error();
    const BackupPlan plan = kept->backups;
    const QString folder = plan.folder.isEmpty() ? m_parts->backupFolder() : plan.folder;
    const QDateTime now = m_parts->clock.now();
    const QDateTime newest = newestBackup(m_parts->keyring.file(), folder, now);
    if (plan.everyHours <= 0 || (newest.isValid() && newest.secsTo(now) < Q_INT64_C(3600) * plan.everyHours))
        return BackupJob();
    auto source = std::make_shared<BackupSource>(
        BackupSource{m_parts->directory, m_parts->databaseKey.copy(), m_parts->rulebook});
    return BackupJob([source, folder, plan, keys = m_parts->keyring.file(),
                         name = backupName(folder, BackupKind::ByPlan, now)](const Progress &progress) -> Result<QString> {
        Result<QString> made = makeBackup(*source, folder, name, progress);
        if (made)
            thinBackups(keys, folder, plan.keep);
        return made;
    });
}

Result<void> Workspace::inspect(const QString &directory, const QString &loginName, const QByteArray &passphrase,
    std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Progress &progress)
{
    if (ServerAddress::isOne(directory))
        return Parts::inspectServer(directory, loginName, passphrase, *rulebook, progress);
    const Result<Unlocked> unlocked = unlockSlowed(KeyFile::pathIn(directory), loginName, passphrase, clock.now());
    if (!unlocked)
        return unlocked.error();
    const QString file = directory + QLatin1Char('/') + unlocked->keyring.file().database;
    const Result<std::unique_ptr<Database>> database =
        Database::open(file, unlocked->databaseKey, Database::Mode::Inspect);
    if (!database)
        return database.error();
    if (Result<void> log = (*database)->checkLog(); !log)
        return log;
    if (Result<void> known = Migrator().checkKnown(**database); !known)
        return known;
    if (const Result<UserAccount> account = UserRepository(**database).byId(unlocked->userId); !account)
        return account.error();
    return verifyDatabase(**database, *rulebook, AuditLog::Check::Signatures, progress);
}

Result<QString> Workspace::restore(const QString &directory, const QString &backup, const QString &loginName,
    const QByteArray &passphrase, std::shared_ptr<const Rulebook> rulebook, const Clock &clock)
{
    if (Result<void> kind = checkFolderKind(directory); !kind)
        return kind.error();
    if (QFileInfo(directory).exists() &&
        QFileInfo(directory).canonicalFilePath() == QFileInfo(backup).canonicalFilePath())
        return Error{QStringLiteral("invalid"), Say::tr("A workspace cannot be restored from itself."), directory};
    Result<Incoming> incoming = checkedBackup(backup, loginName, passphrase, *rulebook);
    if (!incoming)
        return incoming.error();
    if (Result<void> made = makePrivateFolder(directory); !made)
        return made.error();
    const QDateTime now = clock.now().toUTC();
    const Result<KeyFile> present = KeyFile::read(KeyFile::pathIn(directory));
    std::unique_ptr<Database> held; // nobody else writes to what is being replaced, where its key is the same
    if (present) {
        Result<std::unique_ptr<Database>> old =
            Database::open(directory + QLatin1Char('/') + present->database, incoming->key, Database::Mode::Inspect);
        if (old) {
            held = std::move(old).value();
            if (Result<void> locked = held->script("BEGIN IMMEDIATE");
                !locked && locked.error().code == QLatin1String("locked"))
                return locked.error();
        }
    }
    const Result<FolderLock> lock = FolderLock::take(directory);
    if (!lock)
        return lock.error();
    const QStringList replaced = workspaceFiles(directory);
    const QString name = nextGenerationIn(directory);
    const QString file = directory + QLatin1Char('/') + name;
    const QString fresh = file + QLatin1String(".new");
    if (Result<void> done = broughtIn(backup, *incoming, passphrase, fresh, *rulebook, now); !done) {
        removeDatabase(fresh);
        return done.error();
    }
    const Result<QString> kept = keptAside(directory, replaced, now);
    if (!kept)
        return kept;
    if (Result<void> named = renameDurably(fresh, file); !named)
        return named.error();
    KeyFile keys = incoming->keyring.file();
    keys.database = name;
    keys.generation = std::max(keys.generation, present ? present->generation : 0) + 1;
    const Result<void> written = keys.write(KeyFile::pathIn(directory));
    if (!written && !isInPlace(written)) {
        removeDatabase(file);
        return written.error();
    }
    held.reset();
    if (!written) // what is replaced stays until the new name is certain to be on the disk
        return kept;
    for (const QString &old : replaced) {
        if (old != QLatin1String("workspace.keys"))
            QFile::remove(directory + QLatin1Char('/') + old);
    }
    return kept;
}

} // namespace reviewdesk
