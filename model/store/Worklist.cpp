#include "store/Worklist.h"

#include "cases/Workflow.h"
#include "store/Stored.h"
#include "store/WorklistSearch.h"
#include "store/WorklistSql.h"

#include <sqlite3.h>

#include <algorithm>

namespace reviewdesk {

namespace {

/// The words of ListedColumn by which a column of the worklist is grouped; nothing: it is not.
std::optional<ListedColumn> groupingOf(WorklistColumn column)
{
    switch (column) {
    case WorklistColumn::Procedure:
        return ListedColumn::Procedure;
    case WorklistColumn::Due: // nothing is due on closed cases any more: they stand last, whichever way
    case WorklistColumn::Status:
        return ListedColumn::Status;
    case WorklistColumn::Outcome:
        return ListedColumn::Outcome;
    case WorklistColumn::Plan:
        return ListedColumn::Plan;
    case WorklistColumn::PreparedBy:
        return ListedColumn::PreparedBy;
    case WorklistColumn::AssignedTo:
        return ListedColumn::AssignedTo;
    case WorklistColumn::Urgency:
        return ListedColumn::Urgency;
    case WorklistColumn::LineOfBusiness:
        return ListedColumn::Business;
    case WorklistColumn::State:
        return ListedColumn::State;
    case WorklistColumn::Member:
    case WorklistColumn::Number:
    case WorklistColumn::Saved:
    case WorklistColumn::MemberId:
    case WorklistColumn::Provider:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// What orders the rows of a group; nothing: their numbers, the order in which the cases were made.
std::optional<ListedColumn> innerOf(WorklistColumn column)
{
    switch (column) {
    case WorklistColumn::Number:
        return std::nullopt;
    case WorklistColumn::Member:
        return ListedColumn::Member;
    case WorklistColumn::Saved:
        return ListedColumn::Saved;
    case WorklistColumn::MemberId:
        return ListedColumn::MemberId;
    case WorklistColumn::Provider:
        return ListedColumn::Provider;
    default:
        return ListedColumn::Due;
    }
}

bool isOpenWord(const QByteArray &word)
{
    const std::optional<Status> status = statusFromWord(QString::fromUtf8(word));
    return status && isOpen(*status);
}

/// Who asks makes no difference to an answer that has to do neither with time nor with them.
bool sameAsker(const WorklistFilter &filter, const Worklist::Asker &one, const Worklist::Asker &other)
{
    const bool timely = filter.due != WorklistFilter::Due::Any && filter.due != WorklistFilter::Due::None;
    return one.userId == other.userId && one.zone == other.zone && (!timely || one.now == other.now);
}

bool sameQuestion(const WorklistQuery &one, const WorklistQuery &other)
{
    return one.view == other.view && one.filter == other.filter && one.search == other.search &&
        one.sort == other.sort && one.descending == other.descending;
}

} // namespace

Worklist::Worklist(Database &database) : m_database(database), m_statements(database), m_columns(m_statements) { }

/// One state of the database for all that `work` reads.
template <typename Work> auto Worklist::reading(Work work) -> std::invoke_result_t<Work>
{
    const Result<sqlite3 *> connection = m_database.handle();
    if (!connection)
        return connection.error();
    const bool own = sqlite3_get_autocommit(*connection) != 0;
    if (own) {
        if (Result<void> begun = m_database.script("BEGIN"); !begun)
            return begun.error();
    }
    const Result<void> ready = refresh();
    std::invoke_result_t<Work> result = ready ? work() : std::invoke_result_t<Work>(ready.error());
    if (own && sqlite3_get_autocommit(*connection) == 0)
        sqlite3_exec(*connection, "COMMIT", nullptr, nullptr, nullptr);
    if (!own) // within a transaction of its own, which may be undone
        m_columns.forget();
    return result;
}

Result<void> Worklist::refresh()
{
    const Result<Database::Row> row = m_database.row(QStringLiteral("PRAGMA data_version")); // asks the guard, too
    if (!row)
        return row.error();
    const Result<sqlite3 *> connection = m_database.handle();
    if (!connection)
        return connection.error();
    const qint64 version = row->value(0).toLongLong() << 40 | sqlite3_total_changes64(*connection);
    if (Result<void> ready = m_columns.refresh(version); !ready)
        return ready;
    return readUsers();
}

Result<void> Worklist::readUsers()
{
    if (m_namesRevision == m_columns.revision())
        return {};
    const Result<Statement *> users = m_statements.of(worklistSql::users);
    if (!users)
        return users.error();
    m_names.clear();
    m_namesRevision = m_columns.revision();
    return (*users)->each({}, [&] {
        m_names.insert((*users)->string(0), (*users)->string(1));
        return true;
    });
}

Result<std::vector<quint8>> Worklist::allowing(ListedColumn which, const QList<QByteArray> &words)
{
    const Result<const WorklistColumns::Column *> column = m_columns.column(which);
    if (!column)
        return column.error();
    std::vector<quint8> allowed((*column)->words.size() + 1, 0);
    for (const QByteArray &word : words) {
        if (const auto code = (*column)->codeOf.constFind(word); code != (*column)->codeOf.cend())
            allowed.at(*code) = 1;
    }
    return allowed;
}

Result<void> Worklist::narrowTo(RowSet &rows, ListedColumn which, const QList<QByteArray> &words)
{
    const Result<std::vector<quint8>> allowed = allowing(which, words);
    return allowed ? narrowToCodes(rows, which, *allowed) : Result<void>(allowed.error());
}

Result<void> Worklist::narrowToCodes(RowSet &rows, ListedColumn which, const std::vector<quint8> &allowed)
{
    const Result<const WorklistColumns::Column *> column = m_columns.column(which);
    if (!column)
        return column.error();
    const quint16 *code = (*column)->codes.data();
    const quint8 *const allows = allowed.data();
    for (quint64 &word : rows.words()) {
        if (word != 0) {
            quint64 kept = 0;
            for (unsigned at = 0; at < 64; ++at)
                kept |= quint64(allows[code[at]]) << at;
            word &= kept;
        }
        code += 64;
    }
    return {};
}

Result<void> Worklist::narrowToDue(RowSet &rows, qint64 from, qint64 beyond)
{
    const Result<const WorklistColumns::Column *> column = m_columns.column(ListedColumn::Due);
    if (!column)
        return column.error();
    const std::vector<WorklistColumns::Step> &steps = (*column)->steps;
    const ListedPlace first{from, {}, 0};
    const ListedPlace last{beyond, {}, 0};
    std::vector<quint8> allowed(steps.size() + 1, 0);
    RowSet some(m_columns.rows()); // of the steps that reach over an end
    for (std::size_t at = 0; at < steps.size(); ++at) {
        const ListedPlace begin = steps[at].from;
        const ListedPlace end = at + 1 < steps.size() ? steps[at + 1].from : WorklistColumns::end();
        if (!(begin < last) || !(first < end))
            continue;
        if (!(begin < first) && !(last < end)) {
            allowed[steps[at].code] = 1;
            continue;
        }
        const Result<std::vector<qint64>> inside =
            m_columns.rowsBetween(ListedColumn::Due, std::max(begin, first), std::min(end, last));
        if (!inside)
            return inside.error();
        for (const qint64 row : *inside)
            some.add(row);
    }
    some &= rows;
    if (Result<void> done = narrowToCodes(rows, ListedColumn::Due, allowed); !done)
        return done;
    rows |= some;
    return {};
}

Result<void> Worklist::narrowToMine(RowSet &rows, const QString &userId)
{
    RowSet assigned = rows;
    const QList<QByteArray> me{userId.toUtf8()};
    if (Result<void> done = narrowTo(rows, ListedColumn::PreparedBy, me); !done)
        return done;
    if (Result<void> done = narrowTo(assigned, ListedColumn::AssignedTo, me); !done)
        return done;
    rows |= assigned;
    return {};
}

Result<void> Worklist::narrowByLetters(RowSet &rows, WorklistFilter::Letters letters)
{
    if (letters == WorklistFilter::Letters::Issued)
        return narrowTo(rows, ListedColumn::Letters, {"1", "2"});
    RowSet due = rows; // decided, and no letter was issued yet
    if (Result<void> done = narrowTo(rows, ListedColumn::Letters, {"2"}); !done)
        return done;
    if (Result<void> done = narrowTo(due, ListedColumn::Letters, {"0"}); !done)
        return done;
    if (Result<void> done = narrowTo(due, ListedColumn::Status, {"approved", "denied", "pended"}); !done)
        return done;
    rows |= due;
    return {};
}

Result<RowSet> Worklist::find(const WorklistQuery &query, const Asker &asker)
{
    Result<RowSet> rows = query.search.trimmed().isEmpty() ? Result<RowSet>(RowSet::whole(m_columns.rows()))
                                                           : searchRows(query.search, m_statements, m_columns);
    if (!rows)
        return rows;
    for (const WorklistFilter &filter : {filterOf(query.view), query.filter}) {
        if (Result<void> narrowed = narrow(*rows, filter, asker); !narrowed)
            return narrowed.error();
    }
    return rows;
}

Result<void> Worklist::prepare(const WorklistQuery &query, const Asker &asker)
{
    const bool timelyView = filterOf(query.view).due != WorklistFilter::Due::Any;
    if (m_answered && m_answer.revision == m_columns.revision() && sameQuestion(m_answer.query, query) &&
        sameAsker(timelyView ? filterOf(query.view) : query.filter, m_answer.asker, asker))
        return {};
    m_answered = false;
    Answer fresh;
    fresh.query = query;
    fresh.asker = asker;
    fresh.revision = m_columns.revision();
    Result<RowSet> rows = find(query, asker);
    if (!rows)
        return rows.error();
    fresh.rows = std::move(rows).value();
    fresh.total = fresh.rows.count();
    if (Result<void> arranged = arrange(fresh); !arranged)
        return arranged;
    m_answer = std::move(fresh);
    m_answered = true;
    return {};
}

Result<WorklistPart> Worklist::part(const WorklistQuery &query, const Asker &asker)
{
    return reading([&]() -> Result<WorklistPart> {
        if (Result<void> ready = prepare(query, asker); !ready)
            return ready.error();
        WorklistPart part;
        part.total = static_cast<int>(m_answer.total);
        part.first = qMax(0, query.offset);
        part.revision = m_answer.revision;
        part.untidy = static_cast<int>(m_columns.changed().size());
        const Result<std::vector<qint64>> rows = rowsAt(part.first, qMax(0, query.limit));
        if (!rows)
            return rows.error();
        part.rows.reserve(static_cast<qsizetype>(rows->size()));
        for (const qint64 row : *rows) {
            Result<WorklistRow> entry = read(row);
            if (!entry)
                return entry.error();
            part.rows.append(std::move(entry).value());
        }
        return part;
    });
}

Result<void> Worklist::walk(const WorklistQuery &query, const Asker &asker,
    const std::function<Result<void>(const WorklistRow &, int total)> &visit)
{
    return reading([&]() -> Result<void> {
        if (Result<void> ready = prepare(query, asker); !ready)
            return ready;
        constexpr qint64 atOnce = 512;
        const auto total = static_cast<int>(m_answer.total);
        for (qint64 first = 0; first < m_answer.total; first += atOnce) {
            const Result<std::vector<qint64>> rows = rowsAt(first, atOnce);
            if (!rows)
                return rows.error();
            for (const qint64 row : *rows) {
                const Result<WorklistRow> entry = read(row);
                if (!entry)
                    return entry.error();
                if (Result<void> visited = visit(*entry, total); !visited)
                    return visited;
            }
        }
        return {};
    });
}

Result<QList<int>> Worklist::counts(const QList<WorklistQuery> &queries, const Asker &asker)
{
    return reading([&]() -> Result<QList<int>> {
        QList<int> counts;
        for (const WorklistQuery &query : queries) {
            const Result<RowSet> rows = find(query, asker);
            if (!rows)
                return rows.error();
            counts.append(static_cast<int>(rows->count()));
        }
        return counts;
    });
}

Result<QStringList> Worklist::caseIds(const WorklistQuery &query, int first, int count, const Asker &asker)
{
    return reading([&]() -> Result<QStringList> {
        if (Result<void> ready = prepare(query, asker); !ready)
            return ready.error();
        const Result<std::vector<qint64>> rows = rowsAt(first, count);
        const Result<Statement *> statement = m_statements.of(worklistSql::idOfRow);
        if (!rows || !statement)
            return rows ? statement.error() : rows.error();
        QStringList ids;
        for (const qint64 row : *rows) {
            const Result<void> done = (*statement)->each({row}, [&] {
                ids.append((*statement)->string(0));
                return true;
            });
            if (!done)
                return done.error();
        }
        return ids;
    });
}

Result<Worklist::Choices> Worklist::choices()
{
    return reading([&]() -> Result<Choices> {
        Choices choices;
        for (const auto &[which, words] : {std::pair(ListedColumn::Procedure, &choices.procedures),
                 std::pair(ListedColumn::State, &choices.states)}) {
            const Result<const WorklistColumns::Column *> column = m_columns.column(which);
            if (!column)
                return column.error();
            for (const QByteArray &word : (*column)->words) {
                if (!word.isEmpty())
                    words->append(QString::fromUtf8(word));
            }
            words->sort();
        }
        return choices;
    });
}

Result<WorklistRow> Worklist::read(qint64 row)
{
    const Result<Statement *> found = m_statements.of(worklistSql::row);
    if (!found)
        return found.error();
    const Statement &cells = **found;
    WorklistRow entry;
    const Result<void> done = (*found)->each({row}, [&] {
        entry.caseId = cells.string(0);
        entry.number = cells.string(1);
        entry.status = statusFromWord(cells.string(2)).value_or(Status::Draft);
        entry.summary.memberName = cells.string(3);
        entry.summary.memberId = cells.string(4);
        entry.summary.providerName = cells.string(5);
        entry.summary.procedure = cells.string(6);
        entry.summary.outcome = cells.string(7);
        entry.summary.outcomeTone = static_cast<int>(cells.integer(8));
        entry.summary.planWords = cells.string(9);
        entry.summary.expedited = cells.integer(10) != 0;
        if (cells.integer(11) != noDueInstant)
            entry.summary.dueAt = storedInstant(cells.integer(11));
        entry.preparedBy = m_names.value(cells.string(12));
        entry.savedAt = storedInstant(cells.integer(13));
        entry.assignedTo = m_names.value(cells.string(14));
        entry.lineOfBusiness = lineOfBusinessFromWord(cells.string(15));
        entry.state = cells.string(16);
        return true;
    });
    if (!done)
        return done.error();
    return entry;
}

Result<void> Worklist::arrange(Answer &answer)
{
    answer.inner = innerOf(answer.query.sort);
    answer.groupedBy = groupingOf(answer.query.sort);
    answer.innerDescending =
        answer.query.descending && (!answer.groupedBy || answer.query.sort == WorklistColumn::Due);
    if (answer.groupedBy)
        return groupBy(answer, *answer.groupedBy);
    answer.groups = {{{}, answer.total}};
    return {};
}

Result<void> Worklist::groupBy(Answer &answer, ListedColumn which)
{
    const Result<const WorklistColumns::Column *> column = m_columns.column(which);
    if (!column)
        return column.error();
    const std::vector<QByteArray> &words = (*column)->words;
    std::vector<qint64> held(words.size() + 1, 0);
    const std::vector<quint16> &codes = (*column)->codes;
    answer.rows.each([&](qint64 row) { ++held[codes[static_cast<std::size_t>(row)]]; });
    if (answer.query.sort == WorklistColumn::Due) {
        answer.groups.assign(2, {std::vector<quint8>(words.size() + 1, 0), 0});
        for (std::size_t code = 1; code < words.size(); ++code) {
            Group &group = answer.groups[isOpenWord(words[code]) ? 0 : 1];
            group.codes[code] = 1;
            group.count += held[code];
        }
        return {};
    }
    const bool people = which == ListedColumn::PreparedBy || which == ListedColumn::AssignedTo;
    QList<std::pair<QString, std::size_t>> order;
    for (std::size_t code = 1; code < words.size(); ++code) {
        const QString word = QString::fromUtf8(words[code]);
        if (held[code] > 0)
            order.append({people ? m_names.value(word) : word, code});
    }
    std::sort(order.begin(), order.end());
    if (answer.query.descending)
        std::reverse(order.begin(), order.end());
    for (const auto &[word, code] : order) {
        Group group{std::vector<quint8>(words.size() + 1, 0), held[code]};
        group.codes[code] = 1;
        answer.groups.push_back(std::move(group));
    }
    return {};
}

Result<void> Worklist::enterGroup(std::size_t group)
{
    if (m_answer.grouped && m_answer.group == group)
        return {};
    m_answer.grouped = m_answer.stepped = false;
    m_answer.members = m_answer.rows;
    const Group &entered = m_answer.groups.at(group);
    if (!entered.codes.empty() && entered.count < m_answer.total) {
        if (Result<void> done = narrowToCodes(m_answer.members, *m_answer.groupedBy, entered.codes); !done)
            return done;
    }
    if (m_answer.inner) {
        const Result<const WorklistColumns::Column *> column = m_columns.column(*m_answer.inner);
        if (!column)
            return column.error();
        std::vector<qint64> byCode((*column)->steps.size() + 1, 0);
        const std::vector<quint16> &codes = (*column)->codes;
        m_answer.members.each([&](qint64 row) { ++byCode[codes[static_cast<std::size_t>(row)]]; });
        m_answer.heldByStep.clear();
        for (const WorklistColumns::Step &step : (*column)->steps)
            m_answer.heldByStep.push_back(byCode.at(step.code));
    }
    m_answer.group = group;
    m_answer.grouped = true;
    return {};
}

Result<void> Worklist::enterStep(std::size_t step)
{
    if (m_answer.stepped && m_answer.step == step)
        return {};
    const Result<const WorklistColumns::Column *> column = m_columns.column(*m_answer.inner);
    if (!column)
        return column.error();
    const std::vector<WorklistColumns::Step> &steps = (*column)->steps;
    const ListedPlace end = step + 1 < steps.size() ? steps[step + 1].from : WorklistColumns::end();
    const Result<std::vector<qint64>> rows = m_columns.rowsBetween(*m_answer.inner, steps.at(step).from, end);
    if (!rows)
        return rows.error();
    m_answer.stepRows.clear();
    std::copy_if(rows->cbegin(), rows->cend(), std::back_inserter(m_answer.stepRows),
        [&](qint64 row) { return m_answer.members.contains(row); });
    m_answer.step = step;
    m_answer.stepped = true;
    return {};
}

Result<std::vector<qint64>> Worklist::rowsAt(qint64 first, qint64 count)
{
    std::vector<qint64> found;
    qint64 skip = first;
    for (std::size_t group = 0; group < m_answer.groups.size() && count > 0; ++group) {
        const qint64 held = m_answer.groups[group].count;
        if (skip >= held) {
            skip -= held;
            continue;
        }
        const qint64 here = std::min(count, held - skip);
        if (Result<void> entered = enterGroup(group); !entered)
            return entered.error();
        if (Result<void> collected = collect(skip, here, found); !collected)
            return collected.error();
        skip = 0;
        count -= here;
    }
    return found;
}

/// Of the group that was entered.
Result<void> Worklist::collect(qint64 skip, qint64 count, std::vector<qint64> &found)
{
    if (!m_answer.inner) {
        const qint64 held = m_answer.groups.at(m_answer.group).count;
        for (qint64 at = skip; at < skip + count; ++at)
            found.push_back(m_answer.members.nth(m_answer.innerDescending ? held - 1 - at : at));
        return {};
    }
    const std::size_t steps = m_answer.heldByStep.size();
    for (std::size_t at = 0; at < steps && count > 0; ++at) {
        const std::size_t step = m_answer.innerDescending ? steps - 1 - at : at;
        const qint64 held = m_answer.heldByStep[step];
        if (skip >= held) {
            skip -= held;
            continue;
        }
        if (Result<void> entered = enterStep(step); !entered)
            return entered;
        const std::vector<qint64> &rows = m_answer.stepRows;
        for (; skip < static_cast<qint64>(rows.size()) && count > 0; ++skip, --count) {
            const auto position = static_cast<std::size_t>(skip);
            found.push_back(rows[m_answer.innerDescending ? rows.size() - 1 - position : position]);
        }
        skip = 0;
    }
    return {};
}

Result<int> Worklist::positionOf(const QString &caseId, const WorklistQuery &query, const Asker &asker)
{
    return reading([&]() -> Result<int> {
        if (Result<void> ready = prepare(query, asker); !ready)
            return ready.error();
        const Result<Statement *> statement = m_statements.of(worklistSql::rowOfId);
        if (!statement)
            return statement.error();
        qint64 row = 0;
        const Result<void> named = (*statement)->each({Statement::text(caseId)}, [&] {
            row = (*statement)->integer(0);
            return false;
        });
        if (!named)
            return named.error();
        if (!m_answer.rows.contains(row))
            return -1;
        qint64 before = 0;
        std::size_t group = 0;
        if (m_answer.groupedBy) {
            const Result<const WorklistColumns::Column *> column = m_columns.column(*m_answer.groupedBy);
            if (!column)
                return column.error();
            const quint16 code = (*column)->codes.at(static_cast<std::size_t>(row));
            while (group < m_answer.groups.size() && !m_answer.groups[group].codes.at(code))
                before += m_answer.groups[group++].count;
        }
        if (Result<void> entered = enterGroup(group); !entered)
            return entered.error();
        const Result<qint64> within = positionInGroup(row);
        if (!within)
            return within.error();
        return static_cast<int>(before + *within);
    });
}

/// Of the group that was entered, which the row is in.
Result<qint64> Worklist::positionInGroup(qint64 row)
{
    qint64 before = 0;
    qint64 held = m_answer.groups.at(m_answer.group).count;
    if (!m_answer.inner) {
        m_answer.members.each([&](qint64 other) { before += other < row ? 1 : 0; });
    } else {
        const Result<const WorklistColumns::Column *> column = m_columns.column(*m_answer.inner);
        if (!column)
            return column.error();
        const std::size_t step = (*column)->positionOf.at((*column)->codes.at(static_cast<std::size_t>(row)));
        for (std::size_t at = 0; at < step; ++at)
            before += m_answer.heldByStep[at];
        if (Result<void> entered = enterStep(step); !entered)
            return entered.error();
        const auto found = std::find(m_answer.stepRows.cbegin(), m_answer.stepRows.cend(), row);
        before += found - m_answer.stepRows.cbegin();
    }
    return m_answer.innerDescending ? held - 1 - before : before;
}

} // namespace reviewdesk
