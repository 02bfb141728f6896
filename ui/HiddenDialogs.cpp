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
    for (const Hidden &one : std::as_const(open)) {
        QDialog *dialog = one.dialog;
        if (!dialog || !dialog->isVisible())
            continue;
        const bool isWaitedFor = dialog->windowModality() == Qt::ApplicationModal;
        const bool stops = dialog->property("stopsAtLock").toBool() || qobject_cast<QProgressDialog *>(dialog);
        if (isWaitedFor || stops || qobject_cast<QFileDialog *>(dialog))
            dialog->reject();
        if (dialog->isVisible()) { // or it only stopped what it was doing
            dialog->hide();
            m_hidden.append(one);
        }
    }
    std::stable_sort(m_hidden.begin(), m_hidden.end(),
        [](const Hidden &one, const Hidden &other) { return depth(one.dialog) < depth(other.dialog); });
}

void HiddenDialogs::bringBack()
{
    for (const Hidden &one : std::exchange(m_hidden, {})) {
        if (!one.dialog)
            continue;
        one.dialog->open();
        if (one.focus)
            one.focus->setFocus(Qt::OtherFocusReason);
    }
}

void HiddenDialogs::drop()
{
    for (const Hidden &one : std::exchange(m_hidden, {})) {
        if (one.dialog)
            one.dialog->deleteLater(); // not all of them are the desk's
    }
}

} // namespace reviewdesk
