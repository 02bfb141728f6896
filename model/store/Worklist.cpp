#include "store/Worklist.h"

#include "cases/VerificationCode.h"
#include "store/Folded.h"
#include "store/Stored.h"

#include <array>

namespace reviewdesk {

namespace {

constexpr int viewCount = static_cast<int>(WorklistView::All) + 1;
constexpr int columnCount = static_cast<int>(WorklistColumn::Saved) + 1;

/// By WorklistView. Their values: valuesOf.
const std::array<const char *, viewCount> conditions{
    "cases.status IN ('draft', 'submitted', 'pended', 'referred') AND (cases.prepared_by = ? OR cases.assigned = ?)",
    "cases.status IN ('draft', 'submitted', 'pended', 'referred') AND cases.due_at >= ? AND cases.due_at < ?",
    "cases.status IN ('draft', 'submitted', 'pended', 'referred') AND cases.due_at < ?",
    "cases.status = 'draft'",
    "cases.status = 'pended'",
    "cases.status = 'referred'",
    "(cases.unprinted > 0 OR (cases.letters = 0 AND cases.status IN ('approved', 'denied', 'pended')))",
    "cases.letters > 0",
    "1",
};

struct Order {
    const char *ascending;
    const char *descending;
};
/// By WorklistColumn.
const std::array<Order, columnCount> orders{{
    {" ORDER BY cases.due_at, cases.seq", " ORDER BY cases.due_at DESC, cases.seq DESC"},
    {" ORDER BY cases.member_folded, cases.seq", " ORDER BY cases.member_folded DESC, cases.seq DESC"},
    {" ORDER BY cases.number", " ORDER BY cases.number DESC"},
    {" ORDER BY cases.procedure, cases.due_at, cases.seq", " ORDER BY cases.procedure DESC, cases.due_at, cases.seq"},
    {" ORDER BY cases.status, cases.due_at, cases.seq", " ORDER BY cases.status DESC, cases.due_at, cases.seq"},
    {" ORDER BY cases.outcome_tone DESC, cases.outcome, cases.seq",
        " ORDER BY cases.outcome_tone, cases.outcome DESC, cases.seq"},
    {" ORDER BY cases.plan_words, cases.due_at, cases.seq", " ORDER BY cases.plan_words DESC, cases.due_at, cases.seq"},
    {" ORDER BY cases.saved_at, cases.seq", " ORDER BY cases.saved_at DESC, cases.seq DESC"},
}};

/// Where closed cases stand among open ones, nothing being due on them any more: after these, in both directions. The
/// views that hold open cases only keep the order that the index of their own serves.
constexpr Order dueOpenFirst{
    " ORDER BY cases.closed, cases.due_at, cases.seq", " ORDER BY cases.closed, cases.due_at DESC, cases.seq DESC"};

bool holdsClosedCases(WorklistView view)
{
    return view == WorklistView::All || view == WorklistView::LettersToPrint || view == WorklistView::LettersIssued;
}

constexpr qsizetype shortestTrigram = 3;

/// What is searched: words of three letters and more by the index, shorter ones among what is left.
struct Search {
    QString sql;
    QVariantList values;

    explicit Search(const QString &typed)
    {
        if (const std::optional<QString> digest = digestStartFor(typed)) { // the code at the foot of a letter
            sql = QStringLiteral(" AND cases.id IN (SELECT case_id FROM letters WHERE digest >= ? AND digest < ?)");
            values = {*digest, *digest + QLatin1Char('g')}; // beyond all hexadecimal digits
            return;
        }
        QStringList phrases;
        for (const QString &word : searchWords(typed)) {
            if (word.size() < shortestTrigram) {
                sql += QStringLiteral(" AND instr(cases.folded, ?) > 0");
                values.append(word);
            } else {
                phrases.append(QLatin1Char('"') + QString(word).replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                    QLatin1Char('"'));
            }
        }
        if (phrases.isEmpty())
            return;
        sql += QStringLiteral(" AND cases.seq IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)");
        values.append(phrases.join(QLatin1String(" AND ")));
    }
};

WorklistRow rowOf(const Database::Row &row)
{
    WorklistRow entry;
    entry.caseId = row.at(0).toString();
    entry.number = row.at(1).toString();
    entry.status = statusFromWord(row.at(2).toString()).value_or(Status::Draft);
    entry.summary.memberName = row.at(3).toString();
    entry.summary.memberId = row.at(4).toString();
    entry.summary.providerName = row.at(5).toString();
    entry.summary.procedure = row.at(6).toString();
    entry.summary.outcome = row.at(7).toString();
    entry.summary.outcomeTone = row.at(8).toInt();
    entry.summary.planWords = row.at(9).toString();
    entry.summary.expedited = row.at(10).toBool();
    if (row.at(11).toLongLong() != noDueInstant)
        entry.summary.dueAt = storedInstant(row.at(11));
    entry.preparedBy = row.at(12).toString();
    entry.savedAt = storedInstant(row.at(13));
    return entry;
}

} // namespace

Worklist::Worklist(Database &database, const QDateTime &now, const QTimeZone &zone, QString userId)
    : m_database(database), m_now(now), m_endOfToday(now.toTimeZone(zone).date().addDays(1).startOfDay(zone).toUTC()),
      m_userId(std::move(userId))
{
}

QVariantList Worklist::valuesOf(WorklistView view) const
{
    switch (view) {
    case WorklistView::Mine:
        return {m_userId, m_userId};
    case WorklistView::DueToday:
        return {stored(m_now), stored(m_endOfToday)};
    case WorklistView::Overdue:
        return {stored(m_now)};
    default:
        return {};
    }
}

Result<QList<WorklistRow>> Worklist::rows(const WorklistQuery &query)
{
    const Search search(query.search);
    const Order &order = query.sort == WorklistColumn::Due && holdsClosedCases(query.view)
        ? dueOpenFirst
        : orders.at(static_cast<std::size_t>(query.sort));
    const QString sql =
        QStringLiteral("SELECT cases.id, cases.number, cases.status, cases.member_name, cases.member_id,"
                       " cases.provider_name, cases.procedure, cases.outcome, cases.outcome_tone, cases.plan_words,"
                       " cases.expedited, cases.due_at, users.name, cases.saved_at"
                       " FROM cases JOIN users ON users.id = cases.prepared_by WHERE ") +
        QLatin1String(conditions.at(static_cast<std::size_t>(query.view))) + search.sql +
        QLatin1String(query.descending ? order.descending : order.ascending) + QStringLiteral(" LIMIT ? OFFSET ?");
    const QVariantList values =
        valuesOf(query.view) + search.values + QVariantList{qMax(0, query.limit), qMax(0, query.offset)};
    QList<WorklistRow> found;
    const Result<void> read = m_database.each(sql, values, [&](const Database::Row &row) -> Result<void> {
        found.append(rowOf(row));
        return {};
    });
    if (!read)
        return read.error();
    return found;
}

Result<QMap<WorklistView, int>> Worklist::counts()
{
    QMap<WorklistView, int> counts;
    for (int i = 0; i < viewCount; ++i) {
        const auto view = static_cast<WorklistView>(i);
        const QString sql = QStringLiteral("SELECT count(*) FROM cases WHERE ") +
            QLatin1String(conditions.at(static_cast<std::size_t>(i)));
        const Result<Database::Row> row = m_database.row(sql, valuesOf(view));
        if (!row)
            return row.error();
        counts.insert(view, row->at(0).toInt());
    }
    return counts;
}

} // namespace reviewdesk
