#pragma once

#include "store/Database.h"
#include "store/ServerLink.h"

namespace reviewdesk {

/// A workspace's database on a PostgreSQL server (15 or newer), through Qt's QPSQL driver, as the login role of a person:
/// what that person may do there is enforced there (schema/postgres). Outside this computer always by TLS, with the
/// server's certificate verified. Errors besides those of Database: `wrong_passphrase`, `untrusted`
/// (ServerRefusal.h), `old_server`.
///
/// A connection that is lost is made again, to whichever host takes writes then, and what was being done is done again.
/// A transaction says a random number at its end, so that after a COMMIT whose answer was lost the server can be asked
/// whether it went through (schema/postgres/0016): it is neither carried out twice nor lost.
class ServerDatabase final : public Database {
public:
    /// The connection that the workspace writes through says in its link how it is; those beside it do not.
    enum class Use { Workspace, Beside };
    static Result<std::unique_ptr<Database>> open(std::shared_ptr<ServerLink> link, Use use);
    /// Of somebody who is nobody's account: what was being done when it is lost is not done again.
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
    std::function<void()> stopper() override;
    std::function<void()> severer() override;
    using Database::errorOf;
    Error errorOf(const QSqlError &error) override;
    /// For libpq, to one host: where to, as whom and how. It holds the password: to be wiped.
    static QByteArray wordsFor(const ServerLink &link, const ServerAddress::Host &host);

protected:
    Result<void> beginWork() override;
    Result<void> commitWork() override;
    void undoWork() override;
    QByteArray beginSnapshot() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
    Result<void> comeBackFrom(const Error &error) override;

private:
    ServerDatabase(std::shared_ptr<ServerLink> link, Use use, bool again);
    Result<void> connectTo(int waits);
    Result<void> openLink(int waits);
    Result<void> setUp();
    Result<void> comeBack(int milliseconds);
    Result<void> settle(const QString &number);
    void endFormer(const QString &backend);
    Error awayError() const;
    void tell(bool there);

    const std::shared_ptr<ServerLink> m_link;
    const Use m_use;
    const bool m_again; ///< what was being done is done again
    bool m_lost = false; ///< the connection
    bool m_away = false; ///< the server, when it was waited for last
    bool m_onlyReads = false;
    bool m_numbers = false; ///< the schema has what it takes to ask whether a transaction went through
    QString m_backend; ///< the server's process for this connection, and since when, to end it should it stay behind
};

} // namespace reviewdesk
