#include "store/Database.h"

#include "store/Statement.h"
#include "store/WriteAheadLog.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QThread>

#include <sqlite3.h>

#include <atomic>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Database)
};

constexpr int busyMilliseconds = 5000;
constexpr int mostLogPages = 1000; ///< 4 MiB

QString uniqueConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("reviewdesk-%1").arg(++count);
}

/// Is it really SQLite3 Multiple Ciphers that Qt's plugin calls? A plain SQLite would write everything in clear. Asked
/// of a database in memory, because an encrypted one answers nothing before it has its key.
Result<QString> askCipherVersion()
{
    const QString name = uniqueConnectionName();
    QString version;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        connection.setDatabaseName(QStringLiteral(":memory:"));
        QSqlQuery asked(connection);
        if (connection.open() && asked.exec(QStringLiteral("SELECT sqlite3mc_version(), sqlite_source_id()")) &&
            asked.next() && asked.value(1).toString() == QLatin1String(sqlite3_sourceid()))
            version = asked.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    if (version.isEmpty()) {
        return Error{QStringLiteral("no_cipher"),
            Say::tr(
                "The SQLite library in use cannot encrypt. ReviewDesk opens no workspace with it; install the program "
                "anew."),
            {}};
    }
    return version;
}

} // namespace

Result<QString> Database::cipherVersion()
{
    static const Result<QString> version = askCipherVersion();
    return version;
}

Database::Database(QString file, QString connection)
    : m_file(std::move(file)), m_connection(std::move(connection)), m_statements(std::make_unique<Statements>(*this)),
      m_thread(QThread::currentThreadId())
{
}

Database::~Database()
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
    m_statements.reset();
    m_prepared.clear();
    {
        QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
        connection.close();
    }
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &file, const Secret &key, Mode mode)
{
    const bool there = QFileInfo::exists(file);
    if (mode != Mode::Create && !there)
        return Error{QStringLiteral("damaged"), Say::tr("%1 is missing. Put it back from a backup.").arg(file), file};
    if (mode == Mode::Create && there)
        return Error{QStringLiteral("not_empty"), Say::tr("%1 exists already.").arg(file), file};
    if (const Result<QString> cipher = cipherVersion(); !cipher)
        return cipher.error();
    std::unique_ptr<Database> database(new Database(file, uniqueConnectionName()));
    if (Result<void> started = database->start(key, mode); !started)
        return started.error();
    return database;
}

Result<void> Database::start(const Secret &key, Mode mode)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (!connection.isValid()) {
        return Error{
            QStringLiteral("no_cipher"), Say::tr("Qt's SQLite driver is missing. Install libqt6sql6-sqlite."), {}};
    }
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds));
    if (!connection.open())
        return errorOf(connection.lastError());
    if (Result<void> keyed = applyKey(key); !keyed)
        return keyed;
    if (mode == Mode::Create && !QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{QStringLiteral("read_only"), Say::tr("%1 cannot be made private to you.").arg(m_file), m_file};
    return settle(mode);
}

Result<sqlite3 *> Database::handle() const
{
    const QVariant handle = QSqlDatabase::database(m_connection, false).driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{QStringLiteral("no_cipher"), Say::tr("Qt's SQLite driver gives no handle."), {}};
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Result<void> Database::applyKey(const Secret &key)
{
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return connection.error();
    if (sqlite3mc_config(*connection, "cipher", CODEC_TYPE_CHACHA20) != CODEC_TYPE_CHACHA20)
        return Error{QStringLiteral("no_cipher"), Say::tr("The cipher ChaCha20-Poly1305 is missing."), {}};
    if (const int code = useKey(*connection, key); code != SQLITE_OK)
        return errorOf(code, QString::fromUtf8(sqlite3_errmsg(*connection)));
    return {};
}

Result<void> Database::settle(Mode mode)
{
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return connection.error();
    if (mode == Mode::Inspect && QFileInfo(m_file + QLatin1String("-wal")).size() > 0) // closing would remove it
        sqlite3_db_config(*connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // The first read says whether the key is right: with a wrong one page 1 does not authenticate.
    const Result<Row> first = row(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!first)
        return first.error();
    for (const char *pragma : {"PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON",
             "PRAGMA temp_store = MEMORY", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"}) {
        if (Result<void> done = script(pragma); !done)
            return done;
    }
    if (mode == Mode::Inspect)
        return {};
    if (Result<void> logged = script("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0"); !logged)
        return logged;
    sqlite3_wal_hook(
        *connection,
        [](void *pages, sqlite3 *, const char *, int inLog) {
            *static_cast<int *>(pages) = inLog;
            return SQLITE_OK;
        },
        &m_logPages);
    const Result<Row> journal = row(QStringLiteral("PRAGMA journal_mode"));
    if (!journal)
        return journal.error();
    if (journal->value(0).toString() != QLatin1String("wal")) {
        return Error{QStringLiteral("read_only"),
            Say::tr("%1 cannot be written safely here (no write-ahead log).").arg(m_file), m_file};
    }
    return {};
}

Result<QSqlQuery *> Database::execute(const QString &sql, const QVariantList &values)
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
    if (m_depth == 0) {
        if (Result<void> may = permitted(); !may)
            return may.error();
    }
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = errorOf(fresh->lastError());
            m_prepared.remove(sql);
            return error;
        }
        query = std::move(fresh);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (!query->exec()) {
        const Error error = errorOf(query->lastError());
        query->finish();
        return error;
    }
    return query.get();
}

Result<void> Database::run(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = execute(sql, values);
    if (!query)
        return query.error();
    (*query)->finish();
    return {};
}

Result<void> Database::each(
    const QString &sql, const QVariantList &values, const std::function<Result<void>(const Row &)> &visit)
{
    const Result<QSqlQuery *> executed = execute(sql, values);
    if (!executed)
        return executed.error();
    const std::shared_ptr<QSqlQuery> query = m_prepared.value(sql); // stays while `visit` asks something else
    const int columns = query->record().count();
    while (query->next()) {
        Row cells;
        cells.reserve(columns);
        for (int i = 0; i < columns; ++i)
            cells.append(query->value(i));
        if (Result<void> visited = visit(cells); !visited) {
            query->finish();
            return visited;
        }
    }
    const QSqlError error = query->lastError(); // next() is also false when reading failed
    query->finish();
    if (error.isValid())
        return errorOf(error);
    return {};
}

Result<Database::Rows> Database::rows(const QString &sql, const QVariantList &values)
{
    Rows all;
    const Result<void> read = each(sql, values, [&](const Row &row) -> Result<void> {
        all.append(row);
        return {};
    });
    if (!read)
        return read.error();
    return all;
}

Result<Database::Row> Database::row(const QString &sql, const QVariantList &values)
{
    Result<Rows> all = rows(sql, values);
    if (!all)
        return all.error();
    return all->isEmpty() ? Row() : all->constFirst();
}

Result<void> Database::script(const QByteArray &sql)
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return connection.error();
    const int code = sqlite3_exec(*connection, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(code, QString::fromUtf8(sqlite3_errmsg(*connection)));
    return {};
}

Result<void> Database::begin()
{
    if (m_depth == 0) {
        if (Result<void> begun = script("BEGIN IMMEDIATE"); !begun)
            return begun;
        if (Result<void> may = permitted(); !may) {
            ++m_depth;
            rollback();
            return may;
        }
    }
    ++m_depth;
    return {};
}

Result<void> Database::permitted() const
{
    return m_guard ? m_guard() : Result<void>();
}

Result<void> Database::checkLog()
{
    QFile log(m_file + QLatin1String("-wal"));
    if (log.size() == 0)
        return {};
    if (Result<void> held = script("BEGIN IMMEDIATE"); !held) // nobody writes now
        return held;
    Result<void> checked = log.open(QIODevice::ReadOnly)
        ? checkWriteAheadLog(log, log.fileName())
        : Result<void>(Error{QStringLiteral("unreadable"), Say::tr("%1 cannot be read.").arg(log.fileName()), m_file});
    if (Result<void> released = script("ROLLBACK"); !released)
        return released;
    return checked;
}

Result<void> Database::checkpoint()
{
    return script("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void> Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    Result<void> done = script("COMMIT");
    if (!done) {
        rollback();
        m_logPages = mostLogPages; // what it wrote of it is not to lie in the log for long
        return done;
    }
    m_depth = 0;
    if (m_logPages >= mostLogPages)
        tidyLog();
    return done;
}

/// The log is emptied, not begun anew over its old frames: what follows its end is then never a remainder, and
/// checkWriteAheadLog() can tell damage. Waits for nobody; what cannot be done now is done after a later commit.
void Database::tidyLog()
{
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return;
    int inLog = 0;
    int inFile = 0;
    if (sqlite3_wal_checkpoint_v2(*connection, "main", SQLITE_CHECKPOINT_PASSIVE, &inLog, &inFile) != SQLITE_OK ||
        inLog != inFile)
        return;
    sqlite3_busy_timeout(*connection, 0);
    sqlite3_wal_checkpoint_v2(*connection, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(*connection, busyMilliseconds);
}

void Database::rollback()
{
    if (--m_depth > 0)
        return; // the outer one fails with the same error
    const Result<sqlite3 *> connection = handle();
    if (connection && sqlite3_get_autocommit(*connection) == 0) // some errors have undone it already
        sqlite3_exec(*connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace reviewdesk
