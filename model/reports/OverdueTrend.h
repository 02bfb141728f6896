#pragma once

#include "reports/Counting.h"
#include "reports/ReportPeriod.h"
#include "reports/ReportTable.h"

#include <optional>

namespace reviewdesk {

/// Open and overdue cases at the end of each day (periods of up to 31 days) or week (Monday to Sunday), from the first
/// that had any until `now`, and what was decided late in it. Row ids are the last day of each: "2026-11-22".
ReportTable overdueTrend(const QList<RoundRecord> &rounds, const ReportPeriod &period,
    const std::optional<LineOfBusiness> &line, const QTimeZone &zone, qint64 now);

} // namespace reviewdesk
