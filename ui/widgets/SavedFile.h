#pragma once

#include <QString>

class QWidget;

namespace reviewdesk {

/// Where files are offered to go first.
QString documentsFolder();
/// Asks where a file of this name is to go; empty: nowhere. `filters` as of QFileDialog; what is written without a suffix gets that of
/// the filter that is chosen.
QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filters = {});

} // namespace reviewdesk
