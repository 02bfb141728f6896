#include "ui/worklist/CaseTable.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/ColumnFit.h"
#include "ui/worklist/WorklistDelegate.h"
#include "ui/worklist/WorklistModel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSet>
#include <QSignalBlocker>

#include <memory>
#include <utility>

namespace reviewdesk {

namespace {

const QList<WorklistColumn> shown{WorklistColumn::Due, WorklistColumn::Member, WorklistColumn::Number,
    WorklistColumn::Status, WorklistColumn::Outcome, WorklistColumn::PreparedBy};
const QList<WorklistColumn> yielding{WorklistColumn::Member, WorklistColumn::Outcome, WorklistColumn::PreparedBy};

/// Says what it shows when it is asked: of a thousand rows few are in sight.
class Cell : public QTableWidgetItem {
public:
    Cell(std::shared_ptr<const WorklistRow> row, WorklistColumn column, const Clock &clock, QTimeZone zone)
        : m_row(std::move(row)), m_column(column), m_clock(clock), m_zone(std::move(zone))
    {
    }

    QVariant data(int role) const override { return WorklistModel::told(*m_row, m_column, role, m_clock.now(), m_zone); }

private:
    std::shared_ptr<const WorklistRow> m_row;
    WorklistColumn m_column;
    const Clock &m_clock;
    QTimeZone m_zone;
};

QStringList titles()
{
    QStringList titles;
    for (const WorklistColumn column : shown)
        titles << WorklistModel::columnTitle(column);
    return titles;
}

QList<int> yieldingColumns()
{
    QList<int> columns{static_cast<int>(shown.size())}; // the letters', where they are shown
    for (const WorklistColumn column : yielding)
        columns << static_cast<int>(shown.indexOf(column));
    return columns;
}

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
    setPanel(&table, "cases");
    table.horizontalHeader()->setMinimumSectionSize(Theme::scaled(44));
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(Theme::scaled(38)); // as in the worklist
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    new ColumnFit(table, yielding);
}

CaseTable::CaseTable(const QString &name, QTimeZone zone, const Clock &clock, QWidget *parent)
    : QTableWidget(parent), m_zone(std::move(zone)), m_clock(clock)
{
    makePlain(*this, name, titles(), yieldingColumns());
    setItemDelegate(new WorklistDelegate(this));
    horizontalHeader()->setResizeContentsPrecision(100); // rows that are measured
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
        const auto one = std::make_shared<const WorklistRow>(cases.at(row));
        for (int column = 0; column < shown.size(); ++column)
            setItem(row, column, new Cell(one, shown.at(column), m_clock, m_zone));
        if (m_lettersAt >= 0) {
            setItem(row, m_lettersAt, new QTableWidgetItem);
            sayLetters(row);
        }
    }
}

void CaseTable::showLetters()
{
    m_lettersAt = columnCount();
    insertColumn(m_lettersAt);
    setHorizontalHeaderItem(m_lettersAt, new QTableWidgetItem(tr("Letters")));
}

void CaseTable::setLetters(const QMap<QString, QString> &letters)
{
    m_letters = letters;
}

void CaseTable::sayLetters(int row)
{
    const QString words = m_letters.value(m_cases.at(row).caseId);
    item(row, m_lettersAt)->setText(words);
    item(row, m_lettersAt)->setToolTip(words); // may be shortened
}

void CaseTable::refreshDue()
{
    viewport()->update(); // they are told when they are looked at
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
