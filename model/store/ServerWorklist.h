#pragma once

#include "store/ServerQuestion.h"

#include <map>

namespace reviewdesk {

/// The worklist's questions put to a PostgreSQL server in SQL of its own. The server keeps how many cases there are of each
/// kind and an index of each order (schema/postgres/0018); a part of an answer is walked to from the nearest place that is
/// known: either end of its group, or a place that an earlier part showed while nothing was changed since. Answers as
/// Worklist does.
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
    /// How the rows of a sort stand: groups, and within each by a column and the row.
    struct Order {
        QStringList groups; ///< columns; empty: all are one group
        QString inner; ///< column; empty: the row alone
        bool descending = false; ///< within a group
        bool bySaves = false; ///< `inner` is of worklist_saves
    };
    /// A row's place in the order of its group.
    struct Place {
        QVariant inner;
        qint64 seq = 0;
    };
    struct Group {
        QVariantList values; ///< of Order::groups
        qint64 count = 0;
        std::map<qint64, Place> known; ///< by position in the group
    };
    /// The last question, and what is known of its answer as long as nothing was changed.
    struct Answer {
        ServerQuestion asked;
        WorklistColumn sort = WorklistColumn::Due;
        bool descending = false;
        qint64 changes = -1; ///< the server's number of them
        Order order;
        qint64 total = 0;
        std::vector<Group> groups;
    };
    /// Where rows are taken from: so many, passing over so many, from a place or an end on.
    struct Stretch {
        const Place *from = nullptr;
        bool rising = true;
        qint64 passed = 0;
        qint64 count = 0;
    };

    /// Numbers by size, words in byte order, as the server sorts.
    static int compared(const QVariant &one, const QVariant &other);
    static Order orderOf(const WorklistQuery &query);
    Result<void> prepare(const WorklistQuery &query, const Worklist::Asker &asker);
    Result<WorklistPart> firstRows(const WorklistQuery &query, const Worklist::Asker &asker);
    Result<void> readGroups(const WorklistQuery &query);
    Result<void> sortGroups(const WorklistQuery &query);
    Stretch stretchTo(const Group &group, qint64 first, qint64 count) const;
    /// The condition of a group's rows, beyond a place.
    ServerQuestion within(const Group &group, const Place *from, bool rising) const;
    QString orderWords(bool rising) const;
    QString table(const ServerQuestion &question) const;
    /// Rows by what `columns` are of page's case; after the inner value and the row.
    Result<void> read(Group &group, qint64 first, qint64 count, const QString &columns, const QString &joins,
        const std::function<void(const Database::Row &)> &visit);
    Result<void> readParts(qint64 first, qint64 count, const QString &columns, const QString &joins,
        const std::function<void(const Database::Row &)> &visit);
    Result<QStringList> words(const QString &sql);

    Database &m_database;
    Answer m_answer;
};

} // namespace reviewdesk
