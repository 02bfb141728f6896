#pragma once

#include <QSize>

class QWidget;

namespace reviewdesk {

/// Gives a dialog its size: `usual` at text scale 1, and in larger text as much more as the screen has room for, so that
/// its buttons are never beyond the edge.
void giveSize(QWidget &window, const QSize &usual);

} // namespace reviewdesk
