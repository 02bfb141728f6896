#include "store/EmbeddedDatabase.h"

#include "store/WriteAheadLog.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Database)
};

constexpr int busyMilliseconds = 5000;
constexpr int mostLogPages = 1000; ///< 4 MiB
/// "RvwD": what `file` would say of the database, were it not encrypted; tells another program's SQLite file apart.
constexpr int applicationId = 0x52767744;

/// Is it really SQLite3 Multiple Ciphers that Qt's plugin calls? A plain SQLite would write everything in clear. Asked
/// of a database in memory, because an encrypted one answers nothing before it has its key.
Result<QString> askCipherVersion()
{
    const QString name = QStringLiteral("reviewdesk-cipher");
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

EmbeddedDatabase::EmbeddedDatabase(const QString &file) : Database(file, true) { }

EmbeddedDatabase::~EmbeddedDatabase()
{
    close(); // SQLite's hook points here
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
    auto database = std::make_unique<EmbeddedDatabase>(file);
    if (Result<void> started = database->start(key, mode); !started)
        return started.error();
    return std::unique_ptr<Database>(std::move(database));
}

Result<void> EmbeddedDatabase::start(const Secret &key, Mode mode)
{
    QSqlDatabase link = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName());
    if (!link.isValid()) {
        return Error{
            QStringLiteral("no_cipher"), Say::tr("Qt's SQLite driver is missing. Install libqt6sql6-sqlite."), {}};
    }
    link.setDatabaseName(file());
    link.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds));
    if (!link.open())
        return errorOf(link.lastError());
    if (Result<void> keyed = applyKey(key); !keyed)
        return keyed;
    if (mode == Mode::Create && !QFile::setPermissions(file(), QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{QStringLiteral("read_only"), Say::tr("%1 cannot be made private to you.").arg(file()), file()};
    return settle(mode);
}

Result<sqlite3 *> EmbeddedDatabase::handle() const
{
    const QVariant handle = connection().driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{QStringLiteral("no_cipher"), Say::tr("Qt's SQLite driver gives no handle."), {}};
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Result<void> EmbeddedDatabase::applyKey(const Secret &key)
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

Result<void> EmbeddedDatabase::settle(Mode mode)
{
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return connection.error();
    if (mode == Mode::Inspect && QFileInfo(file() + QLatin1String("-wal")).size() > 0) // closing would remove it
        sqlite3_db_config(*connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // A plan rests on no bound value: a status that is asked for would else be planned anew each time, for the indexes of some.
    sqlite3_db_config(*connection, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
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
            Say::tr("%1 cannot be written safely here (no write-ahead log).").arg(file()), file()};
    }
    return {};
}

Result<void> EmbeddedDatabase::script(const QByteArray &sql)
{
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return connection.error();
    const int code = sqlite3_exec(*connection, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOf(code, QString::fromUtf8(sqlite3_errmsg(*connection)));
    return {};
}

/// BEGIN IMMEDIATE: nobody else writes from now on.
Result<void> EmbeddedDatabase::beginWork()
{
    return script("BEGIN IMMEDIATE");
}

Result<void> EmbeddedDatabase::hold(const QString &)
{
    return {};
}

Result<void> EmbeddedDatabase::commitWork()
{
    Result<void> done = script("COMMIT");
    if (!done) {
        undoWork();
        m_logPages = mostLogPages; // what it wrote of it is not to lie in the log for long
        return done;
    }
    if (m_logPages >= mostLogPages)
        tidyLog();
    return done;
}

void EmbeddedDatabase::undoWork()
{
    const Result<sqlite3 *> connection = handle();
    if (connection && sqlite3_get_autocommit(*connection) == 0) // some errors have undone it already
        sqlite3_exec(*connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> EmbeddedDatabase::checkLog()
{
    QFile log(file() + QLatin1String("-wal"));
    if (log.size() == 0)
        return {};
    if (Result<void> held = script("BEGIN IMMEDIATE"); !held) // nobody writes now
        return held;
    Result<void> checked = log.open(QIODevice::ReadOnly)
        ? checkWriteAheadLog(log, log.fileName())
        : Result<void>(Error{QStringLiteral("unreadable"), Say::tr("%1 cannot be read.").arg(log.fileName()), file()});
    if (Result<void> released = script("ROLLBACK"); !released)
        return released;
    return checked;
}

Result<void> EmbeddedDatabase::checkpoint()
{
    return script("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// The log is emptied, not begun anew over its old frames: what follows its end is then never a remainder, and
/// checkWriteAheadLog() can tell damage. Waits for nobody; what cannot be done now is done after a later commit.
void EmbeddedDatabase::tidyLog()
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

Result<void> EmbeddedDatabase::onlyRead(int kibibytes)
{
    return script("PRAGMA query_only = ON; PRAGMA cache_size = -" + QByteArray::number(kibibytes));
}

Result<bool> EmbeddedDatabase::hasTable(const QString &name)
{
    const Result<Row> there = row(QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = ?"), {name});
    if (!there)
        return there.error();
    return !there->isEmpty();
}

Result<int> EmbeddedDatabase::schema()
{
    const Result<Row> version = row(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error();
    return version->value(0).toInt();
}

/// PRAGMA takes no bound value; these are numbers of our own and undone with the transaction.
Result<void> EmbeddedDatabase::setSchema(int number)
{
    if (Result<void> named = script("PRAGMA application_id = " + QByteArray::number(applicationId)); !named)
        return named;
    return script("PRAGMA user_version = " + QByteArray::number(number));
}

} // namespace reviewdesk
