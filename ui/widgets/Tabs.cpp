#include "ui/widgets/Tabs.h"

#include <QTabBar>
#include <QTabWidget>

namespace reviewdesk {

void styleTabs(QTabWidget &tabs, const QString &name)
{
    tabs.setDocumentMode(true);
    tabs.setFocusPolicy(Qt::NoFocus); // which the bar, its proxy, is given too
    tabs.tabBar()->setFocusPolicy(Qt::TabFocus);
    tabs.tabBar()->setAccessibleName(name);
}

} // namespace reviewdesk
