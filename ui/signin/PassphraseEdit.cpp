#include "ui/signin/PassphraseEdit.h"

#include <QKeyEvent>

namespace reviewdesk {

PassphraseEdit::PassphraseEdit(QWidget *parent) : QLineEdit(parent)
{
    setShown(false);
    setMaxLength(1024);
}

void PassphraseEdit::setShown(bool shown)
{
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
}

QByteArray PassphraseEdit::take()
{
    const QByteArray passphrase = text().toUtf8();
    clear();
    return passphrase;
}

void PassphraseEdit::keyPressEvent(QKeyEvent *event)
{
    // Qt does not tell the lock's state; a letter whose case disagrees with Shift does.
    const QString typed = event->text();
    if (typed.size() == 1 && typed.at(0).isLetter() && typed.at(0).toLower() != typed.at(0).toUpper()) {
        const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
        Q_EMIT capsLockSeen(typed.at(0).isUpper() != shift);
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace reviewdesk
