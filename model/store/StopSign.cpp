#include "store/StopSign.h"

#include <QThreadPool>

#include <utility>

namespace reviewdesk {

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
    if (isSet())
        run();
}

void StopSign::run()
{
    const std::lock_guard lock(m_mutex);
    if (const auto act = std::exchange(m_act, nullptr))
        act();
}

} // namespace reviewdesk
