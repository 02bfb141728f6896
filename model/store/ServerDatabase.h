#pragma once

#include "store/Database.h"
#include "store/ServerAddress.h"

namespace reviewdesk {

/// A workspace's database on a PostgreSQL server (15 or newer), through Qt's QPSQL driver, as the login role of a person:
/// what that person may do there is enforced there (schema/postgres). Outside this computer always by TLS, with the
/// server's certificate verified. Errors besides those of Database: `wrong_passphrase`, `old_server`.
class ServerDatabase final : public Database {
public:
    static Result<std::unique_ptr<Database>> open(
        const ServerAddress &address, const QString &login, const QByteArray &password);
    ~ServerDatabase() override;

    Dialect dialect() const override { return Dialect::Postgres; }
    Result<void> script(const QByteArray &sql) override;
    Result<void> hold(const QString &name) override;
    Result<bool> hasTable(const QString &name) override;
    Result<int> schema() override;
    Result<void> setSchema(int number) override;
    Result<void> onlyRead(int kibibytes) override;
    using Database::errorOf;
    Error errorOf(const QSqlError &error) const override;

protected:
    Result<void> beginWork() override;
    Result<void> commitWork() override;
    void undoWork() override;
    QByteArray beginSnapshot() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }

private:
    explicit ServerDatabase(const ServerAddress &address);
    Result<void> start(const ServerAddress &address, const QString &login, const QByteArray &password);
};

} // namespace reviewdesk
