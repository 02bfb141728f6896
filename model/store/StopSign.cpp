#include "store/StopSign.h"

#include <QThreadPool>

#include <chrono>
#include <utility>

namespace reviewdesk {

namespace {

constexpr std::chrono::milliseconds firstPause{50};
constexpr int mostTries = 5;

} // namespace

void StopSign::set()
{
    if (!m_flag.exchange(true))
        QThreadPool::globalInstance()->start([self = shared_from_this()] { self->run(); });
}

void StopSign::wake(std::function<void()> act)
{
    {
        const std::lock_guard lock(m_mutex);
        m_act = std::move(act);
    }
    m_helped.notify_all();
}

void StopSign::run()
{
    std::unique_lock lock(m_mutex);
    std::chrono::milliseconds pause = firstPause;
    for (int tries = 0; m_act && tries < mostTries; ++tries, pause *= 2) {
        m_act();
        m_helped.wait_for(lock, pause, [this] { return !m_act; });
    }
}

} // namespace reviewdesk
