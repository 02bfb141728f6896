#include "Stops.h"

#include "ui/review/CriterionRow.h"

#include <QAccessible>
#include <QComboBox>
#include <QScrollArea>
#include <QSet>
#include <QTest>

namespace reviewdesk {

namespace {

QString nameOf(QWidget &widget)
{
    const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&widget);
    if (!heard)
        return {};
    const QString name = heard->text(QAccessible::Name).trimmed();
    if (!name.isEmpty() && !qobject_cast<QComboBox *>(&widget))
        return name;
    // Qt answers for a combo box with its entry on some platforms: what counts is the label
    for (const auto &[relation, kind] : heard->relations(QAccessible::Label)) {
        if (relation && !relation->text(QAccessible::Name).trimmed().isEmpty())
            return relation->text(QAccessible::Name).trimmed();
    }
    return widget.accessibleName().trimmed();
}

/// What has the focus by `policy`: Tab, a click or both.
QList<QWidget *> stopsOn(const QWidget &page, Qt::FocusPolicy policy)
{
    QList<QWidget *> stops;
    const QList<QWidget *> widgets = page.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isStop = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & policy) != 0 &&
            !widget->focusProxy() && widget->window() == page.window();
        const bool isPart = widget->objectName().startsWith(QLatin1String("qt_")); // a view's viewport, a spin box's line
        const bool isRoom = qobject_cast<QScrollArea *>(widget) != nullptr; // what is in it has the names
        if (isStop && !isPart && !isRoom)
            stops.append(widget);
    }
    return stops;
}

} // namespace

QString classOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className());
}

QString placeOf(const QWidget &widget)
{
    QStringList way;
    for (const QWidget *one = &widget; one && way.size() < 4; one = one->parentWidget())
        way.append(classOf(*one).remove(QStringLiteral("reviewdesk::")));
    return way.join(QStringLiteral(" in "));
}

QStringList namelessOn(const QWidget &page)
{
    QStringList nameless;
    for (QWidget *widget : stopsOn(page, Qt::StrongFocus)) {
        if (nameOf(*widget).isEmpty())
            nameless.append(placeOf(*widget));
    }
    return nameless;
}

QStringList passedOverOn(const QWidget &page)
{
    QSet<QWidget *> reached;
    bool criteria = false; // of all of them one row is the stop: which, changes with the question that has the focus
    for (QWidget *now = page.window()->focusWidget(); now && !reached.contains(now); now = page.window()->focusWidget()) {
        reached.insert(now);
        criteria = criteria || qobject_cast<CriterionRow *>(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    QStringList passedOver;
    for (QWidget *widget : stopsOn(page, Qt::TabFocus)) {
        if (!reached.contains(widget) && !(criteria && qobject_cast<CriterionRow *>(widget)))
            passedOver.append(placeOf(*widget) + QLatin1String(": ") + nameOf(*widget));
    }
    return passedOver;
}

} // namespace reviewdesk
