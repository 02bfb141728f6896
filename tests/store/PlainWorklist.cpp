#include "PlainWorklist.h"

#include "StoreDesk.h"

#include "store/Stored.h"

#include <algorithm>

namespace reviewdesk {

QList<PlainCase> plainCases(Database &database)
{
    QList<PlainCase> all;
    const Result<Database::Rows> rows = database.rows(QStringLiteral(
        "SELECT id, seq, status, prepared_by, coalesce(assigned, ''), due_at, saved_at, wait_until, member_folded, member_id,"
        " provider_folded, procedure, outcome, outcome_tone, plan_words, expedited, letters, unprinted, unissued, folded,"
        " line_of_business, plan_state FROM cases ORDER BY seq"));
    require(rows.ok());
    for (const Database::Row &row : *rows)
        all.append({row.at(0).toString(), row.at(1).toLongLong(), *statusFromWord(row.at(2).toString()),
            row.at(3).toString(), row.at(4).toString(), row.at(5).toLongLong(), row.at(6).toLongLong(),
            row.at(7).toLongLong(), row.at(8).toString(), row.at(9).toString(), row.at(10).toString(),
            row.at(11).toString(), row.at(12).toString(), row.at(13).toInt(), row.at(14).toString(),
            row.at(15).toBool(), row.at(16).toInt(), row.at(17).toInt(), row.at(18).toInt(), row.at(19).toString(), row.at(20).toString(),
            row.at(21).toString()});
    return all;
}

bool fits(const WorklistFilter &filter, const PlainCase &row, const Worklist::Asker &asker)
{
    using Due = WorklistFilter::Due;
    const auto start = [&](const QDate &day) { return day.startOfDay(asker.zone).toMSecsSinceEpoch(); };
    const QDate today = asker.now.toTimeZone(asker.zone).date();
    const qint64 now = asker.now.toMSecsSinceEpoch();
    const auto people = [&](const QStringList &ids, const QString &id) {
        return ids.isEmpty() || ids.contains(id) || (ids.contains(WorklistFilter::me) && id == asker.userId);
    };
    if (filter.waitOver && (row.status != Status::Pended || row.waitUntil >= now))
        return false;
    if (filter.mine && row.preparedBy != asker.userId && row.assigned != asker.userId)
        return false;
    if (filter.open && row.closed())
        return false;
    if (!filter.statuses.isEmpty() && !filter.statuses.contains(row.status))
        return false;
    const std::optional<LineOfBusiness> line = lineOfBusinessFromWord(row.business);
    if (!filter.lines.isEmpty() && (!line || !filter.lines.contains(*line)))
        return false;
    if (!filter.states.isEmpty() && !filter.states.contains(row.state))
        return false;
    if (filter.expedited && *filter.expedited != row.expedited)
        return false;
    if (!filter.procedures.isEmpty() && !filter.procedures.contains(row.procedure))
        return false;
    if (!filter.tones.isEmpty() && !filter.tones.contains(row.tone))
        return false;
    if (!people(filter.preparedBy, row.preparedBy) || !people(filter.assignedTo, row.assigned))
        return false;
    if (filter.due != Due::Any && filter.due != Due::None && row.closed())
        return false;
    const auto dueWithin = [&](qint64 from, qint64 beyond) { return row.dueAt >= from && row.dueAt < beyond; };
    if ((filter.due == Due::Overdue && row.dueAt >= now) ||
        (filter.due == Due::Today && !dueWithin(now, start(today.addDays(1)))) ||
        (filter.due == Due::Soon && !dueWithin(now, start(today.addDays(4)))) ||
        (filter.due == Due::Week && !dueWithin(now, start(today.addDays(8)))) ||
        (filter.due == Due::None && row.dueAt != noDueInstant) ||
        (filter.due == Due::Between && !dueWithin(start(filter.dueFrom), start(filter.dueTo.addDays(1)))))
        return false;
    if (filter.letters == WorklistFilter::Letters::ToPrint)
        return row.unprinted > 0 || row.unissued > 0;
    return filter.letters == WorklistFilter::Letters::Any || row.letters > 0;
}

static bool before(const WorklistQuery &query, const QHash<QString, QString> &names, const PlainCase &one, const PlainCase &other)
{
    const auto decide = [&](const auto &mine, const auto &its, bool descending) {
        return mine == its ? std::optional<bool>() : descending ? its < mine : mine < its;
    };
    const auto grouped = [&](const auto &mine, const auto &its) {
        if (const std::optional<bool> first = decide(mine, its, query.descending))
            return *first;
        return std::pair(one.dueAt, one.seq) < std::pair(other.dueAt, other.seq);
    };
    const auto plain = [&](const auto &mine, const auto &its) {
        return *decide(std::pair(mine, one.seq), std::pair(its, other.seq), query.descending);
    };
    switch (query.sort) {
    case WorklistColumn::Due:
        if (one.closed() != other.closed())
            return other.closed();
        return plain(one.dueAt, other.dueAt);
    case WorklistColumn::Number:
        return plain(0, 0);
    case WorklistColumn::Member:
        return plain(one.member.toUtf8(), other.member.toUtf8());
    case WorklistColumn::MemberId:
        return plain(one.memberId.toUtf8(), other.memberId.toUtf8());
    case WorklistColumn::Provider:
        return plain(one.provider.toUtf8(), other.provider.toUtf8());
    case WorklistColumn::Saved:
        return plain(one.savedAt, other.savedAt);
    case WorklistColumn::Procedure:
        return grouped(one.procedure, other.procedure);
    case WorklistColumn::Status:
        return grouped(toWord(one.status), toWord(other.status));
    case WorklistColumn::Outcome:
        return grouped(std::pair(-one.tone, one.outcome), std::pair(-other.tone, other.outcome));
    case WorklistColumn::Plan:
        return grouped(one.plan, other.plan);
    case WorklistColumn::PreparedBy:
        return grouped(names.value(one.preparedBy), names.value(other.preparedBy));
    case WorklistColumn::AssignedTo:
        return grouped(names.value(one.assigned), names.value(other.assigned));
    case WorklistColumn::Urgency:
        return grouped(one.expedited, other.expedited);
    case WorklistColumn::LineOfBusiness:
        return grouped(one.business, other.business);
    case WorklistColumn::State:
        return grouped(one.state, other.state);
    }
    return false;
}

QStringList slowly(const QList<PlainCase> &rows, const WorklistQuery &query, const Worklist::Asker &asker,
    const QHash<QString, QString> &names)
{
    QList<PlainCase> kept;
    for (const PlainCase &row : rows) {
        const QStringList words = query.search.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool found = std::all_of(
            words.cbegin(), words.cend(), [&](const QString &word) { return row.folded.contains(word); });
        if (found && fits(filterOf(query.view), row, asker) && fits(query.filter, row, asker))
            kept.append(row);
    }
    std::sort(kept.begin(), kept.end(),
        [&](const PlainCase &one, const PlainCase &other) { return before(query, names, one, other); });
    QStringList ids;
    for (const PlainCase &row : kept)
        ids.append(row.id);
    return ids;
}

} // namespace reviewdesk
