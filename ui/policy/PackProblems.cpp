#include "ui/policy/PackProblems.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace reviewdesk {

PackProblems::PackProblems(const QString &file, const QList<Error> &problems, QWidget *parent)
    : QDialog(parent), m_table(new QTableWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Problems of a pack file"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    const int shown = static_cast<int>(qMin(problems.size(), qsizetype{mostShown}));
    column->addWidget(makeLabel(QFileInfo(file).fileName(), TextRole::Heading));
    column->addWidget(
        makeLabel(shown < problems.size() ? tr("Nothing of it was loaded. The first %1 of %2 problems:")
                                                .arg(QLocale().toString(shown), QLocale().toString(problems.size()))
                                          : tr("Nothing of it was loaded. Its problems, each with its place:"),
            TextRole::Quiet));
    setPanel(m_table, "cases");
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("Place"), tr("What is wrong")});
    m_table->setAccessibleName(tr("Problems"));
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const Error &problem = problems.at(row);
        m_table->setItem(
            row, 0, new QTableWidgetItem(problem.place.isEmpty() ? tr("the whole document") : problem.place));
        m_table->setItem(row, 1, new QTableWidgetItem(problem.message));
        for (int cell = 0; cell < 2; ++cell)
            m_table->item(row, cell)->setToolTip(m_table->item(row, cell)->text());
    }
    m_table->resizeRowsToContents();
    if (shown > 0)
        m_table->setCurrentCell(0, 0);
    column->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(close);
    column->addLayout(row);
    giveSize(*this, {800, 480});
    m_table->setFocus();
}

} // namespace reviewdesk
