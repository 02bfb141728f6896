#include "ui/history/HistorySheet.h"

#include "ui/history/HistoryList.h"
#include "ui/history/RoundsSheet.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

HistorySheet::HistorySheet(Workshop &workshop, const StoredCase &stored, QWidget *parent)
    : QDialog(parent), m_history(new HistoryList(workshop, stored.id))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History of %1").arg(stored.reviewCase.number));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(windowTitle(), TextRole::Title));
    column->addWidget(m_history, 1);
    auto *buttons = new QDialogButtonBox;
    if (stored.round > 1) {
        m_rounds = makeButton(tr("Com&pare rounds…"), ButtonKind::Secondary);
        buttons->addButton(m_rounds, QDialogButtonBox::ActionRole);
        connect(m_rounds, &QPushButton::clicked, this,
            [this, &workshop, caseId = stored.id] { (new RoundsSheet(workshop, caseId, this))->open(); });
    }
    buttons->addButton(makeButton(tr("&Close"), ButtonKind::Secondary), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &HistorySheet::reject);
    column->addWidget(buttons);
    giveSize(*this, {720, 560});
    list()->setFocus();
}

QListWidget *HistorySheet::list() const
{
    return m_history->list();
}

} // namespace reviewdesk
