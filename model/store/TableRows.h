#pragma once

#include "store/Database.h"

#include <optional>

namespace reviewdesk {

/// A table as it is copied: the columns that are kept, in one order for both dialects, and those that name a row.
struct TableShape {
    QString name;
    QStringList columns;
    QStringList key;

    static Result<TableShape> of(Database &embedded, const QString &name);
    QString select() const; ///< all rows in the order of the key
    QString insert() const;
};

/// The rows of a table one after the other, however many; in a transaction or snapshot of the database.
class TableRows {
public:
    TableRows(Database &database, const TableShape &shape) : m_database(database), m_shape(shape) { }
    ~TableRows();
    TableRows(const TableRows &) = delete;
    TableRows &operator=(const TableRows &) = delete;

    /// Nothing: there are no more.
    Result<std::optional<Database::Row>> next();

private:
    Result<void> begin();
    Result<void> fetch();

    Database &m_database;
    const TableShape &m_shape;
    std::shared_ptr<QSqlQuery> m_query; ///< of the embedded file
    Database::Rows m_rows; ///< of a server, some hundreds at once
    qsizetype m_at = 0;
    bool m_begun = false;
};

} // namespace reviewdesk
