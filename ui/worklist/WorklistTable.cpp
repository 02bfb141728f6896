#include "ui/worklist/WorklistTable.h"

#include "ui/widgets/Theme.h"
#include "ui/widgets/TitleHeader.h"
#include "ui/worklist/WorklistDelegate.h"
#include "ui/worklist/WorklistModel.h"

#include <QActionGroup>
#include <QApplication>
#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyle>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

bool mayBeHidden(int section)
{
    return WorklistModel::columns().at(section) != WorklistColumn::Member; // a row must always name its case
}

} // namespace

WorklistTable::WorklistTable(WorklistModel *model, QWidget *parent)
    : QTableView(parent), m_model(model), m_header(new TitleHeader(this))
{
    setHorizontalHeader(m_header);
    setAccessibleName(tr("Cases"));
    setModel(model);
    setItemDelegate(new WorklistDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Theme::scaled(38));
    setUpHeader();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &WorklistTable::look);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &WorklistTable::look);
    connect(this, &QAbstractItemView::doubleClicked, this, &WorklistTable::openCurrent);
    showColumns(usualColumns());
}

void WorklistTable::setUpHeader()
{
    m_header->setHighlightSections(false);
    m_header->setSectionsMovable(true);
    m_header->setMinimumSectionSize(Theme::scaled(40));
    m_header->setResizeContentsPrecision(0); // what is in sight, not a thousand rows
    m_header->setFixedHeight(Theme::scaled(37));
    m_header->setSortIndicator(0, Qt::AscendingOrder);
    showOrder(0, Qt::AscendingOrder);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &WorklistTable::showOrder);
    setSortingEnabled(true);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        if (m_fitting || m_ownWidths || !QApplication::mouseButtons().testFlag(Qt::LeftButton))
            return;
        m_ownWidths = true;
        m_header->setStretchLastSection(true);
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_arranging)
            Q_EMIT columnsChosen();
    });
}

void WorklistTable::showOrder(int, Qt::SortOrder order)
{
    m_header->setProperty("order", order == Qt::DescendingOrder ? QStringLiteral("descending") : QStringLiteral("ascending"));
    m_header->style()->unpolish(m_header);
    m_header->style()->polish(m_header);
    m_header->update();
}

QMenu *WorklistTable::makeColumnMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    for (int section = 0; section < m_model->columnCount(); ++section) {
        QAction *action = menu->addAction(WorklistModel::columnTitle(WorklistModel::columns().at(section)));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        action->setEnabled(mayBeHidden(section));
        connect(action, &QAction::toggled, this, [this, section](bool shown) {
            if (isColumnHidden(section) != shown)
                return;
            setColumnHidden(section, !shown);
            fitColumns();
            Q_EMIT columnsChosen();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("&Arrange columns…"), this, &WorklistTable::arrangeWanted);
    const auto tick = [this, menu] {
        for (int section = 0; section < m_model->columnCount(); ++section)
            menu->actions().at(section)->setChecked(!isColumnHidden(section));
    };
    connect(menu, &QMenu::aboutToShow, this, tick);
    connect(this, &WorklistTable::columnsShown, menu, tick);
    return menu;
}

QMenu *WorklistTable::makeOrderMenu(QWidget *parent)
{
    // filled when it opens: the header's clicks change the order too
    auto *menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const int current = horizontalHeader()->sortIndicatorSection();
        const Qt::SortOrder order = horizontalHeader()->sortIndicatorOrder();
        auto *columns = new QActionGroup(menu);
        auto *ways = new QActionGroup(menu);
        const auto add = [this, menu](
                             QActionGroup *group, const QString &text, bool checked, int section, Qt::SortOrder way) {
            QAction *action = group->addAction(text);
            action->setCheckable(true);
            action->setChecked(checked);
            menu->addAction(action);
            connect(action, &QAction::triggered, this, [this, section, way] { sortByColumn(section, way); });
        };
        for (int section = 0; section < m_model->columnCount(); ++section)
            add(columns, WorklistModel::columnTitle(WorklistModel::columns().at(section)), section == current, section,
                section == current ? order : Qt::AscendingOrder);
        menu->addSeparator();
        const WorklistColumn column = WorklistModel::columns().at(qMax(0, current));
        for (const Qt::SortOrder way : {Qt::AscendingOrder, Qt::DescendingOrder})
            add(ways, WorklistModel::orderWords(column, way == Qt::DescendingOrder), way == order, current, way);
    });
    return menu;
}

QList<WorklistColumn> WorklistTable::usualColumns()
{
    return {WorklistColumn::Due, WorklistColumn::Member, WorklistColumn::Number, WorklistColumn::Procedure,
        WorklistColumn::Status, WorklistColumn::Outcome, WorklistColumn::Plan};
}

QList<WorklistColumn> WorklistTable::shownColumns() const
{
    QList<WorklistColumn> shown;
    for (int place = 0; place < m_model->columnCount(); ++place) {
        const int section = horizontalHeader()->logicalIndex(place);
        if (!isColumnHidden(section))
            shown.append(WorklistModel::columns().at(section));
    }
    return shown;
}

void WorklistTable::showColumns(const QList<WorklistColumn> &columns)
{
    m_arranging = true;
    QList<WorklistColumn> order = columns.contains(WorklistColumn::Member) ? columns : usualColumns();
    for (int section = 0; section < m_model->columnCount(); ++section)
        setColumnHidden(section, !order.contains(WorklistModel::columns().at(section)));
    for (qsizetype place = 0; place < order.size(); ++place) {
        const auto section = static_cast<int>(WorklistModel::columns().indexOf(order.at(place)));
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(section), static_cast<int>(place));
    }
    m_arranging = false;
    fitColumns();
    Q_EMIT columnsShown();
}

void WorklistTable::showSorting(WorklistColumn column, bool descending)
{
    const QSignalBlocker quiet(m_model);
    const auto section = static_cast<int>(WorklistModel::columns().indexOf(column));
    const Qt::SortOrder order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    horizontalHeader()->setSortIndicator(section, order);
    m_model->setOrder(column, descending);
}

void WorklistTable::fitColumns()
{
    if (m_ownWidths || m_model->rowCount() == 0)
        return;
    m_fitting = true;
    resizeColumnsToContents();
    int excess = -viewport()->width();
    QList<int> shown;
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (isColumnHidden(section))
            continue;
        shown.append(section);
        excess += columnWidth(section);
    }
    if (excess > 0) {
        giveWay(shown, excess);
    } else { // by Qt the last one would stretch later, for a width that may be over by then
        const int last = static_cast<int>(WorklistModel::columns().indexOf(shownColumns().constLast()));
        setColumnWidth(last, columnWidth(last) - excess);
    }
    m_fitting = false;
    updateGeometries(); // no bar for a width that is over
}

void WorklistTable::giveWay(const QList<int> &shown, int excess)
{
    QHash<int, int> words; // what stands under the title
    for (const int section : shown)
        words.insert(section, sizeHintForColumn(section));
    for (const int section : shown) // more than a title needs
        excess = yield(section, qMax(words.value(section), m_header->wholeWidth(section)), excess);
    const struct {
        WorklistColumn column;
        int least;
    } yielding[]{{WorklistColumn::Member, 152}, {WorklistColumn::Provider, 136}, {WorklistColumn::Plan, 104},
        {WorklistColumn::Outcome, 136}, {WorklistColumn::Procedure, 128}, {WorklistColumn::Member, 104}};
    for (const auto &[column, least] : yielding) {
        const int section = static_cast<int>(WorklistModel::columns().indexOf(column));
        excess = yield(section, Theme::scaled(least), excess);
    }
    for (const int section : shown) // a title's second line
        excess = yield(section, words.value(section), excess);
    if (excess > 0)
        squeeze(excess);
}

int WorklistTable::yield(int section, int least, int excess)
{
    if (excess <= 0 || isColumnHidden(section))
        return excess;
    const int width = columnWidth(section);
    const int taken = qBound(0, width - qMax(least, m_header->leastWidth(section)), excess);
    setColumnWidth(section, width - taken);
    return excess - taken;
}

/// What is still too much is taken from the columns of long words, from each by its width; what is cut ends in dots and
/// is whole in its tool tip. Members' names, statuses and due dates give way last, numbers not at all: then one scrolls
/// sideways.
void WorklistTable::squeeze(int excess)
{
    static const QList<WorklistColumn> wordy{WorklistColumn::Provider, WorklistColumn::Plan, WorklistColumn::Outcome,
        WorklistColumn::Procedure, WorklistColumn::PreparedBy, WorklistColumn::AssignedTo, WorklistColumn::LineOfBusiness};
    const int least = Theme::scaled(52);
    QList<QPair<int, int>> sections; // with what each can give
    int room = 0;
    for (const WorklistColumn column : wordy) {
        const int section = static_cast<int>(WorklistModel::columns().indexOf(column));
        const int spare = columnWidth(section) - qMax(least, m_header->leastWidth(section));
        if (isColumnHidden(section) || spare <= 0)
            continue;
        sections.append({section, spare});
        room += spare;
    }
    const double share = room > 0 ? qMin(1.0, static_cast<double>(excess) / room) : 0.0;
    for (const auto &[section, spare] : std::as_const(sections))
        setColumnWidth(section, columnWidth(section) - qCeil(spare * share));
    int left = excess - room;
    for (const WorklistColumn column : {WorklistColumn::Member, WorklistColumn::Status, WorklistColumn::Due}) {
        const int words = column == WorklistColumn::Due ? Theme::scaled(92) : least;
        left = yield(static_cast<int>(WorklistModel::columns().indexOf(column)), words, left);
    }
}

QList<RowRange> WorklistTable::selectedRanges() const
{
    QList<RowRange> ranges;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        ranges.append({range.top(), range.bottom()});
    std::sort(ranges.begin(), ranges.end(), [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
    QList<RowRange> joined; // a range of each stretch of columns
    for (const RowRange &range : std::as_const(ranges)) {
        if (!joined.isEmpty() && range.first <= joined.last().last + 1)
            joined.last().last = qMax(joined.last().last, range.last);
        else
            joined.append(range);
    }
    return joined;
}

int WorklistTable::selectedCount() const
{
    int count = 0;
    for (const RowRange &range : selectedRanges())
        count += range.last - range.first + 1;
    return count;
}

void WorklistTable::look()
{
    const int first = qMax(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    Q_EMIT looked(first, last < 0 ? m_model->rowCount() - 1 : last);
}

QModelIndex WorklistTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex now = currentIndex();
    const int column = now.isValid() ? now.column() : horizontalHeader()->logicalIndex(0);
    if (action == MoveHome)
        return m_model->index(0, column);
    if (action == MoveEnd)
        return m_model->index(m_model->rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers);
}

void WorklistTable::openCurrent()
{
    const QString caseId = currentIndex().data(WorklistModel::CaseIdRole).toString();
    if (!caseId.isEmpty())
        Q_EMIT opened(caseId);
}

void WorklistTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openCurrent();
    else if (event->key() == Qt::Key_Space && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    else
        QTableView::keyPressEvent(event);
}

void WorklistTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    look();
}

} // namespace reviewdesk
