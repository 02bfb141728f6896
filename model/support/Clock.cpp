#include "support/Clock.h"

namespace reviewdesk {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

FixedClock::FixedClock(QDateTime now)
    : m_now(now.toUTC())
{
}

QDateTime FixedClock::now() const
{
    return m_now;
}

void FixedClock::advance(qint64 milliseconds)
{
    m_now = m_now.addMSecs(milliseconds);
}

} // namespace reviewdesk
