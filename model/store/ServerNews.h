#pragma once

#include "store/ServerLink.h"

#include <QStringList>

#include <chrono>
#include <map>
#include <memory>
#include <thread>

struct pg_conn;

namespace reviewdesk {

/// Listens, on a thread and a connection of its own, to what a server says by itself (LISTEN; schema/postgres/0016 says
/// it): ids of cases, gathered for some tenths of a second. What this program's own connection said is left out. When the
/// connection was made, and made again after it was lost, an empty list says that anything may have happened meanwhile.
/// Between two words it has the server end what ServerStops wants ended.
class ServerNews {
public:
    using Told = std::function<void(const QStringList &caseIds)>; ///< called on that thread
    ServerNews(std::shared_ptr<ServerLink> link, Told changed, Told entered);
    ~ServerNews(); ///< afterwards nothing is told
    ServerNews(const ServerNews &) = delete;
    ServerNews &operator=(const ServerNews &) = delete;

private:
    using Clock = std::chrono::steady_clock;
    struct Finish {
        void operator()(pg_conn *connection) const;
    };
    using Connection = std::unique_ptr<pg_conn, Finish>;
    enum class Woken { Ready, Ending, Expired, Wanted };

    void work();
    Connection connected();
    Connection connectedTo(const ServerAddress::Host &host);
    bool listens(pg_conn *connection);
    void hear(pg_conn *connection);
    bool take(pg_conn *connection); ///< false: the connection is lost
    void endNext(pg_conn *connection);
    void hearEnded(pg_conn *connection);
    void tellAll();
    void tell(const char *channel, const QStringList &caseIds);
    Woken wait(int socket, short events, Clock::time_point until, int wanted = -1) const;

    const std::shared_ptr<ServerLink> m_link;
    std::map<QByteArray, Told> m_told; ///< by channel
    std::map<QByteArray, QStringList> m_heard; ///< and not told yet
    Clock::time_point m_tellAt = Clock::time_point::max();
    bool m_refused = false; ///< with this password, when it was tried last
    int m_ending = -1; ///< an eventfd, readable once it ends
    std::thread m_thread;
};

} // namespace reviewdesk
