#include "store/ServerStops.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace reviewdesk {

namespace {

constexpr std::chrono::milliseconds longest{500}; ///< that somebody waits for a server to end something

} // namespace

ServerStops::ServerStops() : m_wanted(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) { }

ServerStops::~ServerStops()
{
    close(m_wanted);
}

void ServerStops::end(const QByteArray &backend)
{
    std::unique_lock lock(m_mutex);
    if (!m_open)
        return;
    const auto wish = std::make_shared<Wish>(Wish{backend});
    m_wishes.push_back(wish);
    (void)eventfd_write(m_wanted, 1);
    m_done.wait_for(lock, longest, [&] { return wish->done || !m_open; });
    m_wishes.erase(std::remove(m_wishes.begin(), m_wishes.end(), wish), m_wishes.end()); // it would come too late
}

void ServerStops::open()
{
    const std::lock_guard lock(m_mutex);
    m_open = true;
}

void ServerStops::shut()
{
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
        m_wishes.clear();
    }
    m_onItsWay.reset();
    m_done.notify_all();
}

std::optional<QByteArray> ServerStops::next()
{
    eventfd_t count = 0;
    (void)eventfd_read(m_wanted, &count);
    const std::lock_guard lock(m_mutex);
    if (m_onItsWay || m_wishes.empty())
        return std::nullopt;
    m_onItsWay = std::move(m_wishes.front());
    m_wishes.pop_front();
    return m_onItsWay->backend;
}

void ServerStops::arrived()
{
    if (const std::shared_ptr<Wish> wish = std::exchange(m_onItsWay, nullptr)) {
        const std::lock_guard lock(m_mutex);
        wish->done = true;
    }
    m_done.notify_all();
}

} // namespace reviewdesk
