#include "store/ServerSetup.h"

#include "store/Migrator.h"
#include "store/ServerDatabase.h"
#include "store/WorkflowTable.h"
#include "store/WorkspaceParts.h"

#include <QCoreApplication>

#include <array>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ServerSetup)
};

QByteArray identifier(QString name)
{
    return '"' + name.replace(QLatin1Char('"'), QLatin1String("\"\"")).toUtf8() + '"';
}

QByteArray roleOf(const ServerAddress &address, const char *suffix)
{
    return identifier(address.database + QLatin1Char('_') + QLatin1String(suffix));
}

constexpr std::array groups{"nurse", "physician", "supervisor"};

/// Databases and roles are the whole server's: through the database that every server has.
Result<std::unique_ptr<Database>> openServer(ServerAddress address, const ServerSetup::Administrator &administrator)
{
    address.database = QStringLiteral("postgres");
    return ServerDatabase::open(address, administrator.login, administrator.password);
}

Result<void> checkFree(Database &server, const ServerAddress &address)
{
    const Result<Database::Row> there =
        server.row(QStringLiteral("SELECT 1 FROM pg_database WHERE datname = ? UNION ALL"
                                  " SELECT 1 FROM pg_roles WHERE rolname IN (?, ?, ?, ?, ?) OR starts_with(rolname, ?)"),
            {address.database, address.database + QLatin1String("_owner"), address.database + QLatin1String("_staff"),
                address.database + QLatin1String("_nurse"), address.database + QLatin1String("_physician"),
                address.database + QLatin1String("_supervisor"), address.database + QLatin1Char('.')});
    if (!there)
        return there.error();
    if (there->isEmpty())
        return {};
    return Error{QStringLiteral("not_empty"),
        Say::tr("The server has a database or roles named \"%1\" already.").arg(address.database), address.toText()};
}

/// The groups are the owner's, who makes the accounts that join them.
Result<void> makeRoles(Database &server, const ServerAddress &address)
{
    const QByteArray owner = roleOf(address, "owner");
    const QByteArray staff = roleOf(address, "staff");
    QByteArray sql = "CREATE ROLE " + owner + " NOLOGIN CREATEROLE; GRANT " + owner + " TO CURRENT_USER; SET ROLE " + owner +
        "; CREATE ROLE " + staff + " NOLOGIN;";
    for (const char *group : groups)
        sql += "CREATE ROLE " + roleOf(address, group) + " NOLOGIN IN ROLE " + staff + ';';
    return server.transaction([&] { return server.script(sql + "RESET ROLE"); });
}

/// In byte order, as the embedded store sorts; letters are letters in any language.
Result<void> makeDatabase(Database &server, const ServerAddress &address)
{
    const QByteArray name = identifier(address.database);
    if (Result<void> made = server.script("CREATE DATABASE " + name + " OWNER " + roleOf(address, "owner") +
            " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'");
        !made)
        return made;
    return server.script("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC; GRANT CONNECT ON DATABASE " + name + " TO " +
        roleOf(address, "staff"));
}

/// Schema and workflow as this program has them.
Result<void> bringUp(Database &database)
{
    const Migrator migrator(Migrator::compiledIn(Database::Dialect::Postgres));
    if (Result<void> migrated = migrator.migrate(database, [](int) { return Result<void>(); }); !migrated)
        return migrated;
    return keepWorkflow(database);
}

/// With the logins of accounts, which begin with the database's name.
void takeBack(Database &server, const ServerAddress &address)
{
    (void)server.script("DROP DATABASE IF EXISTS " + identifier(address.database));
    const Result<Database::Rows> logins =
        server.rows(QStringLiteral("SELECT quote_ident(rolname) FROM pg_roles WHERE starts_with(rolname, ?)"),
            {address.database + QLatin1Char('.')});
    for (const Database::Row &login : logins ? *logins : Database::Rows())
        (void)server.script("DROP ROLE " + login.at(0).toString().toUtf8());
    for (const char *group : groups)
        (void)server.script("DROP ROLE IF EXISTS " + roleOf(address, group));
    (void)server.script("DROP ROLE IF EXISTS " + roleOf(address, "staff") + ", " + roleOf(address, "owner"));
}

} // namespace

Result<std::unique_ptr<Database>> ServerSetup::asOwner(
    const ServerAddress &address, const Administrator &administrator)
{
    Result<std::unique_ptr<Database>> opened =
        ServerDatabase::open(address, administrator.login, administrator.password);
    if (!opened)
        return opened;
    if (Result<void> owning = (*opened)->script("SET ROLE " + roleOf(address, "owner")); !owning)
        return owning.error();
    return opened;
}

Result<void> ServerSetup::prepare(const ServerAddress &address, const Administrator &administrator,
    const std::function<Result<void>(std::unique_ptr<Database>)> &fill)
{
    const Result<std::unique_ptr<Database>> server = openServer(address, administrator);
    if (!server)
        return server.error();
    if (Result<void> free = checkFree(**server, address); !free)
        return free;
    const auto make = [&]() -> Result<void> {
        if (Result<void> roles = makeRoles(**server, address); !roles)
            return roles;
        if (Result<void> made = makeDatabase(**server, address); !made)
            return made;
        Result<std::unique_ptr<Database>> database = asOwner(address, administrator);
        if (!database)
            return database.error();
        if (Result<void> current = bringUp(**database); !current)
            return current;
        return fill(std::move(database).value());
    };
    Result<void> made = make();
    if (!made)
        takeBack(**server, address);
    return made;
}

Result<void> ServerSetup::upgrade(const ServerAddress &address, const Administrator &administrator,
    std::shared_ptr<const Rulebook> rulebook, const Clock &clock, const Workspace::Progress &progress)
{
    Result<std::unique_ptr<Database>> database = asOwner(address, administrator);
    if (!database)
        return database.error();
    const Result<int> present = Migrator::schemaOf(**database);
    if (!present)
        return present.error();
    if (*present == 0)
        return Error{QStringLiteral("no_workspace"), Say::tr("There is no workspace in %1.").arg(address.toText()), address.toText()};
    if (Result<void> current = bringUp(**database); !current)
        return current;
    Workspace::Parts parts{address.toText(), {}, {}, std::move(database).value(), std::move(rulebook), clock, {}, {}};
    const Result<WorkspaceSettings> settings = parts.settings();
    if (!settings)
        return settings.error();
    if (Result<void> zone = parts.useSettings(*settings); !zone)
        return zone;
    return parts.database->transaction([&]() -> Result<void> {
        // what a case's row says otherwise changes with a step of the workflow alone
        if (Result<void> bare = parts.database->script("ALTER TABLE cases DISABLE TRIGGER cases_change_by_steps"); !bare)
            return bare;
        if (Result<void> renewed = parts.renewDueDates(progress); !renewed)
            return renewed;
        return parts.database->script("ALTER TABLE cases ENABLE TRIGGER cases_change_by_steps");
    });
}

Result<std::unique_ptr<Workspace>> ServerSetup::create(const ServerAddress &address, const Administrator &administrator,
    const NewUser &firstSupervisor, const WorkspaceSettings &settings, std::shared_ptr<const Rulebook> rulebook,
    const Clock &clock, const KeyCost &cost)
{
    if (const Result<void> may = Workspace::Parts::checkBeginning(firstSupervisor, settings); !may)
        return may.error();
    Result<Keyring::Made> keys = Keyring::make();
    if (!keys)
        return keys.error();
    const Result<void> made = prepare(address, administrator, [&](std::unique_ptr<Database> database) {
        Workspace::Parts parts{address.toText(), keys->keyring, std::move(keys->databaseKey), std::move(database), rulebook,
            clock, {}, {}};
        parts.server = std::make_shared<ServerLink>(address, QString(), QByteArray());
        return parts.fill(firstSupervisor, settings, cost);
    });
    if (!made)
        return made.error();
    return Workspace::open(
        address.toText(), firstSupervisor.loginName, firstSupervisor.passphrase, std::move(rulebook), clock);
}

} // namespace reviewdesk
