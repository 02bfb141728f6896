#pragma once

#include "reports/PolicyReplay.h"
#include "store/Workshop.h"

#include <QObject>

#include <atomic>
#include <memory>

class QThread;

namespace reviewdesk {

/// Replays one pack at a time on a thread of its own, through a reading connection of its own: who works in the
/// workspace is not held up. A new start takes the place of the one that runs; where the workspace closes it gives the
/// key back.
class ReplayRun : public QObject {
    Q_OBJECT
public:
    using Answer = std::shared_ptr<const Result<PolicyReplay>>;

    explicit ReplayRun(Workshop &workshop, QObject *parent = nullptr);
    ~ReplayRun() override; ///< stops and waits

    void start(const Policy &present, const Policy &candidate);
    void stop(); ///< answers `stopped`
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int done, int of); ///< cases
    void finished(const reviewdesk::ReplayRun::Answer &answer);

private:
    void read(const Workspace::CaseWalk &walk, const Policy &present, const Policy &candidate, int run);
    void settle(int run, const Answer &answer);
    void halt();

    Workshop &m_workshop;
    std::shared_ptr<std::atomic_bool> m_stopped;
    std::unique_ptr<QThread> m_thread;
    int m_run = 0; ///< number of the newest; older answers are dropped
    bool m_running = false;
};

} // namespace reviewdesk
