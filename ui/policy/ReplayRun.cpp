#include "ui/policy/ReplayRun.h"

namespace reviewdesk {

ReplayRun::ReplayRun(Workshop &workshop, QObject *parent) : ReadingRun(workshop, QStringLiteral("replay"), parent)
{
    connect(&workshop, &Workshop::closing, this, &ReplayRun::stop);
}

void ReplayRun::start(const Policy &present, const Policy &candidate)
{
    begin([](Workspace &workspace) { return workspace.caseWalk(); },
        [present, candidate](const Workspace::CaseWalk &walk, const Progress &progress) {
            return replayPolicy(walk, present, candidate, progress);
        },
        [this](const Answer &answer) { Q_EMIT finished(answer); });
}

QString ReplayRun::wordsOfStop() const
{
    return tr("The replay was stopped.");
}

void ReplayRun::refuse(const Error &error)
{
    Q_EMIT finished(std::make_shared<const Result<PolicyReplay>>(error));
}

} // namespace reviewdesk
