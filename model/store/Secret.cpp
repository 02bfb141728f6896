#include "store/Secret.h"

#include <sodium.h>

#include <cstring>
#include <new>

namespace reviewdesk {

Secret::Secret(std::size_t size) : m_data(static_cast<unsigned char *>(sodium_malloc(size))), m_size(size)
{
    if (!m_data)
        throw std::bad_alloc();
    sodium_memzero(m_data, m_size);
}

Secret::~Secret()
{
    sodium_free(m_data); // wipes first; nullptr is fine
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret Secret::random(std::size_t size)
{
    Secret secret(size);
    randombytes_buf(secret.data(), size);
    return secret;
}

Secret Secret::copy() const
{
    Secret secret(m_size);
    std::memcpy(secret.data(), m_data, m_size);
    return secret;
}

bool cryptoReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

void wipe(QByteArray &passphrase)
{
    if (passphrase.isDetached())
        sodium_memzero(passphrase.data(), static_cast<std::size_t>(passphrase.size()));
    passphrase.clear();
}

} // namespace reviewdesk
