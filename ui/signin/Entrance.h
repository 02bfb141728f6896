#pragma once

#include "store/Workspace.h"
#include "support/Later.h"

#include <QString>
#include <QWidget>

#include <memory>

class QVBoxLayout;

namespace reviewdesk {

/// What opening a workspace takes.
struct Entrance {
    QString directory; ///< the workspace's folder
    Later<std::shared_ptr<const Rulebook>> rulebook; ///< to open with; the open workspace has its own, in the plan's time zone
    const Clock *clock = nullptr; ///< outlives the workspace
    KeyCost keyCost; ///< of new key slots; none given: measured when one is made
};

/// A column of `width` pixels in the middle of a page that scrolls when it is too small; `title` and `subtitle` on top.
QVBoxLayout *makeEntranceColumn(QWidget *page, const QString &title, const QString &subtitle, int width);

} // namespace reviewdesk
