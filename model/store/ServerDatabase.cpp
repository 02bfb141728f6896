#include "store/ServerDatabase.h"

#include "store/Stored.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QStringList>

namespace reviewdesk {

namespace {

constexpr int oldestServer = 150000;
constexpr int secondsToConnect = 5; ///< to each host

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ServerDatabase)
};

/// A value in libpq's connection string.
QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

QString optionsFor(const ServerAddress &address)
{
    QStringList ports;
    for (const ServerAddress::Host &host : address.hosts)
        ports.append(QString::number(host.port));
    QStringList options{QStringLiteral("port=") + quoted(ports.join(QLatin1Char(','))),
        QStringLiteral("connect_timeout=%1").arg(secondsToConnect), QStringLiteral("application_name=ReviewDesk"),
        QStringLiteral("target_session_attrs=read-write"), QStringLiteral("client_encoding=UTF8"),
        address.isLocal() ? QStringLiteral("sslmode=prefer") : QStringLiteral("sslmode=verify-full")};
    if (!address.rootCertificate.isEmpty())
        options.append(QStringLiteral("sslrootcert=") + quoted(address.rootCertificate));
    return options.join(QLatin1Char(';'));
}

/// "ERROR:  cases: stale row version\nCONTEXT:  …" without what PostgreSQL puts around it.
QString wordsOf(const QString &message)
{
    QString words = message.section(QLatin1Char('\n'), 0, 0);
    const qsizetype severity = words.indexOf(QLatin1String(":  "));
    return severity >= 0 ? words.mid(severity + 3) : words;
}

} // namespace

ServerDatabase::ServerDatabase(const ServerAddress &address) : Database(address.toText(), false) { }

ServerDatabase::~ServerDatabase()
{
    close();
}

Result<std::unique_ptr<Database>> ServerDatabase::open(
    const ServerAddress &address, const QString &login, const QByteArray &password)
{
    std::unique_ptr<ServerDatabase> database(new ServerDatabase(address));
    if (Result<void> started = database->start(address, login, password); !started)
        return started.error();
    return std::unique_ptr<Database>(std::move(database));
}

Result<void> ServerDatabase::start(const ServerAddress &address, const QString &login, const QByteArray &password)
{
    QSqlDatabase link = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connectionName());
    if (!link.isValid())
        return Error{QStringLiteral("database"),
            Say::tr("Qt's PostgreSQL driver is missing. Install libqt6sql6-psql."), file()};
    QStringList hosts;
    for (const ServerAddress::Host &host : address.hosts)
        hosts.append(host.name);
    link.setHostName(hosts.join(QLatin1Char(',')));
    link.setDatabaseName(address.database);
    link.setUserName(login);
    link.setPassword(QString::fromUtf8(password));
    link.setConnectOptions(optionsFor(address));
    const bool opened = link.open();
    link.setPassword({});
    if (!opened) {
        const QString why = link.lastError().databaseText();
        // The server's own words are in its language; that they name the person tells them from the network's.
        if (why.contains(QLatin1Char('"') + login + QLatin1Char('"')))
            return Error{QStringLiteral("wrong_passphrase"),
                Say::tr("The server does not let \"%1\" in with this passphrase.").arg(login), file()};
        return Error{QStringLiteral("lost"),
            Say::tr("The server cannot be reached (%1).").arg(why.simplified()), file()};
    }
    const Result<Row> version = row(QStringLiteral("SELECT current_setting('server_version_num')::int, current_setting('server_encoding')"));
    if (!version)
        return version.error();
    if (version->value(0).toInt() < oldestServer || version->value(1).toString() != QLatin1String("UTF8"))
        return Error{QStringLiteral("old_server"),
            Say::tr("ReviewDesk needs PostgreSQL 15 or newer, and a database in UTF-8."), file()};
    // Nothing that somebody put into a schema of their own is called by the program's words.
    // A plan for the values at hand: whether an index helps depends on what is asked for.
    return script(
        "SET search_path = public, pg_temp; SET client_min_messages = warning; SET plan_cache_mode = force_custom_plan");
}

Result<void> ServerDatabase::script(const QByteArray &sql)
{
    QSqlQuery query(connection());
    if (!query.exec(QString::fromUtf8(sql)))
        return errorOf(query.lastError());
    while (query.nextResult()) { } // each statement's
    if (query.lastError().isValid())
        return errorOf(query.lastError());
    return {};
}

Result<void> ServerDatabase::hold(const QString &name)
{
    const Result<Row> held = row(QStringLiteral("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))"), {stored(name)});
    return held ? Result<void>() : Result<void>(held.error());
}

Result<void> ServerDatabase::beginWork()
{
    return script("BEGIN");
}

/// A transaction in which something failed is undone by COMMIT too, and no error says so: whoever went on after an error
/// is told here.
Result<void> ServerDatabase::commitWork()
{
    const Result<Row> alive = row(QStringLiteral("SELECT 1"));
    Result<void> done = alive ? script("COMMIT") : Result<void>(alive.error());
    if (!done)
        undoWork();
    return done;
}

void ServerDatabase::undoWork()
{
    (void)script("ROLLBACK");
}

Result<bool> ServerDatabase::hasTable(const QString &name)
{
    const Result<Row> there = row(QStringLiteral("SELECT to_regclass('public.' || quote_ident(?)) IS NOT NULL"), {name});
    if (!there)
        return there.error();
    return there->value(0).toBool();
}

Result<int> ServerDatabase::schema()
{
    const Result<bool> there = hasTable(QStringLiteral("migrations"));
    if (!there)
        return there.error();
    if (!*there)
        return 0;
    const Result<Row> newest = row(QStringLiteral("SELECT coalesce(max(number), 0) FROM migrations"));
    if (!newest)
        return newest.error();
    return newest->value(0).toInt();
}

Result<void> ServerDatabase::setSchema(int)
{
    return {}; // its row in `migrations` says it
}

Result<void> ServerDatabase::onlyRead(int)
{
    return script("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
}

/// By SQLSTATE (PostgreSQL's manual, appendix A).
Error ServerDatabase::errorOf(const QSqlError &error) const
{
    const QString state = error.nativeErrorCode();
    const QString words = wordsOf(error.databaseText());
    const auto named = [this](const char *name, const QString &text) {
        return Error{QString::fromLatin1(name), text, file()};
    };
    const auto isOf = [&](const char *start) { return state.startsWith(QLatin1String(start)); };
    if (isOf("23") || isOf("42501")) // integrity; privilege, row-level security
        return {QStringLiteral("refused"), words, {}};
    if (isOf("40") || isOf("55P03"))
        return named("locked", Say::tr("Somebody else saved at the same moment. Try again; what you typed is still here."));
    if (isOf("57014"))
        return named("stopped", Say::tr("It was stopped."));
    if (isOf("08") || isOf("57P") || state.isEmpty())
        return named("lost", Say::tr("The connection to the server is lost; what you typed is still here."));
    if (isOf("25006"))
        return named("read_only", Say::tr("The server takes no writes now; what you typed is still here."));
    if (isOf("53100"))
        return named("disk_full", Say::tr("The server's disk is full; what you typed is still here. Tell its administrator."));
    if (isOf("53"))
        return named("locked", Say::tr("The server has too much to do. Try again; what you typed is still here."));
    if (isOf("XX00"))
        return named("damaged", Say::tr("The server's database is damaged (%1). Tell its administrator.").arg(words));
    return named("database", words);
}

} // namespace reviewdesk
