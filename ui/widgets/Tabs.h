#pragma once

class QString;
class QTabWidget;

namespace reviewdesk {

/// Tabs as they stand on a page: the bar has the keyboard and the name, the frame around the pages is no stop.
void styleTabs(QTabWidget &tabs, const QString &name);

} // namespace reviewdesk
