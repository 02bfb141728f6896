#include "ui/supervisor/CaseTable.h"

#include "ui/supervisor/ColumnFit.h"
#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSet>
#include <QSignalBlocker>

namespace reviewdesk {

namespace {

enum Column { Due, Number, MemberName, StatusColumn, Outcome, Prepared };

} // namespace

void makePlain(QTableWidget &table, const QString &name, const QStringList &titles, const QList<int> &yielding)
{
    table.setColumnCount(static_cast<int>(titles.size()));
    table.setHorizontalHeaderLabels(titles);
    table.setAccessibleName(name);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    const Theme theme = Theme::current();
    table.setStyleSheet(QStringLiteral("QTableView::item { padding: 0 9px; border: 1px solid transparent; }"
                                       "QTableView::item:selected { background: %1; color: %2; }")
                            .arg(theme.color(ColorRole::AccentSoft).name(), theme.color(ColorRole::Text).name()));
    table.horizontalHeader()->setMinimumSectionSize(Theme::scaled(44));
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(36);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    new ColumnFit(table, yielding);
}

CaseTable::CaseTable(const QString &name, QTimeZone zone, const Clock &clock, QWidget *parent)
    : QTableWidget(parent), m_zone(std::move(zone)), m_clock(clock)
{
    makePlain(*this, name, {tr("Due"), tr("Case"), tr("Member"), tr("Status"), tr("Outcome"), tr("Prepared by")},
        {MemberName, Outcome, Prepared});
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(this, &QTableWidget::cellDoubleClicked, this, &CaseTable::openRow);
}

void CaseTable::setCases(const QList<WorklistRow> &cases)
{
    fill(cases);
    if (rowCount() > 0)
        setCurrentCell(0, 0);
}

void CaseTable::renewCases(const QList<WorklistRow> &cases)
{
    {
        const QSignalBlocker quiet(this); // rows that go would hand what was selected to their neighbours
        const QStringList chosen = selectedIds();
        const QModelIndex before = currentIndex();
        const QString current = before.isValid() ? m_cases.at(before.row()).caseId : QString();
        const int scrolled = verticalScrollBar()->value();
        const int sideways = horizontalScrollBar()->value();
        fill(cases);
        choose(chosen);
        int row = qMin(before.row(), rowCount() - 1); // where the keyboard goes on if the case is gone
        for (int at = 0; at < rowCount(); ++at) {
            if (m_cases.at(at).caseId == current)
                row = at;
        }
        selectionModel()->setCurrentIndex(
            row < 0 ? QModelIndex() : model()->index(row, before.column()), QItemSelectionModel::NoUpdate);
        executeDelayedItemsLayout(); // the bars know the rows
        verticalScrollBar()->setValue(scrolled);
        horizontalScrollBar()->setValue(sideways);
    }
    Q_EMIT itemSelectionChanged();
}

void CaseTable::choose(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    QItemSelection rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (wanted.contains(m_cases.at(row).caseId))
            rows.select(model()->index(row, 0), model()->index(row, columnCount() - 1));
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void CaseTable::fill(const QList<WorklistRow> &cases)
{
    m_cases = cases;
    setRowCount(static_cast<int>(cases.size()));
    for (int row = 0; row < rowCount(); ++row) {
        const WorklistRow &one = cases.at(row);
        setItem(row, Due, new QTableWidgetItem);
        setItem(row, Number, new QTableWidgetItem(one.number));
        setItem(row, MemberName, new QTableWidgetItem(one.summary.memberName));
        setItem(row, StatusColumn, new QTableWidgetItem(label(one.status)));
        setItem(row, Outcome, new QTableWidgetItem(one.summary.outcome));
        setItem(row, Prepared, new QTableWidgetItem(one.preparedBy));
        for (const int column : {MemberName, Outcome, Prepared}) // may be shortened
            item(row, column)->setToolTip(item(row, column)->text());
    }
    refreshDue();
}

void CaseTable::refreshDue()
{
    for (int row = 0; row < rowCount(); ++row) {
        const WorklistRow &one = m_cases.at(row);
        const QString words =
            isOpen(one.status) ? dueChip(one.summary.dueAt, m_clock.now(), m_zone).words : tr("closed");
        if (item(row, Due)->text() != words)
            item(row, Due)->setText(words);
    }
}

QStringList CaseTable::selectedIds() const
{
    QStringList ids;
    for (int row = 0; row < rowCount(); ++row) {
        if (selectionModel()->isRowSelected(row, {}))
            ids << m_cases.at(row).caseId;
    }
    return ids;
}

void CaseTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openRow(currentRow());
    else
        QTableWidget::keyPressEvent(event);
}

void CaseTable::openRow(int row)
{
    if (row >= 0 && row < m_cases.size())
        Q_EMIT opened(m_cases.at(row).caseId);
}

} // namespace reviewdesk
