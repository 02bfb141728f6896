#pragma once

#include "store/Workspace.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace reviewdesk {

/// An open workspace on a thread of its own, for screens: every call is queued and answered by a future, so the GUI thread runs no SQL.
/// Calls are carried out in the order they were made. The destructor carries out what is queued, then closes.
class Workshop : public QObject {
    Q_OBJECT
public:
    explicit Workshop(std::unique_ptr<Workspace> workspace, QObject *parent = nullptr);
    ~Workshop() override;

    const UserAccount &user() const { return m_user; }
    const Rulebook &rulebook() const { return *m_rulebook; }
    std::shared_ptr<const Rulebook> sharedRulebook() const { return m_rulebook; }

    /// Runs `job` with the workspace on its thread; `job` is `Result<T>(Workspace &)`.
    /// Use `.then(context, continuation)` to come back to the GUI thread.
    template <typename Job> auto run(Job job) -> QFuture<std::invoke_result_t<Job, Workspace &>>
    {
        using Answer = std::invoke_result_t<Job, Workspace &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        enqueue([promise, job = std::move(job)](Workspace &workspace) mutable {
            promise->start();
            promise->addResult(job(workspace));
            promise->finish();
        });
        return future;
    }
    /// Blocks until all queued calls are done; for closing the window and for tests.
    void drain();

private:
    void enqueue(std::function<void(Workspace &)> job);

    std::unique_ptr<Workspace> m_workspace;
    UserAccount m_user;
    std::shared_ptr<const Rulebook> m_rulebook;
    QThread m_thread;
    QObject m_worker;
};

} // namespace reviewdesk
