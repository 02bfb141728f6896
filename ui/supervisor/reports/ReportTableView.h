#pragma once

#include <QTableView>

namespace reviewdesk {

class ReportTableModel;
class TitleHeader;
struct ReportTable;

/// A report's numbers; each that has cases opens them, by click or by Enter. In any text size all columns are in sight and
/// nothing is cut: where there is little room, titles and numbers stand on two lines and what is counted on more.
class ReportTableView : public QTableView {
    Q_OBJECT
public:
    explicit ReportTableView(QWidget *parent = nullptr);

    void setTable(const ReportTable &table);

Q_SIGNALS:
    void numberOpened(int row, int column); ///< positions in the table's rows and columns
    void reached(); ///< it has the focus, and not by the mouse

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void openAt(const QModelIndex &index);
    void fit();
    int widthOf(int column, bool ofWords) const; ///< of the widest text, or of its widest word

    ReportTableModel *m_model;
    TitleHeader *m_header;
    QPersistentModelIndex m_pressed; ///< by the mouse
};

} // namespace reviewdesk
