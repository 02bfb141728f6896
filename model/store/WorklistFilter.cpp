// What views and filters ask, and how it is asked of the columns.
#include "cases/Workflow.h"
#include "store/Stored.h"
#include "store/WorklistSpan.h"
#include "store/WorklistSql.h"

#include <algorithm>
#include <limits>

namespace reviewdesk {

namespace {

const QList<QByteArray> openWords{"draft", "submitted", "pended", "referred"};
constexpr int soonDays = 3;
constexpr int weekDays = 7;

template <typename Values> QList<QByteArray> words(const Values &values)
{
    QList<QByteArray> words;
    for (const auto &value : values)
        words.append(toWord(value).toUtf8());
    return words;
}

QList<QByteArray> utf8(const QStringList &values)
{
    QList<QByteArray> words;
    for (const QString &value : values)
        words.append(value.toUtf8());
    return words;
}

QList<QByteArray> people(const QStringList &ids, const QString &userId)
{
    QStringList known = ids;
    known.replaceInStrings(WorklistFilter::me, userId);
    return utf8(known);
}

} // namespace

WorklistSpan spanOf(const WorklistFilter &filter, const Worklist::Asker &asker)
{
    const QDate today = asker.now.toTimeZone(asker.zone).date();
    const auto begin = [&](const QDate &day) { return day.startOfDay(asker.zone).toMSecsSinceEpoch(); };
    const qint64 now = asker.now.toMSecsSinceEpoch();
    constexpr qint64 earliest = std::numeric_limits<qint64>::min();
    switch (filter.due) {
    case WorklistFilter::Due::Overdue:
        return {earliest, now};
    case WorklistFilter::Due::Today:
        return {now, begin(today.addDays(1))};
    case WorklistFilter::Due::Soon:
        return {now, begin(today.addDays(1 + soonDays))};
    case WorklistFilter::Due::Week:
        return {now, begin(today.addDays(1 + weekDays))};
    case WorklistFilter::Due::None:
        return {noDueInstant, noDueInstant + 1};
    case WorklistFilter::Due::Between:
        return {filter.dueFrom.isValid() ? begin(filter.dueFrom) : earliest,
            filter.dueTo.isValid() ? begin(filter.dueTo.addDays(1)) : noDueInstant};
    case WorklistFilter::Due::Any:
        break;
    }
    return {earliest, std::numeric_limits<qint64>::max()};
}

WorklistFilter filterOf(WorklistView view)
{
    WorklistFilter filter;
    switch (view) {
    case WorklistView::Mine:
        filter.mine = filter.open = true;
        break;
    case WorklistView::DueToday:
        filter.due = WorklistFilter::Due::Today;
        break;
    case WorklistView::DueSoon:
        filter.due = WorklistFilter::Due::Soon;
        break;
    case WorklistView::Overdue:
        filter.due = WorklistFilter::Due::Overdue;
        break;
    case WorklistView::Drafts:
        filter.statuses = {Status::Draft};
        break;
    case WorklistView::AwaitingInformation:
        filter.statuses = {Status::Pended};
        break;
    case WorklistView::WaitOver:
        filter.waitOver = true;
        break;
    case WorklistView::AwaitingPhysician:
        filter.statuses = {Status::Referred};
        break;
    case WorklistView::LettersToPrint:
        filter.letters = WorklistFilter::Letters::ToPrint;
        break;
    case WorklistView::LettersIssued:
        filter.letters = WorklistFilter::Letters::Issued;
        break;
    case WorklistView::All:
        break;
    }
    return filter;
}

/// An index of those that wait, by the end of the wait: what is over is met at its beginning.
Result<void> Worklist::narrowToWaitsOver(RowSet &rows, qint64 now, Bounds &bounds)
{
    if (Result<void> pended = narrowToStatuses(rows, {"pended"}, bounds); !pended)
        return pended;
    const Result<Statement *> statement = m_statements.of(worklistSql::waitsOver);
    if (!statement)
        return statement.error();
    RowSet over(m_columns.rows());
    const Result<void> read = (*statement)->each({now}, [&] {
        over.add((*statement)->integer(0));
        return true;
    });
    rows &= over;
    return read;
}

Result<void> Worklist::narrow(RowSet &rows, const WorklistFilter &filter, const Asker &asker, Bounds &bounds)
{
    const auto to = [&](bool asked, ListedColumn which, const QList<QByteArray> &allowed) {
        return asked ? narrowTo(rows, which, allowed) : Result<void>();
    };
    const bool due = filter.due != WorklistFilter::Due::Any;
    Result<void> done;
    if (filter.open || (due && filter.due != WorklistFilter::Due::None))
        done = narrowToStatuses(rows, openWords, bounds);
    if (done && !filter.statuses.isEmpty())
        done = narrowToStatuses(rows, words(filter.statuses), bounds);
    if (done)
        done = to(!filter.lines.isEmpty(), ListedColumn::Business, words(filter.lines));
    if (done)
        done = to(!filter.states.isEmpty(), ListedColumn::State, utf8(filter.states));
    if (done)
        done = to(filter.expedited.has_value(), ListedColumn::Urgency, {filter.expedited.value_or(false) ? "1" : "0"});
    if (done)
        done = to(!filter.procedures.isEmpty(), ListedColumn::Procedure, utf8(filter.procedures));
    if (done)
        done = to(!filter.preparedBy.isEmpty(), ListedColumn::PreparedBy, people(filter.preparedBy, asker.userId));
    if (done)
        done = to(!filter.assignedTo.isEmpty(), ListedColumn::AssignedTo, people(filter.assignedTo, asker.userId));
    if (done && !filter.tones.isEmpty()) {
        const Result<const WorklistColumns::Column *> outcome = m_columns.column(ListedColumn::Outcome);
        if (!outcome)
            return outcome.error();
        QList<QByteArray> allowed;
        for (const QByteArray &word : (*outcome)->words) {
            if (!word.isEmpty() && filter.tones.contains(1 - (word.at(0) - '0')))
                allowed.append(word);
        }
        done = narrowTo(rows, ListedColumn::Outcome, allowed);
    }
    if (done && filter.mine)
        done = narrowToMine(rows, asker.userId);
    if (done && due) {
        const WorklistSpan span = spanOf(filter, asker);
        bounds.first = std::max(bounds.first, ListedPlace{span.from, {}, 0});
        bounds.beyond = std::min(bounds.beyond, ListedPlace{span.beyond, {}, 0});
        done = narrowToDue(rows, span.from, span.beyond);
    }
    if (done && filter.waitOver)
        done = narrowToWaitsOver(rows, asker.now.toMSecsSinceEpoch(), bounds);
    if (done && filter.letters != WorklistFilter::Letters::Any)
        done = narrowByLetters(rows, filter.letters);
    return done;
}

} // namespace reviewdesk
