#pragma once

#include "reports/PolicyReplay.h"
#include "ui/ReadingRun.h"

namespace reviewdesk {

/// Replays one pack at a time over all cases; where the workspace closes it gives the key back.
class ReplayRun : public ReadingRun {
    Q_OBJECT
public:
    using Answer = std::shared_ptr<const Result<PolicyReplay>>;

    explicit ReplayRun(Workshop &workshop, QObject *parent = nullptr);

    void start(const Policy &present, const Policy &candidate);

Q_SIGNALS:
    void finished(const reviewdesk::ReplayRun::Answer &answer);

private:
    QString wordsOfStop() const override;
    void refuse(const Error &error) override;
};

} // namespace reviewdesk
