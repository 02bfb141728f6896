#include "ServerCost.h"

#include "TestCluster.h"

#include <QFile>
#include <QMap>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <unistd.h>

namespace reviewdesk {

Written writtenBy(const TestCluster &cluster, const QString &database)
{
    const Database::Row row = cluster.asked(QStringLiteral("SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint, xact_commit"
                                                           " FROM pg_stat_database WHERE datname = '%1'").arg(database)).constFirst();
    return {row.at(0).toLongLong(), row.at(1).toLongLong()};
}

double processorSeconds(const TestCluster &cluster, const QString &database)
{
    const Database::Rows processes = cluster.asked(
        QStringLiteral("SELECT pid FROM pg_stat_activity WHERE datname = '%1' AND usename LIKE '%1.%'").arg(database));
    qint64 ticks = 0;
    for (const Database::Row &process : processes) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(process.at(0).toInt()));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray all = stat.readAll();
        const QList<QByteArray> words = all.mid(all.lastIndexOf(')') + 2).split(' ');
        ticks += words.value(11).toLongLong() + words.value(12).toLongLong(); // utime and stime
    }
    return static_cast<double>(ticks) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

void sayMemoryOfConnections(const TestCluster &cluster, const QString &database)
{
    const Database::Rows processes = cluster.asked(QStringLiteral(
        "SELECT pid, CASE WHEN query ILIKE 'listen%' THEN 'listen' WHEN query ILIKE '%worklist%' OR query ILIKE '%page.place%' THEN 'read'"
        " ELSE 'write' END FROM pg_stat_activity WHERE datname = '%1' AND usename LIKE '%1.%'").arg(database));
    QMap<QString, std::vector<qint64>> sizes;
    for (const Database::Row &process : processes) {
        QFile rollup(QStringLiteral("/proc/%1/smaps_rollup").arg(process.at(0).toInt()));
        qint64 own = 0;
        if (rollup.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : rollup.readAll().split('\n')) {
                if (line.startsWith("Private_"))
                    own += line.simplified().split(' ').value(1).toLongLong();
            }
        }
        sizes[process.at(1).toString()].push_back(own);
    }
    for (auto kind = sizes.begin(); kind != sizes.end(); ++kind) {
        std::sort(kind->begin(), kind->end());
        std::printf("memory of a connection to %-6s %zu of them, median %lld kB, largest %lld kB\n", qPrintable(kind.key()), kind->size(),
            static_cast<long long>(kind->at(kind->size() / 2)), static_cast<long long>(kind->back()));
    }
}

} // namespace reviewdesk
