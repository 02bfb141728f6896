#pragma once

#include "store/Workspace.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace reviewdesk {

/// The rows of one worklist query, fetched a page at a time. It asks for rows by signals and never waits for them;
/// sorting is done by whoever answers, since a million cases are not all here.
class WorklistModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Besides Qt's roles.
    enum Role { ChipToneRole = Qt::UserRole + 1, GlyphRole, CaseIdRole };

    WorklistModel(QTimeZone zone, const Clock &clock, QObject *parent = nullptr);

    static QList<WorklistColumn> columns(); ///< in order
    static QString columnTitle(WorklistColumn column);
    /// "earliest first", "Z to A": which way round rows stand by a column.
    static QString orderWords(WorklistColumn column, bool descending);

    /// Replaces all rows; `more`: there are further ones.
    void setRows(const QList<WorklistRow> &rows, bool more);
    void appendRows(const QList<WorklistRow> &rows, bool more);
    const WorklistRow &row(int row) const { return m_rows.at(row); }
    int rowOf(const QString &caseId) const; ///< -1: not among the rows
    /// Due chips age; call once a minute.
    void refreshDue();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortWanted(reviewdesk::WorklistColumn column, bool descending);
    void moreWanted(int offset);

private:
    QString words(const WorklistRow &row, WorklistColumn column) const;
    DueChip chip(const WorklistRow &row) const;

    QTimeZone m_zone;
    const Clock &m_clock;
    QList<WorklistRow> m_rows;
    int m_sortColumn = 0;
    bool m_descending = false;
    bool m_more = false;
    bool m_asked = false; ///< for more; not asked twice
};

} // namespace reviewdesk
