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

    ServerAddress address(const QString &database) const;
    QString folder() const { return m_folder; }
    QString programs() const { return m_programs; } ///< where psql is, and the others
    ServerSetup::Administrator administrator() const { return {QStringLiteral("postgres"), m_password}; }

private:
    TestCluster();
    void start();

    QString m_programs;
    QString m_folder;
    QByteArray m_password;
};

} // namespace reviewdesk
