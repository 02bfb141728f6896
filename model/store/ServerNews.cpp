#include "store/ServerNews.h"

#include "store/Libpq.h"
#include "store/ServerDatabase.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace reviewdesk {

namespace {

using namespace std::chrono_literals;

constexpr auto gathered = 150ms; ///< from the first word on
constexpr auto longestConnecting = 3s; ///< to each host
constexpr auto firstWait = 100ms; ///< before it is tried again
constexpr auto longestWait = 2s;
constexpr auto waitWhenRefused = 60s; ///< not to fill the server's log
constexpr qsizetype mostIds = 500; ///< more are told as anything
constexpr const char *changedChannel = "cases_changed";
constexpr const char *enteredChannel = "cases_entered";

} // namespace

void ServerNews::Finish::operator()(pg_conn *connection) const
{
    pq().finish(connection);
}

ServerNews::ServerNews(std::shared_ptr<ServerLink> link, Told changed, Told entered)
    : m_link(std::move(link)), m_told{{changedChannel, std::move(changed)}, {enteredChannel, std::move(entered)}},
      m_ending(eventfd(0, EFD_CLOEXEC)), m_thread([this] { work(); })
{
}

ServerNews::~ServerNews()
{
    (void)eventfd_write(m_ending, 1);
    m_thread.join();
    close(m_ending);
}

void ServerNews::work()
{
    bool lost = false;
    auto pause = Clock::duration(firstWait);
    for (;;) {
        if (const Connection connection = connected(); connection && listens(connection.get())) {
            if (std::exchange(lost, false) && m_link->told)
                m_link->told(true);
            pause = firstWait;
            m_heard.clear();
            tell(changedChannel, {});
            tell(enteredChannel, {});
            m_link->stops.open();
            hear(connection.get());
            m_link->stops.shut();
        }
        if (wait(-1, 0, Clock::now()) == Woken::Ending)
            return;
        if (!std::exchange(lost, true) && m_link->told)
            m_link->told(false);
        if (wait(-1, 0, Clock::now() + (m_refused ? waitWhenRefused : pause)) == Woken::Ending)
            return;
        pause = std::min<Clock::duration>(2 * pause, longestWait);
    }
}

ServerNews::Connection ServerNews::connected()
{
    if (!pq().library)
        return nullptr;
    for (const ServerAddress::Host &host : m_link->address().hosts) {
        if (Connection connection = connectedTo(host))
            return connection;
        if (wait(-1, 0, Clock::now()) == Woken::Ending)
            break;
    }
    return nullptr;
}

/// One host at a time, so that one that does not answer takes no longer than its turn, and ending is never waited for.
ServerNews::Connection ServerNews::connectedTo(const ServerAddress::Host &host)
{
    QByteArray words = ServerDatabase::wordsFor(*m_link, host);
    Connection connection(pq().connectStart(words.constData()));
    wipe(words);
    const Clock::time_point until = Clock::now() + longestConnecting;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (connection && pq().status(connection.get()) != CONNECTION_BAD && state != PGRES_POLLING_FAILED) {
        if (state == PGRES_POLLING_OK) {
            m_refused = false;
            pq().setNoticeProcessor(connection.get(), [](void *, const char *) { }, nullptr);
            return connection;
        }
        const short events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (wait(pq().socket(connection.get()), events, until) != Woken::Ready)
            return nullptr;
        state = pq().connectPoll(connection.get());
    }
    m_refused = connection && pq().connectionUsedPassword(connection.get());
    return nullptr;
}

bool ServerNews::listens(pg_conn *connection)
{
    for (const auto &channel : m_told) {
        PGresult *const done = pq().exec(connection, ("LISTEN " + channel.first).constData());
        const bool listens = pq().resultStatus(done) == PGRES_COMMAND_OK;
        pq().clear(done);
        if (!listens)
            return false;
    }
    return true;
}

/// Until the connection is lost, or it ends.
void ServerNews::hear(pg_conn *connection)
{
    while (take(connection)) {
        endNext(connection);
        switch (wait(pq().socket(connection), POLLIN, m_tellAt, m_link->stops.wanted())) {
        case Woken::Ending:
            return;
        case Woken::Expired:
            tellAll();
            break;
        case Woken::Ready:
            if (pq().consumeInput(connection) == 0)
                return;
            hearEnded(connection);
            break;
        case Woken::Wanted:
            break;
        }
    }
}

/// By the process and since when it is there: another may have its number by now, on this server or another. The time as a number:
/// each session writes a date in its own style. One at a time, and not waited for.
void ServerNews::endNext(pg_conn *connection)
{
    while (const std::optional<QByteArray> backend = m_link->stops.next()) {
        const char *const which = backend->constData();
        if (pq().sendQueryParams(connection,
                "SELECT pg_cancel_backend(pid) FROM pg_stat_get_activity(split_part($1, ' ', 1)::integer)"
                " WHERE pid || ' ' || extract(epoch FROM backend_start) = $1",
                1, nullptr, &which, nullptr, nullptr, 0) == 0)
            m_link->stops.arrived(); // or rather never; who looks at the connection next sees why
    }
}

void ServerNews::hearEnded(pg_conn *connection)
{
    while (m_link->stops.isOnItsWay() && pq().isBusy(connection) == 0) {
        PGresult *const ended = pq().getResult(connection);
        if (!ended)
            m_link->stops.arrived();
        pq().clear(ended); // nothing is done for none
    }
}

bool ServerNews::take(pg_conn *connection)
{
    while (PGnotify *const word = pq().notifies(connection)) {
        if (word->be_pid != m_link->writer) {
            m_heard[word->relname].append(QString::fromLatin1(word->extra));
            m_tellAt = std::min(m_tellAt, Clock::now() + gathered);
        }
        pq().freemem(word);
    }
    return pq().status(connection) == CONNECTION_OK;
}

void ServerNews::tellAll()
{
    m_tellAt = Clock::time_point::max();
    for (auto &[channel, caseIds] : m_heard) {
        caseIds.removeDuplicates();
        if (!caseIds.isEmpty())
            tell(channel.constData(), caseIds.size() > mostIds ? QStringList() : caseIds);
        caseIds.clear();
    }
}

void ServerNews::tell(const char *channel, const QStringList &caseIds)
{
    const auto told = m_told.find(channel);
    if (told != m_told.end() && told->second)
        told->second(caseIds);
}

ServerNews::Woken ServerNews::wait(int socket, short events, Clock::time_point until, int wanted) const
{
    std::array<pollfd, 3> all{pollfd{m_ending, POLLIN, 0}, pollfd{socket, events, 0}, pollfd{wanted, POLLIN, 0}};
    for (;;) {
        const auto left = until == Clock::time_point::max()
            ? -1
            : std::max<qint64>(0, std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count());
        const int woken = poll(all.data(), all.size(), static_cast<int>(left));
        if (all[0].revents != 0)
            return Woken::Ending;
        if (all[1].revents != 0)
            return Woken::Ready;
        if (woken > 0)
            return Woken::Wanted;
        if (woken == 0)
            return Woken::Expired;
    }
}

} // namespace reviewdesk
