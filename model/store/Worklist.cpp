#include "store/Worklist.h"

#include "store/Stored.h"
#include "store/WorklistSearch.h"
#include "store/WorklistSql.h"

#include <sqlite3.h>

#include <algorithm>

namespace reviewdesk {

namespace {

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

} // namespace reviewdesk
