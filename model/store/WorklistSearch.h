#pragma once

#include "store/WorklistColumns.h"

namespace reviewdesk {

/// The rows that hold every word typed in name, member ID, case number or provider, or whose letter carries the code
/// that was typed.
Result<RowSet> searchRows(const QString &typed, Statements &statements, const WorklistColumns &columns);

} // namespace reviewdesk
