#include "store/WorkspaceParts.h"

#include "cases/PackVersions.h"
#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "store/DurableFiles.h"
#include "store/EffectiveDates.h"
#include "store/Generations.h"
#include "store/Migrator.h"
#include "store/RulesChanged.h"
#include "store/Stored.h"
#include "store/UserRepository.h"
#include "store/WorkflowTable.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/stat.h>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

} // namespace

Result<void> Workspace::Parts::checkBeginning(const NewUser &firstSupervisor, const WorkspaceSettings &settings)
{
    if (firstSupervisor.role != Role::Supervisor)
        return Error{QStringLiteral("role"), Say::tr("The first account is a supervisor's."), {}};
    if (!QTimeZone(settings.timeZone).isValid())
        return Error{QStringLiteral("invalid"),
            Say::tr("\"%1\" is not a time zone.").arg(QString::fromUtf8(settings.timeZone)),
            QStringLiteral("/time_zone")};
    return {};
}

Error Workspace::Parts::supervisorsOnly()
{
    return {QStringLiteral("role"), Say::tr("Only a supervisor may do this."), {}};
}

Result<void> Workspace::Parts::note(const Occasion &occasion, const QString &action, const QByteArray &changes)
{
    return AuditLog(*database, signers).append({{}, occasion.at, occasion.by.id, occasion.by.name, action, {}, changes, {}});
}

Result<void> Workspace::Parts::openDatabase(Database::Mode mode, const Progress &backedUp)
{
    Result<std::unique_ptr<Database>> opened = Database::open(databaseFile(), databaseKey, mode);
    if (!opened)
        return opened.error();
    database = std::move(opened).value();
    const Result<void> log = database->checkLog();
    if (!log && log.error().code != QLatin1String("damaged"))
        return log;
    if (!log) {
        if (Result<void> kept = keepDamagedLog(log.error()); !kept)
            return kept;
    }
    if (Result<void> migrated = Migrator().migrate(*database, [&](int) { return backUpBefore(backedUp); }); !migrated)
        return migrated;
    return fillWorkflow();
}

Result<void> Workspace::Parts::fillWorkflow()
{
    if (!server)
        return keepWorkflow(*database);
    const Result<bool> same = holdsWorkflow(*database);
    if (!same)
        return same.error();
    if (*same)
        return {};
    return Error{QStringLiteral("older_schema"), // a person does not write it
        Say::tr("The server's workflow is another program version's. Its administrator must bring it up to date."), directory};
}

Result<void> Workspace::Parts::useSettings(const WorkspaceSettings &settings)
{
    const QTimeZone zone(settings.timeZone);
    const QDate today = zone.isValid() ? clock.now().toTimeZone(zone).date() : QDate();
    if (rulebook->zone.id() == settings.timeZone && rulebook->terms == settings.terms && isInForce(*rulebook, today))
        return {};
    Result<std::shared_ptr<const Rulebook>> loaded = loadRulebookOn(today, rulebook->resources, zone, settings.terms);
    if (!loaded)
        return loaded.error();
    rulebook = std::move(loaded).value();
    return {};
}

Error rulesChanged()
{
    return {QStringLiteral("rules_changed"),
        Say::tr("The policy’s effective date or the plan’s terms were changed meanwhile. Nothing was issued: read the "
                "letter as it is now, then issue it."),
        {}};
}

std::optional<Error> policyChanged(Action action, const Policy &seen, const Policy &now)
{
    static const QList<Action> judging{
        Action::Approve, Action::ApproveException, Action::Deny, Action::Submit, Action::Refer, Action::Pend};
    if (seen.digest == now.digest || !judging.contains(action))
        return std::nullopt;
    return Error{QStringLiteral("rules_changed"), Say::tr("The policy changed meanwhile; look at the case again."), {}};
}

Result<void> Workspace::Parts::refresh()
{
    const Result<WorkspaceSettings> now = ruleSettings();
    if (!now)
        return now.error();
    if (Result<void> used = useSettings(*now); !used)
        return used;
    const Result<UserAccount> self = UserRepository(*database).byId(user.id);
    if (!self)
        return self.error();
    user = *self;
    return {};
}

namespace {

const QString readingLimit = QStringLiteral("reading_limit_"); ///< and the line of business

WorkspaceSettings settingsOf(const Database::Rows &rows)
{
    WorkspaceSettings settings;
    for (const Database::Row &row : rows) {
        const QString name = row.at(0).toString();
        const QString value = row.at(1).toString();
        if (name == QLatin1String("organisation"))
            settings.organisation = value;
        else if (name == QLatin1String("time_zone"))
            settings.timeZone = value.toUtf8();
        else if (name == QLatin1String("letterhead"))
            settings.letterhead = value.toUtf8();
        else if (name == QLatin1String("backup_every_hours"))
            settings.backups.everyHours = value.toInt();
        else if (name == QLatin1String("backup_keep"))
            settings.backups.keep = value.toInt();
        else if (name == QLatin1String("backup_folder"))
            settings.backups.folder = value;
        else if (name == QLatin1String("approval_days"))
            settings.terms.approvalDays = value.toInt();
        else if (name == QLatin1String("idle_minutes"))
            settings.idleMinutes = value.toInt();
        else if (const auto line = lineOfBusinessFromWord(QStringView(name).mid(readingLimit.size()));
                 name.startsWith(readingLimit) && line && value.toInt() > 0)
            settings.terms.readingLimits.insert(*line, value.toInt());
        else if (const QString version = effectiveVersion(name); !version.isEmpty()) {
            if (const std::optional<EffectiveEntry> entry = effectiveFrom(value))
                settings.terms.effective.insert(version, *entry);
        }
    }
    return settings;
}

} // namespace

Result<WorkspaceSettings> Workspace::Parts::settings()
{
    const Result<Database::Rows> rows = database->rows(QStringLiteral("SELECT name, value FROM settings"));
    return rows ? Result<WorkspaceSettings>(settingsOf(*rows)) : Result<WorkspaceSettings>(rows.error());
}

Result<WorkspaceSettings> Workspace::Parts::ruleSettings()
{
    const Result<Database::Rows> rows = database->rows(
        QStringLiteral("SELECT name, value FROM settings WHERE name IN ('time_zone', 'approval_days')"
                       " OR name LIKE ? OR name LIKE ?"),
        {readingLimit + QLatin1Char('%'), effectiveSetting({}) + QLatin1Char('%')});
    return rows ? Result<WorkspaceSettings>(settingsOf(*rows)) : Result<WorkspaceSettings>(rows.error());
}

Result<void> Workspace::Parts::keepSettings(const WorkspaceSettings &settings)
{
    QList<std::pair<QString, QString>> values{{QStringLiteral("organisation"), settings.organisation},
        {QStringLiteral("time_zone"), QString::fromUtf8(settings.timeZone)},
        {QStringLiteral("letterhead"), QString::fromUtf8(settings.letterhead)},
        {QStringLiteral("backup_every_hours"), QString::number(settings.backups.everyHours)},
        {QStringLiteral("backup_keep"), QString::number(settings.backups.keep)},
        {QStringLiteral("backup_folder"), settings.backups.folder},
        {QStringLiteral("approval_days"), QString::number(settings.terms.approvalDays)},
        {QStringLiteral("idle_minutes"), QString::number(settings.idleMinutes)}};
    for (const LineOfBusiness line : {LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
             LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp})
        values.append({readingLimit + toWord(line), QString::number(settings.terms.readingLimits.value(line, 0))});
    for (const auto &[name, value] : std::as_const(values)) {
        const Result<void> kept = database->run(QStringLiteral("INSERT INTO settings (name, value) VALUES (?, ?) ON "
                                                               "CONFLICT (name) DO UPDATE SET value = excluded.value"),
            {name, stored(value)});
        if (!kept)
            return kept;
    }
    return {};
}

WorkspaceFiles WorkspaceFiles::at(const QString &keyFile, const QString &database)
{
    struct stat keys = {};
    struct stat pages = {};
    WorkspaceFiles files;
    if (::stat(QFile::encodeName(keyFile).constData(), &keys) == 0) {
        files.keyFile = keys.st_ino;
        files.keyFileChanged =
            static_cast<qint64>(keys.st_mtim.tv_sec) * 1'000'000'000 + static_cast<qint64>(keys.st_mtim.tv_nsec);
    }
    if (::stat(QFile::encodeName(database).constData(), &pages) == 0)
        files.database = pages.st_ino;
    return files;
}

void Workspace::Parts::guard()
{
    files = WorkspaceFiles::at(keyFile(), databaseFile());
    database->setGuard([this]() -> Result<void> {
        const WorkspaceFiles now = WorkspaceFiles::at(keyFile(), databaseFile());
        return now == files ? Result<void>() : acceptFiles(now);
    });
}

std::function<Result<void>()> Workspace::Parts::readerGuard() const
{
    return [seen = WorkspaceFiles::at(keyFile(), databaseFile()), keys = keyFile(),
               pages = databaseFile()]() -> Result<void> {
        if (WorkspaceFiles::at(keys, pages) == seen)
            return {};
        return Error{QStringLiteral("key_changed"), Say::tr("The workspace's key was changed. Sign in again."), {}};
    };
}

/// Something else lies in the folder than before: another account's new passphrase, or another workspace?
Result<void> Workspace::Parts::acceptFiles(const WorkspaceFiles &now)
{
    if (now.keyFile == 0) {
        return Error{QStringLiteral("lost"),
            Say::tr(
                "%1 is not there any more: the folder was moved, removed or its disk taken away. Put it back and try "
                "again; what you typed is still here.")
                .arg(keyFile()),
            directory};
    }
    Result<Keyring> read = Keyring::read(keyFile());
    if (!read)
        return read.error();
    if (now.database != files.database || read->file().generation != keyring.file().generation ||
        read->file().database != keyring.file().database) {
        return Error{QStringLiteral("key_changed"),
            Say::tr(
                "The workspace's key was changed, or a backup put in its place. Lock the program and sign in again; "
                "nothing more is written to the old one."),
            directory};
    }
    if (!user.id.isEmpty() && !read->slotOf(user.id))
        return Error{
            QStringLiteral("no_account"), Say::tr("This account may not sign in any more. Ask a supervisor."), {}};
    keyring = std::move(read).value();
    files = now;
    return {};
}

void Workspace::Parts::sweep()
{
    const Result<FolderLock> lock = FolderLock::take(directory, 0);
    if (lock)
        sweepGenerations(directory, keyring.file().database);
}

} // namespace reviewdesk
