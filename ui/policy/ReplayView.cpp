#include "ui/policy/ReplayView.h"

#include "policy/FileContent.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/SavedFile.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/CaseTable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QProgressBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

enum Column { Number, MemberName, StatusColumn, Now, Then, Criteria };

QString number(int count)
{
    return QLocale().toString(count);
}

/// "Investigational (unmet: I.B.3.b.i)"
QString outcomeWords(const ReplayedOutcome &outcome)
{
    if (outcome.outcome.isEmpty())
        return ReplayView::tr("Not decided");
    return outcome.unmet.isEmpty()
        ? outcome.label
        : ReplayView::tr("%1 (unmet: %2)").arg(outcome.label, outcome.unmet.join(QStringLiteral(", ")));
}

QString labelOrOpen(const QString &label)
{
    return label.isEmpty() ? ReplayView::tr("Not decided") : label;
}

/// "Progressive disease: 12 cases; Unresectable: 3 cases"
QString countsInWords(const QMap<QString, int> &counts)
{
    QStringList words;
    for (auto one = counts.cbegin(); one != counts.cend(); ++one)
        words << ReplayView::tr("%1 (%2)", "a question and in how many cases").arg(one.key(), number(one.value()));
    return words.join(QStringLiteral(", "));
}

} // namespace

ReplayView::ReplayView(Workshop &workshop, QWidget *parent)
    : QWidget(parent), m_workshop(workshop), m_run(workshop), m_notice(new Notice),
      m_summary(makeLabel({}, TextRole::Strong)), m_details(makeLabel({}, TextRole::Quiet)),
      m_progress(new QProgressBar), m_start(makeButton(tr("&Start the replay"), ButtonKind::Primary)),
      m_stop(makeButton(tr("S&top"), ButtonKind::Secondary)),
      m_csv(makeButton(tr("Save as &CSV…"), ButtonKind::Secondary)), m_cases(new QTableWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    row->addWidget(m_start);
    row->addWidget(m_stop);
    row->addWidget(m_csv);
    column->addLayout(row);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Replaying cases"));
    column->addWidget(m_progress);
    column->addWidget(m_notice);
    column->addWidget(m_details);
    makePlain(*m_cases, tr("Cases that would come out differently"),
        {tr("Case"), tr("Member"), tr("Status"), tr("Now"), tr("Then"), tr("Criteria")},
        {MemberName, Now, Then, Criteria});
    m_cases->setSelectionMode(QAbstractItemView::SingleSelection);
    m_cases->installEventFilter(this);
    column->addWidget(m_cases, 1);
    column->addStretch(0);
    connect(m_start, &QPushButton::clicked, this, &ReplayView::start);
    connect(m_stop, &QPushButton::clicked, &m_run, &ReplayRun::stop);
    connect(m_csv, &QPushButton::clicked, this, [this] {
        const QString file = askFileName(this, tr("Save the replay as CSV"), tr("replay.csv"), tr("CSV (*.csv)"));
        if (!file.isEmpty())
            saveCsv(file);
    });
    connect(m_cases, &QTableWidget::cellDoubleClicked, this, &ReplayView::openCase);
    connect(&m_run, &ReplayRun::progressed, this, &ReplayView::showProgress);
    connect(&m_run, &ReplayRun::finished, this, [this](const ReplayRun::Answer &made) { answer(*made); });
    setPacks({}, {});
}

void ReplayView::setPacks(std::shared_ptr<const Policy> present, std::shared_ptr<const Policy> candidate)
{
    if (m_present && present && *m_present == *present && m_candidate == candidate)
        return; // asked for again: what was replayed stands
    m_candidate.reset();
    m_run.stop();
    m_present = std::move(present);
    m_candidate = std::move(candidate);
    m_replay.reset();
    m_notice->clear();
    showRunning(false);
    showReplay();
}

QString ReplayView::details() const
{
    return m_details->text();
}

void ReplayView::start()
{
    if (!m_candidate || m_run.isRunning())
        return;
    m_replay.reset();
    m_notice->clear();
    showReplay();
    m_progress->setRange(0, 0);
    showRunning(true);
    setTextAnnounced(m_summary, tr("Replaying cases…"));
    m_stop->setFocus(Qt::OtherFocusReason); // what was pressed is gone
    m_run.start(*m_present, *m_candidate);
}

void ReplayView::showRunning(bool running)
{
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_start->setVisible(!running);
    m_start->setEnabled(m_candidate != nullptr);
    m_csv->setVisible(!running);
}

void ReplayView::showProgress(int done, int of)
{
    m_progress->setRange(0, qMax(1, of));
    m_progress->setValue(done);
    m_summary->setText(tr("Replaying cases: %1 of %2").arg(number(done), number(of)));
}

void ReplayView::answer(const Result<PolicyReplay> &made)
{
    const bool wasHere = m_stop->hasFocus();
    showRunning(false);
    if (made)
        m_replay = std::make_shared<const PolicyReplay>(*made);
    showReplay();
    if (!made && m_candidate) {
        if (made.error().code == QLatin1String("stopped"))
            m_notice->showMessage(Tone::Neutral, made.error().message);
        else
            m_notice->showError(made.error());
    }
    if (wasHere)
        (m_cases->rowCount() > 0 ? static_cast<QWidget *>(m_cases) : m_start)->setFocus(Qt::OtherFocusReason);
    Q_EMIT finished();
}

void ReplayView::showReplay()
{
    showCounts();
    const qsizetype shown = m_replay ? qMin(m_replay->listed.size(), qsizetype{mostShown}) : 0;
    m_csv->setEnabled(shown > 0);
    m_cases->setVisible(shown > 0);
    m_cases->setRowCount(static_cast<int>(shown));
    for (int row = 0; row < m_cases->rowCount(); ++row) {
        const ReplayedCase &one = m_replay->listed.at(row);
        QStringList criteria{one.criteria.join(QStringLiteral(", "))};
        if (!one.unread.isEmpty())
            criteria << tr("does not know: %1").arg(one.unread.join(QStringLiteral(", ")));
        if (!one.asked.isEmpty())
            criteria << tr("needs besides: %1").arg(one.asked.join(QStringLiteral(", ")));
        criteria.removeAll(QString());
        int column = 0;
        for (const QString &words : {one.number, one.memberName, label(one.status), outcomeWords(one.now),
                 outcomeWords(one.then), criteria.join(QStringLiteral("; "))}) {
            auto *item = new QTableWidgetItem(words);
            item->setToolTip(words);
            m_cases->setItem(row, column++, item);
        }
        m_cases->item(row, Now)->setData(Qt::AccessibleTextRole, tr("now: %1").arg(outcomeWords(one.now)));
        m_cases->item(row, Then)->setData(Qt::AccessibleTextRole, tr("then: %1").arg(outcomeWords(one.then)));
    }
    if (shown > 0)
        m_cases->setCurrentCell(0, 0);
}

void ReplayView::showCounts()
{
    m_details->setVisible(m_replay != nullptr || !m_candidate);
    if (!m_candidate) {
        m_summary->setText({});
        m_details->setText(
            tr("Choose another version above, or compare with a pack file: then every case of the workspace "
               "can be tried under it."));
        return;
    }
    if (!m_replay) {
        m_summary->setText(tr("Every case, open or closed, under %1 %2 beside %3.")
                               .arg(m_candidate->id, m_candidate->version, m_present->version));
        return;
    }
    const PolicyReplay &replay = *m_replay;
    setTextAnnounced(m_summary,
        replay.different() == 0 ? tr("Of %1 cases (%2 open) none would come out differently.")
                                      .arg(number(replay.cases), number(replay.open))
                                : tr("Of %1 cases %2 would come out differently: %3 open, %4 closed.")
                                      .arg(number(replay.cases), number(replay.different()),
                                          number(replay.differentOpen), number(replay.differentClosed)));
    QStringList details;
    for (auto move = replay.moves.cbegin(); move != replay.moves.cend(); ++move)
        details << tr("%1 → %2: %3", "an outcome, another outcome, how many cases")
                       .arg(labelOrOpen(move.key().first), labelOrOpen(move.key().second), number(move.value()));
    if (!replay.unread.isEmpty())
        details << tr("Answers that it does not know: %1.").arg(countsInWords(replay.unread));
    if (!replay.asked.isEmpty())
        details << tr("What it needs to know besides: %1.").arg(countsInWords(replay.asked));
    if (replay.different() > mostShown)
        details << tr("The first %1 are listed; the file has %2.")
                       .arg(number(mostShown), number(static_cast<int>(replay.listed.size())));
    details << tr("No case is changed by this.");
    m_details->setText(details.join(QStringLiteral("\n")));
}

bool ReplayView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_cases && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCase(m_cases->currentRow());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReplayView::openCase(int row)
{
    if (m_replay && row >= 0 && row < m_replay->listed.size())
        Q_EMIT caseWanted(m_replay->listed.at(row).caseId);
}

void ReplayView::saveCsv(const QString &file)
{
    if (!m_replay)
        return;
    const Result<void> written = writeWhole(file, toCsv(*m_replay, *m_present, *m_candidate));
    if (written)
        m_notice->showMessage(Tone::Ok, tr("Saved: %1").arg(file));
    else
        m_notice->showError(written.error());
}

} // namespace reviewdesk
