// How the worklist finds some rows of a group in their order: the few are sorted; what is near an end is met by a walk of
// the index from there; in the middle the steps are counted.
#include "store/Worklist.h"
#include "store/WorklistSql.h"

#include <algorithm>

namespace reviewdesk {

namespace {

Statement::Values boundsOf(const QByteArray &status, const ListedPlace &first, const ListedPlace &beyond, WorklistColumns::Way way)
{
    if (way.shown)
        return {Statement::Text{status}, way.rising ? first.number : beyond.number};
    return {Statement::Text{status}, first.number, first.row, beyond.number, beyond.row};
}

} // namespace

/// Along an index, for the first members that it meets.
struct Worklist::Walk {
    WorklistColumns::Way way;
    qint64 passed = 0; ///< members before those that are wanted
    qint64 needed = 0; ///< members, these among them
    qint64 left = 0; ///< rows it may still meet
    QList<QByteArray> statuses; ///< by due date, one after the other; empty: the inner column's own index
    ListedPlace first;
    ListedPlace beyond;
    qint64 population = 0; ///< rows between its ends
    std::vector<ListedPlace> met; ///< members, in the walk's order
    QList<WorklistRow> entries; ///< of those that are wanted
};

/// Of the group that was entered.
Result<void> Worklist::collect(qint64 skip, qint64 count, Found &found)
{
    const qint64 held = m_answer.groups.at(m_answer.group).count;
    const bool few = held <= m_limits.few;
    if (m_answer.inner && !few) {
        const Result<bool> near = collectFromEnd(skip, count, found);
        if (!near)
            return near.error();
        return *near ? Result<void>() : collectFromSteps(skip, count, found.rows);
    }
    const qint64 first = m_answer.innerDescending ? held - skip - count : skip;
    std::vector<qint64> rows;
    if (!m_answer.inner) {
        rows = members().slice(first, count);
    } else {
        if (Result<void> sorted = sortMembers(); !sorted)
            return sorted;
        rows.assign(m_answer.inOrder.cbegin() + first, m_answer.inOrder.cbegin() + first + count);
    }
    if (m_answer.innerDescending)
        std::reverse(rows.begin(), rows.end());
    found.rows.insert(found.rows.end(), rows.cbegin(), rows.cend());
    return {};
}

Result<void> Worklist::sortMembers()
{
    if (m_answer.sorted)
        return {};
    std::vector<qint64> all;
    members().each([&](qint64 row) { all.push_back(row); });
    Result<std::vector<qint64>> rows = inOrder(all);
    if (!rows)
        return rows.error();
    m_answer.inOrder = std::move(rows).value();
    m_answer.sorted = true;
    return {};
}

/// By the inner column, rising.
Result<std::vector<qint64>> Worklist::inOrder(const std::vector<qint64> &rows)
{
    std::vector<ListedPlace> places;
    places.reserve(rows.size());
    for (const qint64 row : rows) {
        Result<ListedPlace> place = m_columns.placeOf(*m_answer.inner, row);
        if (!place)
            return place.error();
        places.push_back(std::move(place).value());
    }
    std::sort(places.begin(), places.end());
    std::vector<qint64> sorted;
    sorted.reserve(places.size());
    for (const ListedPlace &place : places)
        sorted.push_back(place.row);
    return sorted;
}

/// Where the rows wanted stand near an end of the group; false: they do not, or too many others stand between.
Result<bool> Worklist::collectFromEnd(qint64 skip, qint64 count, Found &found)
{
    const qint64 held = m_answer.groups.at(m_answer.group).count;
    const bool fromBehind = held - skip < skip + count;
    Result<Walk> begun = walkOf(fromBehind == m_answer.innerDescending);
    if (!begun)
        return begun.error();
    Walk &walk = begun.value();
    walk.needed = fromBehind ? held - skip : skip + count;
    walk.passed = walk.needed - count;
    if (walk.needed * walk.population > m_limits.expected * held)
        return false;
    const bool dense = walk.population * 4 <= held * 5 && walk.passed <= count;
    walk.way.shown =
        dense && found.shown && walk.statuses.size() <= 1 && found.rows.size() == static_cast<std::size_t>(found.entries.size());
    walk.met.reserve(static_cast<std::size_t>(walk.needed));
    walk.entries.reserve(walk.way.shown ? static_cast<qsizetype>(count) : 0);
    const Result<void> walked = walk.statuses.isEmpty() ? walkColumn(walk) : walkStatuses(walk);
    if (!walked)
        return walked.error();
    if (static_cast<qint64>(walk.met.size()) < walk.needed)
        return false;
    std::vector<qint64> rows;
    for (auto at = static_cast<std::size_t>(walk.passed); at < walk.met.size(); ++at)
        rows.push_back(walk.met[at].row);
    if (fromBehind) {
        std::reverse(rows.begin(), rows.end());
        std::reverse(walk.entries.begin(), walk.entries.end());
    }
    found.rows.insert(found.rows.end(), rows.cbegin(), rows.cend());
    if (found.entries.isEmpty())
        found.entries = std::move(walk.entries);
    else
        found.entries.append(std::move(walk.entries));
    return true;
}

Result<Worklist::Walk> Worklist::walkOf(bool rising)
{
    Walk walk;
    walk.way.rising = rising;
    walk.left = m_limits.met;
    walk.first = WorklistColumns::beginning(*m_answer.inner);
    walk.beyond = WorklistColumns::end();
    walk.population = m_columns.rows();
    if (m_answer.inner != ListedColumn::Due)
        return walk;
    walk.first = m_answer.bounds.first;
    walk.beyond = m_answer.bounds.beyond;
    const Result<const WorklistColumns::Column *> status = m_columns.column(ListedColumn::Status);
    if (!status)
        return status.error();
    const bool grouped = m_answer.groupedBy == ListedColumn::Status;
    const std::vector<quint8> &group = m_answer.groups.at(m_answer.group).codes;
    qint64 population = 0;
    for (std::size_t code = 1; code < (*status)->words.size(); ++code) {
        const qint64 held = (*status)->heldBy(static_cast<quint16>(code));
        if (held > 0 && (!grouped || group.at(code)) && (!m_answer.bounds.statuses || m_answer.bounds.statuses->at(code))) {
            walk.statuses.append((*status)->words[code]);
            population += held;
        }
    }
    if (population == walk.population)
        walk.statuses.clear();
    const bool bounded = WorklistColumns::beginning(ListedColumn::Due) < walk.first || walk.beyond < WorklistColumns::end();
    walk.population = bounded ? m_answer.groups.at(m_answer.group).count : population; // others are met seldom
    return walk;
}

/// Does the walk go on?
bool Worklist::meet(Walk &walk, const Statement &row)
{
    const ListedPlace place{m_answer.inner == ListedColumn::Due ? row.integer(1) : 0, {}, row.integer(0)};
    --walk.left;
    if (isMember(place.row)) {
        if (walk.way.shown && static_cast<qint64>(walk.met.size()) >= walk.passed)
            m_entries.fill(walk.entries.emplaceBack(), row, 2);
        walk.met.push_back(place);
    } else if (m_answer.inner == ListedColumn::Due &&
        (walk.way.rising ? walk.beyond.number < place.number : place.number < walk.first.number)) {
        return false; // past the end of what is asked for
    }
    return walk.left > 0;
}

Result<void> Worklist::walkColumn(Walk &walk)
{
    return m_columns.walk(*m_answer.inner, walk.first, walk.beyond, walk.way, [&](const Statement &row) {
        return meet(walk, row) && static_cast<qint64>(walk.met.size()) < walk.needed;
    });
}

/// Each of the statuses has its stretch of an index; what was met in one bounds the next.
Result<void> Worklist::walkStatuses(Walk &walk)
{
    const Result<Statement *> statement = m_statements.of(worklistSql::byStatusDue.at(walk.way.statement()));
    if (!statement)
        return statement.error();
    const auto needed = static_cast<std::size_t>(walk.needed);
    for (const QByteArray &status : std::as_const(walk.statuses)) {
        const std::size_t before = walk.met.size();
        const Result<void> read = (*statement)->each(boundsOf(status, walk.first, walk.beyond, walk.way),
            [&] { return meet(walk, **statement) && walk.met.size() - before < needed; });
        if (!read)
            return read;
        if (walk.left <= 0) {
            walk.met.clear();
            return {};
        }
        if (before > 0) // those of the first came in order
            std::sort(walk.met.begin(), walk.met.end(), [&](const ListedPlace &one, const ListedPlace &other) {
                return walk.way.rising ? one < other : other < one;
            });
        if (walk.met.size() < needed)
            continue;
        walk.met.resize(needed);
        (walk.way.rising ? walk.beyond : walk.first) = walk.met.back();
    }
    return {};
}

Result<void> Worklist::collectFromSteps(qint64 skip, qint64 count, std::vector<qint64> &found)
{
    if (Result<void> measured = measureSteps(); !measured)
        return measured;
    const Result<bool> done = collectByLookup(skip, count, found);
    if (!done || *done)
        return done ? Result<void>() : done.error();
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

/// Where few rows of the steps are members, those are looked up; false: many are.
Result<bool> Worklist::collectByLookup(qint64 skip, qint64 count, std::vector<qint64> &found)
{
    const Result<const WorklistColumns::Column *> column = m_columns.column(*m_answer.inner);
    if (!column)
        return column.error();
    const std::vector<WorklistColumns::Step> &steps = (*column)->steps;
    std::vector<quint8> asked(steps.size() + 1, 0);
    qint64 before = 0; // members in the steps before those asked for
    qint64 held = 0;
    qint64 rows = 0;
    for (std::size_t at = 0; at < steps.size() && before + held < skip + count; ++at) {
        const std::size_t step = m_answer.innerDescending ? steps.size() - 1 - at : at;
        const qint64 here = m_answer.heldByStep[step];
        if (held == 0 && before + here <= skip) {
            before += here;
            continue;
        }
        held += here;
        rows += (*column)->heldBy(steps[step].code);
        asked[steps[step].code] = 1;
    }
    if (held * m_limits.lookup > rows)
        return false;
    std::vector<qint64> those;
    const std::vector<quint16> &codes = (*column)->codes;
    members().each([&](qint64 row) {
        if (asked[codes[static_cast<std::size_t>(row)]])
            those.push_back(row);
    });
    Result<std::vector<qint64>> sorted = inOrder(those);
    if (!sorted)
        return sorted.error();
    if (m_answer.innerDescending)
        std::reverse(sorted->begin(), sorted->end());
    const auto first = sorted->cbegin() + (skip - before);
    found.insert(found.end(), first, first + count);
    return true;
}

} // namespace reviewdesk
