#pragma once

#include <QTableView>

namespace reviewdesk {

class ReportTableModel;
struct ReportTable;

/// A report's numbers; each that has cases opens them, by click or by Enter.
class ReportTableView : public QTableView {
    Q_OBJECT
public:
    explicit ReportTableView(QWidget *parent = nullptr);

    void setTable(const ReportTable &table);

Q_SIGNALS:
    void numberOpened(int row, int column); ///< positions in the table's rows and columns

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openAt(const QModelIndex &index);
    void fit();

    ReportTableModel *m_model;
};

} // namespace reviewdesk
