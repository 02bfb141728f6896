#pragma once

#include "policy/Policy.h"
#include "reports/Counting.h"
#include "reports/ReportTable.h"

#include <optional>

namespace reviewdesk {

/// Approvals and denials by the criteria that they cite: every decision of the period, appeals and later rounds too.
/// One row a criterion that was cited, in policy order; "by_contract" for denials although the criteria
/// were met, "none" for decisions while the outcome was open.
ReportTable criterionReport(const QList<RoundRecord> &rounds, const Span &period,
    const std::optional<LineOfBusiness> &line, const Policy &policy);

/// What the provider was asked for: one row a fact, in policy order; "other" for pends about documents or other
/// questions only, "unknown" for those from before this was kept.
ReportTable pendReport(const QList<RoundRecord> &rounds, const Span &period, const std::optional<LineOfBusiness> &line,
    const Policy &policy);

} // namespace reviewdesk
