// How the worklist finds any part of an answer in any order: groups that stand together, steps within them.
#include "cases/Workflow.h"
#include "store/Worklist.h"

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

} // namespace

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
