#include "store/ServerDatabase.h"

#include "store/Libpq.h"
#include "store/ServerRefusal.h"
#include "store/Stored.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSqlDriver>
#include <QSqlError>
#include <QStringList>
#include <QThread>
#include <QUuid>

#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace reviewdesk {

namespace {

constexpr int oldestServer = 150000;
constexpr int secondsToConnect = 5; ///< to each host
constexpr int secondsToComeBack = 3;
constexpr int patience = 6'000; ///< milliseconds in which a server that is away is tried again and again
constexpr int longestDoubt = 60'000; ///< milliseconds in which it is asked whether a transaction went through
constexpr int betweenLooks = 20; ///< milliseconds
constexpr int mostBetweenTries = 500;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ServerDatabase)
};

/// A value in libpq's connection string.
QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

/// A network that is cut without a word is noticed in half a minute, at either end.
QString optionsFor(const ServerAddress &address, const QList<ServerAddress::Host> &hosts, int waits)
{
    QStringList ports;
    for (const ServerAddress::Host &host : hosts)
        ports.append(QString::number(host.port));
    QStringList options{QStringLiteral("port=") + quoted(ports.join(QLatin1Char(','))),
        QStringLiteral("connect_timeout=%1").arg(waits), QStringLiteral("application_name=ReviewDesk"),
        QStringLiteral("target_session_attrs=read-write"), QStringLiteral("client_encoding=UTF8"),
        QStringLiteral("keepalives_idle=10"), QStringLiteral("keepalives_interval=5"), QStringLiteral("keepalives_count=3"),
        QStringLiteral("tcp_user_timeout=25000"),
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

QByteArray ServerDatabase::wordsFor(const ServerLink &link, const ServerAddress::Host &host)
{
    QByteArray password = link.password();
    QByteArray words = (optionsFor(link.address(), {host}, secondsToComeBack).replace(QLatin1Char(';'), QLatin1Char(' ')) +
        QLatin1String(" host=") + quoted(host.name) + QLatin1String(" dbname=") + quoted(link.address().database) +
        QLatin1String(" user=") + quoted(link.login()) + QLatin1String(" password=") + quoted(QString::fromUtf8(password)))
                           .toUtf8();
    wipe(password);
    return words;
}

ServerDatabase::ServerDatabase(std::shared_ptr<ServerLink> link, Use use, bool again)
    : Database(link->address().toText(), false), m_link(std::move(link)), m_use(use), m_again(again)
{
}

ServerDatabase::~ServerDatabase()
{
    dropConnection();
    close();
}

Result<std::unique_ptr<Database>> ServerDatabase::open(std::shared_ptr<ServerLink> link, Use use)
{
    std::unique_ptr<ServerDatabase> database(new ServerDatabase(std::move(link), use, true));
    if (Result<void> started = database->connectTo(secondsToConnect); !started)
        return started.error();
    return std::unique_ptr<Database>(std::move(database));
}

Result<std::unique_ptr<Database>> ServerDatabase::open(
    const ServerAddress &address, const QString &login, const QByteArray &password)
{
    std::unique_ptr<ServerDatabase> database(
        new ServerDatabase(std::make_shared<ServerLink>(address, login, password), Use::Beside, false));
    if (Result<void> started = database->connectTo(secondsToConnect); !started)
        return started.error();
    return std::unique_ptr<Database>(std::move(database));
}

Result<void> ServerDatabase::connectTo(int waits)
{
    const auto isUnknown = [](const Result<void> &opened) {
        return !opened && opened.error().code == QLatin1String("wrong_passphrase");
    };
    Result<void> opened = openLink(waits);
    if (isUnknown(opened) && m_link->turnBack()) { // the new passphrase was lost on its way
        opened = openLink(waits);
        if (isUnknown(opened))
            m_link->turnBack();
    }
    if (!opened)
        return opened;
    m_lost = false;
    return setUp();
}

Result<void> ServerDatabase::openLink(int waits)
{
    QSqlDatabase link = makeConnection(QStringLiteral("QPSQL"));
    if (!link.isValid())
        return Error{QStringLiteral("database"),
            Say::tr("Qt's PostgreSQL driver is missing. Install libqt6sql6-psql."), file()};
    QStringList hosts;
    for (const ServerAddress::Host &host : m_link->address().hosts)
        hosts.append(host.name);
    link.setHostName(hosts.join(QLatin1Char(',')));
    link.setDatabaseName(m_link->address().database);
    link.setUserName(m_link->login());
    QByteArray password = m_link->password();
    link.setPassword(QString::fromUtf8(password));
    wipe(password);
    link.setConnectOptions(optionsFor(m_link->address(), m_link->address().hosts, waits));
    const InEnglish english;
    const bool opened = link.open();
    link.setPassword({});
    if (!opened)
        return refusedLink(link.lastError().databaseText(), m_link->address(), m_link->login());
    return {};
}

/// What holds for one connection alone is said again on each.
Result<void> ServerDatabase::setUp()
{
    const Result<std::shared_ptr<QSqlQuery>> asked = askedOnce(QStringLiteral(
        "SELECT current_setting('server_version_num')::int, current_setting('server_encoding'),"
        " to_regprocedure('public.said(uuid)') IS NOT NULL, pg_backend_pid(),"
        " (SELECT pid || ' ' || extract(epoch FROM backend_start) FROM pg_stat_activity WHERE pid = pg_backend_pid())"));
    if (!asked)
        return asked.error();
    QSqlQuery &answer = **asked;
    if (!answer.next() || answer.value(0).toInt() < oldestServer || answer.value(1).toString() != QLatin1String("UTF8"))
        return Error{QStringLiteral("old_server"),
            Say::tr("ReviewDesk needs PostgreSQL 15 or newer, and a database in UTF-8."), file()};
    m_numbers = answer.value(2).toBool();
    const QString former = std::exchange(m_backend, answer.value(4).toString());
    if (m_use == Use::Workspace)
        m_link->writer = answer.value(3).toInt();
    answer.finish();
    // Nothing that somebody put into a schema of their own is called by the program's words.
    // A plan for the values at hand: whether an index helps depends on what is asked for.
    QByteArray words =
        "SET search_path = public, pg_temp; SET client_min_messages = warning; SET plan_cache_mode = force_custom_plan;";
    if (m_again) // whoever is cut off holds a case no longer than that
        words += "SET idle_in_transaction_session_timeout = '60s'; SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                 "SET tcp_keepalives_count = 3;";
    if (m_onlyReads)
        words += "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY";
    Result<void> set = script(words);
    if (set && !former.isEmpty())
        endFormer(former);
    return set;
}

/// The server may not know yet that its process for the former connection talks to nobody: it ends, with what it holds.
/// One that is committing is let go on.
void ServerDatabase::endFormer(const QString &backend)
{
    const Result<std::shared_ptr<QSqlQuery>> ended = askedOnce(
        QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid || ' ' || extract(epoch FROM backend_start) = ?"
                       " AND usename = session_user AND NOT (state = 'active' AND query = 'COMMIT')"),
        {backend});
    if (ended)
        (*ended)->finish();
}

Result<void> ServerDatabase::comeBackFrom(const Error &error)
{
    if (error.code != QLatin1String("lost") || !m_again)
        return error;
    return m_lost ? comeBack(m_away ? 0 : patience) : Result<void>();
}

Result<void> ServerDatabase::comeBack(int milliseconds)
{
    const QDeadlineTimer until(milliseconds);
    for (int wait = betweenLooks;; wait = std::min(2 * wait, mostBetweenTries)) {
        if (m_link->isHurried() || !permitted())
            return awayError();
        Result<void> made = connectTo(secondsToComeBack);
        m_away = !made.ok();
        if (made)
            tell(true);
        if (made || made.error().code != QLatin1String("lost"))
            return made;
        m_lost = true;
        if (until.hasExpired())
            return awayError();
        for (int waited = 0; waited < wait && !m_link->isHurried(); waited += betweenLooks)
            QThread::msleep(betweenLooks);
    }
}

/// After a COMMIT whose answer was lost. Success: it went through. `lost`: it did not and never will, and the connection
/// is there again.
Result<void> ServerDatabase::settle(const QString &number)
{
    const QDeadlineTimer until(longestDoubt);
    while (!until.hasExpired() && !m_link->isHurried()) {
        if (m_lost) {
            if (const Result<void> back = comeBack(patience); !back && back.error().code != QLatin1String("lost"))
                break; // it lets this person in no more
            continue;
        }
        const Result<std::shared_ptr<QSqlQuery>> asked = askedOnce(QStringLiteral("SELECT heard(?)"), {number});
        if (asked && (*asked)->next()) {
            const bool through = (*asked)->value(0).toBool();
            (*asked)->finish();
            return through ? Result<void>() : Result<void>(awayError());
        }
        QThread::msleep(betweenLooks);
    }
    return Error{QStringLiteral("in_doubt"),
        Say::tr("The connection to the server was lost while it saved. Whether it did is seen when the server can be reached: "
                "look before you do it again."),
        file()};
}

Error ServerDatabase::awayError() const
{
    return {QStringLiteral("lost"), Say::tr("The connection to the server is lost; what you typed is still here."), file()};
}

void ServerDatabase::tell(bool there)
{
    if (m_use == Use::Workspace && m_link->told)
        m_link->told(there);
}

Result<void> ServerDatabase::script(const QByteArray &sql)
{
    if (m_lost)
        return awayError();
    QSqlQuery query(connection());
    if (!query.exec(QString::fromUtf8(sql)))
        return errorOf(query.lastError());
    while (query.nextResult()) { } // each statement's
    if (query.lastError().isValid())
        return errorOf(query.lastError());
    return {};
}

std::function<void()> ServerDatabase::stopper()
{
    return [link = m_link, backend = m_backend.toUtf8()] { link->stops.end(backend); };
}

/// Of the connection's own socket: its number may be another file's by then.
std::function<void()> ServerDatabase::severer()
{
    const QVariant handle = connection().driver()->handle(); // a PGconn *
    PGconn *const link = handle.isValid() ? *static_cast<PGconn *const *>(handle.constData()) : nullptr;
    if (!pq().library || !link)
        return {};
    const std::shared_ptr<const int> wire(new int(::fcntl(pq().socket(link), F_DUPFD_CLOEXEC, 0)), [](const int *wire) {
        ::close(*wire);
        delete wire;
    });
    return [wire] { (void)::shutdown(*wire, SHUT_RDWR); };
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
/// is told by the statement before it.
Result<void> ServerDatabase::commitWork()
{
    const bool numbered = m_numbers && m_again && !m_onlyReads;
    const QString number = numbered ? QUuid::createUuid().toString(QUuid::WithoutBraces) : QString();
    const Result<std::shared_ptr<QSqlQuery>> said =
        numbered ? askedOnce(QStringLiteral("SELECT said(?)"), {number}) : askedOnce(QStringLiteral("SELECT 1"));
    if (!said) {
        undoWork();
        return said.error();
    }
    (*said)->finish();
    Result<void> done = script("COMMIT");
    if (done)
        return done;
    if (numbered && m_lost)
        return settle(number);
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
    m_onlyReads = true;
    return script("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
}

/// By SQLSTATE (PostgreSQL's manual, appendix A).
Error ServerDatabase::errorOf(const QSqlError &error)
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
    if (isOf("08") || isOf("57P") || isOf("25P03") || state.isEmpty()) { // 25P03: it waited too long for this program
        if (!std::exchange(m_lost, true))
            tell(false);
        return awayError();
    }
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
