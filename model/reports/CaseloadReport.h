#pragma once

#include "cases/Rulebook.h"
#include "reports/ReportPeriod.h"
#include "reports/ReportTable.h"
#include "store/RoundRecord.h"

#include <optional>

namespace reviewdesk {

/// What a person asks for.
struct ReportOrder {
    ReportPeriod period;
    std::optional<LineOfBusiness> line; ///< nothing: all of them

    friend bool operator==(const ReportOrder &, const ReportOrder &) = default;
};

/// All reports on a period, with the rounds behind their numbers.
struct CaseloadReport {
    ReportOrder order;
    QDateTime asOf; ///< UTC; when it was made
    QTimeZone zone; ///< the plan's: its days begin the period and end it
    QList<RoundRecord> rounds;
    QList<ReportTable> tables; ///< yearly metrics first

    const ReportTable *table(QStringView id) const; ///< null when there is none
    QString lineWords() const; ///< "All lines of business"
};

/// Works the reports out: pure, the same records give the same report. `rounds` in the order of cases and rounds, as
/// readRoundRecords gives them for the order's period.
CaseloadReport caseloadReport(
    QList<RoundRecord> rounds, const ReportOrder &order, const Rulebook &rulebook, const QDateTime &asOf);

/// Reads and works out, on any thread; `reading` from Workspace::roundRecords for the order's period.
Result<CaseloadReport> makeReport(const Workspace::RoundReading &reading, const ReportOrder &order,
    const Rulebook &rulebook, const QDateTime &asOf, const Workspace::Progress &progress);

} // namespace reviewdesk
