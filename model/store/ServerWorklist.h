#pragma once

#include "store/Worklist.h"

namespace reviewdesk {

/// The worklist's questions put to a PostgreSQL server in SQL of its own: it keeps indexes, statistics and trigrams
/// itself, and needs none of the columns beside the cases. Answers as Worklist does.
class ServerWorklist {
public:
    explicit ServerWorklist(Database &database) : m_database(database) { }

    Result<WorklistPart> part(const WorklistQuery &query, const Worklist::Asker &asker);
    Result<QList<int>> counts(const QList<WorklistQuery> &queries, const Worklist::Asker &asker);
    Result<void> walk(const WorklistQuery &query, const Worklist::Asker &asker,
        const std::function<Result<void>(const WorklistRow &, int total)> &visit);
    Result<int> positionOf(const QString &caseId, const WorklistQuery &query, const Worklist::Asker &asker);
    Result<QStringList> caseIds(const WorklistQuery &query, int first, int count, const Worklist::Asker &asker);
    Result<Worklist::Choices> choices();

private:
    Result<int> count(const WorklistQuery &query, const Worklist::Asker &asker);
    Result<QList<WorklistRow>> rows(const QString &where, const QVariantList &values);
    Result<QStringList> words(const QString &sql);

    Database &m_database;
};

} // namespace reviewdesk
