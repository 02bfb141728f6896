#pragma once

#include "reports/ReportTable.h"

#include <QAbstractTableModel>

namespace reviewdesk {

/// One report as rows and columns: what is counted stands in the first column, its definition under it.
class ReportTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { DefinitionRole = Qt::UserRole + 1, DetailRole, CasesRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const ReportTable &table);
    const ReportTable &table() const { return m_table; }
    /// The number at a place; null in the first column.
    const ReportCell *cell(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant heading(const ReportRow &row, int role) const;
    QVariant number(const ReportCell &cell, int role) const;

    ReportTable m_table;
};

} // namespace reviewdesk
