#pragma once

#include "store/Workspace.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace reviewdesk {

/// A workspace on a thread of its own, for screens: it is opened, used and closed there, so the GUI thread runs no SQL
/// and derives no key. Calls are carried out in the order in which they were made. The destructor carries out what is
/// queued, then closes. All members are called from the thread that made the workshop.
class Workshop : public QObject {
    Q_OBJECT
public:
    /// Makes or opens the workspace; runs on the workshop's thread: `[=] { return Workspace::open(...); }`.
    using Opener = std::function<Result<std::unique_ptr<Workspace>>()>;

    explicit Workshop(QObject *parent = nullptr);
    ~Workshop() override;

    /// Opens, then calls `then` on this object's thread unless `context` has died meanwhile.
    void open(Opener opener, const QObject *context, std::function<void(Result<void>)> then);
    /// Opens and waits for it: for tests and the start of a throw-away workspace.
    Result<void> open(Opener opener);
    bool isOpen() const { return m_rulebook != nullptr; }
    /// Carries out what is queued, closes the workspace and forgets its key and user: the lock. It may be opened again.
    void close();

    const UserAccount &user() const { return m_user; } ///< who is signed in; empty while closed
    const Rulebook &rulebook() const { return *m_rulebook; } ///< while open: the workspace's, in the plan's time zone
    std::shared_ptr<const Rulebook> sharedRulebook() const { return m_rulebook; }

    /// Runs `job`, a `Result<T>(Workspace &)`, on the workspace's thread, and then `then(Result<T>)` on this one.
    /// `then` is left out when `context` or this workshop has died by then. While no workspace is open the answer is
    /// the error `closed`. (QFuture::then with a context is not used: Qt 6.4 does not bear a context that dies first.)
    template <typename Job, typename Then> void run(const QObject *context, Job job, Then then)
    {
        using Answer = std::invoke_result_t<Job, Workspace &>;
        enqueue([this, guard = QPointer<const QObject>(context), job = std::move(job), then = std::move(then)](
                    Workspace *workspace) mutable {
            auto answer = std::make_shared<Answer>(workspace ? job(*workspace) : Answer(closedError()));
            deliver([guard, answer, then = std::move(then)]() mutable {
                if (guard)
                    then(std::move(*answer));
            });
        });
    }
    /// The same as a future, to be waited for.
    template <typename Job> auto run(Job job) -> QFuture<std::invoke_result_t<Job, Workspace &>>
    {
        using Answer = std::invoke_result_t<Job, Workspace &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        enqueue([promise, job = std::move(job)](Workspace *workspace) mutable {
            promise->addResult(workspace ? job(*workspace) : Answer(closedError()));
            promise->finish();
        });
        return future;
    }
    /// Blocks until all queued calls are done. Their `then` still come by the event loop.
    void drain();

Q_SIGNALS:
    /// On a server: other programs changed these cases, people opened or closed them. Empty: any may have been.
    void casesChanged(const QStringList &caseIds);
    void casesEntered(const QStringList &caseIds);
    void connectionChanged(bool there);
    /// The workspace is about to be closed, or another one opened: whoever reads beside it gives the key back now.
    void closing();

private:
    struct Room;
    using Job = std::function<void(Workspace *)>;

    void enqueue(Job job);
    void deliver(std::function<void()> news); ///< from the workspace's thread to this object's
    void noteUser(Workspace *workspace);
    void beginAnew();
    void hear(Workspace &workspace, quint64 opening); ///< from now on what a server says by itself
    static Error closedError();

    const std::shared_ptr<std::atomic<bool>> m_hurried = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<Room> m_room;
    quint64 m_opening = 0; ///< raised by each opening and closing: what an earlier workspace said is no news
    bool m_lost = false; ///< the workspace's server; while it is, what is called waits for it some seconds, and fails
    UserAccount m_user;
    std::shared_ptr<const Rulebook> m_rulebook;
};

} // namespace reviewdesk
