#include "ui/HiddenDialogs.h"

#include <QApplication>
#include <QFileDialog>
#include <QProgressDialog>

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

int depth(const QWidget *widget)
{
    int depth = 0;
    for (; widget; widget = widget->parentWidget())
        ++depth;
    return depth;
}

} // namespace

void HiddenDialogs::hide()
{
    QList<Hidden> open;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *dialog = qobject_cast<QDialog *>(window);
        if (dialog && dialog->isVisible())
            open.append({dialog, dialog->focusWidget()}); // before any of them goes, and another has its place
    }
    for (const Hidden &one : std::as_const(open))
        putAway(one);
    m_locked = true;
    qApp->installEventFilter(this);
}

void HiddenDialogs::putAway(const Hidden &one)
{
    QDialog *dialog = one.dialog;
    if (!dialog || !dialog->isVisible())
        return;
    const bool isWaitedFor = dialog->windowModality() == Qt::ApplicationModal;
    const bool stops = dialog->property("stopsAtLock").toBool() || qobject_cast<QProgressDialog *>(dialog);
    if (isWaitedFor || stops || qobject_cast<QFileDialog *>(dialog))
        dialog->reject();
    if (dialog->isVisible()) { // or it only stopped what it was doing
        dialog->hide();
        m_hidden.append(one);
    }
}

/// What opens now was asked for before the lock. Only the lock's own question is waited for: may the window be closed?
bool HiddenDialogs::eventFilter(QObject *watched, QEvent *event)
{
    auto *dialog = event->type() == QEvent::Show ? qobject_cast<QDialog *>(watched) : nullptr;
    if (!dialog || dialog->windowModality() == Qt::ApplicationModal)
        return false;
    dialog->setAttribute(Qt::WA_DontShowOnScreen); // it cannot be hidden before it is shown
    const auto hide = [this, dialog] {
        putAway({dialog, dialog->focusWidget()});
        dialog->setAttribute(Qt::WA_DontShowOnScreen, false);
        if (!m_locked) // meanwhile
            bringBack();
    };
    QMetaObject::invokeMethod(dialog, hide, Qt::QueuedConnection);
    return false;
}

QList<HiddenDialogs::Hidden> HiddenDialogs::taken()
{
    m_locked = false;
    qApp->removeEventFilter(this);
    QList<Hidden> hidden = std::exchange(m_hidden, {});
    std::stable_sort(hidden.begin(), hidden.end(),
        [](const Hidden &one, const Hidden &other) { return depth(one.dialog) < depth(other.dialog); });
    return hidden;
}

void HiddenDialogs::bringBack()
{
    for (const Hidden &one : taken()) {
        if (!one.dialog)
            continue;
        one.dialog->open();
        if (one.focus)
            one.focus->setFocus(Qt::OtherFocusReason);
    }
}

void HiddenDialogs::drop()
{
    for (const Hidden &one : taken()) {
        if (one.dialog)
            one.dialog->deleteLater(); // not all of them are the desk's
    }
}

} // namespace reviewdesk
