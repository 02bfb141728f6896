#include "ui/supervisor/ReleasePage.h"

#include "letter/LetterComposer.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/worklist/CaseTable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

namespace {

/// "Notice of an extension, Request for information", by case.
QMap<QString, QString> inWords(const QMap<QString, QStringList> &letters)
{
    QMap<QString, QString> words;
    for (auto one = letters.cbegin(); one != letters.cend(); ++one) {
        QStringList kinds;
        for (const QString &word : one.value()) {
            if (const std::optional<LetterKind> kind = letterKindFromWord(word))
                kinds << label(*kind);
        }
        words.insert(one.key(), kinds.join(QStringLiteral(", ")));
    }
    return words;
}

} // namespace

ReleasePage::ReleasePage(Workshop &workshop, const Clock &clock, QWidget *parent, int most)
    : QWidget(parent), m_workshop(workshop), m_most(most),
      m_cases(new CaseTable(tr("Letters to release"), workshop.rulebook().zone, clock)),
      m_summary(makeLabel({}, TextRole::Quiet)), m_release(makeButton(tr("R&elease"), ButtonKind::Primary)),
      m_notice(new Notice)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Letters to release"), TextRole::Title));
    column->addWidget(makeLabel(tr("Cases with letters that are not printed or not issued yet. Enter opens a case; the letters of the "
                                   "chosen ones go out as one print job."),
        TextRole::Quiet));
    column->addWidget(m_notice);
    column->addWidget(m_cases, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *all = makeButton(tr("Select &all"), ButtonKind::Secondary);
    row->addWidget(m_summary, 1);
    row->addWidget(all);
    row->addWidget(m_release);
    column->addLayout(row);
    connect(all, &QPushButton::clicked, m_cases, &CaseTable::selectAll);
    connect(m_release, &QPushButton::clicked, this, [this] { Q_EMIT releaseWanted(m_cases->selectedIds()); });
    connect(m_cases, &CaseTable::opened, this, &ReleasePage::caseWanted);
    connect(m_cases, &QTableWidget::itemSelectionChanged, this, &ReleasePage::enable);
    m_cases->showLetters();
    connect(&m_minute, &QTimer::timeout, m_cases, &CaseTable::refreshDue);
    m_minute.start(60'000);
    setFocusProxy(m_cases);
    refresh();
}

void ReleasePage::refresh()
{
    WorklistQuery query;
    query.view = WorklistView::LettersToPrint;
    query.limit = m_most;
    struct Waiting {
        QList<WorklistRow> rows;
        QMap<QString, QStringList> letters;
        int all = 0;
    };
    m_workshop.run(
        this,
        [query](Workspace &workspace) -> Result<Waiting> {
            const Result<QList<WorklistRow>> rows = workspace.worklist(query);
            if (!rows)
                return rows.error();
            const Result<QMap<WorklistView, int>> counts = workspace.worklistCounts();
            if (!counts)
                return counts.error();
            QStringList ids;
            for (const WorklistRow &row : *rows)
                ids << row.caseId;
            const Result<QMap<QString, QStringList>> letters = workspace.waitingLetters(ids);
            if (!letters)
                return letters.error();
            return Waiting{*rows, *letters, counts->value(query.view)};
        },
        [this](const Result<Waiting> &waiting) {
            if (waiting) {
                m_waiting = waiting->all;
                m_cases->setLetters(inWords(waiting->letters));
                if (std::exchange(m_isListed, true))
                    m_cases->renewCases(waiting->rows);
                else
                    m_cases->setCases(waiting->rows);
            } else {
                m_notice->showError(waiting.error());
            }
            enable();
        });
}

void ReleasePage::enable()
{
    const qsizetype chosen = m_cases->selectedIds().size();
    m_release->setEnabled(chosen > 0);
    m_release->setText(chosen > 1 ? tr("R&elease letters of %1 cases…").arg(chosen) : tr("R&elease the letters…"));
    const QString listed = QLocale().toString(m_cases->rowCount());
    m_summary->setText(m_cases->rowCount() == 0 ? tr("No letter waits.")
            : m_cases->rowCount() < m_waiting
            ? tr("The first %1 of %2 cases with letters to release: one job takes no more, the others follow it.")
                  .arg(listed, QLocale().toString(m_waiting))
            : tr("Cases with letters to release: %1").arg(listed));
}

} // namespace reviewdesk
