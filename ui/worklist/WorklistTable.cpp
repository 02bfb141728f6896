#include "ui/worklist/WorklistTable.h"

#include "ui/widgets/Theme.h"
#include "ui/worklist/WorklistDelegate.h"
#include "ui/worklist/WorklistModel.h"

#include <QActionGroup>
#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QStyle>

namespace reviewdesk {

namespace {

const QString hiddenColumnsKey = QStringLiteral("worklist/hiddenColumns");

bool mayBeHidden(int section)
{
    return WorklistModel::columns().at(section) != WorklistColumn::Member; // a row must always name its case
}

} // namespace

WorklistTable::WorklistTable(WorklistModel *model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setAccessibleName(tr("Cases"));
    setModel(model);
    setItemDelegate(new WorklistDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(Theme::scaled(38));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(Theme::scaled(64));
    header->setFixedHeight(Theme::scaled(37));
    header->setSortIndicator(0, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &WorklistTable::showOrder);
    setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_fitting && QApplication::mouseButtons().testFlag(Qt::LeftButton))
            m_ownWidths = true;
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex &index) { Q_EMIT opened(index.data(WorklistModel::CaseIdRole).toString()); });
    showKeptColumns();
}

void WorklistTable::showOrder(int, Qt::SortOrder order)
{
    QHeaderView *header = horizontalHeader();
    header->setProperty("order", order == Qt::DescendingOrder ? QStringLiteral("descending") : QString());
    header->style()->unpolish(header);
    header->style()->polish(header);
    header->update();
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
            setColumnHidden(section, !shown);
            keepColumns();
        });
    }
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

void WorklistTable::showKeptColumns()
{
    const QStringList hidden = QSettings().value(hiddenColumnsKey, QStringList{QStringLiteral("7")}).toStringList();
    for (int section = 0; section < m_model->columnCount(); ++section)
        setColumnHidden(section, hidden.contains(QString::number(section)) && mayBeHidden(section));
}

void WorklistTable::keepColumns()
{
    QStringList hidden;
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (isColumnHidden(section))
            hidden.append(QString::number(section));
    }
    QSettings().setValue(hiddenColumnsKey, hidden);
    fitColumns();
}

void WorklistTable::fitColumns()
{
    if (m_ownWidths || m_model->rowCount() == 0)
        return;
    m_fitting = true;
    resizeColumnsToContents();
    int excess = -viewport()->width();
    for (int section = 0; section < m_model->columnCount(); ++section) {
        if (!isColumnHidden(section))
            excess += columnWidth(section);
    }
    const struct {
        WorklistColumn column;
        int least;
    } yielding[]{{WorklistColumn::Member, 152}, {WorklistColumn::Plan, 104}, {WorklistColumn::Outcome, 136},
        {WorklistColumn::Procedure, 128}, {WorklistColumn::Member, 104}};
    for (const auto &[column, least] : yielding) {
        const int section = static_cast<int>(WorklistModel::columns().indexOf(column));
        if (excess <= 0 || isColumnHidden(section))
            continue;
        const int width = columnWidth(section);
        const int taken = qBound(0, width - Theme::scaled(least), excess);
        setColumnWidth(section, width - taken);
        excess -= taken;
    }
    m_fitting = false;
}

void WorklistTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (currentIndex().isValid())
        Q_EMIT opened(currentIndex().data(WorklistModel::CaseIdRole).toString());
}

void WorklistTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace reviewdesk
