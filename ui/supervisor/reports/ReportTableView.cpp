#include "ui/supervisor/reports/ReportTableView.h"

#include "ui/supervisor/reports/ReportTableModel.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TitleHeader.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <numeric>

namespace reviewdesk {

namespace {

constexpr int margin = 12;
constexpr int above = 8;

QFont smallOf(const QFont &font)
{
    QFont small = font;
    small.setPixelSize(qMax(1, font.pixelSize() * 11 / 13));
    return small;
}

/// What is counted with its definition under it; a number with what it is made of under it.
class Painting : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QTableView *>(option.widget);
        const int width = (view ? view->columnWidth(index.column()) : option.rect.width()) - 2 * margin;
        const QFontMetrics strong(option.font);
        const QFontMetrics small(smallOf(option.font));
        const bool first = index.column() == 0;
        const QString under =
            index.data(first ? ReportTableModel::DefinitionRole : ReportTableModel::DetailRole).toString();
        const QRect room(0, 0, qMax(40, width), 10'000);
        int height = strong.boundingRect(room, first ? Qt::TextWordWrap : 0, index.data().toString()).height();
        if (!under.isEmpty())
            height += 2 + small.boundingRect(room, first ? Qt::TextWordWrap : 0, under).height();
        return {width, height + 2 * above};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme theme = Theme::current();
        const bool first = index.column() == 0;
        const bool opens = index.data(ReportTableModel::CasesRole).toInt() > 0;
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme.color(ColorRole::AccentSoft));
        painter->setPen(theme.color(ColorRole::Line));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect room = option.rect.adjusted(margin, above, -margin, -above);
        const int alignment = first ? Qt::AlignLeft | Qt::TextWordWrap : static_cast<int>(Qt::AlignRight);
        painter->setFont(option.font);
        painter->setPen(theme.color(opens ? ColorRole::Accent : ColorRole::Text));
        QRect used;
        painter->drawText(room, alignment | Qt::AlignTop, index.data().toString(), &used);
        room.setTop(used.bottom() + 3);
        painter->setFont(smallOf(option.font));
        painter->setPen(theme.color(ColorRole::Quiet));
        painter->drawText(room, alignment | Qt::AlignTop,
            index.data(first ? ReportTableModel::DefinitionRole : ReportTableModel::DetailRole).toString());
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.color(ColorRole::Accent), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }
};

} // namespace

ReportTableView::ReportTableView(QWidget *parent)
    : QTableView(parent), m_model(new ReportTableModel(this)), m_header(new TitleHeader(this))
{
    setHorizontalHeader(m_header);
    setModel(m_model);
    setItemDelegate(new Painting(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    m_header->setHighlightSections(false);
    m_header->setSectionsClickable(false);
}

void ReportTableView::setTable(const ReportTable &table)
{
    m_model->setTable(table);
    setAccessibleName(table.title);
    fit();
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 1));
    scrollToTop();
}

void ReportTableView::fit()
{
    const int columns = m_model->columnCount();
    if (columns == 0)
        return;
    QList<int> wide;
    QList<int> narrow; // titles on two lines
    for (int column = 1; column < columns; ++column) {
        const int number = widthOf(column);
        wide.append(qMax(qMax(Theme::scaled(92), m_header->wholeWidth(column) + 16), number));
        narrow.append(qMax(m_header->leastWidth(column), number));
    }
    const int whole = viewport()->width();
    const bool roomy = std::accumulate(wide.cbegin(), wide.cend(), Theme::scaled(160)) <= whole;
    const QList<int> &widths = roomy ? wide : narrow;
    for (int column = 1; column < columns; ++column)
        setColumnWidth(column, widths.at(column - 1));
    setColumnWidth(0, qMax(leastOfFirst(), whole - std::accumulate(widths.cbegin(), widths.cend(), 0)));
    resizeRowsToContents();
}

int ReportTableView::widthOf(int column) const
{
    const QFontMetrics strong(font());
    const QFontMetrics small(smallOf(font()));
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, column);
        widest = qMax(widest, strong.horizontalAdvance(index.data().toString()));
        widest = qMax(widest, small.horizontalAdvance(index.data(ReportTableModel::DetailRole).toString()));
    }
    return widest + 2 * margin + 1;
}

int ReportTableView::leastOfFirst() const
{
    const QFontMetrics strong(font());
    const QFontMetrics small(smallOf(font()));
    int widest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        for (const QString &word : index.data().toString().split(u' '))
            widest = qMax(widest, strong.horizontalAdvance(word));
        for (const QString &word : index.data(ReportTableModel::DefinitionRole).toString().split(u' '))
            widest = qMax(widest, small.horizontalAdvance(word));
    }
    return qMax(m_header->leastWidth(0), widest + 2 * margin + 1);
}

void ReportTableView::openAt(const QModelIndex &index)
{
    const ReportCell *cell = m_model->cell(index);
    if (cell && !cell->rounds.isEmpty())
        Q_EMIT numberOpened(index.row(), index.column() - 1);
}

void ReportTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openAt(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void ReportTableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        openAt(indexAt(event->position().toPoint()));
}

void ReportTableView::mouseMoveEvent(QMouseEvent *event)
{
    const ReportCell *cell = m_model->cell(indexAt(event->position().toPoint()));
    viewport()->setCursor(cell && !cell->rounds.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void ReportTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

} // namespace reviewdesk
