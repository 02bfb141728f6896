#include "ui/documents/DocumentRoom.h"

#include "store/Workshop.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace reviewdesk {

namespace {

constexpr std::size_t urgencies = 3;

} // namespace

/// What both threads see. The shelf itself is made, used and dropped on the room's thread.
struct DocumentRoom::Desk {
    struct Wish {
        std::shared_ptr<std::atomic<bool>> stop;
        Job job;
    };

    std::mutex mutex;
    std::condition_variable changed;
    std::array<std::deque<Wish>, urgencies> wishes;
    std::optional<Result<Workspace::DocumentOpener>> opener; ///< from the workshop, not yet used
    bool wanted = false; ///< a reader is needed and not there
    bool closing = false; ///< the shelf is to be dropped
    bool ending = false;
    DocumentRoom *room = nullptr; ///< on the windows' thread, while `guard` says so
    QPointer<const QObject> guard;

    void work();
    /// The most urgent wish that nobody stopped, the newest of its urgency; background work in its order.
    std::optional<Wish> next()
    {
        for (std::size_t urgency = 0; urgency < urgencies; ++urgency) {
            std::deque<Wish> &queue = wishes[urgency];
            while (!queue.empty()) {
                const bool newestFirst = urgency + 1 < urgencies;
                Wish wish = newestFirst ? std::move(queue.back()) : std::move(queue.front());
                if (newestFirst)
                    queue.pop_back();
                else
                    queue.pop_front();
                if (!wish.stop->load())
                    return wish;
            }
        }
        return std::nullopt;
    }
    bool isIdle() const
    {
        return wishes[0].empty() && wishes[1].empty() && wishes[2].empty();
    }
};

void DocumentRoom::Desk::work()
{
    std::unique_ptr<Shelf> shelf;
    std::unique_lock lock(mutex);
    while (!ending) {
        if (closing) {
            closing = false;
            lock.unlock();
            shelf.reset(); // may take its time, where the server is away
            lock.lock();
            continue;
        }
        if (!shelf && !opener && !isIdle() && !wanted) {
            wanted = true;
            tellWindows(guard, [room = room] { room->makeReader(); });
        }
        if (isIdle() || (!shelf && !opener)) {
            changed.wait(lock);
            continue;
        }
        std::optional<Error> failed;
        if (!shelf) {
            const Result<Workspace::DocumentOpener> made = *opener;
            opener.reset();
            wanted = false;
            lock.unlock();
            Result<std::unique_ptr<DocumentReader>> reader =
                made ? (*made)() : Result<std::unique_ptr<DocumentReader>>(made.error());
            lock.lock();
            if (reader)
                shelf = std::make_unique<Shelf>(std::move(reader).value());
            else
                failed = reader.error();
            if (closing || ending)
                continue; // it was asked for before
        }
        std::optional<Wish> wish = next();
        if (!wish)
            continue;
        lock.unlock();
        if (!wish->job(failed ? Result<Shelf *>(*failed) : Result<Shelf *>(shelf.get())))
            shelf.reset();
        wish.reset();
        lock.lock();
    }
}

DocumentRoom::DocumentRoom(Workshop &workshop, QObject *parent)
    : QObject(parent), m_workshop(workshop), m_desk(std::make_shared<Desk>())
{
    m_desk->room = this;
    m_desk->guard = this;
    runAside([desk = m_desk] { desk->work(); });
    connect(&workshop, &Workshop::closing, this, &DocumentRoom::close);
}

DocumentRoom::~DocumentRoom()
{
    close();
    {
        const std::lock_guard lock(m_desk->mutex);
        m_desk->ending = true;
    }
    m_desk->changed.notify_all();
}

void DocumentRoom::close()
{
    ++m_closings;
    m_making = false;
    {
        const std::lock_guard lock(m_desk->mutex);
        for (std::deque<Desk::Wish> &queue : m_desk->wishes)
            queue.clear();
        m_desk->opener.reset();
        m_desk->wanted = false;
        m_desk->closing = true;
    }
    m_desk->changed.notify_all();
}

void DocumentRoom::enqueue(Urgency urgency, std::shared_ptr<std::atomic<bool>> stop, Job job)
{
    {
        const std::lock_guard lock(m_desk->mutex);
        m_desk->wishes[static_cast<std::size_t>(urgency)].push_back({std::move(stop), std::move(job)});
    }
    m_desk->changed.notify_all();
}

void DocumentRoom::makeReader()
{
    if (m_making)
        return;
    m_making = true;
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.documentReader(); },
        [this, closings = m_closings](Result<Workspace::DocumentOpener> opener) {
            if (closings != m_closings)
                return; // it holds the key of what was closed meanwhile
            m_making = false;
            {
                const std::lock_guard lock(m_desk->mutex);
                m_desk->opener = std::move(opener);
            }
            m_desk->changed.notify_all();
        });
}

} // namespace reviewdesk
