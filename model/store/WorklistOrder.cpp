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

/// Open cases, then those that are closed.
Result<void> Worklist::groupByOpen(Answer &answer, const std::vector<QByteArray> &words)
{
    Group open{std::vector<quint8>(words.size() + 1, 0), 0};
    Group closed = open;
    for (std::size_t code = 1; code < words.size(); ++code)
        (isOpenWord(words[code]) ? open : closed).codes[code] = 1;
    const Result<qint64> held = heldByOpen(answer, open.codes);
    if (!held)
        return held.error();
    open.count = *held;
    closed.count = answer.total - open.count;
    answer.groups = {std::move(open), std::move(closed)};
    return {};
}

/// How many of the answer's rows are open; `codes` of the statuses that are.
Result<qint64> Worklist::heldByOpen(Answer &answer, const std::vector<quint8> &codes)
{
    if (const std::optional<std::vector<quint8>> &statuses = answer.bounds.statuses) {
        bool any = false;
        bool all = true;
        for (std::size_t code = 1; code + 1 < codes.size(); ++code) {
            any = any || (statuses->at(code) && codes[code]);
            all = all && (!statuses->at(code) || codes[code]);
        }
        if (all || !any)
            return all ? answer.total : 0;
    }
    RowSet open = answerRows(answer);
    if (Result<void> narrowed = m_columns.narrow(open, ListedColumn::Status, codes); !narrowed)
        return narrowed.error();
    return open.count();
}

/// How many of the answer's rows have each code.
Result<std::vector<qint64>> Worklist::heldByCode(Answer &answer, ListedColumn which)
{
    constexpr std::size_t mostSets = 8;
    const Result<const WorklistColumns::Column *> column = m_columns.column(which);
    if (!column)
        return column.error();
    std::vector<qint64> held((*column)->words.size() + 1, 0);
    if (answer.total == m_columns.rows()) {
        std::copy((*column)->held.cbegin(), (*column)->held.cend(), held.begin());
    } else if ((*column)->words.size() <= mostSets + 1) {
        for (std::size_t code = 1; code < (*column)->words.size(); ++code) {
            const Result<const RowSet *> rows = m_columns.rowsWith(which, static_cast<quint16>(code));
            if (!rows)
                return rows.error();
            held[code] = answerRows(answer).countWith(**rows);
        }
    } else {
        const std::vector<quint16> &codes = (*column)->codes;
        answerRows(answer).each([&](qint64 row) { ++held[codes[static_cast<std::size_t>(row)]]; });
    }
    return held;
}

Result<void> Worklist::groupBy(Answer &answer, ListedColumn which)
{
    const Result<const WorklistColumns::Column *> column = m_columns.column(which);
    if (!column)
        return column.error();
    const std::vector<QByteArray> &words = (*column)->words;
    if (answer.query.sort == WorklistColumn::Due)
        return groupByOpen(answer, words);
    const Result<std::vector<qint64>> counted = heldByCode(answer, which);
    if (!counted)
        return counted.error();
    const std::vector<qint64> &held = *counted;
    const bool people = which == ListedColumn::PreparedBy || which == ListedColumn::AssignedTo;
    QList<std::pair<QString, std::size_t>> order;
    for (std::size_t code = 1; code < words.size(); ++code) {
        const QString word = QString::fromUtf8(words[code]);
        if (held[code] > 0)
            order.append({people ? m_entries.nameOf(word) : word, code});
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
    m_answer.grouped = m_answer.sorted = m_answer.measured = m_answer.stepped = false;
    const Group &entered = m_answer.groups.at(group);
    m_answer.partial = entered.count < m_answer.total;
    if (m_answer.partial) {
        m_answer.members = answerRows(m_answer);
        if (Result<void> done = m_columns.narrow(m_answer.members, *m_answer.groupedBy, entered.codes); !done)
            return done;
    }
    m_answer.group = group;
    m_answer.grouped = true;
    return {};
}

/// Made when somebody asks: of everything there seldom is a need.
const RowSet &Worklist::answerRows(Answer &answer) const
{
    if (answer.everything && answer.rows.rows() == 0)
        answer.rows = RowSet::whole(m_columns.rows());
    return answer.rows;
}

/// Of the group that was entered.
const RowSet &Worklist::members()
{
    return m_answer.partial ? m_answer.members : answerRows(m_answer);
}

bool Worklist::isMember(qint64 row)
{
    return (m_answer.everything && !m_answer.partial) || members().contains(row);
}

/// Of the group that was entered.
Result<void> Worklist::measureSteps()
{
    if (m_answer.measured)
        return {};
    const Result<const WorklistColumns::Column *> column = m_columns.column(*m_answer.inner);
    if (!column)
        return column.error();
    std::vector<qint64> byCode((*column)->steps.size() + 1, 0);
    if (m_answer.groups.at(m_answer.group).count == m_columns.rows()) {
        std::copy((*column)->held.cbegin(), (*column)->held.cend(), byCode.begin());
    } else {
        const std::vector<quint16> &codes = (*column)->codes;
        members().each([&](qint64 row) { ++byCode[codes[static_cast<std::size_t>(row)]]; });
    }
    m_answer.heldByStep.clear();
    for (const WorklistColumns::Step &step : (*column)->steps)
        m_answer.heldByStep.push_back(byCode.at(step.code));
    m_answer.measured = true;
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
        [&](qint64 row) { return isMember(row); });
    m_answer.step = step;
    m_answer.stepped = true;
    return {};
}

Result<std::vector<qint64>> Worklist::rowsAt(qint64 first, qint64 count)
{
    Found found;
    const Result<void> done = findRows(first, count, found);
    return done ? Result<std::vector<qint64>>(std::move(found.rows)) : done.error();
}

Result<void> Worklist::findRows(qint64 first, qint64 count, Found &found)
{
    qint64 skip = first;
    for (std::size_t group = 0; group < m_answer.groups.size() && count > 0; ++group) {
        const qint64 held = m_answer.groups[group].count;
        if (skip >= held) {
            skip -= held;
            continue;
        }
        const qint64 here = std::min(count, held - skip);
        if (Result<void> entered = enterGroup(group); !entered)
            return entered;
        if (Result<void> collected = collect(skip, here, found); !collected)
            return collected;
        skip = 0;
        count -= here;
    }
    return {};
}

/// Of the group that was entered, which the row is in.
Result<qint64> Worklist::positionInGroup(qint64 row)
{
    qint64 before = 0;
    const qint64 held = m_answer.groups.at(m_answer.group).count;
    if (!m_answer.inner) {
        before = members().before(row);
    } else if (held <= m_limits.few) {
        if (Result<void> sorted = sortMembers(); !sorted)
            return sorted.error();
        before = std::find(m_answer.inOrder.cbegin(), m_answer.inOrder.cend(), row) - m_answer.inOrder.cbegin();
    } else {
        if (Result<void> measured = measureSteps(); !measured)
            return measured.error();
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
