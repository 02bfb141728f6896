#pragma once

#include "store/Workshop.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace reviewdesk {

/// Works on one reading of the workspace at a time, on a thread of its own and through a reading connection of its own: who works in
/// the workspace is not held up. A new start takes the place of the one that runs.
class ReadingRun : public QObject {
    Q_OBJECT
public:
    ~ReadingRun() override; ///< stops and waits

    void stop(); ///< refuses with `stopped`
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void progressed(int done, int of); ///< of what is read

protected:
    using Progress = std::function<bool(int done, int of)>; ///< on the thread; false: stop

    /// `name`: the thread's.
    ReadingRun(Workshop &workshop, const QString &name, QObject *parent);
    virtual QString wordsOfStop() const = 0;
    virtual void refuse(const Error &error) = 0; ///< there will be no answer

    /// `ask(Workspace &)` gives a Result with the reading; `make(reading, progress)`, on the thread, the answer, a Result too, which
    /// `tell` hears as a shared pointer.
    template <typename Ask, typename Make, typename Tell> void begin(Ask ask, Make make, Tell tell)
    {
        const int run = renew();
        m_workshop.run(this, std::move(ask), [this, run, make, tell](const auto &reading) {
            if (!isCurrent(run))
                return;
            if (!reading) {
                settle(run, [this, error = reading.error()] { refuse(error); });
                return;
            }
            work(run, [reading = *reading, make, tell, progress = progressOf(run)]() -> Told {
                auto answer = make(reading, progress);
                return [tell, made = std::make_shared<const decltype(answer)>(std::move(answer))] { tell(made); };
            });
        });
    }

    Workshop &workshop() const { return m_workshop; }

private:
    using Told = std::function<void()>;

    int renew();
    bool isCurrent(int run) const { return run == m_run && m_running; }
    Progress progressOf(int run);
    void work(int run, const std::function<Told()> &job);
    void settle(int run, const Told &told);
    void halt();

    Workshop &m_workshop;
    QString m_name;
    std::shared_ptr<std::atomic_bool> m_stopped;
    std::unique_ptr<QThread> m_thread;
    int m_run = 0; ///< number of the newest; older answers are dropped
    bool m_running = false;
};

} // namespace reviewdesk
