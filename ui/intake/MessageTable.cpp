// The view of a message: a table of requests.
#include "ui/intake/MessageView.h"

#include "cases/DateWords.h"
#include "ui/FieldWords.h"
#include "ui/widgets/Notice.h"

#include <QTreeWidget>

#include <algorithm>
#include <memory>
#include <numeric>

namespace reviewdesk {

namespace {

QString nameOf(const RequestRow &row)
{
    return row.draft.member.name.trimmed().isEmpty() ? MessageView::tr("A request without a name")
                                                     : row.draft.member.name;
}

QString aboutOf(const RequestRow &row)
{
    const Service &service = row.draft.service;
    QStringList about{row.draft.provider.name, (service.procedureCodes + service.diagnosisCodes).join(QLatin1String(", "))};
    if (row.draft.request.receivedAt.isValid())
        about.append(MessageView::tr("received %1").arg(dayAndClockWords(row.draft.request.receivedAt)));
    about.removeAll(QString());
    return about.join(QStringLiteral("  ·  "));
}

QString rowWords(int row)
{
    return MessageView::tr("row %1").arg(row);
}

} // namespace

void MessageView::showCells(QTreeWidgetItem *under, const QList<RequestCell> &cells)
{
    for (const RequestCell &cell : cells) {
        const QString field = cell.field.isEmpty() ? tr("Passed over") : fieldInWords(cell.field, m_policy);
        addRow(under, field, cell.value, tr("column %1").arg(cell.column));
    }
}

void MessageView::keepCells(QTreeWidgetItem *under, const QList<RequestCell> &cells)
{
    if (cells.isEmpty())
        return;
    under->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    m_cells.insert(under, cells);
}

void MessageView::showRow(const fhir::Arrival &arrival)
{
    begin(arrival.draft.member.name.isEmpty() ? tr("A request without a name") : arrival.draft.member.name,
        tr("A row of a table of requests"));
    m_tree->setHeaderLabels({tr("What"), tr("As it was sent"), tr("Column")});
    showCells(addGroup(tr("Understood, for you to confirm"), arrival.cells.size()), arrival.cells);
}

void MessageView::addSome()
{
    constexpr qsizetype atOnce = 1000;
    for (qsizetype left = qMin(atOnce, m_rows.size()); left > 0; --left)
        m_rows.takeLast()();
    if (!m_rows.isEmpty())
        m_adding.start();
}

void MessageView::showTable(const QString &name, const RequestTable &table, const QHash<int, QString> &here)
{
    begin(name, tr("A table of %1 requests. Open a row to see its cells.").arg(table.rows.size()));
    m_tree->setHeaderLabels({tr("What"), tr("As it was sent"), tr("Place in the file")});
    const auto rows = std::make_shared<const QList<RequestRow>>(table.rows); // as long as some are to be added
    QList<const RequestRow *> refused, ready, repeated, known;
    for (const RequestRow &row : *rows) {
        QList<const RequestRow *> &list = !row.ok() ? refused
            : here.contains(row.row)                ? known
            : row.sameAs                            ? repeated
                                                    : ready;
        list.append(&row);
    }
    const auto addRequests = [this, rows](QTreeWidgetItem *group, const QList<const RequestRow *> &all,
                                 const std::function<QString(const RequestRow &)> &about) {
        for (const RequestRow *row : all)
            m_rows.append([this, rows, group, row, about] {
                keepCells(addRow(group, nameOf(*row), about(*row), rowWords(row->row)), row->cells);
            });
    };
    if (!refused.isEmpty()) {
        m_notice->showMessage(Tone::Warn,
            refused.size() == 1 ? tr("One row has cells that cannot be read. Correct them in the file and open it again; "
                                     "the other rows can be taken in now.")
                                : tr("%1 rows have cells that cannot be read. Correct them in the file and open it again; "
                                     "the other rows can be taken in now.")
                                      .arg(refused.size()));
        const auto more = [](qsizetype cells, const RequestRow *row) { return cells + row->problems.size(); };
        QTreeWidgetItem *group =
            addGroup(tr("Cells to correct"), std::accumulate(refused.cbegin(), refused.cend(), qsizetype(0), more));
        for (const RequestRow *row : refused) {
            for (const Error &problem : row->problems)
                m_rows.append([this, rows, group, row, problem] {
                    keepCells(addRow(group, nameOf(*row), problem.message, problem.place), row->cells);
                });
        }
    }
    if (!ready.isEmpty())
        addRequests(addGroup(tr("Can be taken in"), ready.size()), ready, aboutOf);
    if (!known.isEmpty())
        addRequests(addGroup(tr("Here already"), known.size()), known,
            [here](const RequestRow &row) { return tr("Case %1").arg(here.value(row.row)); });
    if (!repeated.isEmpty())
        addRequests(addGroup(tr("Rows that say the same again"), repeated.size()), repeated,
            [](const RequestRow &row) { return tr("The same as row %1; no draft is made of it.").arg(row.sameAs); });
    if (!table.passedOver.isEmpty()) {
        QTreeWidgetItem *group = addGroup(tr("Columns passed over, kept with each row"), table.passedOver.size());
        for (const QString &column : table.passedOver)
            addRow(group, tr("Not taken over"), tr("No column of a request has this name."), tr("column %1").arg(column));
    }
    std::reverse(m_rows.begin(), m_rows.end());
    addSome();
    if (QTreeWidgetItem *first = m_tree->topLevelItem(0))
        m_tree->setCurrentItem(first);
}

} // namespace reviewdesk
