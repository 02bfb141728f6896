#include "ui/supervisor/ColumnFit.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableWidget>

#include <utility>

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
    struct Column {
        int least = 0;
        int whole = 0;

        int within(int most) const { return qMax(least, qMin(whole, most)); }
    };
    const QHeaderView &header = *m_table.horizontalHeader();
    const QAbstractItemView &view = m_table;
    QList<Column> columns;
    int widest = 0;
    for (int column = 0; column < m_table.columnCount(); ++column) {
        const int title = header.sectionSizeHint(column);
        const int whole = qMax(title, view.sizeHintForColumn(column));
        columns.append({m_yielding.contains(column) ? title : whole, whole});
        widest = qMax(widest, whole);
    }
    const auto isTooWide = [&](int most) {
        int sum = 0;
        for (const Column &column : std::as_const(columns))
            sum += column.within(most);
        return sum > m_table.viewport()->width();
    };
    int most = widest; // of the yielding ones: the widest give first
    for (int least = 0; least < most && isTooWide(widest);) {
        const int middle = (least + most + 1) / 2;
        if (isTooWide(middle))
            most = middle - 1;
        else
            least = middle;
    }
    for (int column = 0; column < columns.size(); ++column)
        m_table.setColumnWidth(column, columns.at(column).within(most));
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

} // namespace reviewdesk
