#include "reports/CaseloadReport.h"

#include "reports/CriterionReport.h"
#include "reports/OverdueTrend.h"
#include "reports/TurnaroundReport.h"
#include "reports/YearlyMetrics.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

const ReportTable *CaseloadReport::table(QStringView id) const
{
    const auto found =
        std::find_if(tables.cbegin(), tables.cend(), [id](const ReportTable &table) { return table.id == id; });
    return found == tables.cend() ? nullptr : &*found;
}

QString CaseloadReport::lineWords() const
{
    return order.line ? label(*order.line) : QCoreApplication::translate("CaseloadReport", "All lines of business");
}

CaseloadReport caseloadReport(
    QList<RoundRecord> rounds, const ReportOrder &order, const Rulebook &rulebook, const QDateTime &asOf)
{
    CaseloadReport report{order, asOf.toUTC(), rulebook.zone, std::move(rounds), {}};
    const Span span{
        order.period.begin(rulebook.zone).toMSecsSinceEpoch(), order.period.end(rulebook.zone).toMSecsSinceEpoch()};
    const qint64 now = asOf.toMSecsSinceEpoch();
    CountedRequests counted = countRequests(report.rounds, span, now);
    if (order.line) {
        counted.requests.removeIf([&](const DecidedRequest &request) { return request.line != *order.line; });
        for (QList<int> *list : {&counted.withdrawn, &counted.unclear})
            list->removeIf([&](int round) { return report.rounds.at(round).lineOfBusiness != order.line; });
    }
    report.tables.append(yearlyMetrics(counted, order.line, rulebook.policy));
    report.tables.append(whatWasCounted(counted));
    report.tables.append(turnaroundReports(counted));
    report.tables.append(criterionReport(report.rounds, span, order.line, rulebook.policy));
    report.tables.append(pendReport(report.rounds, span, order.line, rulebook.policy));
    report.tables.append(overdueTrend(report.rounds, order.period, order.line, rulebook.zone, now));
    return report;
}

Result<CaseloadReport> makeReport(const Workspace::RoundReading &reading, const ReportOrder &order,
    const Rulebook &rulebook, const QDateTime &asOf, const Workspace::Progress &progress)
{
    Result<QList<RoundRecord>> rounds = reading(progress);
    if (!rounds)
        return rounds.error();
    return caseloadReport(std::move(rounds).value(), order, rulebook, asOf);
}

} // namespace reviewdesk
