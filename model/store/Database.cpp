#include "store/Database.h"

#include "store/Statement.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlRecord>
#include <QThread>

#include <atomic>

namespace reviewdesk {

namespace {

QString uniqueConnectionName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("reviewdesk-%1").arg(++count);
}

Error onServer()
{
    return {QStringLiteral("on_server"),
        QCoreApplication::translate("Database", "This workspace is on a server; what is a file's is done there by its administrator."),
        {}};
}

} // namespace

/// With Qt's driver for PostgreSQL, a query that is read forward only loses what is left of it to the next one.
Database::Database(QString place, bool forwardOnly)
    : m_place(std::move(place)), m_connection(uniqueConnectionName()), m_forwardOnly(forwardOnly),
      m_statements(std::make_unique<Statements>(*this)), m_thread(QThread::currentThreadId())
{
}

Database::~Database()
{
    close();
}

void Database::close()
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
    if (m_connection.isEmpty())
        return;
    m_statements.reset();
    m_prepared.clear();
    connection().close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connection, false);
}

/// The driver goes before what was prepared with it: else each would be given back through a connection that may be lost.
void Database::dropConnection()
{
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
    m_prepared.clear();
}

QSqlDatabase Database::makeConnection(const QString &driver)
{
    dropConnection();
    return QSqlDatabase::addDatabase(driver, m_connection);
}

Result<std::shared_ptr<QSqlQuery>> Database::query(const QString &sql, const QVariantList &values)
{
    Q_ASSERT(QThread::currentThreadId() == m_thread);
    if (m_depth == 0) {
        if (Result<void> may = permitted(); !may)
            return may.error();
    }
    for (int tries = 1;; ++tries) {
        Result<std::shared_ptr<QSqlQuery>> answer = askedOnce(sql, values);
        if (answer || m_depth > 0 || m_reading || tries == mostTries)
            return answer;
        if (Result<void> again = comeBackFrom(answer.error()); !again)
            return again.error();
    }
}

Result<std::shared_ptr<QSqlQuery>> Database::askedOnce(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        const QSqlDatabase link = connection();
        if (!link.isOpen()) { // it was lost, and could not be made again
            m_prepared.remove(sql);
            return errorOf(link.lastError());
        }
        auto fresh = std::make_shared<QSqlQuery>(link);
        fresh->setForwardOnly(m_forwardOnly);
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
    return query;
}

Result<Database::Rows> Database::fetched(const QString &sql)
{
    QSqlQuery query(connection());
    if (!query.exec(sql))
        return errorOf(query.lastError());
    Rows rows;
    const int columns = query.record().count();
    while (query.next()) {
        Row cells;
        cells.reserve(columns);
        for (int i = 0; i < columns; ++i)
            cells.append(query.value(i));
        rows.append(cells);
    }
    return rows;
}

Result<void> Database::run(const QString &sql, const QVariantList &values)
{
    const Result<std::shared_ptr<QSqlQuery>> done = query(sql, values);
    if (!done)
        return done.error();
    (*done)->finish();
    return {};
}

Result<void> Database::each(
    const QString &sql, const QVariantList &values, const std::function<Result<void>(const Row &)> &visit)
{
    const Result<std::shared_ptr<QSqlQuery>> asked = query(sql, values);
    if (!asked)
        return asked.error();
    const std::shared_ptr<QSqlQuery> answer = *asked; // stays while `visit` asks something else
    const int columns = answer->record().count();
    while (answer->next()) {
        Row cells;
        cells.reserve(columns);
        for (int i = 0; i < columns; ++i)
            cells.append(answer->value(i));
        if (Result<void> visited = visit(cells); !visited) {
            answer->finish();
            return visited;
        }
    }
    const QSqlError error = answer->lastError(); // next() is also false when reading failed
    answer->finish();
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

Result<void> Database::begin()
{
    if (m_depth == 0) {
        if (Result<void> begun = beginWork(); !begun)
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

Result<void> Database::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    Result<void> done = commitWork();
    m_depth = 0;
    return done;
}

Result<void> Database::beginReading()
{
    for (int tries = 1;; ++tries) {
        Result<void> begun = script(beginSnapshot());
        m_reading = begun.ok();
        if (begun || tries == mostTries)
            return begun;
        if (Result<void> again = comeBackFrom(begun.error()); !again)
            return again;
    }
}

void Database::endReading()
{
    m_reading = false;
    (void)script("ROLLBACK");
}

void Database::rollback()
{
    if (--m_depth > 0)
        return; // the outer one fails with the same error
    undoWork();
}

Result<void> Database::copyTo(const QString &, const Secret &, const Progress &)
{
    return onServer();
}

Result<void> Database::checkLog()
{
    return {};
}

Result<void> Database::checkpoint()
{
    return {};
}

Result<sqlite3 *> Database::handle() const
{
    return onServer();
}

} // namespace reviewdesk
