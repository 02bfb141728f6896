#include "ui/policy/ReplayRun.h"

#include <QThread>

namespace reviewdesk {

ReplayRun::ReplayRun(Workshop &workshop, QObject *parent) : QObject(parent), m_workshop(workshop)
{
    connect(&workshop, &Workshop::closing, this, &ReplayRun::stop);
}

ReplayRun::~ReplayRun()
{
    halt();
}

void ReplayRun::halt()
{
    if (m_stopped)
        *m_stopped = true;
    if (m_thread)
        m_thread->wait(); // it looks at m_stopped every few hundred cases
    m_thread.reset();
}

void ReplayRun::start(const Policy &present, const Policy &candidate)
{
    halt();
    const int run = ++m_run;
    m_running = true;
    m_stopped = std::make_shared<std::atomic_bool>(false);
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.caseWalk(); },
        [this, present, candidate, run](const Result<Workspace::CaseWalk> &walk) {
            if (run != m_run || !m_running)
                return;
            if (walk)
                read(*walk, present, candidate, run);
            else
                settle(run, std::make_shared<const Result<PolicyReplay>>(walk.error()));
        });
}

void ReplayRun::read(const Workspace::CaseWalk &walk, const Policy &present, const Policy &candidate, int run)
{
    const auto progress = [this, run, stopped = m_stopped](int done, int of) {
        QMetaObject::invokeMethod(
            this,
            [this, run, done, of] {
                if (run == m_run && m_running)
                    Q_EMIT progressed(done, of);
            },
            Qt::QueuedConnection);
        return !*stopped;
    };
    m_thread.reset(QThread::create([this, walk, present, candidate, run, progress] {
        const auto answer =
            std::make_shared<const Result<PolicyReplay>>(replayPolicy(walk, present, candidate, progress));
        QMetaObject::invokeMethod(
            this, [this, run, answer] { settle(run, answer); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("replay"));
    m_thread->start();
}

void ReplayRun::settle(int run, const Answer &answer)
{
    if (run != m_run || !m_running)
        return;
    m_running = false;
    Q_EMIT finished(answer);
}

void ReplayRun::stop()
{
    if (!m_running)
        return;
    halt();
    settle(m_run,
        std::make_shared<const Result<PolicyReplay>>(
            Error{QStringLiteral("stopped"), tr("The replay was stopped."), {}}));
}

} // namespace reviewdesk
