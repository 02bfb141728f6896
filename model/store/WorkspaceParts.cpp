#include "store/WorkspaceParts.h"

#include "policy/JsonValue.h"
#include "store/Changes.h"
#include "store/Migrator.h"
#include "store/Stored.h"
#include "store/UserRepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace reviewdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Workspace", text);
}

} // namespace

Result<void> Workspace::Parts::note(const Occasion &occasion, const QString &action, const QByteArray &changes)
{
    return AuditLog(*database).append({{}, occasion.at, occasion.by.id, occasion.by.name, action, {}, changes, {}});
}

Result<void> Workspace::Parts::openDatabase(Database::Mode mode)
{
    Result<std::unique_ptr<Database>> opened = Database::open(databaseFile(), databaseKey, mode);
    if (!opened)
        return opened.error();
    database = std::move(opened).value();
    if (Result<void> migrated = Migrator().migrate(*database, [this](int from) { return backUpBefore(from); });
        !migrated)
        return migrated;
    return fillWorkflow();
}

Result<void> Workspace::Parts::backUpBefore(int schema)
{
    const QString folder = directory + QLatin1String("/backups");
    if (!QDir().mkpath(folder) ||
        !QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner))
        return Error{QStringLiteral("read_only"), tr("%1 cannot be made.").arg(folder), folder};
    const QString file = QStringLiteral("%1/workspace-schema%2-%3.db")
                             .arg(folder)
                             .arg(schema)
                             .arg(clock.now().toUTC().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz")));
    return database->copyTo(file, databaseKey);
}

/// The database's own copy of the workflow's table, by which its triggers refuse what it does not hold.
Result<void> Workspace::Parts::fillWorkflow()
{
    QStringList wanted;
    for (const Transition &row : workflow())
        wanted.append(
            QStringList{toWord(row.from), toWord(row.action), toWord(row.role), toWord(row.to)}.join(QLatin1Char(' ')));
    wanted.sort();
    const Result<Database::Rows> present = database->rows(QStringLiteral(
        "SELECT from_status || ' ' || action || ' ' || role || ' ' || to_status FROM workflow ORDER BY 1"));
    if (!present)
        return present.error();
    QStringList have;
    for (const Database::Row &row : *present)
        have.append(row.at(0).toString());
    if (have == wanted)
        return {};
    return database->transaction([&]() -> Result<void> {
        if (Result<void> emptied = database->run(QStringLiteral("DELETE FROM workflow")); !emptied)
            return emptied;
        for (const Transition &row : workflow()) {
            const Result<void> added = database->run(
                QStringLiteral("INSERT INTO workflow (from_status, action, role, to_status) VALUES (?, ?, ?, ?)"),
                {toWord(row.from), toWord(row.action), toWord(row.role), toWord(row.to)});
            if (!added)
                return added;
        }
        return {};
    });
}

Result<void> Workspace::Parts::useZone(const QByteArray &zone)
{
    if (rulebook->zone.id() == zone)
        return {};
    Result<std::shared_ptr<const Rulebook>> loaded = loadRulebook(rulebook->resources, QTimeZone(zone));
    if (!loaded)
        return loaded.error();
    rulebook = std::move(loaded).value();
    return {};
}

Result<WorkspaceSettings> Workspace::Parts::settings()
{
    const Result<Database::Rows> rows = database->rows(QStringLiteral("SELECT name, value FROM settings"));
    if (!rows)
        return rows.error();
    WorkspaceSettings settings;
    for (const Database::Row &row : *rows) {
        const QString name = row.at(0).toString();
        const QString value = row.at(1).toString();
        if (name == QLatin1String("organisation"))
            settings.organisation = value;
        else if (name == QLatin1String("time_zone"))
            settings.timeZone = value.toUtf8();
        else if (name == QLatin1String("letterhead"))
            settings.letterhead = value.toUtf8();
    }
    return settings;
}

Result<void> Workspace::Parts::keepSettings(const WorkspaceSettings &settings)
{
    const std::pair<QString, QString> values[]{{QStringLiteral("organisation"), settings.organisation},
        {QStringLiteral("time_zone"), QString::fromUtf8(settings.timeZone)},
        {QStringLiteral("letterhead"), QString::fromUtf8(settings.letterhead)}};
    for (const auto &[name, value] : values) {
        const Result<void> kept = database->run(QStringLiteral("INSERT INTO settings (name, value) VALUES (?, ?) ON "
                                                               "CONFLICT (name) DO UPDATE SET value = excluded.value"),
            {name, stored(value)});
        if (!kept)
            return kept;
    }
    return {};
}

Result<UserAccount> Workspace::Parts::addUser(const NewUser &given, const KeyCost &cost, const Occasion &occasion)
{
    return database->transaction([&]() -> Result<UserAccount> {
        const QString id = uuids.next(occasion.at);
        Result<UserAccount> account = UserRepository(*database).add(id, given, occasion.at);
        if (!account)
            return account;
        const QByteArray changes = canonicalJson(JsonValue::Array{
            change(QStringLiteral("/users/") + id, {}, account->loginName + QLatin1Char(' ') + toWord(account->role))});
        if (const Result<void> noted = note(occasion, QStringLiteral("add_user"), changes); !noted)
            return noted.error();
        // The transaction holds the database's only write lock, so nobody else writes the key file now.
        Keyring next = keyring;
        if (QFile::exists(keyFile())) {
            Result<Keyring> read = Keyring::read(keyFile());
            if (!read)
                return read.error();
            next = std::move(read).value();
        }
        if (const Result<void> slot = next.setUser(id, account->loginName, given.passphrase, cost, databaseKey); !slot)
            return slot.error();
        if (const Result<void> written = next.write(keyFile()); !written)
            return written.error();
        keyring = std::move(next);
        return account;
    });
}

Result<void> Workspace::Parts::signIn(const QString &userId, const QString &action)
{
    const Result<UserAccount> account = UserRepository(*database).byId(userId);
    if (!account)
        return account.error();
    if (const Result<void> noted = database->transaction([&] {
            return note({*account, clock.now().toUTC()}, action);
        });
        !noted)
        return noted;
    user = *account;
    return {};
}

} // namespace reviewdesk
