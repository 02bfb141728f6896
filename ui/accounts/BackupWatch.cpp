#include "ui/accounts/BackupWatch.h"

#include "store/Workshop.h"

#include <QThread>

namespace reviewdesk {

namespace {

constexpr int untilFirst = 60'000; // milliseconds: not while the worklist is being painted
constexpr int between = 600'000;

} // namespace

BackupWatch::BackupWatch(Workshop &workshop, QObject *parent) : QObject(parent), m_workshop(workshop)
{
    m_first.setSingleShot(true);
    m_first.setInterval(untilFirst);
    m_again.setInterval(between);
    connect(&m_first, &QTimer::timeout, this, &BackupWatch::look);
    connect(&m_again, &QTimer::timeout, this, &BackupWatch::look);
}

BackupWatch::~BackupWatch()
{
    if (m_thread)
        m_thread->wait();
}

void BackupWatch::start()
{
    m_first.start();
    m_again.start();
}

void BackupWatch::stop()
{
    m_first.stop();
    m_again.stop();
}

void BackupWatch::look()
{
    if (m_thread)
        return; // one at a time
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.dueBackup(); },
        [this](const Result<Workspace::BackupJob> &due) {
            if (due && *due && !m_thread)
                carryOut(*due);
        });
}

void BackupWatch::carryOut(const Workspace::BackupJob &job)
{
    auto answer = std::make_shared<std::optional<Result<QString>>>();
    m_thread.reset(QThread::create([job, answer] { *answer = job(); }));
    m_thread->setObjectName(QStringLiteral("backup"));
    connect(m_thread.get(), &QThread::finished, this, [this, answer] {
        m_thread.reset();
        const Result<QString> &result = **answer;
        if (result)
            Q_EMIT made(*result);
        else if (m_said != result.error().message)
            Q_EMIT failed(result.error());
        m_said = result ? QString() : result.error().message;
    });
    m_thread->start();
}

} // namespace reviewdesk
