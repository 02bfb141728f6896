#include "store/ServerWorklist.h"

#include "cases/VerificationCode.h"
#include "cases/Workflow.h"
#include "store/Folded.h"
#include "store/Stored.h"
#include "store/WorklistSpan.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace reviewdesk {

namespace {

/// A condition of fixed texts and the values bound in it, in order.
struct Asked {
    QString where = QStringLiteral("true");
    QVariantList values;

    void add(const QString &condition, const QVariantList &bound = {})
    {
        where += QLatin1String(" AND ") + condition;
        values += bound;
    }
};

const QString openStatuses = QStringLiteral("cases.status IN ('draft', 'submitted', 'pended', 'referred')");
const QString shown =
    QStringLiteral("SELECT cases.id, cases.number, cases.status, cases.member_name, cases.member_id, cases.provider_name,"
                   " cases.procedure, cases.outcome, cases.outcome_tone, cases.plan_words, cases.expedited, cases.due_at,"
                   " preparer.name, cases.saved_at, coalesce(assignee.name, ''), cases.line_of_business, cases.plan_state"
                   " FROM cases JOIN users AS preparer ON preparer.id = cases.prepared_by"
                   " LEFT JOIN users AS assignee ON assignee.id = cases.assigned WHERE ");

/// A list in one bound value; its last element is nothing's word, so that an empty word can stand in it alone.
QVariant listed(QStringList values)
{
    values.append(QStringLiteral("\x1e"));
    return values.join(QLatin1Char('\x1f'));
}

QString isOneOf(const char *column)
{
    return QString::fromLatin1(column) + QLatin1String(" = ANY (string_to_array(?, chr(31)))");
}

template <typename Values> QStringList wordsOf(const Values &values)
{
    QStringList words;
    for (const auto &value : values)
        words.append(toWord(value));
    return words;
}

QVariant people(QStringList ids, const QString &userId)
{
    return listed(ids.replaceInStrings(WorklistFilter::me, userId));
}

void narrow(Asked &asked, const WorklistFilter &filter, const Worklist::Asker &asker)
{
    const bool due = filter.due != WorklistFilter::Due::Any;
    if (filter.open || (due && filter.due != WorklistFilter::Due::None))
        asked.add(openStatuses);
    if (!filter.statuses.isEmpty())
        asked.add(isOneOf("cases.status"), {listed(wordsOf(filter.statuses))});
    if (!filter.lines.isEmpty())
        asked.add(isOneOf("cases.line_of_business"), {listed(wordsOf(filter.lines))});
    if (!filter.states.isEmpty())
        asked.add(isOneOf("cases.plan_state"), {listed(filter.states)});
    if (filter.expedited)
        asked.add(QStringLiteral("cases.expedited = ?"), {*filter.expedited ? 1 : 0});
    if (!filter.procedures.isEmpty())
        asked.add(isOneOf("cases.procedure"), {listed(filter.procedures)});
    if (!filter.preparedBy.isEmpty())
        asked.add(isOneOf("cases.prepared_by"), {people(filter.preparedBy, asker.userId)});
    if (!filter.assignedTo.isEmpty())
        asked.add(isOneOf("coalesce(cases.assigned, '')"), {people(filter.assignedTo, asker.userId)});
    QStringList tones;
    for (const int tone : filter.tones)
        tones.append(QString::number(tone));
    if (!tones.isEmpty())
        asked.add(isOneOf("cases.outcome_tone::text"), {listed(tones)});
    if (filter.mine)
        asked.add(QStringLiteral("(cases.prepared_by = ? OR cases.assigned = ?)"), {asker.userId, asker.userId});
    if (due) {
        const WorklistSpan span = spanOf(filter, asker);
        asked.add(QStringLiteral("cases.due_at >= ? AND cases.due_at < ?"), {span.from, span.beyond});
    }
    if (filter.waitOver)
        asked.add(QStringLiteral("cases.status = 'pended' AND cases.wait_until < ?"), {asker.now.toMSecsSinceEpoch()});
    if (filter.letters == WorklistFilter::Letters::Issued)
        asked.add(QStringLiteral("cases.letters > 0"));
    else if (filter.letters == WorklistFilter::Letters::ToPrint) // or decided, and no letter was issued yet
        asked.add(QStringLiteral("(cases.unprinted > 0 OR cases.unissued > 0 OR (cases.letters = 0 AND cases.status IN ('approved', 'denied', 'pended')))"));
}

/// Any part of a word, as it stands: nothing in it is a pattern's.
QString containing(QString word)
{
    for (const QLatin1Char sign : {QLatin1Char('\\'), QLatin1Char('%'), QLatin1Char('_')})
        word.replace(sign, QLatin1Char('\\') + QString(sign));
    return QLatin1Char('%') + word + QLatin1Char('%');
}

void search(Asked &asked, const QString &typed)
{
    if (const std::optional<QString> digest = digestStartFor(typed)) {
        asked.add(QStringLiteral("cases.id IN (SELECT case_id FROM letters WHERE digest >= ? AND digest < ?)"),
            {*digest, *digest + QLatin1Char('g')}); // beyond all hexadecimal digits
        return;
    }
    for (const QString &word : searchWords(typed))
        asked.add(QStringLiteral("cases.folded LIKE ?"), {containing(word)});
}

Asked askedBy(const WorklistQuery &query, const Worklist::Asker &asker)
{
    Asked asked;
    if (!query.search.trimmed().isEmpty())
        search(asked, query.search);
    narrow(asked, filterOf(query.view), asker);
    narrow(asked, query.filter, asker);
    return asked;
}

/// As Worklist orders: groups in either direction, within them by due date; open cases first where it is sorted by that.
QString orderOf(const WorklistQuery &query)
{
    const auto group = [&](const char *column) {
        return QString::fromLatin1(column) + QLatin1String(query.descending ? " DESC" : "") +
            QLatin1String(", cases.due_at, cases.seq");
    };
    const auto plain = [&](const char *column) {
        return QString::fromLatin1(column) + QLatin1String(query.descending ? " DESC, cases.seq DESC" : ", cases.seq");
    };
    const auto person = [&](const char *column) {
        const QString id = QString::fromLatin1(column);
        const QString name = QStringLiteral("coalesce((SELECT name FROM users WHERE users.id = %1), '')").arg(id);
        return name + QLatin1String(query.descending ? " DESC, " : ", ") + id + QLatin1String(", cases.due_at, cases.seq");
    };
    switch (query.sort) {
    case WorklistColumn::Due:
        return QStringLiteral("cases.closed, ") + plain("cases.due_at");
    case WorklistColumn::Member:
        return plain("cases.member_folded");
    case WorklistColumn::Number:
        return QLatin1String(query.descending ? "cases.seq DESC" : "cases.seq");
    case WorklistColumn::Saved:
        return plain("cases.saved_at");
    case WorklistColumn::MemberId:
        return plain("cases.member_id");
    case WorklistColumn::Provider:
        return plain("cases.provider_folded");
    case WorklistColumn::Procedure:
        return group("cases.procedure");
    case WorklistColumn::Status:
        return group("cases.status");
    case WorklistColumn::Outcome: // the best first
        return group(query.descending ? "cases.outcome_tone, cases.outcome" : "cases.outcome_tone DESC, cases.outcome");
    case WorklistColumn::Plan:
        return group("cases.plan_words");
    case WorklistColumn::PreparedBy:
        return person("cases.prepared_by");
    case WorklistColumn::AssignedTo:
        return person("cases.assigned");
    case WorklistColumn::Urgency:
        return group("cases.expedited");
    case WorklistColumn::LineOfBusiness:
        return group("cases.line_of_business");
    case WorklistColumn::State:
        return group("cases.plan_state");
    }
    Q_UNREACHABLE();
}

/// Many numbers by one look at the cases.
struct Counting {
    QStringList columns;
    QVariantList values;
    QList<qsizetype> places; ///< whose number each is

    void add(qsizetype place, const Asked &asked)
    {
        columns.append(QLatin1String("count(*) FILTER (WHERE ") + asked.where + QLatin1Char(')'));
        values += asked.values;
        places.append(place);
    }
};

/// Those are few beside what was decided in all the years.
bool isOfOpenCases(const WorklistQuery &query)
{
    const auto isOpenOnly = [](const WorklistFilter &filter) {
        const bool due = filter.due != WorklistFilter::Due::Any && filter.due != WorklistFilter::Due::None;
        return filter.open || due ||
            (!filter.statuses.isEmpty() && std::all_of(filter.statuses.cbegin(), filter.statuses.cend(), isOpen));
    };
    return isOpenOnly(filterOf(query.view)) || isOpenOnly(query.filter);
}

WorklistRow rowOf(const Database::Row &cells)
{
    WorklistRow row;
    row.caseId = cells.at(0).toString();
    row.number = cells.at(1).toString();
    row.status = statusFromWord(cells.at(2).toString()).value_or(Status::Draft);
    CaseSummary &summary = row.summary;
    summary.memberName = cells.at(3).toString();
    summary.memberId = cells.at(4).toString();
    summary.providerName = cells.at(5).toString();
    summary.procedure = cells.at(6).toString();
    summary.outcome = cells.at(7).toString();
    summary.outcomeTone = cells.at(8).toInt();
    summary.planWords = cells.at(9).toString();
    summary.expedited = cells.at(10).toInt() != 0;
    if (cells.at(11).toLongLong() != noDueInstant)
        summary.dueAt = storedInstant(cells.at(11));
    row.preparedBy = cells.at(12).toString();
    row.savedAt = storedInstant(cells.at(13));
    row.assignedTo = cells.at(14).toString();
    row.lineOfBusiness = lineOfBusinessFromWord(cells.at(15).toString());
    row.state = cells.at(16).toString();
    return row;
}

} // namespace

Result<QList<WorklistRow>> ServerWorklist::rows(const QString &where, const QVariantList &values)
{
    QList<WorklistRow> found;
    const Result<void> read = m_database.each(shown + where, values, [&](const Database::Row &cells) -> Result<void> {
        found.append(rowOf(cells));
        return {};
    });
    if (!read)
        return read.error();
    return found;
}

Result<int> ServerWorklist::count(const WorklistQuery &query, const Worklist::Asker &asker)
{
    const Asked asked = askedBy(query, asker);
    const Result<Database::Row> row =
        m_database.row(QStringLiteral("SELECT count(*) FROM cases WHERE ") + asked.where, asked.values);
    if (!row)
        return row.error();
    return row->value(0).toInt();
}

Result<WorklistPart> ServerWorklist::part(const WorklistQuery &query, const Worklist::Asker &asker)
{
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    const Result<int> total = count(query, asker);
    if (!total)
        return total.error();
    WorklistPart part;
    part.total = *total;
    part.first = qMax(0, query.offset);
    const Asked asked = askedBy(query, asker);
    Result<QList<WorklistRow>> found =
        rows(asked.where + QLatin1String(" ORDER BY ") + orderOf(query) + QLatin1String(" LIMIT ? OFFSET ?"),
            asked.values + QVariantList{qMax(0, query.limit), part.first});
    if (!found)
        return found.error();
    part.rows = std::move(found).value();
    return part;
}

Result<QList<int>> ServerWorklist::counts(const QList<WorklistQuery> &queries, const Worklist::Asker &asker)
{
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun().error();
    QList<int> counts(queries.size(), 0);
    Counting open;
    Counting all;
    for (qsizetype at = 0; at < queries.size(); ++at) {
        const WorklistQuery &query = queries.at(at);
        if (query.search.trimmed().isEmpty()) {
            (isOfOpenCases(query) ? open : all).add(at, askedBy(query, asker));
            continue;
        }
        const Result<int> found = count(query, asker); // an index finds what is searched
        if (!found)
            return found.error();
        counts[at] = *found;
    }
    for (const Counting *counting : {&open, &all}) {
        if (counting->places.isEmpty())
            continue;
        const Result<Database::Row> row = m_database.row(
            QLatin1String("SELECT ") + counting->columns.join(QLatin1String(", ")) + QLatin1String(" FROM cases WHERE ") +
                (counting == &open ? openStatuses : QStringLiteral("true")),
            counting->values);
        if (!row)
            return row.error();
        for (qsizetype at = 0; at < counting->places.size(); ++at)
            counts[counting->places.at(at)] = row->at(at).toInt();
    }
    return counts;
}

Result<QStringList> ServerWorklist::caseIds(
    const WorklistQuery &query, int first, int count, const Worklist::Asker &asker)
{
    const Asked asked = askedBy(query, asker);
    QStringList ids;
    const Result<void> read = m_database.each(QStringLiteral("SELECT cases.id FROM cases WHERE ") + asked.where +
            QLatin1String(" ORDER BY ") + orderOf(query) + QLatin1String(" LIMIT ? OFFSET ?"),
        asked.values + QVariantList{count, first}, [&](const Database::Row &row) -> Result<void> {
            ids.append(row.at(0).toString());
            return {};
        });
    if (!read)
        return read.error();
    return ids;
}

/// The ids first, in their order; then the rows, some hundreds at once.
Result<void> ServerWorklist::walk(const WorklistQuery &query, const Worklist::Asker &asker,
    const std::function<Result<void>(const WorklistRow &, int total)> &visit)
{
    constexpr qsizetype atOnce = 512;
    const Database::Snapshot snapshot(m_database);
    if (!snapshot.begun())
        return snapshot.begun();
    const Result<QStringList> ids = caseIds(query, 0, std::numeric_limits<int>::max(), asker);
    if (!ids)
        return ids.error();
    const auto total = static_cast<int>(ids->size());
    for (qsizetype first = 0; first < ids->size(); first += atOnce) {
        const QStringList some = ids->mid(first, atOnce);
        const Result<QList<WorklistRow>> found = rows(isOneOf("cases.id"), {listed(some)});
        if (!found)
            return found.error();
        QHash<QString, const WorklistRow *> byId;
        for (const WorklistRow &row : *found)
            byId.insert(row.caseId, &row);
        for (const QString &id : some) {
            if (Result<void> visited = visit(*byId.value(id), total); !visited)
                return visited;
        }
    }
    return {};
}

Result<int> ServerWorklist::positionOf(const QString &caseId, const WorklistQuery &query, const Worklist::Asker &asker)
{
    const Asked asked = askedBy(query, asker);
    const Result<Database::Row> row = m_database.row(
        QStringLiteral("SELECT position FROM (SELECT cases.id, row_number() OVER (ORDER BY ") + orderOf(query) +
            QLatin1String(") - 1 AS position FROM cases WHERE ") + asked.where + QLatin1String(") AS answer WHERE id = ?"),
        asked.values + QVariantList{stored(caseId)});
    if (!row)
        return row.error();
    return row->isEmpty() ? -1 : row->at(0).toInt();
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
    const Result<QStringList> procedures =
        words(QStringLiteral("SELECT DISTINCT procedure FROM cases WHERE procedure <> '' ORDER BY 1"));
    if (!procedures)
        return procedures.error();
    const Result<QStringList> states =
        words(QStringLiteral("SELECT DISTINCT plan_state FROM cases WHERE plan_state <> '' ORDER BY 1"));
    if (!states)
        return states.error();
    return Worklist::Choices{*procedures, *states};
}

} // namespace reviewdesk
