#pragma once

#include "store/WorklistQuery.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace reviewdesk {

/// Which columns the worklist shows and in which order, by keyboard: Space shows or hides, Alt with the arrows moves.
class ColumnsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ColumnsDialog(const QList<WorklistColumn> &shown, QWidget *parent = nullptr);

    QList<WorklistColumn> shown() const; ///< from left to right

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QList<WorklistColumn> &shown);
    void move(int by);

    QListWidget *m_list;
    QPushButton *m_up;
    QPushButton *m_down;
};

} // namespace reviewdesk
