#include "ui/widgets/TabOrder.h"

#include <QLayout>
#include <QWidget>

namespace reviewdesk {

namespace {

/// The stops of `part`, itself included, in their order.
QWidgetList stopsOf(QWidget *part)
{
    QWidgetList stops;
    QWidget *const window = part->window();
    for (QWidget *one = window->nextInFocusChain(); one != window; one = one->nextInFocusChain()) {
        if ((one == part || part->isAncestorOf(one)) && (one->focusPolicy() & Qt::TabFocus) != 0)
            stops.append(one);
    }
    return stops;
}

/// The widgets of a layout as they stand.
void collect(QLayout &layout, QWidgetList &into)
{
    for (int index = 0; index < layout.count(); ++index) {
        QLayoutItem *item = layout.itemAt(index);
        if (item->widget())
            into.append(item->widget());
        else if (item->layout())
            collect(*item->layout(), into);
    }
}

QWidget *stopBefore(QWidget *part)
{
    for (QWidget *one = part; one->parentWidget() && !one->isWindow(); one = one->parentWidget()) {
        QWidgetList beside;
        if (one->parentWidget()->layout())
            collect(*one->parentWidget()->layout(), beside);
        for (qsizetype index = beside.indexOf(one) - 1; index >= 0; --index) {
            if (const QWidgetList stops = stopsOf(beside.at(index)); !stops.isEmpty())
                return stops.last();
        }
    }
    return nullptr;
}

} // namespace

void takePlaceInTabOrder(QWidget *part)
{
    QWidget *before = stopBefore(part);
    const QWidgetList stops = stopsOf(part);
    for (QWidget *stop : stops) {
        if (before)
            QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace reviewdesk
