#pragma once

#include "store/Workspace.h"

#include <QTableView>

class QActionGroup;
class QMenu;

namespace reviewdesk {

class WorklistModel;

/// The rows of the worklist with the columns that this person chose and the order that is in force. What the mouse does
/// on the header, the menus do by keyboard.
class WorklistTable : public QTableView {
    Q_OBJECT
public:
    explicit WorklistTable(WorklistModel *model, QWidget *parent = nullptr);

    /// Which columns are shown; kept for this person on this computer. Owned by `parent`.
    QMenu *makeColumnMenu(QWidget *parent);
    /// By which column the rows are ordered, and which way round. Owned by `parent`.
    QMenu *makeOrderMenu(QWidget *parent);
    /// Wide enough for what is shown now, and all of it in sight: names, plans and outcomes give way before words that
    /// tell cases apart only as a whole. A person's own widths stay.
    void fitColumns();

Q_SIGNALS:
    void opened(const QString &caseId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showOrder(int section, Qt::SortOrder order); ///< in the header, by the chevron
    void showKeptColumns();
    void keepColumns();

    WorklistModel *m_model;
    bool m_ownWidths = false; ///< somebody dragged a column
    bool m_fitting = false;
};

} // namespace reviewdesk
