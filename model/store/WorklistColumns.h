#pragma once

#include "store/RowSet.h"
#include "store/Statement.h"

#include <QHash>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace reviewdesk {

/// What rows are filtered and sorted by. The first ones have few words, a code for each; from Due on they have many
/// values, a code for each stretch of the order by (value, row): a step. Numbers and order are those of the database.
enum class ListedColumn {
    Status,
    Business,
    State,
    Urgency,
    Procedure,
    Outcome, ///< tone first: "0" approvable, "1" open, "2" adverse
    Plan,
    PreparedBy,
    AssignedTo,
    Letters, ///< "0" none issued or wanted, "1" all printed, "2" some are not, or were not issued yet, "3" none of those issued
    Due,
    Saved,
    Member,
    MemberId,
    Provider
};
inline constexpr int listedColumnCount = static_cast<int>(ListedColumn::Provider) + 1;
inline constexpr int listedWordColumns = static_cast<int>(ListedColumn::Due);
inline bool isOrdered(ListedColumn column) { return column >= ListedColumn::Due; }

/// A place in an ordered column: a value, and the row that has it.
struct ListedPlace {
    qint64 number = 0; ///< of Due and Saved
    QByteArray text; ///< of the others, UTF-8; compared as SQLite does
    qint64 row = 0;

    friend bool operator==(const ListedPlace &, const ListedPlace &) = default;
    friend bool operator<(const ListedPlace &one, const ListedPlace &other);
};

/// A row as the columns see it.
struct ListedRow {
    qint64 row = 0;
    std::array<QByteArray, listedWordColumns> words;
    std::array<ListedPlace, listedColumnCount - listedWordColumns> places;
    QByteArray folded;
    std::optional<QByteArray> before; ///< `folded` as the kept tables know it; nothing: they do not know the row

    bool isFoundOtherwise() const { return before != folded; }
};

/// The codes of all cases, two bytes a case and column, a column at its first use. Kept in the database (schema 0010),
/// with the rows that were changed since worked in, so that they are always those of the cases as they are.
class WorklistColumns {
public:
    struct Step {
        ListedPlace from;
        quint16 code = 0;
    };
    struct Column {
        bool loaded = false;
        quint64 used = 0; ///< when it was last asked for
        std::vector<quint16> codes; ///< by row; a multiple of 64 of them; 0: no such row
        std::vector<QByteArray> words; ///< by code; of a word column
        QHash<QByteArray, quint16> codeOf;
        std::vector<Step> steps; ///< in order, the first from the very beginning; of an ordered column
        std::vector<std::size_t> positionOf; ///< by code: which of `steps`
        std::vector<qint64> held; ///< by code, so far as any row has it: how many do
        std::map<quint16, RowSet> sets; ///< by code, of a word column: the rows that have it, as far as it was asked for

        qint64 heldBy(quint16 code) const { return code < held.size() ? held[code] : 0; }
        std::size_t kept = 0; ///< codes below it are in the database
        std::vector<bool> touched; ///< by chunk: not as in the database
    };

    explicit WorklistColumns(Statements &statements) : m_statements(statements) { }

    /// Makes ready for the database as it is now; inside a read transaction. `version` differs when anything was
    /// written since.
    Result<void> refresh(qint64 version);
    /// What was read may be undone: read anew.
    void forget();
    quint64 revision() const { return m_revision; } ///< raised when refresh() found something new
    qint64 rows() const { return m_rows; }
    const std::vector<ListedRow> &changed() const { return m_changed; }
    Result<const Column *> column(ListedColumn which); ///< stays until eight others were asked for
    /// Leaves of `rows` those whose code is allowed, by code. At a word column a few sets meet, whatever the number of
    /// rows.
    Result<void> narrow(RowSet &rows, ListedColumn which, const std::vector<quint8> &allowed);
    /// The rows of a word column with one code; valid until another is asked for.
    Result<const RowSet *> rowsWith(ListedColumn which, quint16 code);
    /// Rows in the order of the values, from `first` up to but without `beyond`.
    Result<std::vector<qint64>> rowsBetween(ListedColumn which, const ListedPlace &first, const ListedPlace &beyond);
    /// Upwards or from behind; with what is shown of a row in the columns from 2 on (WorklistRows), and then past the
    /// other end of what is asked for; or without.
    struct Way {
        bool rising = true;
        bool shown = false;

        std::size_t statement() const { return (rising ? 0U : 1U) + (shown ? 2U : 0U); } ///< of worklistSql::Walks
    };
    /// The same row by row, until `visit` answers false: of the statement, column 0 is the row.
    Result<void> walk(ListedColumn which, const ListedPlace &first, const ListedPlace &beyond, Way way,
        const std::function<bool(const Statement &)> &visit);
    /// What a row is sorted by.
    Result<ListedPlace> placeOf(ListedColumn which, qint64 row);
    static ListedPlace beginning(ListedColumn which);
    static ListedPlace end();

    /// Works what was changed into the kept tables; in a transaction of the writing connection. From empty tables it
    /// makes them all. A step that holds more than `mostInStep` rows is split.
    Result<void> fold(qint64 mostInStep = 1024);
    /// The first case of which the kept tables say something else than the case itself; empty: there is none. `number`.
    Result<QString> firstWrong();

private:
    Result<void> makeReady(ListedColumn which);
    void unloadOldest();
    Result<void> load(ListedColumn which);
    Result<void> loadWords(ListedColumn which, Column &column);
    Result<void> loadSteps(ListedColumn which, Column &column);
    void apply(const ListedRow &row);
    void apply(const ListedRow &row, ListedColumn which, Column &column);
    quint16 codeFor(const ListedRow &row, ListedColumn which, Column &column);
    static void fit(Column &column, qint64 rows);
    static void narrowByCodes(RowSet &rows, const Column &column, const std::vector<quint8> &allowed);
    static void settle(Column &column);
    Result<void> splitSteps(ListedColumn which, qint64 most);
    Result<void> split(ListedColumn which, Column &column, std::size_t position, qint64 each);
    Result<void> keep(ListedColumn which);
    Column &at(ListedColumn which) { return m_columns.at(static_cast<std::size_t>(which)); }

    Statements &m_statements;
    std::array<Column, listedColumnCount> m_columns;
    std::vector<ListedRow> m_changed;
    qint64 m_rows = 0;
    quint64 m_uses = 0;
    qint64 m_generation = -1;
    qint64 m_version = -1;
    quint64 m_revision = 0;
};

/// The row that a statement of `worklistSql` is at.
ListedRow listedRow(const Statement &statement);

} // namespace reviewdesk
