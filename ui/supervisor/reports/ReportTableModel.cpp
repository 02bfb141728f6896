#include "ui/supervisor/reports/ReportTableModel.h"

#include "cases/NumberWords.h"

namespace reviewdesk {

void ReportTableModel::setTable(const ReportTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

const ReportCell *ReportTableModel::cell(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() == 0)
        return nullptr;
    return &m_table.rows.at(index.row()).cells.at(index.column() - 1);
}

int ReportTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ReportTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size()) + 1;
}

QVariant ReportTableModel::heading(const ReportRow &row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return row.label;
    case DefinitionRole:
        return row.definition;
    case Qt::AccessibleTextRole:
        return row.definition.isEmpty() ? row.label : tr("%1. %2").arg(row.label, row.definition);
    default:
        return {};
    }
}

QVariant ReportTableModel::number(const ReportCell &cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cell.words();
    case DetailRole:
        return cell.detail();
    case CasesRole:
        return static_cast<int>(cell.rounds.size());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: {
        QStringList words{cell.number.isEmpty() ? tr("no number") : cell.words()};
        if (!cell.detail().isEmpty())
            words.append(cell.detail());
        words.append(cell.rounds.isEmpty() ? tr("no cases") : tr("Enter opens its cases: %1").arg(countWords(cell.rounds.size())));
        return words.join(QLatin1String(", "));
    }
    default:
        return {};
    }
}

QVariant ReportTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReportCell *found = cell(index);
    return found ? number(*found, role) : heading(m_table.rows.at(index.row()), role);
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? m_table.rowHeading : m_table.columns.at(section - 1).label;
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

} // namespace reviewdesk
