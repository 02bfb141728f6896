#include "ui/IdleWatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace reviewdesk {

IdleWatch::IdleWatch(int minutes, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(minutes * 60'000);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
}

void IdleWatch::start()
{
    QCoreApplication::instance()->installEventFilter(this);
    m_timer.start();
}

void IdleWatch::stop()
{
    QCoreApplication::instance()->removeEventFilter(this);
    m_timer.stop();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_timer.start();
        break;
    default:
        break;
    }
    return false;
}

} // namespace reviewdesk
