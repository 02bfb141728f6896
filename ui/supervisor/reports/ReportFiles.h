#pragma once

#include "reports/CaseloadReport.h"

#include <QByteArray>

class QWidget;

namespace reviewdesk {

/// Asks where to save; empty: nowhere.
QString askFileName(QWidget *parent, const QString &title, const QString &suggested, const QString &filter);
/// Whole or not at all.
Result<void> writeFile(const QString &name, const QByteArray &content);

/// The report on paper: each table with its definition, its chart and its numbers, told apart without colour.
QByteArray reportPdf(const CaseloadReport &report, const QString &organisation);

} // namespace reviewdesk
