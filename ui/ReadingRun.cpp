#include "ui/ReadingRun.h"

#include <QThread>

namespace reviewdesk {

ReadingRun::ReadingRun(Workshop &workshop, const QString &name, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_name(name)
{
}

ReadingRun::~ReadingRun()
{
    halt();
}

void ReadingRun::halt()
{
    if (m_stopped)
        *m_stopped = true;
    if (m_thread)
        m_thread->wait(); // it looks at m_stopped every few hundred rows
    m_thread.reset();
}

int ReadingRun::renew()
{
    halt();
    m_running = true;
    m_stopped = std::make_shared<std::atomic_bool>(false);
    return ++m_run;
}

ReadingRun::Progress ReadingRun::progressOf(int run)
{
    return [this, run, stopped = m_stopped](int done, int of) {
        QMetaObject::invokeMethod(
            this,
            [this, run, done, of] {
                if (isCurrent(run))
                    Q_EMIT progressed(done, of);
            },
            Qt::QueuedConnection);
        return !*stopped;
    };
}

void ReadingRun::work(int run, const std::function<Told()> &job)
{
    m_thread.reset(QThread::create([this, run, job] {
        const Told told = job();
        QMetaObject::invokeMethod(
            this, [this, run, told] { settle(run, told); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(m_name);
    m_thread->start();
}

void ReadingRun::settle(int run, const Told &told)
{
    if (!isCurrent(run))
        return;
    m_running = false;
    told();
}

void ReadingRun::stop()
{
    if (!m_running)
        return;
    halt();
    settle(m_run, [this] { refuse({QStringLiteral("stopped"), wordsOfStop(), {}}); });
}

} // namespace reviewdesk
