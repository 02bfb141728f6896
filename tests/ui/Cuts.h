#pragma once

#include <QStringList>
#include <QWidget>

namespace reviewdesk {

/// What does not fit where it stands on this page, as it is painted, and what scrolls sideways.
QStringList cutOn(QWidget &page);

} // namespace reviewdesk
