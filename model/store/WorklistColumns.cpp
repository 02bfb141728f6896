#include "store/WorklistColumns.h"

#include "store/WorklistSql.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace reviewdesk {

namespace {

constexpr qint64 chunkRows = 4096;
constexpr qint64 idsOfColumn = 65536;
const char beyondAllText = '\xff'; // as a blob: SQLite sorts it after every text

constexpr std::array<const worklistSql::Walks *, listedColumnCount - listedWordColumns> inOrder{&worklistSql::byDue,
    &worklistSql::bySaved, &worklistSql::byMember, &worklistSql::byMemberId, &worklistSql::byProvider};
constexpr std::array<const char *, listedColumnCount - listedWordColumns> valueOfRow{worklistSql::dueOf,
    worklistSql::savedOf, worklistSql::memberOf, worklistSql::memberIdOf, worklistSql::providerOf};

bool isNumber(ListedColumn which)
{
    return which == ListedColumn::Due || which == ListedColumn::Saved;
}

std::size_t ordered(ListedColumn which)
{
    return static_cast<std::size_t>(which) - listedWordColumns;
}

Statement::Value valueOf(ListedColumn which, const ListedPlace &place)
{
    if (isNumber(which))
        return place.number;
    if (place == WorklistColumns::end())
        return Statement::Blob{QByteArray(1, beyondAllText)};
    return Statement::Text{place.text};
}

} // namespace

bool operator<(const ListedPlace &one, const ListedPlace &other)
{
    if (one.number != other.number)
        return one.number < other.number;
    if (one.text != other.text)
        return one.text < other.text;
    return one.row < other.row;
}

ListedRow listedRow(const Statement &statement)
{
    ListedRow row;
    row.row = statement.integer(0);
    const auto word = [&row](ListedColumn which) -> QByteArray & {
        return row.words.at(static_cast<std::size_t>(which));
    };
    word(ListedColumn::Status) = statement.bytes(1);
    word(ListedColumn::Business) = statement.bytes(2);
    word(ListedColumn::State) = statement.bytes(3);
    word(ListedColumn::Urgency) = statement.bytes(4);
    word(ListedColumn::Procedure) = statement.bytes(5);
    word(ListedColumn::Outcome) = QByteArray::number(1 - statement.integer(6)) + statement.bytes(7);
    word(ListedColumn::Plan) = statement.bytes(8);
    word(ListedColumn::PreparedBy) = statement.bytes(9);
    word(ListedColumn::AssignedTo) = statement.bytes(10);
    const bool issued = statement.integer(11) > 0;
    const bool toPrint = statement.integer(12) > 0;
    word(ListedColumn::Letters) = toPrint ? (issued ? "2" : "3") : issued ? "1" : "0";
    row.places = {{{statement.integer(13), {}, row.row}, {statement.integer(14), {}, row.row},
        {0, statement.bytes(15), row.row}, {0, statement.bytes(16), row.row}, {0, statement.bytes(17), row.row}}};
    row.folded = statement.bytes(18);
    return row;
}

ListedPlace WorklistColumns::beginning(ListedColumn which)
{
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    return {isNumber(which) ? lowest : 0, {}, lowest};
}

ListedPlace WorklistColumns::end()
{
    constexpr qint64 highest = std::numeric_limits<qint64>::max();
    return {highest, {}, highest};
}

Result<void> WorklistColumns::refresh(qint64 version)
{
    if (version == m_version)
        return {};
    qint64 generation = 0;
    qint64 rows = 0;
    std::vector<ListedRow> changed;
    const auto read = [&](const char *sql, const std::function<bool(const Statement &)> &visit) -> Result<void> {
        const Result<Statement *> statement = m_statements.of(sql);
        if (!statement)
            return statement.error();
        return (*statement)->each({}, [&] { return visit(**statement); });
    };
    Result<void> done = read(worklistSql::base, [&](const Statement &row) {
        generation = row.integer(0);
        return true;
    });
    if (done)
        done = read(worklistSql::maxRow, [&](const Statement &row) {
            rows = row.integer(0);
            return true;
        });
    if (done)
        done = read(worklistSql::changed, [&](const Statement &row) {
            changed.push_back(listedRow(row));
            if (!row.isNull(19))
                changed.back().before = row.bytes(19);
            return true;
        });
    if (!done)
        return done;
    if (generation != m_generation)
        m_columns = {};
    m_generation = generation;
    m_rows = rows;
    m_changed = std::move(changed);
    m_version = version;
    ++m_revision;
    for (Column &column : m_columns) {
        if (column.loaded)
            fit(column, rows);
    }
    for (const ListedRow &row : m_changed)
        apply(row);
    return {};
}

void WorklistColumns::forget()
{
    m_generation = -1;
    m_version = -1;
}

Result<const WorklistColumns::Column *> WorklistColumns::column(ListedColumn which)
{
    Column &column = at(which);
    if (!column.loaded)
        unloadOldest();
    if (Result<void> ready = makeReady(which); !ready)
        return ready.error();
    column.used = ++m_uses;
    return &column;
}

/// Read, with what was changed since.
Result<void> WorklistColumns::makeReady(ListedColumn which)
{
    Column &column = at(which);
    if (column.loaded)
        return {};
    if (Result<void> loaded = load(which); !loaded)
        return loaded;
    for (const ListedRow &row : m_changed)
        apply(row, which, column);
    return {};
}

/// Two megabytes each at a million rows: whoever sorts by one after the other is not to hold them all.
void WorklistColumns::unloadOldest()
{
    constexpr qsizetype most = 9;
    Column *oldest = nullptr;
    qsizetype loaded = 0;
    for (Column &column : m_columns) {
        if (!column.loaded)
            continue;
        ++loaded;
        if (!oldest || column.used < oldest->used)
            oldest = &column;
    }
    if (loaded >= most)
        *oldest = {};
}

Result<void> WorklistColumns::load(ListedColumn which)
{
    Column &column = at(which);
    column = {};
    if (Result<void> meaning = isOrdered(which) ? loadSteps(which, column) : loadWords(which, column); !meaning)
        return meaning;
    fit(column, m_rows);
    const Result<Statement *> chunks = m_statements.of(worklistSql::codes);
    if (!chunks)
        return chunks.error();
    const qint64 first = static_cast<qint64>(which) * idsOfColumn;
    const Result<void> read = (*chunks)->each({first, first + idsOfColumn - 1}, [&] {
        const qint64 from = ((*chunks)->integer(0) - first) * chunkRows;
        const auto [bytes, size] = (*chunks)->raw(1);
        const qint64 room = static_cast<qint64>(column.codes.size()) - from;
        const qint64 count = std::min<qint64>(size / 2, room);
        if (count > 0)
            qFromLittleEndian<quint16>(bytes, static_cast<qsizetype>(count), column.codes.data() + from);
        return true;
    });
    if (!read)
        return read;
    for (const quint16 code : column.codes) {
        if (code >= column.held.size())
            column.held.resize(code + 1U, 0);
        ++column.held[code];
    }
    column.loaded = true;
    return {};
}

Result<void> WorklistColumns::loadWords(ListedColumn which, Column &column)
{
    const Result<Statement *> words = m_statements.of(worklistSql::words);
    if (!words)
        return words.error();
    column.words.resize(1); // code 0 is no word
    const Result<void> read = (*words)->each({static_cast<qint64>(which)}, [&] {
        const auto code = static_cast<quint16>((*words)->integer(0));
        if (column.words.size() <= code)
            column.words.resize(code + 1U);
        column.words[code] = (*words)->bytes(1);
        column.codeOf.insert(column.words[code], code);
        return true;
    });
    column.kept = column.words.size();
    return read;
}

Result<void> WorklistColumns::loadSteps(ListedColumn which, Column &column)
{
    const Result<Statement *> steps = m_statements.of(worklistSql::steps);
    if (!steps)
        return steps.error();
    const Result<void> read = (*steps)->each({static_cast<qint64>(which)}, [&] {
        Step step;
        step.code = static_cast<quint16>((*steps)->integer(0));
        if (isNumber(which))
            step.from.number = (*steps)->integer(1);
        else
            step.from.text = (*steps)->bytes(1);
        step.from.row = (*steps)->integer(2);
        column.steps.push_back(step);
        return true;
    });
    column.kept = column.steps.size() + 1;
    if (column.steps.empty())
        column.steps.push_back({beginning(which), 1});
    settle(column);
    return read;
}

void WorklistColumns::settle(Column &column)
{
    std::sort(column.steps.begin(), column.steps.end(),
        [](const Step &one, const Step &other) { return one.from < other.from; });
    column.positionOf.assign(column.steps.size() + 1, 0);
    for (std::size_t position = 0; position < column.steps.size(); ++position)
        column.positionOf.at(column.steps[position].code) = position;
}

void WorklistColumns::fit(Column &column, qint64 rows)
{
    column.codes.resize(static_cast<std::size_t>(rows / 64 + 1) * 64, 0);
    column.touched.resize(static_cast<std::size_t>(rows / chunkRows + 1), false);
    for (auto &[code, set] : column.sets)
        set.grow(rows);
}

void WorklistColumns::apply(const ListedRow &row)
{
    for (int which = 0; which < listedColumnCount; ++which) {
        Column &column = at(static_cast<ListedColumn>(which));
        if (column.loaded)
            apply(row, static_cast<ListedColumn>(which), column);
    }
}

void WorklistColumns::apply(const ListedRow &row, ListedColumn which, Column &column)
{
    if (row.row < 1 || row.row > m_rows)
        return;
    quint16 &code = column.codes[static_cast<std::size_t>(row.row)];
    const quint16 now = codeFor(row, which, column);
    if (code == now)
        return;
    if (now >= column.held.size())
        column.held.resize(now + 1U, 0);
    --column.held[code];
    ++column.held[now];
    if (const auto set = column.sets.find(code); set != column.sets.end())
        set->second.remove(row.row);
    if (const auto set = column.sets.find(now); set != column.sets.end())
        set->second.add(row.row);
    code = now;
    column.touched[static_cast<std::size_t>(row.row / chunkRows)] = true;
}

quint16 WorklistColumns::codeFor(const ListedRow &row, ListedColumn which, Column &column)
{
    if (isOrdered(which)) {
        const auto beyond = std::upper_bound(column.steps.cbegin(), column.steps.cend(), row.places[ordered(which)],
            [](const ListedPlace &place, const Step &step) { return place < step.from; });
        return std::prev(beyond)->code;
    }
    const QByteArray &word = row.words[static_cast<std::size_t>(which)];
    const auto known = column.codeOf.constFind(word);
    if (known != column.codeOf.cend())
        return *known;
    const auto code = static_cast<quint16>(column.words.size());
    Q_ASSERT(code != 0); // more words than a policy, a plan and its staff have
    column.words.push_back(word);
    column.codeOf.insert(word, code);
    return code;
}

Result<std::vector<qint64>> WorklistColumns::rowsBetween(
    ListedColumn which, const ListedPlace &first, const ListedPlace &beyond)
{
    std::vector<qint64> rows;
    const Result<void> read = walk(which, first, beyond, {}, [&](const Statement &row) {
        rows.push_back(row.integer(0));
        return true;
    });
    if (!read)
        return read.error();
    return rows;
}

Result<void> WorklistColumns::walk(ListedColumn which, const ListedPlace &first, const ListedPlace &beyond, Way way,
    const std::function<bool(const Statement &)> &visit)
{
    const Result<Statement *> statement = m_statements.of(inOrder.at(ordered(which))->at(way.statement()));
    if (!statement)
        return statement.error();
    const auto met = [&] { return visit(**statement); };
    if (way.shown)
        return (*statement)->each({valueOf(which, way.rising ? first : beyond)}, met);
    return (*statement)->each({valueOf(which, first), first.row, valueOf(which, beyond), beyond.row}, met);
}

Result<ListedPlace> WorklistColumns::placeOf(ListedColumn which, qint64 row)
{
    const Result<Statement *> statement = m_statements.of(valueOfRow.at(ordered(which)));
    if (!statement)
        return statement.error();
    ListedPlace place{0, {}, row};
    const Result<void> read = (*statement)->one(row, [&] {
        if (isNumber(which))
            place.number = (*statement)->integer(0);
        else
            place.text = (*statement)->bytes(0);
    });
    if (!read)
        return read.error();
    return place;
}

} // namespace reviewdesk
