#include "CutWire.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace reviewdesk {

namespace {

constexpr int looks = 20; ///< milliseconds

sockaddr_un place(const QByteArray &folder)
{
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    const QByteArray file = folder + "/.s.PGSQL.5432";
    if (static_cast<std::size_t>(file.size()) >= sizeof place.sun_path)
        qFatal("the wire's folder has too long a name");
    std::memcpy(place.sun_path, file.constData(), static_cast<std::size_t>(file.size()));
    return place;
}

bool isReadable(int socket)
{
    pollfd one{socket, POLLIN, 0};
    return poll(&one, 1, looks) > 0;
}

bool pass(const QByteArray &bytes, int to)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t some = send(to, bytes.constData() + sent, static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (some <= 0)
            return false;
        sent += some;
    }
    return true;
}

QByteArray taken(int from)
{
    std::array<char, 65536> buffer{};
    const ssize_t some = recv(from, buffer.data(), buffer.size(), 0);
    return some > 0 ? QByteArray(buffer.data(), some) : QByteArray();
}

/// A simple query as libpq sends it (PostgreSQL's manual, "Message Formats").
const QByteArray commit("Q\0\0\0\x0b" "COMMIT\0", 12);

} // namespace

CutWire::CutWire(const TestCluster &cluster)
    : m_folder(QStringLiteral("/tmp/reviewdesk-wire-XXXXXX")), m_server(cluster.folder().toUtf8())
{
    const sockaddr_un here = place(m_folder.path().toUtf8());
    m_door = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (bind(m_door, reinterpret_cast<const sockaddr *>(&here), sizeof here) != 0 || listen(m_door, 64) != 0)
        qFatal("the wire cannot be laid");
    m_doorkeeper = std::thread([this] { accept(); });
}

CutWire::~CutWire()
{
    m_ending = true;
    m_doorkeeper.join();
    close(m_door);
}

ServerAddress CutWire::address(const QString &database) const
{
    ServerAddress address;
    address.hosts = {{m_folder.path()}};
    address.database = database;
    return address;
}

void CutWire::accept()
{
    while (!m_ending) {
        if (!isReadable(m_door))
            continue;
        const int program = accept4(m_door, nullptr, nullptr, SOCK_CLOEXEC);
        if (!m_plugged)
            close(program);
        else
            m_carriers.emplace_back([this, program] { carry(program); });
    }
    for (std::thread &carrier : m_carriers)
        carrier.join();
}

void CutWire::carry(int program)
{
    const sockaddr_un there = place(m_server);
    const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool goes = connect(server, reinterpret_cast<const sockaddr *>(&there), sizeof there) == 0;
    while (goes && m_plugged && !m_ending) {
        std::array<pollfd, 2> both{pollfd{program, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (poll(both.data(), both.size(), looks) <= 0)
            continue;
        if (both[1].revents != 0) {
            const QByteArray words = taken(server);
            goes = !words.isEmpty() && pass(words, program);
        }
        if (both[0].revents == 0)
            continue;
        const QByteArray words = taken(program);
        const Cut cut = words == commit ? m_cut.exchange(Cut::Never) : Cut::Never;
        if (cut == Cut::Late) {
            shutdown(program, SHUT_RDWR);
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
        goes = goes && !words.isEmpty() && (cut == Cut::OnTheWay || pass(words, server)) && cut == Cut::Never;
        if (cut == Cut::OnTheWayBack || cut == Cut::Late)
            (void)taken(server); // what nobody hears
    }
    close(program);
    close(server);
}

} // namespace reviewdesk
