#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <QList>
#include <QVariantList>

#include <functional>
#include <map>
#include <memory>
#include <variant>
#include <vector>

class QSqlQuery;
struct sqlite3_stmt;

namespace reviewdesk {

class Database;

/// A prepared statement that is stepped without a QVariant a cell: for reads of thousands of rows in milliseconds. Its
/// connection, cipher and errors are Database's. On a server it goes through Qt's driver.
class Statement {
public:
    struct Blob {
        QByteArray bytes;
    };
    struct Text {
        QByteArray utf8;
    };
    using Value = std::variant<qint64, Text, Blob>;
    using Values = std::vector<Value>;
    static Text text(const QString &text) { return {text.toUtf8()}; }

    static Result<Statement> prepared(Database &database, const char *sql);

    /// Steps through all rows, or until `visit` answers false.
    Result<void> each(const Values &values, const std::function<bool()> &visit);
    Result<void> run(const Values &values);
    /// Of a statement that takes one number: `visit` its first row, if there is any.
    template <typename Visit> Result<void> one(qint64 value, Visit visit);

    /// Of the row that is being visited.
    qint64 integer(int column) const;
    QString string(int column) const;
    QByteArrayView text(int column) const; ///< UTF-8, valid until the next step
    QByteArray bytes(int column) const; ///< a copy
    std::pair<const void *, int> raw(int column) const; ///< valid until the next step
    bool isNull(int column) const;
    QVariant value(int column) const; ///< a number or a text, as Qt's driver gives it

private:
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    Statement(Database &database, sqlite3_stmt *statement);
    Statement(Database &database, const char *sql);
    Result<void> bind(const Values &values);
    Result<void> ask(const Values &values); ///< the server
    bool next();
    Result<bool> begin(qint64 value); ///< is there a row?
    void end();
    QByteArrayView cell(int column) const; ///< of the server's answer

    Database *m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement; ///< none: on a server
    QString m_sql; ///< there
    std::shared_ptr<QSqlQuery> m_answer;
    mutable QList<QByteArray> m_cells; ///< of the row, as they were asked for; null: not yet
};

template <typename Visit> Result<void> Statement::one(qint64 value, Visit visit)
{
    const Result<bool> found = begin(value);
    if (found && *found)
        visit();
    end();
    return found ? Result<void>() : Result<void>(found.error());
}

/// Statements of one connection, each prepared at its first use. The texts are literals, told apart by their address.
class Statements {
public:
    explicit Statements(Database &database) : m_database(database) { }
    Result<Statement *> of(const char *sql);
    Database &database() const { return m_database; }

private:
    Database &m_database;
    std::map<const char *, Statement> m_prepared;
};

} // namespace reviewdesk
