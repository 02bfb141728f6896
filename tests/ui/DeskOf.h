#pragma once

#include "ui/Desk.h"
#include "ui/MainWindow.h"

namespace reviewdesk {

/// What somebody works at in a window; nullptr while nobody is signed in. The window itself knows no desk (Workplace.h).
inline Desk *deskOf(const MainWindow &window)
{
    return qobject_cast<Desk *>(window.workplace());
}

} // namespace reviewdesk
