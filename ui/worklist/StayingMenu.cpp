#include "ui/worklist/StayingMenu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace reviewdesk {

namespace {

bool tick(QAction *action)
{
    if (!action || !action->isCheckable() || !action->isEnabled())
        return false;
    action->toggle();
    return true;
}

} // namespace

void StayingMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!tick(actionAt(event->pos())))
        QMenu::mouseReleaseEvent(event);
}

void StayingMenu::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || !tick(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace reviewdesk
