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
constexpr int beforeNumber = 4; // the column before ends with a margin
constexpr int above = 8;

int marginBefore(int column)
{
    return column == 0 ? margin : beforeNumber;
}

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
        const int around = margin + marginBefore(index.column());
        const int width = (view ? view->columnWidth(index.column()) : option.rect.width()) - around;
        const QFontMetrics strong(option.font);
        const QFontMetrics small(smallOf(option.font));
        const bool first = index.column() == 0;
        const QString under =
            index.data(first ? ReportTableModel::DefinitionRole : ReportTableModel::DetailRole).toString();
        const QRect room(0, 0, qMax(40, width), 10'000);
        int height = strong.boundingRect(room, Qt::TextWordWrap, index.data().toString()).height();
        if (!under.isEmpty())
            height += 2 + small.boundingRect(room, Qt::TextWordWrap, under).height();
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
        QRect room = option.rect.adjusted(marginBefore(index.column()), above, -margin, -above);
        const int alignment = (first ? Qt::AlignLeft : Qt::AlignRight) | Qt::TextWordWrap;
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
    QList<int> usual;
    QList<int> narrow; // titles on two lines
    QList<int> least; // numbers too, the unit under the number
    for (int column = 1; column < columns; ++column) {
        const int number = widthOf(column, false);
        usual.append(qMax(qMax(Theme::scaled(92), m_header->wholeWidth(column) + 16), number));
        narrow.append(qMax(m_header->leastWidth(column), number));
        least.append(qMax(m_header->leastWidth(column), widthOf(column, true)));
    }
    const int whole = viewport()->width();
    const auto leftBy = [whole](const QList<int> &widths) {
        return whole - std::accumulate(widths.cbegin(), widths.cend(), 0);
    };
    const int words = qMax(m_header->leastWidth(0), widthOf(0, true)); // none is broken
    const QList<int> &widths = leftBy(usual) >= qMax(words, Theme::scaled(160)) ? usual
        : leftBy(narrow) >= qMax(words, Theme::scaled(120))                    ? narrow
                                                                               : least;
    for (int column = 1; column < columns; ++column)
        setColumnWidth(column, widths.at(column - 1));
    setColumnWidth(0, qMax(words, leftBy(widths)));
    resizeRowsToContents();
}

int ReportTableView::widthOf(int column, bool ofWords) const
{
    const QFontMetrics strong(font());
    const QFontMetrics small(smallOf(font()));
    const int under = column == 0 ? ReportTableModel::DefinitionRole : ReportTableModel::DetailRole;
    int widest = 0;
    const auto measure = [&widest, ofWords](const QFontMetrics &metrics, const QString &text) {
        const QStringList parts = ofWords ? text.split(u' ') : QStringList{text};
        for (const QString &part : parts)
            widest = qMax(widest, metrics.horizontalAdvance(part));
    };
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, column);
        measure(strong, index.data().toString());
        measure(small, index.data(under).toString());
    }
    return widest + margin + marginBefore(column) + 1;
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

void ReportTableView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
}

void ReportTableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex released = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && released == m_pressed)
        openAt(released);
}

/// By the mouse it is where it was pressed: nothing may move under the pointer.
void ReportTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason)
        Q_EMIT reached();
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
