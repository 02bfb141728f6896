#include "ui/supervisor/reports/ReportCases.h"

#include "cases/Csv.h"
#include "cases/DateWords.h"
#include "cases/NumberWords.h"
#include "cases/SummaryWords.h"
#include "policy/FileContent.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/SavedFile.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/ColumnFit.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr qsizetype atOnce = 200; // rows

QString instantWords(const RoundRecord::Instant &instant, const QTimeZone &zone)
{
    return instant ? dayAndClockWords(QDateTime::fromMSecsSinceEpoch(*instant, zone)) : QString();
}

/// "3 d 4 h"
QString spanWords(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / 60'000;
    const qint64 days = minutes / (24 * 60);
    const qint64 hours = minutes / 60 % 24;
    if (days > 0)
        return ReportCasesModel::tr("%1 d %2 h").arg(days).arg(hours);
    return hours > 0 ? ReportCasesModel::tr("%1 h %2 min").arg(hours).arg(minutes % 60)
                     : ReportCasesModel::tr("%1 min").arg(minutes);
}

} // namespace

ReportCasesModel::ReportCasesModel(Workshop &workshop, QObject *parent)
    : QAbstractTableModel(parent), m_workshop(workshop)
{
}

void ReportCasesModel::setRounds(std::shared_ptr<const CaseloadReport> report, const QList<int> &rounds)
{
    beginResetModel();
    ++m_list;
    m_report = std::move(report);
    m_rounds = rounds;
    m_rows.clear();
    m_asked = false;
    endResetModel();
}

QString ReportCasesModel::caseId(int row) const
{
    return m_report->rounds.at(m_rounds.at(row)).caseId;
}

QStringList ReportCasesModel::idsFrom(qsizetype first, qsizetype count) const
{
    QStringList ids;
    for (const int round : m_rounds.mid(first, count))
        ids.append(m_report->rounds.at(round).caseId);
    return ids;
}

int ReportCasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReportCasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Column::Count;
}

QString ReportCasesModel::words(
    const CaseloadReport &report, const RoundRecord &round, const WorklistRow &row, int column)
{
    switch (column) {
    case Number:
        return row.number;
    case MemberName:
        return row.summary.memberName;
    case Procedure:
        return row.summary.procedure;
    case Plan:
        return planTold(row.summary.planWords);
    case CaseStatus:
        return label(row.status);
    case Received:
        return instantWords(round.receivedAt, report.zone);
    case Decided:
        return round.isClosed() ? instantWords(round.decidedAt, report.zone) : QString();
    case Took:
        return round.isClosed() && round.receivedAt && round.decidedAt && *round.decidedAt >= *round.receivedAt
            ? spanWords(*round.decidedAt - *round.receivedAt)
            : QString();
    default:
        return {};
    }
}

QVariant ReportCasesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) // narrow columns cut words off
        return {};
    return words(*m_report, m_report->rounds.at(m_rounds.at(index.row())), m_rows.at(index.row()), index.column());
}

QVariant ReportCasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{
        tr("Case"), tr("Member"), tr("Procedure"), tr("Plan"), tr("Status"), tr("Received"), tr("Closed"), tr("Took")};
    return titles.value(section);
}

bool ReportCasesModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_asked && m_rows.size() < m_rounds.size();
}

void ReportCasesModel::fetchMore(const QModelIndex &)
{
    if (m_asked)
        return;
    m_asked = true;
    const int list = m_list;
    m_workshop.run(
        this, [ids = idsFrom(m_rows.size(), atOnce)](Workspace &workspace) { return workspace.casesById(ids); },
        [this, list](const Result<QList<WorklistRow>> &rows) {
            if (list != m_list)
                return;
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            const int first = rowCount();
            beginInsertRows({}, first, first + static_cast<int>(rows->size()) - 1);
            m_rows.append(*rows);
            m_asked = false; // who hears of the rows may ask for more
            endInsertRows();
        });
}

void ReportCasesModel::writeCsv(const std::function<void(const Result<QByteArray> &)> &then)
{
    QStringList titles;
    for (int column = 0; column < Column::Count; ++column)
        titles.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    m_workshop.run(
        this,
        [ids = idsFrom(0, m_rounds.size()), report = m_report, rounds = m_rounds, titles](
            Workspace &workspace) -> Result<QByteArray> {
            const Result<QList<WorklistRow>> rows = workspace.casesById(ids);
            if (!rows)
                return rows.error();
            QByteArray csv = csvBegin + csvLine(titles);
            for (qsizetype i = 0; i < rows->size(); ++i) {
                QStringList fields;
                for (int column = 0; column < Column::Count; ++column)
                    fields.append(words(*report, report->rounds.at(rounds.at(i)), rows->at(i), column));
                csv += csvLine(fields);
            }
            return csv;
        },
        then);
}

ReportCases::ReportCases(Workshop &workshop, QWidget *parent)
    : QWidget(parent), m_model(new ReportCasesModel(workshop, this)), m_heading(makeLabel({}, TextRole::Heading)),
      m_note(makeLabel({}, TextRole::Small)), m_notice(new Notice), m_view(new QTableView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *back = makeButton(tr("&Back to the report"), ButtonKind::Secondary);
    connect(back, &QPushButton::clicked, this, &ReportCases::closed);
    row->addWidget(back);
    row->addWidget(m_heading, 1);
    auto *saving = makeButton(tr("Save this &list…"), ButtonKind::Secondary);
    saving->setToolTip(tr("As a CSV file for a spreadsheet. It holds members' names."));
    connect(saving, &QPushButton::clicked, this, &ReportCases::save);
    row->addWidget(saving);
    column->addLayout(row);
    column->addWidget(m_notice);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Cases behind the number"));
    setPanel(m_view, "cases");
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(Theme::scaled(34));
    m_view->horizontalHeader()->setHighlightSections(false);
    new ColumnFit(*m_view,
        {ReportCasesModel::MemberName, ReportCasesModel::Procedure, ReportCasesModel::Plan, ReportCasesModel::CaseStatus,
            ReportCasesModel::Received, ReportCasesModel::Decided});
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_model, &ReportCasesModel::failed, this, [this](const Error &error) { m_notice->showError(error); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (first == 0)
            m_view->setCurrentIndex(m_model->index(0, 0));
    });
    column->addWidget(m_view, 1);
    column->addWidget(m_note);
}

void ReportCases::showRounds(
    const QString &heading, std::shared_ptr<const CaseloadReport> report, const QList<int> &rounds)
{
    m_notice->clear();
    setTextAnnounced(m_heading, heading);
    m_note->setText(tr("Cases: %1 · Enter opens one · Esc goes back to the report").arg(countWords(rounds.size())));
    m_model->setRounds(std::move(report), rounds);
    m_model->fetchMore({});
    m_view->setFocus();
}

void ReportCases::openRow(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT caseOpened(m_model->caseId(row));
}

void ReportCases::save()
{
    const QString name = askFileName(this, tr("Save list as CSV"), tr("cases.csv"), tr("CSV (*.csv)"));
    if (name.isEmpty())
        return;
    m_model->writeCsv([this, name](const Result<QByteArray> &csv) {
        const Result<void> written = csv ? writeWhole(name, *csv) : Result<void>(csv.error());
        if (written)
            m_notice->showMessage(
                Tone::Ok, tr("Saved: %1. The file holds members' names; keep it accordingly.").arg(name));
        else
            m_notice->showError(written.error());
    });
}

bool ReportCases::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openRow(m_view->currentIndex().row());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace reviewdesk
