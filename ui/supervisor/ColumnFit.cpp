#include "ui/supervisor/ColumnFit.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>

namespace reviewdesk {

ColumnFit::ColumnFit(QTableWidget &table, QList<int> yielding)
    : QObject(&table), m_table(table), m_yielding(std::move(yielding))
{
    m_table.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table.horizontalHeader()->setStretchLastSection(true);
    m_table.viewport()->installEventFilter(this);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0); // once for a table that is filled cell by cell
    connect(&m_soon, &QTimer::timeout, this, &ColumnFit::fit);
    const auto soon = [this] { m_soon.start(); };
    connect(m_table.model(), &QAbstractItemModel::dataChanged, this, soon);
    connect(m_table.model(), &QAbstractItemModel::rowsInserted, this, soon);
    connect(m_table.model(), &QAbstractItemModel::rowsRemoved, this, soon);
    m_soon.start();
}

void ColumnFit::fit()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const QAbstractItemView &view = m_table;
    QList<int> least;
    QList<int> widths;
    int surplus = 0; // of the yielding ones over their titles
    int needed = 0;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        const int title = header.sectionSizeHint(column);
        const int whole = qMax(title, view.sizeHintForColumn(column));
        const bool yields = m_yielding.contains(column);
        widths.append(whole);
        least.append(yields ? title : whole);
        surplus += whole - least.last();
        needed += whole;
    }
    const int excess = qBound(0, needed - m_table.viewport()->width(), surplus);
    int taken = 0;
    int passed = 0; // of the surplus, so that the parts add up to the whole
    for (int column = 0; column < widths.size(); ++column) {
        passed += widths.at(column) - least.at(column);
        const int until = surplus > 0 ? static_cast<int>(qint64{excess} * passed / surplus) : 0;
        widths[column] -= until - taken;
        taken = until;
        m_table.setColumnWidth(column, widths.at(column));
    }
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

} // namespace reviewdesk
