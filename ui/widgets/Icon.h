#pragma once

#include "ui/widgets/Theme.h"

#include <QIcon>

class QAbstractButton;

namespace reviewdesk {

/// An icon of resources/icons (name without ".svg"), drawn at paint time in the role's colour of the theme in force:
/// crisp at any scale, and right after the theme changed. Disabled icons are drawn quiet.
QIcon themedIcon(const QString &name, ColorRole role = ColorRole::Text);

/// Before a button's words, with room between the two: Qt's own styles leave four pixels, at which they touch.
void setLeadingIcon(QAbstractButton *button, const QString &name, ColorRole role = ColorRole::Text);

} // namespace reviewdesk
