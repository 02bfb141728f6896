#pragma once

#include "store/Database.h"
#include "store/WorklistColumns.h"
#include "store/WorklistQuery.h"

#include <QHash>
#include <QTimeZone>

namespace reviewdesk {

/// Answers the worklist's questions at any number of cases: what fits a filter is found in WorklistColumns, any part of
/// any order by counting codes and walking one step of an index, never by passing over rows. One for each connection;
/// it remembers the last question, so that further parts of its answer cost little.
class Worklist {
public:
    /// Who asks, and when.
    struct Asker {
        QDateTime now;
        QTimeZone zone;
        QString userId;
    };

    explicit Worklist(Database &database);

    /// `query.limit` rows from `query.offset` on.
    Result<WorklistPart> part(const WorklistQuery &query, const Asker &asker);
    /// How many cases each question finds.
    Result<QList<int>> counts(const QList<WorklistQuery> &queries, const Asker &asker);
    /// All rows of the answer in their order, of one state of the database, however long it takes. `visit` gets how many
    /// there are in all and ends it with an error.
    Result<void> walk(const WorklistQuery &query, const Asker &asker,
        const std::function<Result<void>(const WorklistRow &, int total)> &visit);
    /// At which position of the answer a case stands; -1: it is not in it.
    Result<int> positionOf(const QString &caseId, const WorklistQuery &query, const Asker &asker);
    /// The ids of `count` cases from a position on.
    Result<QStringList> caseIds(const WorklistQuery &query, int first, int count, const Asker &asker);
    /// Which labels and people the filters may ask for, in order.
    struct Choices {
        QStringList procedures;
        QStringList states;
    };
    Result<Choices> choices();

private:
    /// A stretch of the answer whose rows stand together, and how it is ordered within.
    struct Group {
        std::vector<quint8> codes; ///< of the group's column: 1 for those that belong to it; empty: all do
        qint64 count = 0;
    };
    /// The last question with what is known of its answer.
    struct Answer {
        WorklistQuery query;
        Asker asker;
        quint64 revision = 0;
        RowSet rows;
        qint64 total = 0;
        std::optional<ListedColumn> groupedBy;
        std::optional<ListedColumn> inner; ///< nothing: by row
        bool innerDescending = false;
        std::vector<Group> groups;
        std::size_t group = 0; ///< whose members these are
        bool grouped = false;
        RowSet members;
        std::vector<qint64> heldByStep; ///< of the members, in the order of the steps
        std::size_t step = 0; ///< whose rows these are
        bool stepped = false;
        std::vector<qint64> stepRows; ///< members, in rising order of the inner column
    };

    template <typename Work> auto reading(Work work) -> std::invoke_result_t<Work>;
    Result<void> refresh();
    Result<void> readUsers();
    Result<void> prepare(const WorklistQuery &query, const Asker &asker);
    Result<RowSet> find(const WorklistQuery &query, const Asker &asker);
    Result<void> narrow(RowSet &rows, const WorklistFilter &filter, const Asker &asker);
    Result<void> narrowTo(RowSet &rows, ListedColumn which, const QList<QByteArray> &words);
    Result<void> narrowToCodes(RowSet &rows, ListedColumn which, const std::vector<quint8> &allowed);
    Result<void> narrowToDue(RowSet &rows, qint64 from, qint64 beyond);
    Result<void> narrowToMine(RowSet &rows, const QString &userId);
    Result<void> narrowByLetters(RowSet &rows, WorklistFilter::Letters letters);
    Result<std::vector<quint8>> allowing(ListedColumn which, const QList<QByteArray> &words);
    Result<void> arrange(Answer &answer);
    Result<void> groupBy(Answer &answer, ListedColumn which);
    Result<void> enterGroup(std::size_t group);
    Result<void> enterStep(std::size_t step);
    Result<std::vector<qint64>> rowsAt(qint64 first, qint64 count);
    Result<void> collect(qint64 skip, qint64 count, std::vector<qint64> &found);
    Result<qint64> positionInGroup(qint64 row);
    Result<WorklistRow> read(qint64 row);

    Database &m_database;
    Statements m_statements;
    WorklistColumns m_columns;
    QHash<QString, QString> m_names; ///< of the accounts, by id
    quint64 m_namesRevision = 0;
    Answer m_answer;
    bool m_answered = false;
};

} // namespace reviewdesk
