#include "ui/supervisor/reports/ReportRun.h"

#include <QThread>

namespace reviewdesk {

ReportRun::ReportRun(Workshop &workshop, QObject *parent) : QObject(parent), m_workshop(workshop) { }

ReportRun::~ReportRun()
{
    halt();
}

void ReportRun::halt()
{
    if (m_stopped)
        *m_stopped = true;
    if (m_thread)
        m_thread->wait(); // it looks at m_stopped every thousand rounds
    m_thread.reset();
}

void ReportRun::start(const ReportOrder &order, const QDateTime &asOf)
{
    halt();
    const int run = ++m_run;
    m_running = true;
    m_stopped = std::make_shared<std::atomic_bool>(false);
    const QTimeZone zone = m_workshop.rulebook().zone;
    m_workshop.run(
        this,
        [from = order.period.begin(zone), until = order.period.end(zone)](
            Workspace &workspace) { return workspace.roundRecords(from, until); },
        [this, order, asOf, run](const Result<Workspace::RoundReading> &reading) {
            if (run != m_run || !m_running)
                return;
            if (reading)
                read(*reading, order, asOf, run);
            else
                settle(run, std::make_shared<const Result<CaseloadReport>>(reading.error()));
        });
}

void ReportRun::read(const Workspace::RoundReading &reading, const ReportOrder &order, const QDateTime &asOf, int run)
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
    m_thread.reset(QThread::create([this, reading, order, asOf, run, progress, rulebook = m_workshop.sharedRulebook()] {
        const auto answer =
            std::make_shared<const Result<CaseloadReport>>(makeReport(reading, order, *rulebook, asOf, progress));
        QMetaObject::invokeMethod(
            this, [this, run, answer] { settle(run, answer); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("report"));
    m_thread->start();
}

void ReportRun::settle(int run, const Answer &answer)
{
    if (run != m_run || !m_running)
        return;
    m_running = false;
    Q_EMIT finished(answer);
}

void ReportRun::stop()
{
    if (!m_running)
        return;
    halt();
    settle(m_run,
        std::make_shared<const Result<CaseloadReport>>(
            Error{QStringLiteral("stopped"), tr("The report was stopped."), {}}));
}

} // namespace reviewdesk
