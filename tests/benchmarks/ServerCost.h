#pragma once

#include <QString>

namespace reviewdesk {

class TestCluster;

/// What the server has written and committed so far.
struct Written {
    qint64 log = 0; ///< bytes of the write-ahead log
    qint64 transactions = 0;
};

Written writtenBy(const TestCluster &cluster, const QString &database);

/// Seconds that the processes for the people's connections have had of a processor.
double processorSeconds(const TestCluster &cluster, const QString &database);

/// Memory of the server's processes for the people's connections, that no other process shares: in kB, the middle one of each kind.
void sayMemoryOfConnections(const TestCluster &cluster, const QString &database);

} // namespace reviewdesk
