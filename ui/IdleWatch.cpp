#include "ui/IdleWatch.h"

#include "store/Workspace.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSettings>

#include <algorithm>

namespace reviewdesk {

namespace {

const QString idleKey = QStringLiteral("privacy/idleMinutes");
constexpr int between = 5'000; // milliseconds from look to look

} // namespace

int ownIdleMinutes()
{
    return std::clamp(QSettings().value(idleKey).toInt(), 0, IdleLock::mostMinutes);
}

void chooseIdleMinutes(int minutes)
{
    QSettings().setValue(idleKey, minutes);
}

int idleMinutesInForce(int ofWorkspace)
{
    const int bounded = std::clamp(ofWorkspace, IdleLock::fewestMinutes, IdleLock::mostMinutes);
    const int own = ownIdleMinutes();
    return own > 0 ? std::min(own, bounded) : bounded;
}

IdleWatch::IdleWatch(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_minutes(IdleLock::usualMinutes)
{
    m_timer.setInterval(between);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setMinutes(int ofWorkspace)
{
    m_minutes = ofWorkspace;
}

void IdleWatch::start()
{
    QCoreApplication::instance()->installEventFilter(this);
    m_touched = m_clock.now();
    m_timer.start();
}

void IdleWatch::stop()
{
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer.stop();
}

void IdleWatch::look()
{
    if (!m_timer.isActive())
        return;
    const QDateTime now = m_clock.now();
    if (now < m_touched) // somebody put the clock back
        m_touched = now;
    if (m_touched.secsTo(now) < Q_INT64_C(60) * idleMinutesInForce(m_minutes))
        return;
    stop();
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (const QDateTime now = m_clock.now(); m_touched.msecsTo(now) > between)
            look(); // after a long sleep the first key comes too late
        m_touched = m_clock.now();
        break;
    default:
        break;
    }
    return false;
}

} // namespace reviewdesk
