#include "store/ReadingRoom.h"

#include "store/Workshop.h"

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace reviewdesk {

namespace {

constexpr std::chrono::seconds patience{1}; ///< with a server that was told to stop

} // namespace

/// The thread with its questions. The reader lives in the thread's own frame.
struct ReadingRoom::Desk {
    struct Entry {
        std::shared_ptr<StopSign> stop;
        Job job;
        bool again = false; ///< it met a reader of files that are gone, or was ended in another's place
    };
    std::mutex mutex;
    std::condition_variable more;
    std::condition_variable idle;
    std::deque<Entry> entries;
    std::shared_ptr<StopSign> current; ///< of the question that is being answered
    std::optional<Result<Workspace::WorklistOpener>> opener;
    bool closing = false;
    bool dropping = false; ///< the reader is to be given back
    std::function<void()> sever; ///< the connection that `current` is answered through
    std::function<void()> wanted; ///< another opener
    std::unique_ptr<QThread> thread;

    explicit Desk(std::function<void()> wanted_)
        : wanted(std::move(wanted_)), thread(QThread::create([this] { work(); }))
    {
        thread->setObjectName(QStringLiteral("worklist"));
        thread->start();
    }
    ~Desk()
    {
        giveBack(true);
        thread->wait();
    }

    /// Whoever is being answered is told to stop; by a server that does not hear it is cut off.
    void giveBack(bool forEver)
    {
        stopAll();
        std::unique_lock lock(mutex);
        opener.reset();
        closing = forEver;
        dropping = true;
        more.notify_one();
        const auto given = [this] { return !dropping; };
        while (!idle.wait_for(lock, patience, given)) {
            if (sever)
                sever();
        }
    }

    void stopAll()
    {
        const std::lock_guard lock(mutex);
        entries.clear();
        if (current)
            current->set();
    }

    void work()
    {
        std::unique_ptr<WorklistReader> reader;
        std::unique_lock lock(mutex);
        for (;;) {
            more.wait(lock, [this] { return closing || dropping || (!entries.empty() && opener); });
            if (dropping || closing) {
                lock.unlock();
                reader.reset();
                lock.lock();
                dropping = false;
                idle.notify_all();
                if (closing)
                    return;
                continue;
            }
            Entry entry = std::move(entries.front());
            entries.pop_front();
            if (entry.stop->isSet())
                continue;
            current = entry.stop;
            const Result<Workspace::WorklistOpener> open = *opener;
            lock.unlock();
            const QString code = answer(reader, open, entry);
            lock.lock();
            current.reset();
            sever = nullptr;
            if (code == staleReader && !entry.again && !dropping && !closing) {
                entry.again = true;
                entries.push_front(std::move(entry));
                opener.reset();
                wanted();
            } else if (code == stopped && !entry.again && !entry.stop->isSet()) {
                entry.again = true;
                entries.push_front(std::move(entry));
            } else if (!open && opener && !*opener) { // the next question tries anew
                opener.reset();
                if (!entries.empty())
                    wanted();
            }
        }
    }

    QString answer(
        std::unique_ptr<WorklistReader> &reader, const Result<Workspace::WorklistOpener> &open, const Entry &entry)
    {
        Result<void> ready = open ? Result<void>() : Result<void>(open.error());
        if (ready && !reader) {
            Result<std::unique_ptr<WorklistReader>> opened = (*open)();
            if (opened)
                reader = std::move(opened).value();
            else
                ready = opened.error();
        }
        if (!ready) {
            Error error = ready.error();
            if (entry.again && error.code == staleReader)
                error.code = QStringLiteral("closed");
            return entry.job(error, entry.again);
        }
        reader->setStop(&entry.stop->flag());
        entry.stop->wake(reader->stopper());
        {
            const std::lock_guard lock(mutex);
            sever = reader->severer();
        }
        const QString code = entry.job(reader.get(), entry.again);
        entry.stop->wake({});
        reader->setStop(nullptr);
        if (code == staleReader)
            reader.reset();
        return code;
    }
};

ReadingRoom::ReadingRoom(Workshop &workshop, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_desk(std::make_unique<Desk>([this] {
          QMetaObject::invokeMethod(this, [this] { makeReader(); }, Qt::QueuedConnection);
      }))
{
    connect(&workshop, &Workshop::closing, this, &ReadingRoom::close);
}

ReadingRoom::~ReadingRoom()
{
    m_desk.reset(); // what it still delivers goes with this object's events
}

void ReadingRoom::enqueue(std::shared_ptr<StopSign> stop, Job job)
{
    bool opened = false;
    {
        const std::lock_guard lock(m_desk->mutex);
        m_desk->entries.push_back({std::move(stop), std::move(job)});
        opened = m_desk->opener.has_value();
    }
    if (opened)
        m_desk->more.notify_one();
    else
        makeReader();
}

void ReadingRoom::makeReader()
{
    if (std::exchange(m_making, true))
        return;
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.worklistReader(); },
        [this](const Result<Workspace::WorklistOpener> &opener) {
            m_making = false;
            {
                const std::lock_guard lock(m_desk->mutex);
                m_desk->opener = opener;
            }
            m_desk->more.notify_one();
        });
}

void ReadingRoom::close()
{
    m_desk->giveBack(false);
}

void ReadingRoom::deliver(std::function<void()> news)
{
    QMetaObject::invokeMethod(this, std::move(news), Qt::QueuedConnection);
}

} // namespace reviewdesk
