#include "ui/supervisor/QualityPage.h"

#include "cases/DateWords.h"
#include "cases/NumberWords.h"
#include "ui/supervisor/DrawSampleDialog.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Tabs.h"
#include "ui/widgets/Theme.h"
#include "ui/worklist/CaseTable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

/// "0.62 (0.41 to 0.83)"
QString figureWords(double value, const Interval &interval)
{
    const auto number = [](double figure) { return QLocale().toString(figure, 'f', 2); };
    return QualityPage::tr("%1 (%2 to %3)").arg(number(value), number(interval.low), number(interval.high));
}

QString shareWords(const Agreement &agreement)
{
    const auto number = [](double share) { return QLocale().toString(share * 100, 'f', 1); };
    return QualityPage::tr("%1 (%2 to %3)")
        .arg(percentWords(number(agreement.observed)), number(agreement.observedInterval.low),
            number(agreement.observedInterval.high));
}

QString aboutWords(AgreementRow::About about)
{
    if (about == AgreementRow::About::Outcome)
        return QualityPage::tr("Overall");
    return about == AgreementRow::About::Criterion ? QualityPage::tr("Criterion") : QualityPage::tr("Question");
}

void setRow(QTableWidget &table, int row, const QStringList &words)
{
    for (int column = 0; column < words.size(); ++column) {
        auto *item = new QTableWidgetItem(words.at(column));
        item->setToolTip(words.at(column));
        table.setItem(row, column, item);
    }
}

} // namespace

QualityPage::QualityPage(Workshop &workshop, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_clock(clock), m_rulebook(workshop.sharedRulebook()),
      m_draw(makeButton(tr("Draw a &sample…"), ButtonKind::Primary)),
      m_samples(makeTable(tr("Samples"),
          {tr("Drawn"), tr("Decided"), tr("Nurse"), tr("Outcome"), tr("Seed"), tr("Reviewer"), tr("Finished")}, {1, 2, 5})),
      m_tabs(new QTabWidget), m_cases(makeTable(tr("Cases of the sample"),
                                  {tr("No."), tr("Case"), tr("Member"), tr("Second review"), tr("First by")}, {2, 3, 4})),
      m_agreement(makeTable(
          tr("Agreement"), {tr("About"), tr("What"), tr("Pairs"), tr("Agreement (95%)"), tr("Cohen's kappa (95%)")}, {1, 4})),
      m_disagreements(
          makeTable(tr("Disagreements"), {tr("Case"), tr("What"), tr("First review"), tr("Second review")}, {2, 3})),
      m_summary(makeLabel({}, TextRole::Quiet)), m_notice(new Notice), m_busy(nullptr)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Quality"), TextRole::Title), 1);
    row->addWidget(m_draw);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_samples, 2);
    m_tabs->addTab(m_cases, tr("Cases"));
    m_tabs->addTab(m_agreement, tr("Agreement"));
    m_tabs->addTab(m_disagreements, tr("Disagreements"));
    styleTabs(*m_tabs, tr("What is shown of the sample"));
    column->addWidget(m_tabs, 3);
    column->addWidget(m_summary);
    m_busy = new BusyOverlay(this);
    m_draw->setVisible(workshop.user().role == Role::Supervisor);
    connect(m_draw, &QPushButton::clicked, this, &QualityPage::openDraw);
    connect(m_samples, &QTableWidget::itemSelectionChanged, this, &QualityPage::chooseSample);
    connect(m_cases, &QTableWidget::cellDoubleClicked, this, &QualityPage::openCase);
    connect(m_disagreements, &QTableWidget::cellDoubleClicked, this, &QualityPage::openDisagreement);
    setFocusProxy(m_samples);
    refresh();
}

QTableWidget *QualityPage::makeTable(const QString &name, const QStringList &titles, const QList<int> &yielding)
{
    auto *table = new QTableWidget;
    makePlain(*table, name, titles, yielding);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->installEventFilter(this);
    return table;
}

DrawSampleDialog *QualityPage::openDraw()
{
    const QDate today = m_clock.now().toTimeZone(m_rulebook->zone).date();
    auto *dialog = new DrawSampleDialog(m_workshop, today, QRandomGenerator::system()->generate(), window());
    connect(dialog, &DrawSampleDialog::drawn, this, [this](const QString &sampleId) {
        m_wanted = sampleId;
        refresh();
    });
    dialog->open();
    return dialog;
}

void QualityPage::refresh()
{
    if (m_wanted.isEmpty() && m_samples->currentRow() >= 0 && m_samples->currentRow() < m_list.size())
        m_wanted = m_list.at(m_samples->currentRow()).id;
    m_busy->start(tr("Reading the samples…"));
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.samples(); },
        [this](const Result<QList<QualitySample>> &samples) {
            m_busy->stop();
            if (samples)
                showSamples(*samples);
            else
                m_notice->showError(samples.error());
        });
}

void QualityPage::showSamples(const QList<QualitySample> &samples)
{
    {
        const QSignalBlocker quiet(m_samples);
        m_list = samples;
        m_samples->setRowCount(static_cast<int>(samples.size()));
        int chosen = 0;
        for (int row = 0; row < m_samples->rowCount(); ++row) {
            const QualitySample &one = samples.at(row);
            setRow(*m_samples, row,
                {dayWords(one.drawnAt.toTimeZone(m_rulebook->zone).date()),
                    tr("%1 to %2").arg(dayWords(one.wish.from), dayWords(one.wish.until)),
                    one.nurse.isEmpty() ? tr("everybody") : one.nurse,
                    one.wish.outcome ? label(*one.wish.outcome) : tr("both"), QString::number(one.wish.seed),
                    one.reviewer, tr("%1 of %2").arg(one.finished).arg(one.drawn)});
            if (one.id == m_wanted)
                chosen = row;
        }
        m_wanted.clear();
        if (!samples.isEmpty())
            m_samples->setCurrentCell(chosen, 0);
    }
    if (samples.isEmpty())
        m_summary->setText(
            tr("No sample was drawn yet. A sample takes decided cases at random; somebody else reviews them a "
               "second time without seeing the first answers."));
    chooseSample();
}

void QualityPage::chooseSample()
{
    const int row = m_samples->currentRow();
    if (row < 0 || row >= m_list.size()) {
        showCases({});
        return;
    }
    const int asked = ++m_asked;
    m_workshop.run(
        this, [id = m_list.at(row).id](Workspace &workspace) { return workspace.sampledCases(id); },
        [this, asked](const Result<QList<SampledCase>> &cases) {
            if (asked != m_asked)
                return;
            if (cases)
                showCases(*cases);
            else
                m_notice->showError(cases.error());
        });
}

/// The same sample's cases again leave the keyboard at its case; another sample's begin at the first.
void QualityPage::showCases(const QList<SampledCase> &cases)
{
    const SampledCase before = m_sampled.value(m_cases->currentRow());
    m_sampled = cases;
    int current = 0;
    m_cases->setRowCount(static_cast<int>(cases.size()));
    for (int row = 0; row < m_cases->rowCount(); ++row) {
        const SampledCase &one = cases.at(row);
        if (one.sampleId == before.sampleId && one.position == before.position)
            current = row;
        const QString state = one.finishedAt.isValid() ? tr("finished")
            : one.startedAt.isValid()                  ? tr("begun")
                                                       : tr("not begun");
        setRow(*m_cases, row,
            {QString::number(one.position), one.number, one.member, state,
                one.preparedBy.isEmpty() ? tr("hidden until it is finished") : one.preparedBy});
    }
    if (!cases.isEmpty())
        m_cases->setCurrentCell(current, qMax(0, m_cases->currentColumn()));
    const Disagreement chosen = m_report.disagreements.value(m_disagreements->currentRow());
    m_report = agreementReport(cases, *m_rulebook);
    showAgreement(m_report);
    showDisagreements(m_report, chosen);
    const int row = m_samples->currentRow();
    if (row >= 0 && row < m_list.size()) {
        const QualitySample &sample = m_list.at(row);
        m_summary->setText(tr("%1 of %2 cases that fit were drawn by seed %3, by %4. Enter opens a second review.")
                               .arg(sample.drawn)
                               .arg(sample.population)
                               .arg(sample.wish.seed)
                               .arg(sample.drawnBy));
    }
}

void QualityPage::showAgreement(const AgreementReport &report)
{
    m_agreement->setRowCount(static_cast<int>(report.rows.size()));
    for (int row = 0; row < m_agreement->rowCount(); ++row) {
        const AgreementRow &one = report.rows.at(row);
        const QString what =
            one.about == AgreementRow::About::Criterion ? tr("%1: %2").arg(one.id, one.label) : one.label;
        setRow(*m_agreement, row,
            {aboutWords(one.about), what, countWords(one.agreement.pairs), shareWords(one.agreement),
                one.agreement.kappa ? figureWords(*one.agreement.kappa, one.agreement.kappaInterval)
                                    : tr("none: both always said the same thing")});
    }
    m_tabs->setTabText(1, report.reviewed == 0 ? tr("Agreement") : tr("Agreement (%1 reviewed)").arg(report.reviewed));
}

void QualityPage::showDisagreements(const AgreementReport &report, const Disagreement &chosen)
{
    int current = -1; // the one that was chosen; more may stand before it now
    m_disagreements->setRowCount(static_cast<int>(report.disagreements.size()));
    const auto side = [](const QString &said, const QString &source) {
        return source.isEmpty() ? said : tr("%1 [%2]").arg(said, source);
    };
    for (int row = 0; row < m_disagreements->rowCount(); ++row) {
        const Disagreement &one = report.disagreements.at(row);
        setRow(*m_disagreements, row,
            {one.number, one.about == AgreementRow::About::Criterion ? tr("criterion %1").arg(one.id) : one.label,
                side(one.first, one.firstSource), side(one.second, one.secondSource)});
        if (one.sampleId == chosen.sampleId && one.position == chosen.position && one.about == chosen.about &&
            one.id == chosen.id)
            current = row;
    }
    m_disagreements->setCurrentCell(current, qMax(0, m_disagreements->currentColumn()));
    m_tabs->setTabText(2,
        report.disagreements.isEmpty() ? tr("Disagreements")
                                       : tr("Disagreements (%1)").arg(report.disagreements.size()));
}

bool QualityPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (watched == m_samples)
                m_cases->setFocus();
            else if (watched == m_cases)
                openCase(m_cases->currentRow());
            else if (watched == m_disagreements)
                openDisagreement(m_disagreements->currentRow());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// A finished one opens the case; another one its second review, for its reviewer.
void QualityPage::openCase(int row)
{
    if (row < 0 || row >= m_sampled.size())
        return;
    const SampledCase &one = m_sampled.at(row);
    const int sample = m_samples->currentRow();
    if (one.finishedAt.isValid()) {
        Q_EMIT caseWanted(one.caseId);
    } else if (sample >= 0 && m_list.at(sample).wish.reviewerId == m_workshop.user().id) {
        Q_EMIT secondReviewWanted(one.sampleId, one.position);
    } else {
        m_notice->showMessage(
            Tone::Neutral, tr("This second review is %1's to write.").arg(m_list.at(sample).reviewer));
    }
}

void QualityPage::openDisagreement(int row)
{
    if (row < 0 || row >= m_report.disagreements.size())
        return;
    for (const SampledCase &one : std::as_const(m_sampled)) {
        if (one.position == m_report.disagreements.at(row).position)
            Q_EMIT caseWanted(one.caseId);
    }
}

} // namespace reviewdesk
