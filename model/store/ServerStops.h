#pragma once

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace reviewdesk {

/// What a person's other connections are doing and nobody waits for any more: the one that listens has the server end it. That
/// costs no connection of its own and goes by the same TLS, where PQcancel() sends its key in clear text, whatever
/// the sslmode, and waits as long as it likes.
class ServerStops {
public:
    ServerStops();
    ~ServerStops();
    ServerStops(const ServerStops &) = delete;
    ServerStops &operator=(const ServerStops &) = delete;

    /// On any thread: "process since", as ServerDatabase knows its own. Comes back once the server has done it, and in any case
    /// after half a second; at once, and nothing is ended, while nobody listens.
    void end(const QByteArray &backend);

    // for who listens, on one thread
    void open();
    void shut(); ///< what waits is let go
    int wanted() const { return m_wanted; } ///< an eventfd, readable when there is something new
    std::optional<QByteArray> next(); ///< nothing: there is none, or one is on its way
    bool isOnItsWay() const { return m_onItsWay != nullptr; }
    void arrived();

private:
    struct Wish {
        QByteArray backend;
        bool done = false;
    };

    std::mutex m_mutex;
    std::condition_variable m_done;
    std::deque<std::shared_ptr<Wish>> m_wishes;
    std::shared_ptr<Wish> m_onItsWay; ///< of the listening thread
    bool m_open = false;
    int m_wanted = -1;
};

} // namespace reviewdesk
