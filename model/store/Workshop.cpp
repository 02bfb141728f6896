#include "store/Workshop.h"

#include <QCoreApplication>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace reviewdesk {

/// The thread with its queue. The workspace lives in the thread's own frame, so that it is made, used and unmade there.
struct Workshop::Room {
    std::mutex mutex;
    std::condition_variable more;
    std::condition_variable idle;
    std::deque<std::function<void(std::unique_ptr<Workspace> &)>> jobs;
    bool busy = false;
    bool closing = false;
    std::unique_ptr<QThread> thread;

    Room() : thread(QThread::create([this] { work(); }))
    {
        thread->setObjectName(QStringLiteral("workspace"));
        thread->start();
    }
    ~Room()
    {
        {
            const std::lock_guard lock(mutex);
            closing = true;
        }
        more.notify_one();
        thread->wait();
    }

    void work()
    {
        std::unique_ptr<Workspace> workspace;
        std::unique_lock lock(mutex);
        for (;;) {
            more.wait(lock, [this] { return closing || !jobs.empty(); });
            if (jobs.empty())
                return; // closing, and everything is done
            {
                const auto job = std::move(jobs.front());
                jobs.pop_front();
                busy = true;
                lock.unlock();
                job(workspace);
            } // what the job held goes before the lock is taken again
            lock.lock();
            busy = false;
            if (jobs.empty())
                idle.notify_all();
        }
    }

    void add(std::function<void(std::unique_ptr<Workspace> &)> job)
    {
        {
            const std::lock_guard lock(mutex);
            jobs.push_back(std::move(job));
        }
        more.notify_one();
    }

    void drain()
    {
        std::unique_lock lock(mutex);
        idle.wait(lock, [this] { return jobs.empty() && !busy; });
    }
};

Workshop::Workshop(QObject *parent) : QObject(parent), m_room(std::make_unique<Room>()) { }

Workshop::~Workshop()
{
    Q_ASSERT(QThread::currentThread() == thread());
    *m_hurried = true;
    m_room.reset(); // its last jobs may still deliver to this object, whose events go with it
}

void Workshop::open(Opener opener, const QObject *context, std::function<void(Result<void>)> then)
{
    beginAnew();
    m_room->add([this, opening = m_opening, opener = std::move(opener), guard = QPointer<const QObject>(context), then = std::move(then)](
                    std::unique_ptr<Workspace> &workspace) {
        workspace.reset(); // before another connection to the same file
        Result<std::unique_ptr<Workspace>> opened = opener();
        std::optional<Error> error;
        if (opened)
            workspace = std::move(opened).value();
        else
            error = opened.error();
        if (workspace)
            hear(*workspace, opening);
        noteUser(workspace.get());
        deliver([guard, then, error] {
            if (guard)
                then(error ? Result<void>(*error) : Result<void>());
        });
    });
}

Result<void> Workshop::open(Opener opener)
{
    beginAnew();
    Result<void> result;
    UserAccount user;
    std::shared_ptr<const Rulebook> rulebook;
    m_room->add([&](std::unique_ptr<Workspace> &workspace) {
        workspace.reset();
        Result<std::unique_ptr<Workspace>> opened = opener();
        if (!opened) {
            result = opened.error();
            return;
        }
        workspace = std::move(opened).value();
        hear(*workspace, m_opening);
        user = workspace->user();
        rulebook = workspace->sharedRulebook();
    });
    m_room->drain();
    m_user = user;
    m_rulebook = rulebook;
    return result;
}

void Workshop::close()
{
    *m_hurried = true;
    beginAnew();
    m_room->add([](std::unique_ptr<Workspace> &workspace) { workspace.reset(); });
    m_room->drain();
    *m_hurried = false;
    m_user = {};
    m_rulebook.reset();
}

/// What was open is so no more for whoever listens, and nothing that it says still counts.
void Workshop::beginAnew()
{
    Q_EMIT closing();
    ++m_opening;
    m_lost = false;
}

void Workshop::hear(Workspace &workspace, quint64 opening)
{
    const auto signal = [this, opening](auto emit) {
        return [this, opening, emit](const auto &what) {
            deliver([this, opening, emit, what] {
                if (opening == m_opening)
                    emit(what);
            });
        };
    };
    Workspace::Line line;
    line.changed = signal([this](const QStringList &caseIds) { Q_EMIT casesChanged(caseIds); });
    line.entered = signal([this](const QStringList &caseIds) { Q_EMIT casesEntered(caseIds); });
    line.connection = signal([this](bool there) {
        if (std::exchange(m_lost, !there) == there)
            Q_EMIT connectionChanged(there);
    });
    line.hurried = m_hurried;
    workspace.listen(std::move(line));
}

void Workshop::drain()
{
    m_room->drain();
}

void Workshop::enqueue(Job job)
{
    m_room->add([this, job = std::move(job)](std::unique_ptr<Workspace> &workspace) {
        const UserAccount before = workspace ? workspace->user() : UserAccount();
        const std::shared_ptr<const Rulebook> rules = workspace ? workspace->sharedRulebook() : nullptr;
        job(workspace.get());
        if (workspace && (workspace->user() != before || workspace->sharedRulebook() != rules))
            noteUser(workspace.get());
    });
}

void Workshop::deliver(std::function<void()> news)
{
    QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
}

void Workshop::noteUser(Workspace *workspace)
{
    const UserAccount user = workspace ? workspace->user() : UserAccount();
    const std::shared_ptr<const Rulebook> rulebook = workspace ? workspace->sharedRulebook() : nullptr;
    deliver([this, user, rulebook] {
        m_user = user;
        m_rulebook = rulebook;
    });
}

Error Workshop::closedError()
{
    return {QStringLiteral("closed"),
        QCoreApplication::translate("Workshop", "The workspace is locked. Sign in again."), {}};
}

} // namespace reviewdesk
