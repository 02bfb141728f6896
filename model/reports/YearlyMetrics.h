#pragma once

#include "policy/Policy.h"
#include "reports/Counting.h"
#include "reports/ReportTable.h"

#include <optional>

namespace reviewdesk {

/// The nine yearly metrics of CMS-0057-F (42 CFR 422.122(c), 438.210(f), 45 CFR 156.223(c)): one row each ("1" to "9"),
/// one column a line of business and one for all; with `line` that one only.
ReportTable yearlyMetrics(
    const CountedRequests &counted, const std::optional<LineOfBusiness> &line, const Policy &policy);

/// How many requests stand behind them, and what is left out.
ReportTable whatWasCounted(const CountedRequests &counted);

} // namespace reviewdesk
