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

/// One connection to a workspace's database, used on the thread that made it: the encrypted file (EmbeddedDatabase) or a
/// PostgreSQL server (ServerDatabase). Repositories know no difference: one SQL text runs on both. Statements are
/// literals, values are bound, and every error of a query is an error: "no rows" is only ever an answer. Errors:
/// `no_cipher`, `locked`, `damaged`, `read_only`, `disk_full`, `unreadable`, `no_memory`, `refused` (a rule of the
/// database: constraint, trigger or grant), `lost` (the server: what was to be done is not done), `in_doubt` (the server
/// was lost while it committed, and could not be asked since), `database`.
class Database {
public:
    using Row = QVariantList;
    using Rows = QList<Row>;
    enum class Mode { Create, Existing, Inspect };
    enum class Dialect { Sqlite, Postgres };
    /// How far a copy is, in pages; false ends it with the error `stopped`.
    using Progress = std::function<bool(int done, int of)>;

    /// The encrypted file. `Create`: it must not exist; `Existing`: it must, and `key` must open it. `Inspect`: like
    /// `Existing`, but nothing is ever written, and the write-ahead log stays as it lies.
    static Result<std::unique_ptr<Database>> open(const QString &file, const Secret &key, Mode mode);
    virtual ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    virtual Dialect dialect() const = 0;
    /// Runs one statement with positional values. Prepared once for each text.
    Result<void> run(const QString &sql, const QVariantList &values = {});
    Result<Rows> rows(const QString &sql, const QVariantList &values = {});
    /// The first row; an empty row when there is none.
    Result<Row> row(const QString &sql, const QVariantList &values = {});
    /// Row by row, for what does not fit in memory; `visit` ends it with an error.
    Result<void> each(
        const QString &sql, const QVariantList &values, const std::function<Result<void>(const Row &)> &visit);
    /// Any number of statements without values, triggers included.
    virtual Result<void> script(const QByteArray &sql) = 0;

    /// Carries `work` out in one transaction, which is undone when it fails. Inside another one it is part of that. On a
    /// server it is carried out again from its beginning when the connection was lost in it and is there again: what it
    /// changes beside the database it sets, and does not add to.
    template <typename Work> auto transaction(Work work) -> std::invoke_result_t<Work>;
    /// Inside a transaction: nobody else holds what has this name (a case's id, a chain) before it ends, so that what is
    /// read of it now is still so when it is written. Whoever holds several cases takes them in the order of their ids. The
    /// embedded file is held whole by its transaction.
    virtual Result<void> hold(const QString &name) = 0;
    /// Reads in one state of the database, and holds nobody up who writes.
    class Snapshot;

    virtual Result<bool> hasTable(const QString &name) = 0;
    /// Number of the schema's last step that was carried out; 0: a new database.
    virtual Result<int> schema() = 0;
    virtual Result<void> setSchema(int number) = 0; ///< in the step's transaction

    /// A consistent copy while others write, encrypted with `key`, on the disk when it returns, without a write-ahead
    /// log. What fails or is stopped leaves no file. Not inside a transaction of this connection. `on_server` there.
    virtual Result<void> copyTo(const QString &file, const Secret &key, const Progress &progress = {});

    /// Asked at the start of every transaction, once the write lock is held, and before every statement outside of one:
    /// is this still the database of the workspace? Its error ends what was begun.
    void setGuard(std::function<Result<void>()> guard) { m_guard = std::move(guard); }
    Result<void> permitted() const; ///< by the guard: to be asked by whoever reads through handle()
    /// checkWriteAheadLog() on this database's log, while nobody writes. Before anything is written through this
    /// connection: a write covers the traces.
    virtual Result<void> checkLog();
    /// What is in the write-ahead log goes into the file, as far as nobody reads it.
    virtual Result<void> checkpoint();
    /// From now on this connection reads alone, with at most so much of the database in memory.
    virtual Result<void> onlyRead(int kibibytes) = 0;
    /// What ends, from another thread, the statement that runs through this connection then; none: whoever reads looks for
    /// himself whether he shall go on. To be taken anew for each piece of work.
    virtual std::function<void()> stopper() { return {}; }
    /// What cuts this connection, from another thread, for who waits for no server any more; likewise.
    virtual std::function<void()> severer() { return {}; }

    QString file() const { return m_place; } ///< or the server's address
    /// The connection itself, for what Qt's driver has no words for: Statement, copies. Never closed, never rekeyed.
    /// `on_server` there.
    virtual Result<sqlite3 *> handle() const;
    Error errorOf(int code, const QString &message) const; ///< of a call on handle()
    /// What is run so often that it is worth doing without Qt's driver: large texts stay UTF-8. The guard
    /// is not asked by them: inside a transaction, or after permitted().
    Statements &statements() { return *m_statements; }
    /// Prepared and carried out; valid until the same text is run again. For Statement on a server.
    Result<std::shared_ptr<QSqlQuery>> query(const QString &sql, const QVariantList &values);
    /// Of a statement that cannot be prepared (FETCH of a cursor).
    Result<Rows> fetched(const QString &sql);
    virtual Error errorOf(const QSqlError &error) = 0;
    /// "SQLite3 Multiple Ciphers 2.3.5", as Qt's driver answers it; `no_cipher` when its SQLite is another one.
    static Result<QString> cipherVersion();

protected:
    Database(QString place, bool forwardOnly);
    QSqlDatabase connection() const;
    QString connectionName() const { return m_connection; }
    void close(); ///< to be called by each destructor
    virtual Result<void> beginWork() = 0;
    virtual Result<void> commitWork() = 0; ///< what fails is undone
    virtual void undoWork() = 0;
    virtual QByteArray beginSnapshot() const = 0;
    /// Outside of transactions: may what failed so be done again, because the connection is there again? Else what went
    /// wrong.
    virtual Result<void> comeBackFrom(const Error &error) { return error; }
    void dropConnection();
    QSqlDatabase makeConnection(const QString &driver); ///< anew; what was prepared is gone
    Result<std::shared_ptr<QSqlQuery>> askedOnce(const QString &sql, const QVariantList &values = {});

private:
    static constexpr int mostTries = 5;
    template <typename Work> auto once(Work &work) -> std::invoke_result_t<Work>;
    Result<void> beginReading();
    void endReading();
    Result<void> begin();
    Result<void> commit();
    void rollback();

    QString m_place;
    QString m_connection;
    bool m_forwardOnly;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    std::unique_ptr<Statements> m_statements;
    std::function<Result<void>()> m_guard;
    Qt::HANDLE m_thread;
    int m_depth = 0; ///< of transactions
    bool m_reading = false; ///< a snapshot
};

class Database::Snapshot {
public:
    /// Inside a transaction it is that one's state.
    explicit Snapshot(Database &database)
        : m_database(database), m_own(database.m_depth == 0 && !database.m_reading),
          m_begun(m_own ? database.beginReading() : Result<void>())
    {
    }
    ~Snapshot()
    {
        if (m_own && m_begun)
            m_database.endReading();
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    const Result<void> &begun() const { return m_begun; }

private:
    Database &m_database;
    bool m_own;
    Result<void> m_begun;
};

template <typename Work> auto Database::transaction(Work work) -> std::invoke_result_t<Work>
{
    for (int tries = 1;; ++tries) {
        std::invoke_result_t<Work> result = once(work);
        if (result || m_depth > 0 || tries == mostTries)
            return result;
        if (Result<void> again = comeBackFrom(result.error()); !again)
            return again.error();
    }
}

template <typename Work> auto Database::once(Work &work) -> std::invoke_result_t<Work>
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
