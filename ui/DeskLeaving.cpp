// The desk: leaving a page whose work may not be saved.
#include "ui/Desk.h"

#include "ui/decision/DecisionPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/supervisor/reports/ReportsPage.h"

#include <QMessageBox>
#include <QPushButton>

namespace reviewdesk {

void Desk::leave()
{
    if (mayLeave())
        showHome();
}

bool Desk::mayLeave()
{
    if (flush())
        return true;
    const bool unsigned_ = qobject_cast<DecisionPage *>(m_page) != nullptr;
    QMessageBox box(QMessageBox::Warning, tr("Not saved"),
        unsigned_
            ? tr("Your decision is not signed, and its words are kept only with it. Stay, or leave and lose them?")
            : tr("The last changes could not be saved. Stay and try again, or leave and lose them?"),
        QMessageBox::NoButton, this);
    QPushButton *stay = box.addButton(tr("&Stay"), QMessageBox::RejectRole);
    const QPushButton *leave = box.addButton(tr("&Leave and lose them"), QMessageBox::DestructiveRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == leave)
        return true;
    if (auto *review = qobject_cast<ReviewPage *>(m_page))
        review->offerMerge();
    return false;
}

bool Desk::flush()
{
    if (m_reports)
        m_reports->stop(); // it reads with a key of its own
    return !m_flushPage || m_flushPage();
}

} // namespace reviewdesk
