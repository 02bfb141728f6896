#pragma once

#include "cases/ReviewCase.h"
#include "cases/Rulebook.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace reviewdesk {

enum class WorklistView {
    Mine,
    DueToday,
    DueSoon, ///< not over yet, and due by the end of the third day after today
    Overdue,
    Drafts,
    AwaitingInformation,
    WaitOver, ///< waited for information for as long as was given, and nobody has gone on yet
    AwaitingPhysician,
    LettersToPrint,
    LettersIssued,
    All
};
inline constexpr int worklistViewCount = static_cast<int>(WorklistView::All) + 1;

enum class WorklistColumn {
    Due,
    Member,
    Number,
    Procedure,
    Status,
    Outcome,
    Plan,
    Saved,
    MemberId,
    Provider,
    PreparedBy,
    AssignedTo,
    Urgency,
    LineOfBusiness,
    State
};
inline constexpr int worklistColumnCount = static_cast<int>(WorklistColumn::State) + 1;

/// What a row must be. Empty lists and `Any` ask nothing; all that is asked must hold.
struct WorklistFilter {
    enum class Due { Any, Overdue, Today, Soon, Week, None, Between };
    enum class Letters { Any, ToPrint, Issued };
    /// In `preparedBy` and `assignedTo`: whoever is signed in, so that a view fits everybody. An empty id in
    /// `assignedTo`: nobody yet.
    static inline const QString me = QStringLiteral("@me");

    bool mine = false; ///< prepared by or assigned to whoever is signed in
    bool open = false; ///< nothing was decided or withdrawn yet
    QList<Status> statuses;
    QList<LineOfBusiness> lines;
    QStringList states; ///< "WA"; of the plan
    std::optional<bool> expedited;
    QStringList procedures; ///< labels, as in CaseSummary; empty: not known yet
    QList<int> tones; ///< CaseSummary::outcomeTone
    QStringList preparedBy; ///< user ids
    QStringList assignedTo; ///< user ids
    Due due = Due::Any; ///< other than Any and None: of open cases only
    QDate dueFrom; ///< of Between, in the plan's time zone, both included; invalid: no bound
    QDate dueTo;
    bool waitOver = false; ///< waits for information, and the time for an answer has passed
    Letters letters = Letters::Any;

    bool isEmpty() const { return *this == WorklistFilter(); }
    friend bool operator==(const WorklistFilter &, const WorklistFilter &) = default;
};

/// What a built-in view asks.
WorklistFilter filterOf(WorklistView view);

struct WorklistQuery {
    WorklistView view = WorklistView::All;
    WorklistFilter filter = {}; ///< besides what the view asks
    QString search = {}; ///< part of name, member ID, case number or provider; accents and case folded
    WorklistColumn sort = WorklistColumn::Due;
    bool descending = false;
    int limit = 500; ///< rows at most
    int offset = 0;
    bool rowsFirst = false; ///< where the number of all would have to be counted, the first rows may come without it
};

struct WorklistRow {
    QString caseId;
    QString number;
    Status status = Status::Draft;
    CaseSummary summary;
    QString preparedBy; ///< name
    QDateTime savedAt;
    QString assignedTo = {}; ///< name; empty: nobody
    std::optional<LineOfBusiness> lineOfBusiness = {};
    QString state = {};

    friend bool operator==(const WorklistRow &, const WorklistRow &) = default;
};

/// Some rows of a query's answer, and how many there are in all.
struct WorklistPart {
    int total = 0;
    bool counted = true; ///< false: `total` are those of `rows`, and there may be more
    int first = 0; ///< position of the first of `rows`
    QList<WorklistRow> rows;
    /// Another one: something was changed since, positions may have moved. 0: not known, a server says by itself what changes.
    quint64 revision = 0;
    int untidy = 0; ///< changes that wait for Workspace::tidyWorklist()
};

/// A view that somebody made.
struct SavedView {
    QString id; ///< UUIDv7; empty: not kept yet
    QString name;
    WorklistView view = WorklistView::All;
    WorklistFilter filter;
    QString search;
    QList<WorklistColumn> columns; ///< shown, in order; empty: as chosen elsewhere
    WorklistColumn sort = WorklistColumn::Due;
    bool descending = false;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

} // namespace reviewdesk
