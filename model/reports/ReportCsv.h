#pragma once

#include "reports/CaseloadReport.h"

#include <QByteArray>

namespace reviewdesk {

/// Every number of a report as a line of its own (RFC 4180, UTF-8 with the mark by which spreadsheets know it), with
/// its definition: report, row, column, value, unit, part, whole, from, to, as of, line of business, definition. What a
/// spreadsheet would take for a formula is marked as text.
QByteArray toCsv(const CaseloadReport &report);

} // namespace reviewdesk
