#include "store/ServerWorklist.h"

#include "store/Stored.h"

#include <limits>

namespace reviewdesk {

namespace {

constexpr std::size_t mostKnown = 64; ///< places of a group

const QString shownColumns =
    QStringLiteral("cases.id, cases.number, cases.status, cases.member_name, cases.member_id, cases.provider_name, cases.procedure,"
                   " cases.outcome, cases.outcome_tone, cases.plan_words, cases.expedited, cases.due_at, preparer.name, cases.saved_at,"
                   " coalesce(assignee.name, ''), cases.line_of_business, cases.plan_state");
const QString shownJoins = QStringLiteral(" JOIN users AS preparer ON preparer.id = cases.prepared_by"
                                          " LEFT JOIN users AS assignee ON assignee.id = cases.assigned");

/// The cells from `at` on are the shown columns.
WorklistRow rowOf(const Database::Row &cells, qsizetype at)
{
    WorklistRow row;
    row.caseId = cells.at(at).toString();
    row.number = cells.at(at + 1).toString();
    row.status = statusFromWord(cells.at(at + 2).toString()).value_or(Status::Draft);
    CaseSummary &summary = row.summary;
    summary.memberName = cells.at(at + 3).toString();
    summary.memberId = cells.at(at + 4).toString();
    summary.providerName = cells.at(at + 5).toString();
    summary.procedure = cells.at(at + 6).toString();
    summary.outcome = cells.at(at + 7).toString();
    summary.outcomeTone = cells.at(at + 8).toInt();
    summary.planWords = cells.at(at + 9).toString();
    summary.expedited = cells.at(at + 10).toInt() != 0;
    if (cells.at(at + 11).toLongLong() != noDueInstant)
        summary.dueAt = storedInstant(cells.at(at + 11));
    row.preparedBy = cells.at(at + 12).toString();
    row.savedAt = storedInstant(cells.at(at + 13));
    row.assignedTo = cells.at(at + 14).toString();
    row.lineOfBusiness = lineOfBusinessFromWord(cells.at(at + 15).toString());
    row.state = cells.at(at + 16).toString();
    return row;
}

} // namespace

Result<void> ServerWorklist::read(Group &group, qint64 first, qint64 count, const QString &columns, const QString &joins,
    const std::function<void(const Database::Row &)> &visit)
{
    const Stretch stretch = stretchTo(group, first, count);
    const ServerQuestion asked = within(group, stretch.from, stretch.rising);
    const Order &order = m_answer.order;
    const QString inner = order.inner.isEmpty() ? QStringLiteral("0") : order.inner;
    const QString end(QLatin1String(order.descending ? " DESC" : ""));
    const QString sql =
        QStringLiteral("SELECT page.place, page.seq, %1 FROM (SELECT %2 AS place, %3.seq AS seq FROM %4 WHERE %5 ORDER BY %6"
                       " LIMIT ? OFFSET ?) AS page JOIN cases ON cases.seq = page.seq%7 ORDER BY page.place%8, page.seq%8")
            .arg(columns, inner, order.bySaves ? QStringLiteral("worklist_saves") : QStringLiteral("cases"), table(asked), asked.where,
                orderWords(stretch.rising), joins, end);
    qint64 position = first;
    const Result<void> read =
        m_database.each(sql, asked.values + QVariantList{stretch.count, stretch.passed}, [&](const Database::Row &row) -> Result<void> {
            if (position == first || position == first + count - 1) {
                if (group.known.size() >= mostKnown)
                    group.known.clear();
                group.known[position] = {row.at(0), row.at(1).toLongLong()};
            }
            ++position;
            visit(row);
            return {};
        });
    return read;
}

/// Rows of the prepared answer, group by group.
Result<void> ServerWorklist::readParts(qint64 first, qint64 count, const QString &columns, const QString &joins,
    const std::function<void(const Database::Row &)> &visit)
{
    for (Group &group : m_answer.groups) {
        if (count <= 0)
            break;
        if (first >= group.count) {
            first -= group.count;
            continue;
        }
        const qint64 here = qMin(count, group.count - first);
        if (Result<void> done = read(group, first, here, columns, joins, visit); !done)
            return done;
        count -= here;
        first = 0;
    }
    return {};
}

/// Without their number: each group is read as if there were no end to it.
Result<WorklistPart> ServerWorklist::firstRows(const WorklistQuery &query, const Worklist::Asker &asker)
{
    constexpr qint64 endless = std::numeric_limits<int>::max();
    m_answer = {ServerQuestion::of(query, asker), query.sort, query.descending, -1, orderOf(query), 0, {}};
    if (query.sort == WorklistColumn::Due)
        m_answer.groups = {{{0LL}, endless, {}}, {{1LL}, endless, {}}};
    else
        m_answer.groups = {{{}, endless, {}}};
    const qint64 limit = qMax(0, query.limit);
    WorklistPart part;
    for (Group &group : m_answer.groups) {
        const qint64 left = limit - part.rows.size();
        const Result<void> read = left > 0 ? this->read(group, 0, left, shownColumns, shownJoins,
                                                 [&](const Database::Row &row) { part.rows.append(rowOf(row, 2)); })
                                           : Result<void>();
        if (!read)
            return read.error();
    }
    m_answer = {}; // in which nothing is counted
    part.total = static_cast<int>(part.rows.size());
    part.counted = part.rows.size() < limit;
    return part;
}

Result<WorklistPart> ServerWorklist::part(const WorklistQuery &query, const Worklist::Asker &asker)
{
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    const bool ordered = query.sort == WorklistColumn::Due || orderOf(query).groups.isEmpty();
    if (query.rowsFirst && query.offset == 0 && ordered && ServerQuestion::of(query, asker).beyond)
        return firstRows(query, asker);
    if (Result<void> ready = prepare(query, asker); !ready)
        return ready.error();
    WorklistPart part;
    part.total = static_cast<int>(m_answer.total);
    part.first = qMax(0, query.offset);
    const Result<void> read = readParts(part.first, qMax(0, query.limit), shownColumns, shownJoins,
        [&](const Database::Row &row) { part.rows.append(rowOf(row, 2)); });
    if (!read)
        return read.error();
    return part;
}

Result<QList<int>> ServerWorklist::counts(const QList<WorklistQuery> &queries, const Worklist::Asker &asker)
{
    QList<int> counts;
    if (queries.isEmpty())
        return counts;
    QStringList columns;
    QVariantList values;
    for (const WorklistQuery &query : queries) {
        const ServerQuestion number = ServerQuestion::of(query, asker).count();
        columns.append(number.where);
        values += number.values;
    }
    const Result<Database::Row> row = m_database.row(QLatin1String("SELECT ") + columns.join(QLatin1String(", ")), values);
    if (!row)
        return row.error();
    for (const QVariant &number : *row)
        counts.append(number.toInt());
    return counts;
}

Result<QStringList> ServerWorklist::caseIds(
    const WorklistQuery &query, int first, int count, const Worklist::Asker &asker)
{
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    if (Result<void> ready = prepare(query, asker); !ready)
        return ready.error();
    QStringList ids;
    const Result<void> read = readParts(
        first, count, QStringLiteral("cases.id"), {}, [&](const Database::Row &row) { ids.append(row.at(2).toString()); });
    if (!read)
        return read.error();
    return ids;
}

/// Some hundreds at once, each from the place where those before it ended.
Result<void> ServerWorklist::walk(const WorklistQuery &query, const Worklist::Asker &asker,
    const std::function<Result<void>(const WorklistRow &, int total)> &visit)
{
    constexpr qint64 atOnce = 512;
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun();
    if (Result<void> ready = prepare(query, asker); !ready)
        return ready;
    const auto total = static_cast<int>(m_answer.total);
    for (qint64 first = 0; first < total; first += atOnce) {
        QList<WorklistRow> rows;
        const Result<void> read =
            readParts(first, atOnce, shownColumns, shownJoins, [&](const Database::Row &row) { rows.append(rowOf(row, 2)); });
        if (!read)
            return read;
        for (const WorklistRow &row : std::as_const(rows)) {
            if (Result<void> visited = visit(row, total); !visited)
                return visited;
        }
    }
    return {};
}

/// How many rows of its group stand before it, counted from the nearest place before it that is known.
Result<int> ServerWorklist::positionOf(const QString &caseId, const WorklistQuery &query, const Worklist::Asker &asker)
{
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    if (Result<void> ready = prepare(query, asker); !ready)
        return ready.error();
    const Order &order = m_answer.order;
    const ServerQuestion asked = m_answer.asked.whole();
    const QString inner = order.inner.isEmpty() ? QStringLiteral("0") : order.inner;
    const Result<Database::Row> row = m_database.row(
        QStringLiteral("SELECT %1, cases.seq%2 FROM cases JOIN worklist_saves ON worklist_saves.seq = cases.seq WHERE %3 AND cases.id = ?")
            .arg(inner, order.groups.isEmpty() ? QString() : QLatin1String(", ") + order.groups.join(QLatin1String(", ")), asked.where),
        asked.values + QVariantList{stored(caseId)});
    if (!row)
        return row.error();
    if (row->isEmpty())
        return -1;
    const Place place{row->at(0), row->at(1).toLongLong()};
    const auto isBefore = [&](const Place &one, const Place &other) {
        const int byInner = order.inner.isEmpty() ? 0 : compared(one.inner, other.inner);
        const bool less = byInner != 0 ? byInner < 0 : one.seq < other.seq;
        const bool more = byInner != 0 ? byInner > 0 : one.seq > other.seq;
        return order.descending ? more : less;
    };
    qint64 before = 0;
    for (const Group &group : m_answer.groups) {
        if (group.values != row->mid(2)) {
            before += group.count;
            continue;
        }
        ServerQuestion between = within(group, &place, order.descending);
        for (auto known = group.known.crbegin(); known != group.known.crend(); ++known) {
            if (isBefore(known->second, place)) {
                before += known->first + 1;
                between = within(group, &place, order.descending);
                const ServerQuestion from = within(group, &known->second, !order.descending);
                between.where = QStringLiteral("%1 AND %2").arg(between.where, from.where);
                between.values += from.values;
                break;
            }
        }
        const Result<Database::Row> counted = m_database.row(
            QStringLiteral("SELECT count(*) FROM %1 WHERE %2").arg(table(between), between.where), between.values);
        if (!counted)
            return counted.error();
        return static_cast<int>(before + counted->value(0).toLongLong());
    }
    return -1;
}

Result<QStringList> ServerWorklist::words(const QString &sql)
{
    const Result<Database::Rows> rows = m_database.rows(sql);
    if (!rows)
        return rows.error();
    QStringList words;
    for (const Database::Row &row : *rows)
        words.append(row.at(0).toString());
    return words;
}

Result<Worklist::Choices> ServerWorklist::choices()
{
    const Result<QStringList> procedures = words(
        QStringLiteral("SELECT procedure FROM worklist_counts WHERE level = 3 AND procedure <> '' GROUP BY 1 HAVING sum(held) > 0 ORDER BY 1"));
    if (!procedures)
        return procedures.error();
    const Result<QStringList> states = words(
        QStringLiteral("SELECT plan_state FROM worklist_counts WHERE level = 3 AND plan_state <> '' GROUP BY 1 HAVING sum(held) > 0 ORDER BY 1"));
    if (!states)
        return states.error();
    return Worklist::Choices{*procedures, *states};
}

} // namespace reviewdesk
