#include "ui/history/RoundsSheet.h"

#include "cases/CaseDiff.h"
#include "cases/CaseFile.h"
#include "cases/DateWords.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace reviewdesk {

RoundsSheet::RoundsSheet(Workshop &workshop, const QString &caseId, QWidget *parent)
    : QDialog(parent), m_rulebook(workshop.sharedRulebook()), m_earlier(new QComboBox), m_later(new QComboBox),
      m_table(new QTableWidget(0, 4)), m_summary(makeLabel({}, TextRole::Quiet)), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What changed between rounds"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(windowTitle(), TextRole::Title));
    auto *rounds = new QGridLayout;
    rounds->setHorizontalSpacing(12);
    rounds->setVerticalSpacing(8);
    rounds->setColumnStretch(1, 1);
    for (const auto &[text, box] : {std::pair(tr("&From"), m_earlier), std::pair(tr("&to"), m_later)}) {
        auto *caption = makeLabel(text, TextRole::Quiet);
        caption->setWordWrap(false);
        caption->setBuddy(box);
        const int row = rounds->rowCount();
        rounds->addWidget(caption, row, 0);
        rounds->addWidget(box, row, 1);
        connect(box, &QComboBox::currentIndexChanged, this, &RoundsSheet::compare);
    }
    column->addLayout(rounds);
    column->addWidget(m_notice);
    m_table->setHorizontalHeaderLabels({tr("Part"), tr("Field"), tr("Before"), tr("After")});
    m_table->setAccessibleName(tr("What changed"));
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(true);
    m_table->setShowGrid(false);
    setPanel(m_table, "cases");
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(2, QHeaderView::Stretch);
    header->setSectionResizeMode(3, QHeaderView::Stretch);
    column->addWidget(m_table, 1);
    column->addWidget(m_summary);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(makeButton(tr("&Close"), ButtonKind::Secondary), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &RoundsSheet::reject);
    giveSize(*this, {920, 560});
    m_table->setFocus();
    workshop.run(
        this, [caseId](Workspace &workspace) { return workspace.rounds(caseId); },
        [this](const Result<QList<KeptRound>> &rounds) { showRounds(rounds); });
}

QString RoundsSheet::title(const KeptRound &round) const
{
    const QString begun = dayWords(round.startedAt.toTimeZone(m_rulebook->zone).date());
    const QString kind = round.kind == RoundKind::First ? tr("first review")
        : round.kind == RoundKind::Appeal               ? tr("an appeal")
                                                        : tr("reopened");
    return tr("Round %1, %2, begun %3: %4").arg(round.number).arg(kind, begun, label(round.status).toLower());
}

void RoundsSheet::showRounds(const Result<QList<KeptRound>> &rounds)
{
    if (!rounds) {
        m_notice->showError(rounds.error());
        return;
    }
    m_rounds = *rounds;
    for (KeptRound &round : m_rounds)
        round.content = toldIn(std::move(round.content), m_rulebook->zone); // its instants are kept in UTC
    {
        const QSignalBlocker first(m_earlier);
        const QSignalBlocker second(m_later);
        for (const KeptRound &round : std::as_const(m_rounds)) {
            m_earlier->addItem(title(round));
            m_later->addItem(title(round));
        }
        m_later->setCurrentIndex(static_cast<int>(m_rounds.size()) - 1);
        m_earlier->setCurrentIndex(qMax(0, static_cast<int>(m_rounds.size()) - 2));
    }
    compare();
}

void RoundsSheet::compare()
{
    const int from = m_earlier->currentIndex();
    const int to = m_later->currentIndex();
    if (from < 0 || to < 0)
        return;
    const QList<FieldDifference> found =
        differences(m_rounds.at(from).content, m_rounds.at(to).content, m_rulebook->policy);
    m_table->setRowCount(static_cast<int>(found.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const FieldDifference &one = found.at(row);
        int column = 0;
        for (const QString &words : {one.part, one.field, one.before.isEmpty() ? tr("–") : one.before,
                 one.after.isEmpty() ? tr("–") : one.after}) {
            auto *item = new QTableWidgetItem(words);
            item->setToolTip(words);
            m_table->setItem(row, column++, item);
        }
        m_table->item(row, 2)->setData(Qt::AccessibleTextRole, tr("before: %1").arg(m_table->item(row, 2)->text()));
        m_table->item(row, 3)->setData(Qt::AccessibleTextRole, tr("after: %1").arg(m_table->item(row, 3)->text()));
    }
    m_table->resizeRowsToContents();
    if (!found.isEmpty())
        m_table->setCurrentCell(0, 0);
    setTextAnnounced(m_summary,
        m_rounds.size() < 2  ? tr("The case has one round so far.")
            : found.isEmpty() ? tr("The two rounds say the same.")
                              : tr("Fields that differ: %1").arg(found.size()));
}

} // namespace reviewdesk
