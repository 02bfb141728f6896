#include "ui/worklist/ColumnFit.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <utility>

namespace reviewdesk {

ColumnFit::ColumnFit(QTableView &table, QList<int> yielding)
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
    connect(m_table.model(), &QAbstractItemModel::modelReset, this, soon);
    m_soon.start();
}

namespace {

struct Column {
    int title = 0;
    int whole = 0;
    bool yields = false;
};

/// How wide the columns may be at most.
struct Limits {
    int yielding = 0;
    int others = 0;

    int widthOf(const Column &column) const
    {
        return qMax(column.title, qMin(column.whole, column.yields ? yielding : others));
    }
};

/// The largest up to `widest` that fits; 0 where none does.
template <typename Fits> int largest(int widest, const Fits &fits)
{
    int least = 0;
    for (int most = widest; least < most;) {
        const int middle = (least + most + 1) / 2;
        if (fits(middle))
            least = middle;
        else
            most = middle - 1;
    }
    return least;
}

} // namespace

void ColumnFit::fit()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const QAbstractItemView &view = m_table;
    QList<Column> columns;
    int widest = 0;
    for (int column = 0; column < m_table.model()->columnCount(); ++column) {
        const int title = header.sectionSizeHint(column);
        columns.append({title, qMax(title, view.sizeHintForColumn(column)), m_yielding.contains(column)});
        widest = qMax(widest, columns.constLast().whole);
    }
    const auto fits = [&](const Limits &limits) {
        int sum = 0;
        for (const Column &column : std::as_const(columns))
            sum += limits.widthOf(column);
        return sum <= m_table.viewport()->width();
    };
    Limits limits{widest, widest};
    limits.yielding = largest(widest, [&](int most) { return fits({most, widest}); });
    if (limits.yielding == 0) // even so it is too much
        limits.others = largest(widest, [&](int most) { return fits({0, most}); });
    for (int column = 0; column < columns.size(); ++column)
        m_table.setColumnWidth(column, limits.widthOf(columns.at(column)));
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        m_soon.start();
    return QObject::eventFilter(watched, event);
}

} // namespace reviewdesk
