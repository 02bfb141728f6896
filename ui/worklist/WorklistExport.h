#pragma once

#include "store/WorklistReader.h"

#include <functional>

class QIODevice;

namespace reviewdesk {

/// A view of the worklist as a file for a spreadsheet.
struct WorklistExport {
    WorklistQuery query;
    QList<WorklistColumn> columns; ///< from left to right
    QDateTime now; ///< what "overdue" is told by
    QTimeZone zone;

    /// Rows written, rows in all; false ends it with the error `export_stopped` (`stopped` is who read, and is asked again).
    using Progress = std::function<bool(int done, int of)>;
    /// Writes row by row: RFC 4180, UTF-8 with the mark by which spreadsheets know it. What one would run as a formula
    /// or show as markup is made plain text. The number of rows.
    Result<int> write(WorklistReader &reader, QIODevice &to, const Progress &progress) const;
};

} // namespace reviewdesk
