#include "store/Database.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlRecord>
#include <QThread>

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace reviewdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

QString uniqueConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("reviewdesk-%1").arg(++count);
}

/// "raw:" and the 32 bytes themselves: SQLite3 Multiple Ciphers then derives nothing (sqlite3mcExtractRawKey).
Secret rawKey(const Secret &key)
{
    Secret raw(key.size() + 4);
    std::memcpy(raw.data(), "raw:", 4);
    std::memcpy(raw.data() + 4, key.data(), key.size());
    return raw;
}

int setKey(sqlite3 *handle, const Secret &key)
{
    const Secret raw = rawKey(key);
    return sqlite3_key_v2(handle, "main", raw.data(), static_cast<int>(raw.size()));
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
            tr("The SQLite library in use cannot encrypt. ReviewDesk opens no workspace with it; install the program "
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
    : m_file(std::move(file)), m_connection(std::move(connection)), m_thread(QThread::currentThreadId())
{
}

Database::~Database()
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
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
    if (mode == Mode::Existing && !there)
        return Error{QStringLiteral("damaged"), tr("%1 is missing. Put it back from a backup.").arg(file), file};
    if (mode == Mode::Create && there)
        return Error{QStringLiteral("not_empty"), tr("%1 exists already.").arg(file), file};
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
        return Error{QStringLiteral("no_cipher"), tr("Qt's SQLite driver is missing. Install libqt6sql6-sqlite."), {}};
    }
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        return errorOf(connection.lastError());
    if (Result<void> keyed = applyKey(key); !keyed)
        return keyed;
    if (mode == Mode::Create && !QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return Error{QStringLiteral("read_only"), tr("%1 cannot be made private to you.").arg(m_file), m_file};
    return settle();
}

Result<sqlite3 *> Database::handle() const
{
    const QVariant handle = QSqlDatabase::database(m_connection, false).driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return Error{QStringLiteral("no_cipher"), tr("Qt's SQLite driver gives no handle."), {}};
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Result<void> Database::applyKey(const Secret &key)
{
    const Result<sqlite3 *> connection = handle();
    if (!connection)
        return connection.error();
    if (sqlite3mc_config(*connection, "cipher", CODEC_TYPE_CHACHA20) != CODEC_TYPE_CHACHA20)
        return Error{QStringLiteral("no_cipher"), tr("The cipher ChaCha20-Poly1305 is missing."), {}};
    if (const int code = setKey(*connection, key); code != SQLITE_OK)
        return errorOf(code, QString::fromUtf8(sqlite3_errmsg(*connection)));
    return {};
}

Result<void> Database::settle()
{
    // The first read says whether the key is right: with a wrong one page 1 does not authenticate.
    const Result<Row> first = row(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!first)
        return first.error();
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
             "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY", "PRAGMA trusted_schema = OFF",
             "PRAGMA cell_size_check = ON"}) {
        if (Result<void> done = script(pragma); !done)
            return done;
    }
    const Result<Row> journal = row(QStringLiteral("PRAGMA journal_mode"));
    if (!journal)
        return journal.error();
    if (journal->value(0).toString() != QLatin1String("wal")) {
        return Error{QStringLiteral("read_only"),
            tr("%1 cannot be written safely here (no write-ahead log).").arg(m_file), m_file};
    }
    return {};
}

Result<QSqlQuery *> Database::execute(const QString &sql, const QVariantList &values)
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
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
    }
    ++m_depth;
    return {};
}

Result<void> Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    Result<void> done = script("COMMIT");
    if (!done)
        rollback();
    else
        m_depth = 0;
    return done;
}

void Database::rollback()
{
    if (--m_depth > 0)
        return; // the outer one fails with the same error
    const Result<sqlite3 *> connection = handle();
    if (connection && sqlite3_get_autocommit(*connection) == 0) // some errors have undone it already
        sqlite3_exec(*connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Database::copyTo(const QString &file, const Secret &key)
{
    const Result<sqlite3 *> source = handle();
    if (!source)
        return source.error();
    sqlite3 *target = nullptr;
    int code = sqlite3_open_v2(
        QFile::encodeName(file).constData(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK && sqlite3mc_config(target, "cipher", CODEC_TYPE_CHACHA20) != CODEC_TYPE_CHACHA20)
        code = SQLITE_ERROR;
    if (code == SQLITE_OK)
        code = setKey(target, key);
    if (code == SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(target, "main", *source, "main");
        if (backup) {
            sqlite3_backup_step(backup, -1);
            code = sqlite3_backup_finish(backup);
        } else {
            code = sqlite3_errcode(target);
        }
    }
    const QString message = QString::fromUtf8(target ? sqlite3_errmsg(target) : sqlite3_errstr(code));
    sqlite3_close_v2(target);
    if (code != SQLITE_OK)
        return errorOf(code, message);
    QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

Error Database::errorOf(const QSqlError &error) const
{
    bool numeric = false;
    const int code = error.nativeErrorCode().toInt(&numeric);
    return errorOf(numeric ? code : SQLITE_ERROR, error.databaseText().isEmpty() ? error.text() : error.databaseText());
}

Error Database::errorOf(int code, const QString &message) const
{
    const auto error = [this](const char *name, const QString &text) {
        return Error{QString::fromLatin1(name), text, m_file};
    };
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error("locked", tr("Another program holds the workspace. Close it and try again."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error(
            "damaged", tr("%1 is damaged or belongs to another key file. Put it back from a backup.").arg(m_file));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return error(
            "read_only", tr("%1 cannot be written. Check the folder's permissions and try again.").arg(m_file));
    case SQLITE_FULL:
        return error("disk_full", tr("The disk is full. Make room and try again; what you typed is still here."));
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return error(
            "unreadable", tr("%1 cannot be read or written (%2). Check the disk and try again.").arg(m_file, message));
    case SQLITE_NOMEM:
        return error("no_memory", tr("There is not enough memory."));
    case SQLITE_CONSTRAINT:
        return {QStringLiteral("refused"), message, {}};
    default:
        return error("database", message);
    }
}

} // namespace reviewdesk
