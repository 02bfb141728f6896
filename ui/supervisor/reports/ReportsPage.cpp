#include "ui/supervisor/reports/ReportsPage.h"

#include "cases/DateWords.h"
#include "cases/NumberWords.h"
#include "policy/FileContent.h"
#include "reports/ReportCsv.h"
#include "ui/supervisor/reports/PeriodChooser.h"
#include "ui/supervisor/reports/ReportCases.h"
#include "ui/supervisor/reports/ReportChartView.h"
#include "ui/supervisor/reports/ReportTableView.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/SavedFile.h"
#include "ui/widgets/Styling.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

constexpr int slowAfter = 300; // milliseconds
constexpr int leastChart = 232; // pixels of height, in text of 100 %
constexpr int leastTable = 176; // its titles and three rows with their definitions

} // namespace

ReportsPage::ReportsPage(Workshop &workshop, const Clock &clock, QWidget *parent)
    : PageFrame({248, 336}, parent), m_workshop(workshop), m_clock(clock), m_run(workshop),
      m_chooser(new PeriodChooser(workshop.rulebook().zone, clock)), m_list(new QListWidget), m_notice(new Notice),
      m_stack(nullptr), m_cases(new ReportCases(workshop)), m_nothing(new QWidget),
      m_title(makeLabel({}, TextRole::Title)), m_definition(makeLabel({}, TextRole::Quiet)),
      m_asOf(makeLabel({}, TextRole::Small)), m_drawing(new QFrame), m_chart(new ReportChartView),
      m_table(new ReportTableView), m_empty(makeLabel(tr("Nothing of this kind in the period."), TextRole::Quiet)),
      m_progressWords(makeLabel({}, TextRole::Quiet)), m_progress(new QProgressBar)
{
    buildBar();
    buildChoices();
    buildContent();
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowAfter);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_progressPart); });
    connect(m_chooser, &PeriodChooser::changed, this, &ReportsPage::refresh);
    connect(&m_run, &ReportRun::progressed, this, &ReportsPage::showProgress);
    connect(&m_run, &ReportRun::finished, this, [this](const ReportRun::Answer &made) { answer(*made); });
    connect(&m_paper, &ReportPaper::progressed, this, &ReportsPage::showSaving);
    connect(&m_paper, &ReportPaper::finished, this, &ReportsPage::endSaving);
    connect(m_notice, &Notice::actionTriggered, this, &ReportsPage::refresh);
    connect(m_cases, &ReportCases::closed, this, &ReportsPage::goBack);
    connect(m_cases, &ReportCases::caseOpened, this, &ReportsPage::caseOpened);
    setFirstStop(m_list);
}

void ReportsPage::buildBar()
{
    QHBoxLayout *bar = makeBar(tr("Reports"));
    auto *pdf = makeButton(tr("Save as &PDF…"), ButtonKind::Secondary);
    connect(pdf, &QPushButton::clicked, this, &ReportsPage::savePdf);
    bar->addWidget(pdf);
    auto *csv = makeButton(tr("Save as &CSV…"), ButtonKind::Secondary);
    connect(csv, &QPushButton::clicked, this, &ReportsPage::saveCsv);
    bar->addWidget(csv);
}

void ReportsPage::buildChoices()
{
    m_list->setAccessibleName(tr("Which report"));
    setPanel(m_list, "reports");
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showTable(); });
    sidebar()->addWidget(m_list);
}

void ReportsPage::buildContent()
{
    content()->setSpacing(12);
    content()->addWidget(m_chooser);
    content()->addWidget(m_notice);
    m_stack = new QStackedLayout;
    content()->addLayout(m_stack, 1); // before it shows anything
    m_stack->addWidget(m_nothing);
    m_reportPart = buildReport();
    m_stack->addWidget(m_reportPart);
    m_stack->addWidget(m_cases);
    m_progressPart = buildProgress();
    m_stack->addWidget(m_progressPart);
}

/// In large text, or a low window, the whole scrolls: a chart with words too small or a table of one row help nobody.
QWidget *ReportsPage::buildReport()
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *part = new QWidget(area->viewport());
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_definition);
    setPanel(m_drawing, "card");
    auto *inset = new QVBoxLayout(m_drawing);
    inset->setContentsMargins(4, 4, 4, 4);
    inset->addWidget(m_chart);
    m_chart->setMinimumHeight(Theme::scaled(leastChart));
    column->addWidget(m_drawing, 3);
    column->addWidget(m_table, 4);
    m_table->setMinimumHeight(Theme::scaled(leastTable));
    m_empty->setAlignment(Qt::AlignCenter);
    column->addWidget(m_empty, 1);
    column->addWidget(m_asOf);
    connect(m_table, &ReportTableView::numberOpened, this, &ReportsPage::showCases);
    area->setWidget(part);
    m_reportArea = area;
    connect(m_table, &ReportTableView::reached, area, [this, area] { area->ensureWidgetVisible(m_table); });
    connect(qApp, &QApplication::focusChanged, area, [this, area](QWidget *, QWidget *now) {
        if (now == m_list)
            area->verticalScrollBar()->setValue(0); // the chart has no stop of its own
    });
    return area;
}

QWidget *ReportsPage::buildProgress()
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setSpacing(12);
    m_progressWords->setAlignment(Qt::AlignCenter);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(Theme::scaled(320));
    m_progress->setAccessibleName(tr("Counting cases"));
    auto *stopping = makeButton(tr("&Stop"), ButtonKind::Secondary);
    connect(stopping, &QPushButton::clicked, this, &ReportsPage::stop);
    column->addStretch(2);
    column->addWidget(m_progressWords);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(stopping, 0, Qt::AlignHCenter);
    column->addStretch(3);
    return part;
}

void ReportsPage::refresh()
{
    if (!m_workshop.isOpen())
        return;
    m_notice->clear();
    const ReportOrder order = m_chooser->order();
    if (!order.period.isValid()) {
        m_run.stop();
        m_notice->showMessage(Tone::Warn, tr("The last day lies before the first. Choose a later one in “To”."));
        return;
    }
    m_progress->setRange(0, 0);
    m_progressWords->setText(tr("Counting cases…"));
    m_slow.start();
    m_run.start(order, m_clock.now());
}

void ReportsPage::stop()
{
    m_run.stop();
    m_paper.stop();
}

void ReportsPage::showProgress(int done, int of)
{
    m_progress->setRange(0, qMax(1, of));
    m_progress->setValue(done);
    m_progressWords->setText(tr("Counting cases: %1 of %2 rounds").arg(countWords(done), countWords(of)));
}

void ReportsPage::answer(const Result<CaseloadReport> &made)
{
    m_slow.stop();
    if (made) {
        m_report = std::make_shared<const CaseloadReport>(*made);
        fillList();
        showTable();
    } else {
        m_report.reset();
        m_stack->setCurrentWidget(m_nothing);
        m_notice->showError(made.error(), tr("Count a&gain"));
    }
    Q_EMIT loaded();
}

void ReportsPage::fillList()
{
    const int chosen = qMax(0, m_list->currentRow());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const ReportTable &table : m_report->tables)
        m_list->addItem(table.title);
    m_list->setCurrentRow(qMin(chosen, m_list->count() - 1));
}

void ReportsPage::showTable()
{
    const int chosen = m_list->currentRow();
    if (!m_report || chosen < 0)
        return;
    const ReportTable &table = m_report->tables.at(chosen);
    setTextAnnounced(m_title, table.title);
    m_definition->setText(table.definition);
    const bool drawn = table.chart != ReportChart::None && !table.isEmpty();
    m_drawing->setVisible(drawn);
    if (drawn)
        m_chart->setTable(table, Theme::current());
    m_table->setVisible(!table.isEmpty());
    m_empty->setVisible(table.isEmpty());
    m_table->setTable(table);
    m_asOf->setText(tr("%1 · %2 · as of %3 · Enter on a number opens its cases")
                        .arg(m_report->order.period.words(), m_report->lineWords(),
                            dayAndClockWords(m_report->asOf.toTimeZone(m_report->zone))));
    m_reportArea->verticalScrollBar()->setValue(0);
    m_stack->setCurrentWidget(m_reportPart);
}

void ReportsPage::showCases(int row, int column)
{
    const ReportTable &table = m_report->tables.at(m_list->currentRow());
    const ReportRow &what = table.rows.at(row);
    const QString heading = table.columns.size() == 1
        ? tr("%1: %2").arg(table.title, what.label)
        : tr("%1: %2, %3").arg(table.title, what.label, table.columns.at(column).label);
    m_stack->setCurrentWidget(m_cases);
    m_cases->showRounds(heading, m_report, what.cells.at(column).rounds);
}

bool ReportsPage::goBack()
{
    if (m_stack->currentWidget() != m_cases)
        return false;
    m_stack->setCurrentWidget(m_reportPart);
    m_table->setFocus();
    return true;
}

void ReportsPage::showError(const Error &error)
{
    m_notice->showError(error);
}

/// What stands here is whole, and not about to be counted anew.
bool ReportsPage::isToBeSaved()
{
    if (!m_run.isRunning() && !m_paper.isRunning())
        return m_report != nullptr;
    m_notice->showMessage(Tone::Neutral, tr("One moment: a report is still being made."));
    return false;
}

void ReportsPage::savePdf()
{
    if (!isToBeSaved())
        return;
    const QString name = askFileName(this, tr("Save reports as PDF"), tr("reports.pdf"), tr("PDF (*.pdf)"));
    if (name.isEmpty())
        return;
    m_savedFrom = m_stack->currentWidget();
    showSaving(0, 0);
    m_slow.start();
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.settings(); },
        [this, name, report = m_report](const Result<WorkspaceSettings> &settings) {
            m_paper.start(report, settings ? settings->organisation : QString(), name);
        });
}

void ReportsPage::showSaving(int drawn, int of)
{
    m_progress->setRange(0, of);
    m_progress->setValue(drawn);
    m_progressWords->setText(
        drawn < of ? tr("Drawing charts: %1 of %2").arg(drawn).arg(of) : tr("Making the PDF…"));
}

void ReportsPage::endSaving(const Result<void> &written)
{
    if (!m_run.isRunning()) { // else other days are being counted by now
        m_slow.stop();
        m_stack->setCurrentWidget(m_savedFrom);
    }
    saved(m_paper.file(), written);
}

void ReportsPage::saveCsv()
{
    if (!isToBeSaved())
        return;
    const QString name = askFileName(this, tr("Save reports as CSV"), tr("reports.csv"), tr("CSV (*.csv)"));
    if (!name.isEmpty())
        saved(name, writeWhole(name, toCsv(*m_report)));
}

void ReportsPage::saved(const QString &name, const Result<void> &written)
{
    if (written)
        m_notice->showMessage(Tone::Ok, tr("Saved: %1").arg(name));
    else if (written.error().code == QLatin1String("stopped"))
        m_notice->showMessage(Tone::Neutral, written.error().message);
    else
        m_notice->showError(written.error());
}

} // namespace reviewdesk
