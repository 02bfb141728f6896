#include "ui/widgets/ReadingArea.h"

#include <QAccessibleWidget>

namespace reviewdesk {

namespace {

QAccessibleInterface *spoken(const QString &, QObject *object)
{
    auto *area = qobject_cast<ReadingArea *>(object);
    return area ? new QAccessibleWidget(area, QAccessible::Grouping) : nullptr;
}

} // namespace

ReadingArea::ReadingArea(const QString &name, QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    static const bool known = [] {
        QAccessible::installFactory(spoken);
        return true;
    }();
    Q_UNUSED(known)
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(name);
    setWidget(content);
}

} // namespace reviewdesk
