#pragma once

#include "store/Database.h"
#include "store/Quality.h"
#include "store/Workspace.h"

#include <QTimeZone>

namespace reviewdesk {

/// How much each person has to do, counted from indexes; a case is whose it is assigned to, else who prepared it.
class Workloads {
public:
    Workloads(Database &database, const QDateTime &now, const QTimeZone &zone);

    Result<QList<Workload>> all(); ///< everybody who has an account or an open case, nurses first, then by name
    /// The cases behind one number, by due date; at most `limit`.
    Result<QList<WorklistRow>> cases(const QString &userId, WorkloadNumber number, int limit);

private:
    QString decidedAt() const;
    Database &m_database;
    QDateTime m_now;
    QDateTime m_endOfToday; ///< first instant of tomorrow in the plan's zone, UTC
    QDateTime m_monday; ///< first instant of this week there, UTC
};

} // namespace reviewdesk
