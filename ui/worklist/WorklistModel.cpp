#include "ui/worklist/WorklistModel.h"

#include "ui/widgets/StatusGlyph.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace reviewdesk {

WorklistModel::WorklistModel(QTimeZone zone, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent), m_zone(std::move(zone)), m_clock(clock)
{
}

QList<WorklistColumn> WorklistModel::columns()
{
    return {WorklistColumn::Due, WorklistColumn::Member, WorklistColumn::Number, WorklistColumn::Procedure,
        WorklistColumn::Status, WorklistColumn::Outcome, WorklistColumn::Plan, WorklistColumn::Saved};
}

QString WorklistModel::columnTitle(WorklistColumn column)
{
    switch (column) {
    case WorklistColumn::Due:
        return tr("Due");
    case WorklistColumn::Member:
        return tr("Member");
    case WorklistColumn::Number:
        return tr("Case");
    case WorklistColumn::Procedure:
        return tr("Procedure");
    case WorklistColumn::Status:
        return tr("Status");
    case WorklistColumn::Outcome:
        return tr("Outcome so far");
    case WorklistColumn::Plan:
        return tr("Plan");
    case WorklistColumn::Saved:
        return tr("Saved");
    }
    Q_UNREACHABLE();
}

QString WorklistModel::orderWords(WorklistColumn column, bool descending)
{
    switch (column) {
    case WorklistColumn::Due:
        return descending ? tr("latest first") : tr("earliest first");
    case WorklistColumn::Number:
    case WorklistColumn::Saved:
        return descending ? tr("newest first") : tr("oldest first");
    case WorklistColumn::Outcome:
        return descending ? tr("not met first") : tr("met first");
    case WorklistColumn::Member:
    case WorklistColumn::Procedure:
    case WorklistColumn::Status:
    case WorklistColumn::Plan:
        return descending ? tr("Z to A") : tr("A to Z");
    }
    Q_UNREACHABLE();
}

void WorklistModel::setRows(const QList<WorklistRow> &rows, bool more)
{
    beginResetModel();
    m_rows = rows;
    m_more = more;
    m_asked = false;
    endResetModel();
}

void WorklistModel::appendRows(const QList<WorklistRow> &rows, bool more)
{
    m_asked = false;
    m_more = more;
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

int WorklistModel::rowOf(const QString &caseId) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const WorklistRow &row) { return row.caseId == caseId; });
    return found == m_rows.cend() ? -1 : static_cast<int>(found - m_rows.cbegin());
}

void WorklistModel::refreshDue()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, 0));
}

int WorklistModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WorklistModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

DueChip WorklistModel::chip(const WorklistRow &row) const
{
    if (!isOpen(row.status))
        return {tr("Closed"), false, false}; // nothing is due any more
    return row.summary.dueAt.isValid() ? dueChip(row.summary.dueAt, m_clock.now(), m_zone) : DueChip();
}

QString WorklistModel::words(const WorklistRow &row, WorklistColumn column) const
{
    switch (column) {
    case WorklistColumn::Due: {
        const QString due = chip(row).words;
        return due.isEmpty() ? tr("No due date") : due;
    }
    case WorklistColumn::Member:
        return row.summary.memberName.isEmpty() ? tr("Not entered yet") : row.summary.memberName;
    case WorklistColumn::Number:
        return row.number;
    case WorklistColumn::Procedure:
        return row.summary.procedure.isEmpty() ? tr("Open") : row.summary.procedure;
    case WorklistColumn::Status:
        return label(row.status);
    case WorklistColumn::Outcome:
        return row.summary.outcome;
    case WorklistColumn::Plan:
        return row.summary.planWords;
    case WorklistColumn::Saved: {
        const QDateTime local = row.savedAt.toTimeZone(m_zone);
        const bool today = local.date() == m_clock.now().toTimeZone(m_zone).date();
        return QLocale().toString(local, today ? QStringLiteral("HH:mm") : QStringLiteral("d MMM yyyy"));
    }
    }
    Q_UNREACHABLE();
}

QVariant WorklistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorklistRow &row = m_rows.at(index.row());
    const WorklistColumn column = columns().at(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return words(row, column);
    case Qt::AccessibleTextRole:
        if (column == WorklistColumn::Due && row.summary.dueAt.isValid() && isOpen(row.status))
            return tr("Due: %1").arg(words(row, column));
        return words(row, column);
    case Qt::ToolTipRole:
        if (column == WorklistColumn::Due && row.summary.dueAt.isValid() && isOpen(row.status))
            return tr("Due %1").arg(
                QLocale().toString(row.summary.dueAt.toTimeZone(m_zone), QStringLiteral("ddd d MMM yyyy HH:mm")));
        if (column == WorklistColumn::Member)
            return tr("%1 · %2").arg(words(row, column), row.summary.memberId);
        return words(row, column);
    case ChipToneRole:
        if (column == WorklistColumn::Due) {
            const DueChip due = chip(row);
            return QVariant::fromValue(due.overdue ? Tone::Danger : due.soon ? Tone::Warn : Tone::Neutral);
        }
        return {};
    case GlyphRole:
        if (column == WorklistColumn::Outcome) {
            const int tone = row.summary.outcomeTone;
            return QVariant::fromValue(tone > 0 ? Glyph::Met : tone < 0 ? Glyph::NotMet : Glyph::Open);
        }
        return {};
    case CaseIdRole:
        return row.caseId;
    default:
        return {};
    }
}

QVariant WorklistModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns().size())
        return {};
    if (role == Qt::DisplayRole)
        return columnTitle(columns().at(section));
    if (role == Qt::AccessibleTextRole) {
        const WorklistColumn column = columns().at(section);
        return section == m_sortColumn ? tr("%1, sorted, %2").arg(columnTitle(column), orderWords(column, m_descending))
                                       : columnTitle(column);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

bool WorklistModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_asked;
}

void WorklistModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreWanted(static_cast<int>(m_rows.size()));
}

void WorklistModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns().size())
        return;
    const int before = std::exchange(m_sortColumn, column);
    m_descending = order == Qt::DescendingOrder;
    for (const int section : {before, column})
        Q_EMIT headerDataChanged(Qt::Horizontal, section, section);
    Q_EMIT sortWanted(columns().at(column), order == Qt::DescendingOrder);
}

} // namespace reviewdesk
