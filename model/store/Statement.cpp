#include "store/Statement.h"

#include "store/Database.h"
#include "store/Stored.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

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

Statement::Statement(Database &database, const char *sql) : m_database(&database), m_sql(QString::fromLatin1(sql)) { }

Result<Statement> Statement::prepared(Database &database, const char *sql)
{
    if (database.dialect() == Database::Dialect::Postgres)
        return Statement(database, sql);
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

Result<void> Statement::ask(const Values &values)
{
    QVariantList cells;
    cells.reserve(static_cast<qsizetype>(values.size()));
    for (const Value &value : values) {
        if (const auto *number = std::get_if<qint64>(&value))
            cells.append(*number);
        else if (const auto *text = std::get_if<Text>(&value))
            cells.append(stored(QString::fromUtf8(text->utf8)));
        else
            cells.append(std::get<Blob>(value).bytes);
    }
    Result<std::shared_ptr<QSqlQuery>> asked = m_database->query(m_sql, cells);
    if (!asked)
        return asked.error();
    m_answer = std::move(asked).value();
    return {};
}

bool Statement::next()
{
    m_cells.fill({}, m_answer->record().count());
    return m_answer->next();
}

QByteArrayView Statement::cell(int column) const
{
    QByteArray &cell = m_cells[column];
    if (cell.isNull() && !m_answer->isNull(column)) {
        const QVariant value = m_answer->value(column);
        cell = value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
    }
    return cell;
}

Result<void> Statement::each(const Values &values, const std::function<bool()> &visit)
{
    if (!m_statement) {
        if (Result<void> asked = ask(values); !asked)
            return asked;
        while (next() && visit()) { }
        end();
        return {};
    }
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
    if (!m_statement) {
        if (Result<void> asked = ask({value}); !asked)
            return asked.error();
        return next();
    }
    sqlite3_stmt *const statement = m_statement.get();
    sqlite3_bind_int64(statement, 1, value);
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return m_database->errorOf(code, QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(statement))));
    return code == SQLITE_ROW;
}

void Statement::end()
{
    if (!m_statement) {
        m_answer->finish();
        m_answer.reset();
        return;
    }
    sqlite3_reset(m_statement.get());
}

qint64 Statement::integer(int column) const
{
    return m_statement ? sqlite3_column_int64(m_statement.get(), column) : m_answer->value(column).toLongLong();
}

QString Statement::string(int column) const
{
    return QString::fromUtf8(text(column));
}

QByteArrayView Statement::text(int column) const
{
    if (!m_statement)
        return cell(column);
    const auto *const words = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return {words, static_cast<qsizetype>(words ? sqlite3_column_bytes(m_statement.get(), column) : 0)};
}

QByteArray Statement::bytes(int column) const
{
    if (!m_statement)
        return cell(column).toByteArray();
    const auto [words, size] = raw(column);
    return QByteArray(static_cast<const char *>(words), size);
}

std::pair<const void *, int> Statement::raw(int column) const
{
    if (!m_statement)
        return {cell(column).data(), static_cast<int>(cell(column).size())};
    const void *const data = sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB
        ? sqlite3_column_blob(m_statement.get(), column)
        : sqlite3_column_text(m_statement.get(), column);
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

bool Statement::isNull(int column) const
{
    if (!m_statement)
        return m_answer->isNull(column);
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QVariant Statement::value(int column) const
{
    if (!m_statement)
        return m_answer->isNull(column) ? QVariant() : m_answer->value(column);
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
