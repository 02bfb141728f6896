#pragma once

#include "store/Database.h"
#include "store/WorklistQuery.h"

namespace reviewdesk {

/// The views of the worklist that one person has made. No part of the record: changed and dropped freely.
class SavedViews {
public:
    SavedViews(Database &database, QString userId) : m_database(database), m_userId(std::move(userId)) { }

    Result<QList<SavedView>> all(); ///< by name; what cannot be read any more is left out
    Result<void> keep(const SavedView &view, bool fresh);
    Result<void> drop(const QString &viewId);

private:
    Database &m_database;
    QString m_userId;
};

/// What a view asks, as canonical JSON, and back.
QByteArray definitionOf(const SavedView &view);
std::optional<SavedView> viewFromDefinition(const QByteArray &json);

} // namespace reviewdesk
