#pragma once

#include "store/Workspace.h"

#include <QTableView>

class QMenu;

namespace reviewdesk {

class TitleHeader;
class WorklistModel;

/// Rows from one position to another, both included.
struct RowRange {
    int first = 0;
    int last = 0;
};

/// The rows of the worklist with the columns that this person chose and the order that is in force. What the mouse does
/// on the header, the menus do by keyboard. Home and End go to the first and last case, Space selects and deselects,
/// Shift extends, Ctrl moves without selecting.
class WorklistTable : public QTableView {
    Q_OBJECT
public:
    explicit WorklistTable(WorklistModel *model, QWidget *parent = nullptr);

    /// Which columns are shown. Owned by `parent`.
    QMenu *makeColumnMenu(QWidget *parent);
    /// By which column the rows are ordered, and which way round. Owned by `parent`.
    QMenu *makeOrderMenu(QWidget *parent);
    /// The columns that are shown, from left to right.
    QList<WorklistColumn> shownColumns() const;
    void showColumns(const QList<WorklistColumn> &columns);
    static QList<WorklistColumn> usualColumns();
    /// Puts the chevron in the header; asks nothing.
    void showSorting(WorklistColumn column, bool descending);
    /// Wide enough for what is shown now, and all of it in sight: names, plans and outcomes give way first, then every
    /// column, so that nothing scrolls sideways; no title is cut. A person's own widths stay.
    void fitColumns();
    void openCurrent(); ///< opened() follows, where there is a row
    void lookAgain() { look(); } ///< rows may have come or gone
    /// What is selected, as few ranges as there are.
    QList<RowRange> selectedRanges() const;
    int selectedCount() const;

Q_SIGNALS:
    void opened(const QString &caseId);
    void columnsChosen(); ///< by the person, to be kept
    void columnsShown(); ///< others than before
    void arrangeWanted();
    void looked(int first, int last); ///< rows that are in sight

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void setUpHeader();
    void showOrder(int section, Qt::SortOrder order); ///< in the header, by the chevron
    void look();
    void giveWay(const QList<int> &shown, int excess); ///< the columns in sight, by so much
    int yield(int section, int least, int excess); ///< down to `least` or its title; what is still too much
    void squeeze(int excess);

    WorklistModel *m_model;
    TitleHeader *m_header;
    bool m_ownWidths = false; ///< somebody dragged a column
    bool m_fitting = false;
    bool m_arranging = false;
};

} // namespace reviewdesk
