#include "store/Worklist.h"

#include "store/ServerWorklist.h"
#include "store/Stored.h"
#include "store/WorklistSearch.h"
#include "store/WorklistSql.h"

#include <sqlite3.h>

#include <algorithm>

namespace reviewdesk {

namespace {

/// What fits changes as time goes by.
bool isTimely(const WorklistFilter &filter)
{
    return filter.waitOver || (filter.due != WorklistFilter::Due::Any && filter.due != WorklistFilter::Due::None);
}

/// Who asks makes no difference to an answer that has to do neither with time nor with them.
bool sameAsker(const WorklistQuery &query, const Worklist::Asker &one, const Worklist::Asker &other)
{
    const bool timely = isTimely(filterOf(query.view)) || isTimely(query.filter);
    return one.userId == other.userId && one.zone == other.zone && (!timely || one.now == other.now);
}

bool isEverything(const WorklistQuery &query)
{
    return query.view == WorklistView::All && query.filter.isEmpty() && query.search.trimmed().isEmpty();
}

bool sameQuestion(const WorklistQuery &one, const WorklistQuery &other)
{
    return one.view == other.view && one.filter == other.filter && one.search == other.search &&
        one.sort == other.sort && one.descending == other.descending;
}

} // namespace

Worklist::Worklist(Database &database) : Worklist(database, Limits()) { }

Worklist::Worklist(Database &database, const Limits &limits)
    : m_database(database), m_limits(limits), m_statements(database), m_columns(m_statements), m_entries(m_statements)
{
    if (database.dialect() == Database::Dialect::Postgres)
        m_server = std::make_unique<ServerWorklist>(database);
}

Worklist::~Worklist() = default;

/// One state of the database for all that `work` reads.
template <typename Work> auto Worklist::reading(Work work) -> std::invoke_result_t<Work>
{
    const Result<sqlite3 *> connection = m_database.handle();
    if (!connection)
        return connection.error();
    const bool own = sqlite3_get_autocommit(*connection) != 0;
    if (own) {
        if (Result<void> begun = run(worklistSql::begin); !begun)
            return begun.error();
    }
    const Result<void> ready = refresh(*connection);
    std::invoke_result_t<Work> result = ready ? work() : std::invoke_result_t<Work>(ready.error());
    if (own && sqlite3_get_autocommit(*connection) == 0)
        (void)run(worklistSql::commit); // nothing was written
    if (!own) // within a transaction of its own, which may be undone
        m_columns.forget();
    return result;
}

Result<void> Worklist::run(const char *sql)
{
    const Result<Statement *> statement = m_statements.of(sql);
    return statement ? (*statement)->run({}) : Result<void>(statement.error());
}

Result<void> Worklist::refresh(sqlite3 *connection)
{
    if (Result<void> may = m_database.permitted(); !may)
        return may;
    const Result<Statement *> asked = m_statements.of(worklistSql::version);
    if (!asked)
        return asked.error();
    qint64 version = sqlite3_total_changes64(connection);
    const Result<void> read = (*asked)->each({}, [&] {
        version |= (*asked)->integer(0) << 40;
        return false;
    });
    if (!read)
        return read;
    if (Result<void> ready = m_columns.refresh(version); !ready)
        return ready;
    return m_entries.refresh(m_columns.revision());
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
    return allowed ? m_columns.narrow(rows, which, *allowed) : Result<void>(allowed.error());
}

Result<void> Worklist::narrowToStatuses(RowSet &rows, const QList<QByteArray> &words, Bounds &bounds)
{
    const Result<std::vector<quint8>> allowed = allowing(ListedColumn::Status, words);
    if (!allowed)
        return allowed.error();
    if (bounds.statuses)
        std::transform(bounds.statuses->begin(), bounds.statuses->end(), allowed->begin(), bounds.statuses->begin(),
            [](quint8 one, quint8 other) { return static_cast<quint8>(one & other); });
    else
        bounds.statuses = *allowed;
    return m_columns.narrow(rows, ListedColumn::Status, *allowed);
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
    if (Result<void> done = m_columns.narrow(rows, ListedColumn::Due, allowed); !done)
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
    const bool issued = letters == WorklistFilter::Letters::Issued;
    return narrowTo(rows, ListedColumn::Letters, {issued ? "1" : "3", "2"});
}

Result<RowSet> Worklist::find(const WorklistQuery &query, const Asker &asker, Bounds &bounds)
{
    Result<RowSet> rows = query.search.trimmed().isEmpty() ? Result<RowSet>(RowSet::whole(m_columns.rows()))
                                                           : searchRows(query.search, m_statements, m_columns);
    if (!rows)
        return rows;
    for (const WorklistFilter &filter : {filterOf(query.view), query.filter}) {
        if (Result<void> narrowed = narrow(*rows, filter, asker, bounds); !narrowed)
            return narrowed.error();
    }
    return rows;
}

Result<void> Worklist::prepare(const WorklistQuery &query, const Asker &asker)
{
    if (m_answered && m_answer.revision == m_columns.revision() && sameQuestion(m_answer.query, query) &&
        sameAsker(query, m_answer.asker, asker))
        return {};
    m_answered = false;
    Answer fresh;
    fresh.query = query;
    fresh.asker = asker;
    fresh.revision = m_columns.revision();
    fresh.everything = isEverything(query);
    if (fresh.everything) {
        fresh.total = m_columns.rows();
    } else {
        Result<RowSet> rows = find(query, asker, fresh.bounds);
        if (!rows)
            return rows.error();
        fresh.rows = std::move(rows).value();
        fresh.total = fresh.rows.count();
    }
    if (Result<void> arranged = arrange(fresh); !arranged)
        return arranged;
    m_answer = std::move(fresh);
    m_answered = true;
    return {};
}

Result<WorklistPart> Worklist::part(const WorklistQuery &query, const Asker &asker)
{
    if (m_server)
        return m_server->part(query, asker);
    return reading([&]() -> Result<WorklistPart> {
        if (Result<void> ready = prepare(query, asker); !ready)
            return ready.error();
        WorklistPart part;
        part.total = static_cast<int>(m_answer.total);
        part.first = qMax(0, query.offset);
        part.revision = m_answer.revision;
        part.untidy = static_cast<int>(m_columns.changed().size());
        Found found;
        found.shown = true;
        if (Result<void> done = findRows(part.first, qMax(0, query.limit), found); !done)
            return done.error();
        part.rows = std::move(found.entries);
        part.rows.reserve(static_cast<qsizetype>(found.rows.size()));
        for (auto at = static_cast<std::size_t>(part.rows.size()); at < found.rows.size(); ++at) {
            Result<WorklistRow> entry = m_entries.read(found.rows[at]);
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
    if (m_server)
        return m_server->walk(query, asker, visit);
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
                const Result<WorklistRow> entry = m_entries.read(row);
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
    if (m_server)
        return m_server->counts(queries, asker);
    return reading([&]() -> Result<QList<int>> {
        QList<int> counts;
        for (const WorklistQuery &query : queries) {
            Bounds bounds;
            const Result<RowSet> rows = find(query, asker, bounds);
            if (!rows)
                return rows.error();
            counts.append(static_cast<int>(rows->count()));
        }
        return counts;
    });
}

Result<QStringList> Worklist::caseIds(const WorklistQuery &query, int first, int count, const Asker &asker)
{
    if (m_server)
        return m_server->caseIds(query, first, count, asker);
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
    if (m_server)
        return m_server->choices();
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

Result<int> Worklist::positionOf(const QString &caseId, const WorklistQuery &query, const Asker &asker)
{
    if (m_server)
        return m_server->positionOf(caseId, query, asker);
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
        if (!answerRows(m_answer).contains(row))
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
