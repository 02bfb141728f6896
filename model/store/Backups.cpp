#include "store/Backups.h"

#include "store/DurableFiles.h"
#include "store/Uuid7.h"
#include "store/Verification.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTimeZone>

#include <algorithm>
#include <sqlite3.h>

namespace reviewdesk {

namespace {

const QString instantForm = QStringLiteral("yyyyMMdd'T'HHmmss.zzz'Z'");

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Backups)
};

QString ending(BackupKind kind)
{
    switch (kind) {
    case BackupKind::ByPlan:
        return QStringLiteral("by-plan");
    case BackupKind::ByHand:
        return QStringLiteral("by-hand");
    case BackupKind::BeforeMigration:
        return QStringLiteral("before-migration");
    case BackupKind::Replaced:
        return QStringLiteral("replaced");
    case BackupKind::DamagedLog:
        break;
    }
    return QStringLiteral("damaged-log");
}

QByteArray digestOf(const QString &path, const std::function<bool()> &goesOn)
{
    constexpr qint64 block = 1024 * 1024;
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    while (!file.atEnd() && goesOn())
        hash.addData(file.read(block));
    return file.error() == QFileDevice::NoError ? hash.result() : QByteArray();
}

Error stopped()
{
    return {QStringLiteral("stopped"), Say::tr("The copy was stopped; nothing was changed."), {}};
}

/// Asks now and then whether to go on, in the middle of one long statement too.
class Patience {
public:
    Patience(sqlite3 *connection, const Database::Progress &progress) : m_connection(connection), m_progress(progress)
    {
        constexpr int stepsBetweenLooks = 10'000;
        m_sinceAsked.start();
        if (m_progress)
            sqlite3_progress_handler(m_connection, stepsBetweenLooks, &Patience::isOver, this);
    }
    ~Patience() { sqlite3_progress_handler(m_connection, 0, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(Patience)

private:
    static int isOver(void *patience)
    {
        auto *self = static_cast<Patience *>(patience);
        constexpr int between = 100; // milliseconds
        if (self->m_sinceAsked.elapsed() < between)
            return 0;
        self->m_sinceAsked.start();
        return self->m_progress(1, 1) ? 0 : 1;
    }

    sqlite3 *m_connection;
    const Database::Progress &m_progress;
    QElapsedTimer m_sinceAsked;
};

/// The copy's own verification, through the file as it now lies on the disk.
Result<void> verified(
    const QString &file, const Secret &key, const Rulebook &rulebook, const Database::Progress &progress)
{
    const Result<std::unique_ptr<Database>> copy = Database::open(file, key, Database::Mode::Inspect);
    if (!copy)
        return copy.error();
    const Result<sqlite3 *> connection = (*copy)->handle();
    if (!connection)
        return connection.error();
    const Patience patience(*connection, progress);
    return verifyDatabase(**copy, rulebook, AuditLog::Check::Hashes, progress);
}

/// The database and its key file into `folder`, which is there and empty.
Result<void> copyInto(const QString &folder, const BackupSource &source, const Database::Progress &progress)
{
    const Result<KeyFile> keys = KeyFile::read(KeyFile::pathIn(source.directory));
    if (!keys)
        return keys.error();
    const QString file = folder + QLatin1Char('/') + keys->database;
    {
        const Result<std::unique_ptr<Database>> database =
            Database::open(source.directory + QLatin1Char('/') + keys->database, source.key, Database::Mode::Inspect);
        if (!database)
            return database.error();
        if (Result<void> copied = (*database)->copyTo(file, source.key, progress); !copied)
            return copied;
    }
    const Result<KeyFile> now = KeyFile::read(KeyFile::pathIn(source.directory));
    if (!now)
        return now.error();
    if (now->generation != keys->generation)
        return Error{
            QStringLiteral("key_changed"), Say::tr("The database key was changed meanwhile. Sign in again."), {}};
    if (Result<void> whole = verified(file, source.key, *source.rulebook, progress); !whole)
        return whole;
    return now->write(KeyFile::pathIn(folder));
}

Result<void> copyElsewhere(const QString &from, const QString &to, const Database::Progress &progress)
{
    const auto goesOn = [&progress] { return !progress || progress(1, 1); };
    if (Result<void> made = makePrivateFolder(to); !made)
        return made;
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        const QString source = from + QLatin1Char('/') + name;
        const QString target = to + QLatin1Char('/') + name;
        if (Result<void> copied = copyDurably(source, target, goesOn); !copied)
            return copied;
        const QByteArray digest = digestOf(source, goesOn);
        const bool isSame = !digest.isEmpty() && digest == digestOf(target, goesOn);
        if (!goesOn())
            return stopped();
        if (!isSame)
            return Error{QStringLiteral("unreadable"),
                Say::tr("%1 is not what was written to it. Check that disk and try again.").arg(target), target};
    }
    return {};
}

} // namespace

QString backupName(const QString &folder, BackupKind kind, const QDateTime &at)
{
    for (QDateTime instant = at.toUTC();; instant = instant.addMSecs(1)) {
        const QString name = instant.toString(instantForm) + QLatin1Char('-') + ending(kind);
        if (!QFile::exists(folder + QLatin1Char('/') + name))
            return name;
    }
}

QStringList backupsIn(const QString &folder, BackupKind kind)
{
    return QDir(folder).entryList({QLatin1String("*Z-") + ending(kind)}, QDir::Dirs, QDir::Name);
}

namespace {

/// Of this workspace: they have an account in common.
bool isOwn(const KeyFile &workspace, const QString &backup)
{
    const Result<KeyFile> keys = KeyFile::read(KeyFile::pathIn(backup));
    return keys && std::any_of(keys->users.begin(), keys->users.end(), [&workspace](const KeySlot &slot) {
        return std::any_of(workspace.users.begin(), workspace.users.end(),
            [&slot](const KeySlot &own) { return own.userId == slot.userId; });
    });
}

QDateTime instantOf(const QString &name)
{
    QDateTime at = QDateTime::fromString(name.section(QLatin1Char('-'), 0, 0), instantForm);
    at.setTimeZone(QTimeZone::utc());
    return at;
}

} // namespace

QStringList backupsOf(const KeyFile &workspace, const QString &folder, BackupKind kind)
{
    QStringList names = backupsIn(folder, kind);
    names.removeIf([&](const QString &name) { return !isOwn(workspace, folder + QLatin1Char('/') + name); });
    return names;
}

QDateTime newestBackup(const KeyFile &workspace, const QString &folder, const QDateTime &now)
{
    QDateTime newest;
    for (const BackupKind kind : {BackupKind::ByPlan, BackupKind::ByHand, BackupKind::BeforeMigration}) {
        const QStringList names = backupsIn(folder, kind);
        for (auto name = names.crbegin(); name != names.crend(); ++name) { // newest first: few key files are read
            const QDateTime at = instantOf(*name);
            if (newest.isValid() && at.isValid() && at <= newest)
                break;
            if (at.isValid() && at <= now && isOwn(workspace, folder + QLatin1Char('/') + *name)) {
                newest = at;
                break;
            }
        }
    }
    return newest;
}

void thinBackups(const KeyFile &workspace, const QString &folder, int keep)
{
    QStringList names = backupsOf(workspace, folder, BackupKind::ByPlan);
    while (names.size() > std::max(keep, 1))
        QDir(folder + QLatin1Char('/') + names.takeFirst()).removeRecursively();
}

Result<QString> makeBackup(
    const BackupSource &source, const QString &folder, const QString &name, const Database::Progress &progress)
{
    const QString own = source.directory + QLatin1String("/backups");
    const QString target = folder.isEmpty() ? own : QDir::cleanPath(folder);
    const QString whole = target + QLatin1Char('/') + name;
    if (QFile::exists(whole))
        return Error{QStringLiteral("not_empty"), Say::tr("%1 exists already.").arg(whole), whole};
    const QString partial = QLatin1String("/.partial-") + Uuid7().next(QDateTime::currentDateTimeUtc());
    const QString here = own + partial;
    const QString there = target + partial;
    const auto make = [&]() -> Result<void> {
        if (Result<void> made = makePrivateFolder(own); !made)
            return made;
        if (Result<void> made = makePrivateFolder(here); !made)
            return made;
        if (Result<void> copied = copyInto(here, source, progress); !copied)
            return copied;
        if (there != here) {
            if (Result<void> copied = copyElsewhere(here, there, progress); !copied)
                return copied;
        }
        return renameDurably(there, whole);
    };
    const Result<void> made = make();
    QDir(here).removeRecursively();
    if (!made) {
        QDir(there).removeRecursively();
        return made.error();
    }
    return whole;
}

} // namespace reviewdesk
