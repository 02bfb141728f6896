#pragma once

#include "store/Database.h"
#include "store/WorklistColumns.h"
#include "store/WorklistQuery.h"
#include "store/WorklistRows.h"

#include <QTimeZone>

namespace reviewdesk {

class ServerWorklist;

/// Answers the worklist's questions at any number of cases: what fits a filter is found in WorklistColumns, any part of
/// any order by a short walk of an index or by counting codes, never by passing over rows. One for each connection; it
/// remembers the last question, so that further parts of its answer cost little.
class Worklist {
public:
    /// Who asks, and when.
    struct Asker {
        QDateTime now;
        QTimeZone zone;
        QString userId;
    };

    /// Which way to some rows of an order is the shortest, in rows; the answer is the same by each.
    struct Limits {
        qint64 few = 256; ///< are looked up and sorted
        qint64 expected = 3'000; ///< that a walk of an index from an end should meet at most
        qint64 met = 6'000; ///< after so many it is given up
        qint64 lookup = 6; ///< to look one up costs as much as to walk so many
    };

    explicit Worklist(Database &database);
    Worklist(Database &database, const Limits &limits);
    ~Worklist();

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
    /// Where in the order of due dates the rows of an answer can be at all.
    struct Bounds {
        std::optional<std::vector<quint8>> statuses; ///< by code; nothing: of any status
        ListedPlace first = WorklistColumns::beginning(ListedColumn::Due);
        ListedPlace beyond = WorklistColumns::end();
    };
    /// The last question with what is known of its answer.
    struct Answer {
        WorklistQuery query;
        Asker asker;
        quint64 revision = 0;
        bool everything = false; ///< nothing was asked: `rows` may not be made yet
        RowSet rows; ///< by answerRows()
        qint64 total = 0;
        Bounds bounds;
        std::optional<ListedColumn> groupedBy;
        std::optional<ListedColumn> inner; ///< nothing: by row
        bool innerDescending = false;
        std::vector<Group> groups;
        std::size_t group = 0; ///< whose members these are
        bool grouped = false;
        bool partial = false; ///< there are others
        RowSet members; ///< by members()
        bool sorted = false;
        std::vector<qint64> inOrder; ///< the members, where they are few, in rising order of the inner column
        bool measured = false;
        std::vector<qint64> heldByStep; ///< of the members, in the order of the steps
        std::size_t step = 0; ///< whose rows these are
        bool stepped = false;
        std::vector<qint64> stepRows; ///< members, in rising order of the inner column
    };

    template <typename Work> auto reading(Work work) -> std::invoke_result_t<Work>;
    Result<void> run(const char *sql);
    Result<void> refresh(sqlite3 *connection);
    Result<void> prepare(const WorklistQuery &query, const Asker &asker);
    Result<RowSet> find(const WorklistQuery &query, const Asker &asker, Bounds &bounds);
    Result<void> narrow(RowSet &rows, const WorklistFilter &filter, const Asker &asker, Bounds &bounds);
    Result<void> narrowToStatuses(RowSet &rows, const QList<QByteArray> &words, Bounds &bounds);
    Result<void> narrowTo(RowSet &rows, ListedColumn which, const QList<QByteArray> &words);
    Result<void> narrowToDue(RowSet &rows, qint64 from, qint64 beyond);
    Result<void> narrowToMine(RowSet &rows, const QString &userId);
    Result<void> narrowToWaitsOver(RowSet &rows, qint64 now, Bounds &bounds);
    Result<void> narrowByLetters(RowSet &rows, WorklistFilter::Letters letters);
    Result<std::vector<quint8>> allowing(ListedColumn which, const QList<QByteArray> &words);
    Result<void> arrange(Answer &answer);
    Result<void> groupBy(Answer &answer, ListedColumn which);
    Result<void> groupByOpen(Answer &answer, const std::vector<QByteArray> &words);
    Result<std::vector<qint64>> heldByCode(Answer &answer, ListedColumn which);
    Result<qint64> heldByOpen(Answer &answer, const std::vector<quint8> &codes);
    const RowSet &answerRows(Answer &answer) const;
    const RowSet &members();
    bool isMember(qint64 row);
    Result<void> enterGroup(std::size_t group);
    Result<void> enterStep(std::size_t step);
    Result<void> measureSteps();
    Result<void> sortMembers();
    Result<std::vector<qint64>> inOrder(const std::vector<qint64> &rows);
    /// Rows of an answer, one after the other, and what is shown of the first of them, where it was read on the way.
    struct Found {
        std::vector<qint64> rows;
        QList<WorklistRow> entries;
        bool shown = false; ///< entries are wanted
    };
    Result<std::vector<qint64>> rowsAt(qint64 first, qint64 count);
    Result<void> findRows(qint64 first, qint64 count, Found &found);
    Result<void> collect(qint64 skip, qint64 count, Found &found);
    Result<bool> collectFromEnd(qint64 skip, qint64 count, Found &found);
    Result<void> collectFromSteps(qint64 skip, qint64 count, std::vector<qint64> &found);
    Result<bool> collectByLookup(qint64 skip, qint64 count, std::vector<qint64> &found);
    struct Walk;
    Result<Walk> walkOf(bool rising);
    Result<void> walkColumn(Walk &walk);
    Result<void> walkStatuses(Walk &walk);
    bool meet(Walk &walk, const Statement &row);
    Result<qint64> positionInGroup(qint64 row);

    Database &m_database;
    std::unique_ptr<ServerWorklist> m_server; ///< asked instead, where the workspace is on one
    Limits m_limits;
    Statements m_statements;
    WorklistColumns m_columns;
    WorklistRows m_entries;
    Answer m_answer;
    bool m_answered = false;
};

} // namespace reviewdesk
