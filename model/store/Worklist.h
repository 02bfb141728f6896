#pragma once

#include "store/Database.h"
#include "store/Workspace.h"

#include <QTimeZone>

namespace reviewdesk {

/// Reads the worklist from the cases' projection columns. Every statement is put together from whole literals by
/// enumerators; what a person typed is only ever bound.
class Worklist {
public:
    Worklist(Database &database, const QDateTime &now, const QTimeZone &zone, QString userId);

    Result<QList<WorklistRow>> rows(const WorklistQuery &query);
    Result<QMap<WorklistView, int>> counts();

private:
    QVariantList valuesOf(WorklistView view) const;

    Database &m_database;
    QDateTime m_now;
    QDateTime m_endOfToday; ///< first instant of tomorrow in the plan's zone, UTC
    QString m_userId;
};

} // namespace reviewdesk
