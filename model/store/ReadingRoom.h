#pragma once

#include "store/StopSign.h"
#include "store/WorklistReader.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace reviewdesk {

class Workshop;

/// A thread that reads the worklist of the workshop's workspace while the workshop writes. Questions are answered in
/// their order; one that is stopped is left out, or ended where it is. The reader is made at the first question and
/// given back when the workshop closes. All members are called from the thread that made the room.
class ReadingRoom : public QObject {
    Q_OBJECT
public:
    explicit ReadingRoom(Workshop &workshop, QObject *parent = nullptr);
    ~ReadingRoom() override;

    /// A question that was asked; letting go of it does not stop it.
    class Question {
    public:
        void stop() { if (m_stop) m_stop->set(); }
        bool isStopped() const { return m_stop && m_stop->isSet(); }

    private:
        friend class ReadingRoom;
        std::shared_ptr<StopSign> m_stop;
    };

    /// Runs `job`, a `Result<T>(WorklistReader &)`, on the room's thread, then `then(Result<T>)` on this one, unless the
    /// question was stopped or `context` has died by then.
    template <typename Job, typename Then> Question ask(const QObject *context, Job job, Then then)
    {
        using Answer = std::invoke_result_t<Job, WorklistReader &>;
        Question question;
        question.m_stop = std::make_shared<StopSign>();
        enqueue(question.m_stop,
            [this, guard = QPointer<const QObject>(context), stop = question.m_stop, job = std::move(job),
                then = std::move(then)](const Result<WorklistReader *> &reader, bool again) -> QString {
                auto answer = std::make_shared<Answer>(reader ? job(**reader) : Answer(reader.error()));
                const QString code = *answer ? QString() : answer->error().code;
                if (code == staleReader || (code == stopped && !again && !stop->isSet()))
                    return code; // asked again, with another reader; or after a word that was meant for the question before it
                deliver([guard, stop, answer, then] {
                    if (guard && !stop->isSet())
                        then(std::move(*answer));
                });
                return code;
            });
        return question;
    }
    /// Ends and leaves out everything that was asked, and gives the reader back.
    void close();

private:
    struct Desk;
    /// Answers the code of its error. `again`: it is run a second time for it.
    using Job = std::function<QString(const Result<WorklistReader *> &, bool again)>;
    static inline const QString staleReader = QStringLiteral("key_changed");
    static inline const QString stopped = QStringLiteral("stopped");

    void enqueue(std::shared_ptr<StopSign> stop, Job job);
    void deliver(std::function<void()> news);
    void makeReader();

    Workshop &m_workshop;
    std::unique_ptr<Desk> m_desk;
    bool m_making = false; ///< a reader is on its way from the workshop
};

} // namespace reviewdesk
