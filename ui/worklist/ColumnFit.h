#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QTableView;

namespace reviewdesk {

/// Keeps a table's columns within its width, in any text size: each is as wide as what stands in it; where that is too much,
/// the widest of the yielding ones give first, down to their titles, and shorten their words; then the others do. Titles are never cut, and nothing
/// scrolls sideways unless the titles alone need more.
class ColumnFit : public QObject {
    Q_OBJECT
public:
    /// Goes with the table.
    ColumnFit(QTableView &table, QList<int> yielding);

    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< the table's room changes

private:
    QTableView &m_table;
    QList<int> m_yielding;
    QTimer m_soon;
};

} // namespace reviewdesk
