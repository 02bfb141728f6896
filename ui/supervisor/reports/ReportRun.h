#pragma once

#include "reports/CaseloadReport.h"
#include "ui/ReadingRun.h"

namespace reviewdesk {

/// Makes one report at a time of the rounds of a period.
class ReportRun : public ReadingRun {
    Q_OBJECT
public:
    using Answer = std::shared_ptr<const Result<CaseloadReport>>;

    explicit ReportRun(Workshop &workshop, QObject *parent = nullptr);

    void start(const ReportOrder &order, const QDateTime &asOf);

Q_SIGNALS:
    void finished(const reviewdesk::ReportRun::Answer &answer);

private:
    QString wordsOfStop() const override;
    void refuse(const Error &error) override;
};

} // namespace reviewdesk
