#include "store/Statement.h"

#include "store/Database.h"

#include <sqlite3.h>

namespace reviewdesk {

namespace {

void (*const borrowed)(void *) = nullptr; // SQLITE_STATIC: what is bound outlives the stepping

}

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(Database &database, sqlite3_stmt *statement) : m_database(&database), m_statement(statement) { }

Result<Statement> Statement::prepared(Database &database, const char *sql)
{
    const Result<sqlite3 *> connection = database.handle();
    if (!connection)
        return connection.error();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(*connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return database.errorOf(code, QString::fromUtf8(sqlite3_errmsg(*connection)));
    return Statement(database, statement);
}

Result<void> Statement::bind(const Values &values)
{
    sqlite3_stmt *const statement = m_statement.get();
    int at = 0;
    for (const Value &value : values) {
        ++at;
        int code = SQLITE_OK;
        if (const auto *number = std::get_if<qint64>(&value))
            code = sqlite3_bind_int64(statement, at, *number);
        else if (const auto *text = std::get_if<Text>(&value))
            code = sqlite3_bind_text(
                statement, at, text->utf8.constData(), static_cast<int>(text->utf8.size()), borrowed);
        else if (const auto *blob = std::get_if<Blob>(&value))
            code = sqlite3_bind_blob(
                statement, at, blob->bytes.constData(), static_cast<int>(blob->bytes.size()), borrowed);
        if (code != SQLITE_OK)
            return m_database->errorOf(code, QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(statement))));
    }
    return {};
}

Result<void> Statement::each(const Values &values, const std::function<bool()> &visit)
{
    sqlite3_stmt *const statement = m_statement.get();
    if (Result<void> bound = bind(values); !bound)
        return bound;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW && visit()) { }
    Result<void> read;
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        read = m_database->errorOf(code, QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(statement))));
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    return read;
}

Result<void> Statement::run(const Values &values)
{
    return each(values, [] { return true; });
}

Result<bool> Statement::begin(qint64 value)
{
    sqlite3_stmt *const statement = m_statement.get();
    sqlite3_bind_int64(statement, 1, value);
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return m_database->errorOf(code, QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(statement))));
    return code == SQLITE_ROW;
}

void Statement::end()
{
    sqlite3_reset(m_statement.get());
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::string(int column) const
{
    return QString::fromUtf8(text(column));
}

QByteArrayView Statement::text(int column) const
{
    const auto *const words = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return {words, static_cast<qsizetype>(words ? sqlite3_column_bytes(m_statement.get(), column) : 0)};
}

QByteArray Statement::bytes(int column) const
{
    const auto [words, size] = raw(column);
    return QByteArray(static_cast<const char *>(words), size);
}

std::pair<const void *, int> Statement::raw(int column) const
{
    const void *const data = sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB
        ? sqlite3_column_blob(m_statement.get(), column)
        : sqlite3_column_text(m_statement.get(), column);
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement.get(), column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_NULL:
        return {};
    default:
        return string(column);
    }
}

Result<Statement *> Statements::of(const char *sql)
{
    const auto known = m_prepared.find(sql);
    if (known != m_prepared.end())
        return &known->second;
    Result<Statement> fresh = Statement::prepared(m_database, sql);
    if (!fresh)
        return fresh.error();
    return &m_prepared.emplace(sql, std::move(fresh).value()).first->second;
}

} // namespace reviewdesk
