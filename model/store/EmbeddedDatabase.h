#pragma once

#include "store/Database.h"

namespace reviewdesk {

/// The encrypted file beside the key file: SQLite3 Multiple Ciphers through Qt's own driver.
class EmbeddedDatabase final : public Database {
public:
    explicit EmbeddedDatabase(const QString &file);
    ~EmbeddedDatabase() override;
    Result<void> start(const Secret &key, Mode mode);

    Dialect dialect() const override { return Dialect::Sqlite; }
    Result<void> script(const QByteArray &sql) override;
    Result<void> hold(const QString &name) override;
    Result<bool> hasTable(const QString &name) override;
    Result<int> schema() override;
    Result<void> setSchema(int number) override;
    Result<void> copyTo(const QString &file, const Secret &key, const Progress &progress = {}) override;
    Result<void> checkLog() override;
    Result<void> checkpoint() override;
    Result<void> onlyRead(int kibibytes) override;
    Result<sqlite3 *> handle() const override;
    using Database::errorOf;
    Error errorOf(const QSqlError &error) override;

protected:
    Result<void> beginWork() override;
    Result<void> commitWork() override;
    void undoWork() override;
    QByteArray beginSnapshot() const override { return "BEGIN"; }

private:
    Result<void> applyKey(const Secret &key);
    static int useKey(sqlite3 *handle, const Secret &key); ///< SQLite's answer
    Result<void> settle(Mode mode);
    Result<void> copyPages(sqlite3 *target, const Progress &progress);
    void tidyLog();

    int m_logPages = 0; ///< in the write-ahead log, as of the last commit
};

} // namespace reviewdesk
