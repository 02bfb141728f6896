#pragma once

#include <QMenu>

namespace reviewdesk {

/// A menu of things to be ticked, which stays open while more than one is. Space and the mouse tick, Return ticks and
/// closes.
class StayingMenu : public QMenu {
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace reviewdesk
