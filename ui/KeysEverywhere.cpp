#include "ui/KeysEverywhere.h"

#include <QCoreApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QMainWindow>

namespace reviewdesk {

namespace {

/// A widget that wants a key before any shortcut has it says so when Qt asks it.
bool isTakenBy(QWidget *widget, const QKeyEvent &event)
{
    QKeyEvent question(QEvent::ShortcutOverride, event.key(), event.modifiers(), event.text());
    question.ignore();
    QCoreApplication::sendEvent(widget, &question);
    return question.isAccepted();
}

} // namespace

KeysEverywhere::KeysEverywhere(QMainWindow *window) : QObject(window), m_window(window)
{
    QCoreApplication::instance()->installEventFilter(this);
}

/// In a window over this one, or one that stands over nothing, as a completer's list does.
bool KeysEverywhere::isOfOurs(const QWidget &widget) const
{
    const QWidget *under = widget.window();
    if (under == m_window)
        return false; // it has its shortcuts
    while (under->parentWidget())
        under = under->parentWidget()->window();
    return under == m_window || !qobject_cast<const QMainWindow *>(under);
}

bool KeysEverywhere::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    auto *widget = static_cast<QWidget *>(watched);
    const auto &pressed = static_cast<const QKeyEvent &>(*event);
    const bool isLock = pressed.keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_L);
    auto *dialog = qobject_cast<QDialog *>(widget->window());
    const bool isHelp = dialog && pressed.keyCombination() == QKeyCombination(Qt::Key_F1);
    if ((!isLock && !isHelp) || !isOfOurs(*widget) || isTakenBy(widget, pressed))
        return false;
    event->accept(); // or it would be offered to the widget's parents too
    if (isLock)
        Q_EMIT lockPressed();
    else
        Q_EMIT helpPressed(dialog);
    return true;
}

} // namespace reviewdesk
