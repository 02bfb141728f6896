#include "ui/letter/LetterheadDialog.h"

#include "ui/letter/LetterheadPage.h"
#include "ui/widgets/StayOrLose.h"
#include "ui/widgets/WindowSize.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

LetterheadDialog::LetterheadDialog(
    Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Clock &clock, QWidget *parent)
    : QDialog(parent), m_page(new LetterheadPage(workshop, std::move(composer), clock))
{
    setProperty("helpTopic", QStringLiteral("letterhead"));
    setWindowTitle(tr("Letterhead"));
    giveSize(*this, {1160, 720});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    const QList<QPushButton *> buttons = m_page->findChildren<QPushButton *>();
    for (QPushButton *button : buttons)
        button->setAutoDefault(false); // Enter in a field saves nothing
    connect(m_page, &LetterheadPage::saved, this, &LetterheadDialog::saved);
    connect(m_page, &LetterheadPage::closed, this, &LetterheadDialog::reject);
}

void LetterheadDialog::reject()
{
    if (!m_page->hasUnsaved() ||
        mayLose(this, tr("Not saved"),
            tr("The letterhead was changed and is not saved. Stay, or leave and lose the changes?"),
            tr("&Leave and lose them")))
        QDialog::reject();
}

} // namespace reviewdesk
