#pragma once

#include "support/Result.h"

#include <QByteArray>

class QWidget;

namespace reviewdesk {

/// Asks where to save; empty: nowhere.
QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filter);
/// Whole or not at all.
Result<void> writeFile(const QString &name, const QByteArray &content);

} // namespace reviewdesk
