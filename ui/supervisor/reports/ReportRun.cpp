#include "ui/supervisor/reports/ReportRun.h"

namespace reviewdesk {

ReportRun::ReportRun(Workshop &workshop, QObject *parent) : ReadingRun(workshop, QStringLiteral("report"), parent) { }

void ReportRun::start(const ReportOrder &order, const QDateTime &asOf)
{
    const std::shared_ptr<const Rulebook> rulebook = workshop().sharedRulebook();
    const QDateTime from = order.period.begin(rulebook->zone);
    const QDateTime until = order.period.end(rulebook->zone);
    begin([from, until](Workspace &workspace) { return workspace.roundRecords(from, until); },
        [order, asOf, rulebook](const Workspace::RoundReading &reading, const Progress &progress) {
            return makeReport(reading, order, *rulebook, asOf, progress);
        },
        [this](const Answer &answer) { Q_EMIT finished(answer); });
}

QString ReportRun::wordsOfStop() const
{
    return tr("The report was stopped.");
}

void ReportRun::refuse(const Error &error)
{
    Q_EMIT finished(std::make_shared<const Result<CaseloadReport>>(error));
}

} // namespace reviewdesk
