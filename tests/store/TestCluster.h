#pragma once

#include "store/ServerAddress.h"
#include "store/ServerSetup.h"

#include <QString>

namespace reviewdesk {

/// A PostgreSQL server of the test's own: a new cluster in a temporary folder, reached through a socket there, as a user
/// without privileges where the test runs as root. It goes with the process that asked for it, however that ends.
class TestCluster {
public:
    /// Started at its first use. Without PostgreSQL the test ends, with words that say what is missing.
    static const TestCluster &running();

    /// One more, for what is done to a server; `primary`: a standby of that one, which from then on calls nothing
    /// committed that this one does not have. `settings`: "-c name=value" each, over the test's usual ones.
    explicit TestCluster(const TestCluster *primary = nullptr, const QByteArray &settings = {});
    ~TestCluster();
    TestCluster(const TestCluster &) = delete;
    TestCluster &operator=(const TestCluster &) = delete;
    void stop() const { tell("stop"); } ///< as its administrator does
    void kill() const { tell("kill"); } ///< with SIGKILL, all its processes
    void start() const { tell("start"); }
    void promote() const { tell("promote"); } ///< a standby: it takes writes

    ServerAddress address(const QString &database) const;
    QString folder() const { return m_folder; }
    QString programs() const { return m_programs; } ///< where psql is, and the others
    ServerSetup::Administrator administrator() const { return {QStringLiteral("postgres"), m_password}; }
    /// As the administrator.
    Database::Rows asked(const QString &sql, const QString &database = QStringLiteral("postgres")) const;

private:
    void begin(const TestCluster *primary, const QByteArray &settings);
    void tell(const char *word) const;
    void waitUntilReady() const;

    QString m_programs;
    QString m_folder;
    QByteArray m_password;
    int m_life = -1; ///< to the shell that watches over it
    int m_words = -1; ///< from it
    int m_watch = -1;
};

} // namespace reviewdesk
