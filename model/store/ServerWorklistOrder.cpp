// How the answers of the server's worklist are ordered: the groups with their numbers, and the way to some rows of one.
#include "store/ServerWorklist.h"

#include <QHash>

#include <algorithm>

namespace reviewdesk {

int ServerWorklist::compared(const QVariant &one, const QVariant &other)
{
    if (one.typeId() == QMetaType::QString)
        return one.toString().toUtf8().compare(other.toString().toUtf8());
    const qint64 mine = one.toLongLong();
    const qint64 its = other.toLongLong();
    return mine < its ? -1 : mine > its ? 1 : 0;
}

/// As Worklist orders: groups in either direction, within them by due date; open cases first where it is sorted by that.
ServerWorklist::Order ServerWorklist::orderOf(const WorklistQuery &query)
{
    const auto group = [](const QStringList &columns) { return Order{columns, QStringLiteral("cases.due_at"), false, false}; };
    const auto plain = [&](const char *column) { return Order{{}, QString::fromLatin1(column), query.descending, false}; };
    switch (query.sort) {
    case WorklistColumn::Due:
        return {{QStringLiteral("cases.closed")}, QStringLiteral("cases.due_at"), query.descending, false};
    case WorklistColumn::Member:
        return plain("cases.member_folded");
    case WorklistColumn::Number:
        return plain("");
    case WorklistColumn::Saved:
        return {{}, QStringLiteral("worklist_saves.saved_at"), query.descending, true};
    case WorklistColumn::MemberId:
        return plain("cases.member_id");
    case WorklistColumn::Provider:
        return plain("cases.provider_folded");
    case WorklistColumn::Procedure:
        return group({QStringLiteral("cases.procedure")});
    case WorklistColumn::Status:
        return group({QStringLiteral("cases.status")});
    case WorklistColumn::Outcome:
        return group({QStringLiteral("cases.outcome_tone"), QStringLiteral("cases.outcome")});
    case WorklistColumn::Plan:
        return group({QStringLiteral("cases.plan_words")});
    case WorklistColumn::PreparedBy:
        return group({QStringLiteral("cases.prepared_by")});
    case WorklistColumn::AssignedTo:
        return group({QStringLiteral("coalesce(cases.assigned, '')")});
    case WorklistColumn::Urgency:
        return group({QStringLiteral("cases.expedited")});
    case WorklistColumn::LineOfBusiness:
        return group({QStringLiteral("cases.line_of_business")});
    case WorklistColumn::State:
        return group({QStringLiteral("cases.plan_state")});
    }
    Q_UNREACHABLE();
}

/// Inside a snapshot. What is known of the last answer serves as long as nobody changed what a case is found or sorted by.
Result<void> ServerWorklist::prepare(const WorklistQuery &query, const Worklist::Asker &asker)
{
    const Result<Database::Row> changes =
        m_database.row(QStringLiteral("SELECT coalesce(sum(held), 0)::bigint FROM worklist_counts WHERE level = 0"));
    if (!changes)
        return changes.error();
    ServerQuestion asked = ServerQuestion::of(query, asker);
    const ServerQuestion mine = asked.whole();
    const ServerQuestion its = m_answer.asked.whole();
    const qint64 now = changes->value(0).toLongLong();
    if (m_answer.changes == now && m_answer.sort == query.sort && m_answer.descending == query.descending &&
        mine.where == its.where && mine.values == its.values) {
        if (m_answer.order.bySaves) { // each save moves a row
            for (Group &group : m_answer.groups)
                group.known.clear();
        }
        return {};
    }
    m_answer = {std::move(asked), query.sort, query.descending, -1, orderOf(query), 0, {}};
    if (Result<void> read = readGroups(query); !read)
        return read;
    m_answer.changes = now;
    return {};
}

/// How many rows the answer has in each group, from the kept numbers where they know it.
Result<void> ServerWorklist::readGroups(const WorklistQuery &query)
{
    ServerQuestion asked = m_answer.asked;
    const bool byPeople = query.sort == WorklistColumn::PreparedBy || query.sort == WorklistColumn::AssignedTo;
    const QStringList &columns = m_answer.order.groups;
    asked.people = asked.people || byPeople;
    asked.kinds = asked.kinds || (!columns.isEmpty() && !byPeople && query.sort != WorklistColumn::Due && query.sort != WorklistColumn::Status);
    const std::optional<int> level = asked.level();
    QString sql;
    const bool openAlone = query.sort == WorklistColumn::Due && asked.span; // they are all in one group
    if (columns.isEmpty() || openAlone) {
        asked = asked.count();
        sql = QLatin1String("SELECT ") + asked.where;
    } else {
        const bool kept = level && *level < 4;
        asked = asked.whole();
        sql = QStringLiteral("SELECT %1, %2 FROM %3 WHERE %4%5 GROUP BY %1")
                  .arg(columns.join(QLatin1String(", ")), kept ? QStringLiteral("sum(held)::bigint") : QStringLiteral("count(*)"),
                      kept ? QStringLiteral("worklist_counts AS cases")
                          : asked.textAlone && query.sort == WorklistColumn::Due ? QStringLiteral("worklist_texts AS cases")
                                                                                 : QStringLiteral("cases"),
                      kept ? QStringLiteral("level = %1 AND ").arg(*level) : QString(), asked.where);
    }
    const Result<Database::Rows> rows = m_database.rows(sql, asked.values);
    if (!rows)
        return rows.error();
    for (const Database::Row &row : *rows) {
        Group group{openAlone ? QVariantList{0LL} : row.mid(0, columns.size()), row.constLast().toLongLong(), {}};
        m_answer.total += group.count;
        if (group.count > 0)
            m_answer.groups.push_back(std::move(group));
    }
    return columns.isEmpty() ? Result<void>() : sortGroups(query);
}

Result<void> ServerWorklist::sortGroups(const WorklistQuery &query)
{
    QHash<QString, QString> names;
    if (query.sort == WorklistColumn::PreparedBy || query.sort == WorklistColumn::AssignedTo) {
        const Result<Database::Rows> people = m_database.rows(QStringLiteral("SELECT id, name FROM users"));
        if (!people)
            return people.error();
        for (const Database::Row &person : *people)
            names.insert(person.at(0).toString(), person.at(1).toString());
    }
    const bool downwards = query.descending && query.sort != WorklistColumn::Due; // what is closed stands last in any case
    const auto before = [&](const Group &one, const Group &other) {
        if (!names.isEmpty()) {
            const int named = compared(names.value(one.values.at(0).toString(), QStringLiteral("")), names.value(other.values.at(0).toString(), QStringLiteral("")));
            if (named != 0)
                return downwards ? named > 0 : named < 0;
            return compared(one.values.at(0), other.values.at(0)) < 0;
        }
        for (qsizetype at = 0; at < one.values.size(); ++at) {
            const int order = compared(one.values.at(at), other.values.at(at));
            const bool best = query.sort == WorklistColumn::Outcome && at == 0; // the best first
            if (order != 0)
                return (downwards != best) ? order > 0 : order < 0;
        }
        return false;
    };
    std::sort(m_answer.groups.begin(), m_answer.groups.end(), before);
    return {};
}

/// From the nearest place to the rows from `first` on.
ServerWorklist::Stretch ServerWorklist::stretchTo(const Group &group, qint64 first, qint64 count) const
{
    const bool up = !m_answer.order.descending;
    Stretch nearest{nullptr, up, first, count};
    if (const qint64 behind = group.count - first - count; behind < nearest.passed)
        nearest = {nullptr, !up, behind, count};
    const auto after = group.known.lower_bound(first);
    if (after != group.known.cbegin()) {
        const auto &[position, place] = *std::prev(after);
        if (first - position - 1 < nearest.passed)
            nearest = {&place, up, first - position - 1, count};
    }
    if (const auto beyond = group.known.lower_bound(first + count); beyond != group.known.cend()) {
        if (const qint64 behind = beyond->first - first - count; behind < nearest.passed)
            nearest = {&beyond->second, !up, behind, count};
    }
    return nearest;
}

ServerQuestion ServerWorklist::within(const Group &group, const Place *from, bool rising) const
{
    const Order &order = m_answer.order;
    ServerQuestion asked = m_answer.asked.whole();
    for (qsizetype at = 0; m_answer.groups.size() > 1 && at < order.groups.size(); ++at)
        asked.add(order.groups.at(at) + QLatin1String(" = ?"), {group.values.at(at)});
    if (!from)
        return asked;
    const QLatin1String sign(rising ? ">" : "<");
    const QString seq = order.bySaves ? QStringLiteral("worklist_saves.seq") : QStringLiteral("cases.seq");
    if (order.inner.isEmpty())
        asked.add(seq + QLatin1Char(' ') + sign + QLatin1String(" ?"), {from->seq});
    else
        asked.add(QStringLiteral("(%1, %2) %3 (?, ?)").arg(order.inner, seq, sign), {from->inner, from->seq});
    return asked;
}

QString ServerWorklist::orderWords(bool rising) const
{
    const Order &order = m_answer.order;
    const QString end(QLatin1String(rising ? "" : " DESC"));
    const QString seq = order.bySaves ? QStringLiteral("worklist_saves.seq") : QStringLiteral("cases.seq");
    return (order.inner.isEmpty() ? QString() : order.inner + end + QLatin1String(", ")) + seq + end;
}

/// By the time of the save, the cases are looked at only where something is asked of them.
QString ServerWorklist::table(const ServerQuestion &question) const
{
    if (!m_answer.order.bySaves)
        return QStringLiteral("cases");
    return question.where.contains(QLatin1String("cases.")) ? QStringLiteral("worklist_saves JOIN cases ON cases.seq = worklist_saves.seq")
                                                            : QStringLiteral("worklist_saves");
}

} // namespace reviewdesk
