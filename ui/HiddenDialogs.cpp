#include "ui/HiddenDialogs.h"

#include <QApplication>
#include <QFileDialog>
#include <QProgressDialog>

#include <algorithm>
#include <utility>

namespace reviewdesk {

void HiddenDialogs::hide()
{
    const auto depth = [](const QWidget *widget) {
        int depth = 0;
        for (; widget; widget = widget->parentWidget())
            ++depth;
        return depth;
    };
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *dialog = qobject_cast<QDialog *>(window);
        if (!dialog || !dialog->isVisible())
            continue;
        const bool isWaitedFor = dialog->windowModality() == Qt::ApplicationModal;
        const bool stops = dialog->property("stopsAtLock").toBool() || qobject_cast<QProgressDialog *>(dialog);
        if (isWaitedFor || stops || qobject_cast<QFileDialog *>(dialog))
            dialog->reject();
        if (dialog->isVisible()) { // or it only stopped what it was doing
            dialog->hide();
            m_hidden.append(dialog);
        }
    }
    std::stable_sort(m_hidden.begin(), m_hidden.end(),
        [&depth](const QDialog *one, const QDialog *other) { return depth(one) < depth(other); });
}

void HiddenDialogs::bringBack()
{
    for (const QPointer<QDialog> &dialog : std::exchange(m_hidden, {})) {
        if (dialog)
            dialog->open();
    }
}

void HiddenDialogs::drop()
{
    for (const QPointer<QDialog> &dialog : std::exchange(m_hidden, {})) {
        if (dialog)
            dialog->deleteLater(); // not all of them are the desk's
    }
}

} // namespace reviewdesk
