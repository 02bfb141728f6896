#pragma once

#include "store/Secret.h"
#include "support/Result.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

struct sqlite3;

namespace reviewdesk {

class Statements;

/// One connection to the encrypted database, used on the thread that made it. Statements are literals, values are
/// bound, and every error of a query is an error: "no rows" is only ever an answer. Errors: `no_cipher`, `locked`,
/// `damaged`, `read_only`, `disk_full`, `unreadable`, `no_memory`, `refused` (a rule of the database: constraint or
/// trigger), `database`.
class Database {
public:
    using Row = QVariantList;
    using Rows = QList<Row>;
    enum class Mode { Create, Existing, Inspect };
    /// How far a copy is, in pages; false ends it with the error `stopped`.
    using Progress = std::function<bool(int done, int of)>;

    /// `Create`: the file must not exist; `Existing`: it must, and `key` must open it. `Inspect`: like `Existing`, but
    /// nothing is ever written, and the write-ahead log stays as it lies.
    static Result<std::unique_ptr<Database>> open(const QString &file, const Secret &key, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement with positional values. Prepared once for each text.
    Result<void> run(const QString &sql, const QVariantList &values = {});
    Result<Rows> rows(const QString &sql, const QVariantList &values = {});
    /// The first row; an empty row when there is none.
    Result<Row> row(const QString &sql, const QVariantList &values = {});
    /// Row by row, for what does not fit in memory; `visit` ends it with an error.
    Result<void> each(
        const QString &sql, const QVariantList &values, const std::function<Result<void>(const Row &)> &visit);
    /// Any number of statements without values, triggers included.
    Result<void> script(const QByteArray &sql);

    /// Carries `work` out in one transaction (BEGIN IMMEDIATE), which is undone when it fails. Inside another one it is
    /// part of that.
    template <typename Work> auto transaction(Work work) -> std::invoke_result_t<Work>;

    /// A consistent copy while others write, encrypted with `key`, on the disk when it returns, without a write-ahead
    /// log. What fails or is stopped leaves no file. Not inside a transaction of this connection.
    Result<void> copyTo(const QString &file, const Secret &key, const Progress &progress = {});

    /// Asked at the start of every transaction, once the write lock is held, and before every statement outside of one:
    /// is this still the database of the workspace? Its error ends what was begun.
    void setGuard(std::function<Result<void>()> guard) { m_guard = std::move(guard); }
    Result<void> permitted() const; ///< by the guard: to be asked by whoever reads through handle()
    /// checkWriteAheadLog() on this database's log, while nobody writes. Before anything is written through this
    /// connection: a write covers the traces.
    Result<void> checkLog();
    /// What is in the write-ahead log goes into the file, as far as nobody reads it.
    Result<void> checkpoint();

    QString file() const { return m_file; }
    /// The connection itself, for what Qt's driver has no words for: Statement, copies. Never closed, never rekeyed.
    Result<sqlite3 *> handle() const;
    Error errorOf(int code, const QString &message) const; ///< of a call on handle()
    /// What is run so often that it is worth doing without Qt's driver: large texts stay UTF-8. The guard
    /// is not asked by them: inside a transaction, or after permitted().
    Statements &statements() { return *m_statements; }
    /// "SQLite3 Multiple Ciphers 2.3.5", as Qt's driver answers it; `no_cipher` when its SQLite is another one.
    static Result<QString> cipherVersion();

private:
    Database(QString file, QString connection);
    Result<void> start(const Secret &key, Mode mode);
    Result<void> applyKey(const Secret &key);
    static int useKey(sqlite3 *handle, const Secret &key); ///< SQLite's answer
    Result<void> settle(Mode mode);
    Result<void> copyPages(sqlite3 *target, const Progress &progress);
    Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);
    Error errorOf(const QSqlError &error) const;
    Result<void> begin();
    Result<void> commit();
    void tidyLog();
    void rollback();

    QString m_file;
    QString m_connection;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    std::unique_ptr<Statements> m_statements;
    std::function<Result<void>()> m_guard;
    Qt::HANDLE m_thread;
    int m_depth = 0; ///< of transactions
    int m_logPages = 0; ///< in the write-ahead log, as of the last commit
};

template <typename Work> auto Database::transaction(Work work) -> std::invoke_result_t<Work>
{
    if (Result<void> begun = begin(); !begun)
        return begun.error();
    std::invoke_result_t<Work> result = work();
    if (!result) {
        rollback();
        return result;
    }
    if (Result<void> done = commit(); !done)
        return done.error();
    return result;
}

} // namespace reviewdesk
