#include "ui/widgets/WindowSize.h"

#include "ui/widgets/Theme.h"

#include <QScreen>
#include <QWidget>

namespace reviewdesk {

void giveSize(QWidget &window, const QSize &usual)
{
    constexpr QSize least(1280, 800); // the smallest screen that the program is made for
    constexpr int frame = 40; // what a window manager's title and borders may take
    const QSize room = window.screen()->availableSize().expandedTo(least) - QSize(frame, frame);
    window.resize(QSize(Theme::scaled(usual.width()), Theme::scaled(usual.height())).boundedTo(room));
}

} // namespace reviewdesk
