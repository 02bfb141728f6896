#include "ui/accounts/BackupWatch.h"

#include "store/Workshop.h"
#include "ui/Aside.h"

#include <utility>

namespace reviewdesk {

namespace {

constexpr int untilFirst = 60'000; // milliseconds: not while the worklist is being painted
constexpr int between = 600'000;
constexpr int givenUpOften = 3;

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
    *m_stopped = true;
}

void BackupWatch::start()
{
    m_first.start();
    m_again.start();
    if (m_givenUp < givenUpOften)
        return;
    m_givenUp = 0;
    Q_EMIT failed({QStringLiteral("given_up"),
        tr("The window was locked %1 times before the backup by the plan was ready, and each was given up. A "
           "supervisor can make one by hand: Accounts, keys and backups.").arg(givenUpOften), {}});
}

void BackupWatch::stop()
{
    m_first.stop();
    m_again.stop();
    *m_stopped = true;
    m_stopped = std::make_shared<std::atomic<bool>>(false);
}

void BackupWatch::look()
{
    if (m_underWay)
        return; // one at a time
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.dueBackup(); },
        [this, stopped = m_stopped](Result<Workspace::BackupJob> due) {
            if (due && *due && !m_underWay && !*stopped) // locked meanwhile: the answer holds the key, and goes
                carryOut(std::move(due).value());
        });
}

void BackupWatch::carryOut(Workspace::BackupJob job)
{
    m_underWay = true;
    runAside(
        this, [job = std::move(job), stopped = m_stopped] { return job([stopped](int, int) { return !*stopped; }); },
        [this, stopped = m_stopped](const Result<QString> &result) { finish(result, !*stopped); });
}

void BackupWatch::finish(const Result<QString> &result, bool isWanted)
{
    m_underWay = false;
    const bool isGivenUp = !result && result.error().code == QLatin1String("stopped");
    m_givenUp = isGivenUp ? m_givenUp + 1 : 0;
    if (!isWanted)
        return; // nobody is there to be told
    if (result)
        Q_EMIT made(*result);
    else if (m_said != result.error().message)
        Q_EMIT failed(result.error());
    m_said = result ? QString() : result.error().message;
}

} // namespace reviewdesk
