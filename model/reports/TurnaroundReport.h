#pragma once

#include "reports/Counting.h"
#include "reports/ReportTable.h"

namespace reviewdesk {

/// How long determinations took, standard ("turnaround_standard") and expedited ("turnaround_expedited"), prior
/// authorization and after the service alike: one row a span of time, in time and late apart.
QList<ReportTable> turnaroundReports(const CountedRequests &counted);

} // namespace reviewdesk
