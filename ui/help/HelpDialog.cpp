#include "ui/help/HelpDialog.h"

#include "ui/help/HelpCard.h"
#include "ui/help/HelpSheet.h"
#include "ui/widgets/WindowSize.h"

#include <QTimer>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QString topicOf(const QDialog &dialog, const QString &topicOfPage)
{
    for (const QWidget *over = &dialog; over; over = over->parentWidget()) {
        const QString named = over->property("helpTopic").toString();
        if (!named.isEmpty())
            return named;
    }
    return topicOfPage;
}

} // namespace

void HelpDialog::openOver(QDialog &dialog, const QString &topicOfPage)
{
    const QString text = helpText(topicOf(dialog, topicOfPage));
    if (!text.isEmpty() && !qobject_cast<HelpDialog *>(&dialog))
        (new HelpDialog(text, dialog))->open();
}

HelpDialog::HelpDialog(const QString &text, QDialog &over) : QDialog(&over), m_before(over.focusWidget())
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("stopsAtLock", true); // it is not brought back
    setWindowTitle(tr("Help"));
    giveSize(*this, {760, 640});
    auto *column = new QVBoxLayout(this);
    auto *card = new HelpCard;
    column->addWidget(card);
    card->setText(text);
    card->focusText();
    connect(card, &HelpCard::closeWanted, this, &HelpDialog::reject);
    connect(this, &HelpDialog::finished, this, &HelpDialog::goBack);
}

void HelpDialog::goBack()
{
    QWidget *over = parentWidget();
    QTimer::singleShot(0, over, [over] { // unless the lock takes it away too
        if (over->isVisible())
            over->activateWindow(); // not every window manager does
    });
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

} // namespace reviewdesk
