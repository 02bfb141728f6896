#include "ui/worklist/ColumnsDialog.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistTable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

namespace reviewdesk {

ColumnsDialog::ColumnsDialog(const QList<WorklistColumn> &shown, QWidget *parent)
    : QDialog(parent), m_list(new QListWidget), m_up(makeButton(tr("Move &left"), ButtonKind::Secondary)),
      m_down(makeButton(tr("Move &right"), ButtonKind::Secondary))
{
    setWindowTitle(tr("Arrange columns"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    auto *title = makeLabel(tr("&Columns, from left to right. Space shows or hides; Alt+Up and Alt+Down move."));
    title->setBuddy(m_list);
    column->addWidget(title);
    setPanel(m_list, "rows");
    m_list->setAccessibleName(tr("Columns"));
    m_list->setMinimumSize(Theme::scaled(320), Theme::scaled(340));
    m_list->installEventFilter(this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    auto *side = new QVBoxLayout;
    QPushButton *usual = makeButton(tr("As &usual"), ButtonKind::Link);
    for (QPushButton *button : {m_up, m_down, usual})
        side->addWidget(button);
    side->addStretch(1);
    row->addLayout(side);
    column->addLayout(row, 1);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonKind::Secondary);
    QPushButton *done = makeButton(tr("&Show these"), ButtonKind::Primary);
    done->setDefault(true);
    foot->addWidget(cancel);
    foot->addWidget(done);
    column->addLayout(foot);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(usual, &QPushButton::clicked, this, [this] { fill(WorklistTable::usualColumns()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    fill(shown);
}

void ColumnsDialog::fill(const QList<WorklistColumn> &shown)
{
    m_list->clear();
    QList<WorklistColumn> all = shown;
    for (const WorklistColumn column : WorklistModel::columns()) {
        if (!all.contains(column))
            all.append(column);
    }
    for (const WorklistColumn column : std::as_const(all)) {
        auto *entry = new QListWidgetItem(WorklistModel::columnTitle(column), m_list);
        entry->setData(Qt::UserRole, static_cast<int>(column));
        entry->setCheckState(shown.contains(column) ? Qt::Checked : Qt::Unchecked);
        if (column == WorklistColumn::Member) // a row must always name its case
            entry->setFlags(entry->flags() & ~Qt::ItemIsUserCheckable);
    }
    m_list->setCurrentRow(0);
}

void ColumnsDialog::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    QListWidgetItem *entry = m_list->takeItem(from);
    m_list->insertItem(to, entry);
    m_list->setCurrentRow(to);
}

bool ColumnsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers().testFlag(Qt::AltModifier);
        if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QList<WorklistColumn> ColumnsDialog::shown() const
{
    QList<WorklistColumn> columns;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            columns.append(static_cast<WorklistColumn>(m_list->item(row)->data(Qt::UserRole).toInt()));
    }
    return columns;
}

} // namespace reviewdesk
