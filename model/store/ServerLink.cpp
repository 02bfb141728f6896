#include "store/ServerLink.h"

#include <cstring>
#include <utility>

namespace reviewdesk {

namespace {

Secret kept(const QByteArray &password)
{
    if (!cryptoReady()) // then there is no place for it, and no server lets in
        return {};
    Secret secret(static_cast<std::size_t>(password.size()));
    if (!secret.isEmpty())
        std::memcpy(secret.data(), password.constData(), secret.size());
    return secret;
}

} // namespace

ServerLink::ServerLink(ServerAddress address, QString login, const QByteArray &password)
    : m_address(std::move(address)), m_login(std::move(login)), m_password(kept(password))
{
}

QByteArray ServerLink::password() const
{
    const std::lock_guard lock(m_mutex);
    return QByteArray(reinterpret_cast<const char *>(m_password.data()), static_cast<qsizetype>(m_password.size()));
}

void ServerLink::setPassword(const QByteArray &password)
{
    const std::lock_guard lock(m_mutex);
    m_former = std::exchange(m_password, kept(password));
}

bool ServerLink::turnBack()
{
    const std::lock_guard lock(m_mutex);
    if (m_former.isEmpty())
        return false;
    std::swap(m_password, m_former);
    return true;
}

} // namespace reviewdesk
