#pragma once

#include "store/Secret.h"
#include "store/ServerAddress.h"
#include "store/ServerStops.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace reviewdesk {

/// As whom and where a person's connections to a server are made; shared by all of them, on any thread, so that each is
/// made again with what is true then: the password that was changed since, the host that takes writes now.
class ServerLink {
public:
    ServerLink(ServerAddress address, QString login, const QByteArray &password);

    const ServerAddress &address() const { return m_address; }
    const QString &login() const { return m_login; }
    QByteArray password() const; ///< UTF-8; a copy, to be wiped
    /// Before the server has it for certain: the one before is remembered, and tried where this one does not let in.
    void setPassword(const QByteArray &password);
    bool turnBack(); ///< to that one; false: there is none

    bool isHurried() const { return hurried && *hurried; }

    /// While set, nobody waits for a server that is away: what it is needed for fails at once. For closing and locking.
    std::shared_ptr<const std::atomic<bool>> hurried;
    /// Called when a connection was lost (false) and made again (true), on the thread that it is used on. Both
    /// are set before the link is used by more than one.
    std::function<void(bool there)> told;
    /// Of the connection that writes: what it says itself is no news to it. 0: there is none now.
    std::atomic<int> writer = 0;
    ServerStops stops;

private:
    ServerAddress m_address;
    QString m_login;
    mutable std::mutex m_mutex;
    Secret m_password;
    Secret m_former;
};

} // namespace reviewdesk
