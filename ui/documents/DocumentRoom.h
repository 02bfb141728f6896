#pragma once

#include "documents/DocumentPages.h"
#include "store/DocumentReader.h"
#include "ui/Aside.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>
#include <type_traits>

namespace reviewdesk {

class Workshop;

/// The documents that the room's thread has open, and their texts as far as they are known. Used on that thread alone.
class Shelf {
public:
    explicit Shelf(std::unique_ptr<DocumentReader> reader);
    ~Shelf();

    /// Open until two others were asked for. Errors: those of DocumentReader and openPages.
    Result<DocumentPages *> pages(const QString &digest);
    /// What was recognised, else what the document says.
    Result<DocumentText> text(const QString &digest, int page);
    Result<QList<PagePlace>> places(const QString &digest, int page, const TextRange &range);
    Result<PageSelection> select(const QString &digest, int page, const PagePlace &from, const PagePlace &to);
    /// The words within a rectangle, which is its place whether or not it has any.
    Result<PageSelection> frame(const QString &digest, int page, const PagePlace &frame);
    Result<QMap<int, DocumentText> *> keptTexts(const QString &digest); ///< those that the workspace has
    void learn(const QString &digest, int page, const DocumentText &text);

private:
    struct Open {
        QString digest;
        std::unique_ptr<DocumentPages> pages;
    };
    std::unique_ptr<DocumentReader> m_reader;
    QList<std::shared_ptr<Open>> m_open; ///< the newest first
    QHash<QString, QMap<int, DocumentText>> m_texts;
};

/// A thread that reads, draws and searches documents while the screen goes on. What is wanted now comes before what is
/// wanted soon, and the newest wish first. The reader is made at the first question and given back when the workshop
/// closes, or the room goes: at once, or after the one job that runs then (a page is drawn, some are searched), for which
/// no window waits. So a job owns all that it uses. All members are called from the windows' thread.
class DocumentRoom : public QObject {
    Q_OBJECT
public:
    explicit DocumentRoom(Workshop &workshop, QObject *parent = nullptr);
    ~DocumentRoom() override;

    enum class Urgency { Now, Soon, Sometime };

    /// A question that was asked; letting go of it does not stop it.
    class Question {
    public:
        void stop()
        {
            if (m_stop)
                m_stop->store(true);
        }

    private:
        friend class DocumentRoom;
        std::shared_ptr<std::atomic<bool>> m_stop;
    };

    /// Runs `job`, a `Result<T>(Shelf &)`, on the room's thread, then `then(Result<T>)` on this one, unless the question
    /// was stopped or `context` has died by then.
    template <typename Job, typename Then> Question ask(Urgency urgency, const QObject *context, Job job, Then then)
    {
        using Answer = std::invoke_result_t<Job, Shelf &>;
        Question question;
        question.m_stop = std::make_shared<std::atomic<bool>>(false);
        enqueue(urgency, question.m_stop,
            [room = QPointer<const QObject>(this), guard = QPointer<const QObject>(context), stop = question.m_stop, job = std::move(job),
                then = std::move(then)](const Result<Shelf *> &shelf) -> bool {
                auto answer = std::make_shared<Answer>(shelf ? job(**shelf) : Answer(shelf.error()));
                tellWindows(room, [guard, stop, answer, then] {
                    if (guard && !stop->load())
                        then(std::move(*answer));
                });
                return *answer || answer->error().code != staleReader;
            });
        return question;
    }
    /// Leaves out everything that was asked, and gives the reader and its key back.
    void close();

private:
    struct Desk;
    /// False: the reader is of no use any more.
    using Job = std::function<bool(const Result<Shelf *> &)>;
    static inline const QString staleReader = QStringLiteral("key_changed");

    void enqueue(Urgency urgency, std::shared_ptr<std::atomic<bool>> stop, Job job);
    void makeReader();

    Workshop &m_workshop;
    std::shared_ptr<Desk> m_desk; ///< the thread's too, until it ends
    bool m_making = false; ///< a reader is on its way from the workshop
    int m_closings = 0; ///< what was on its way before is no answer any more
};

} // namespace reviewdesk
