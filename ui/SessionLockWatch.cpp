#include "ui/SessionLockWatch.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace reviewdesk {

namespace {

const QString login = QStringLiteral("org.freedesktop.login1");
const QString manager = QStringLiteral("org.freedesktop.login1.Manager");
const QString managerPath = QStringLiteral("/org/freedesktop/login1");

} // namespace

SessionLockWatch::SessionLockWatch(QObject *parent)
    : SessionLockWatch(QDBusConnection::systemBus(), QDBusConnection::sessionBus(), parent)
{
}

SessionLockWatch::SessionLockWatch(QDBusConnection system, QDBusConnection session, QObject *parent)
    : QObject(parent), m_system(std::move(system))
{
    for (const char *interface : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver",
             "org.cinnamon.ScreenSaver", "org.xfce.ScreenSaver"}) {
        session.connect(
            {}, {}, QString::fromLatin1(interface), QStringLiteral("ActiveChanged"), this, SLOT(onActiveChanged(bool)));
    }
    m_system.connect(
        login, managerPath, manager, QStringLiteral("PrepareForSleep"), this, SLOT(onPrepareForSleep(bool)));
    watchOwnSession();
}

/// "Lock" is said of every session of the computer; only our own counts.
void SessionLockWatch::watchOwnSession()
{
    if (!m_system.isConnected())
        return;
    QDBusMessage ask = QDBusMessage::createMethodCall(login, managerPath, manager, QStringLiteral("GetSessionByPID"));
    ask << static_cast<uint>(QCoreApplication::applicationPid());
    auto *answer = new QDBusPendingCallWatcher(m_system.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<QDBusObjectPath> path = *answer;
        if (path.isValid())
            m_system.connect(login, path.value().path(), QStringLiteral("org.freedesktop.login1.Session"),
                QStringLiteral("Lock"), this, SIGNAL(locked()));
        answer->deleteLater();
    });
}

void SessionLockWatch::onActiveChanged(bool active)
{
    if (active)
        Q_EMIT locked();
}

void SessionLockWatch::onPrepareForSleep(bool going)
{
    if (going)
        Q_EMIT locked();
}

} // namespace reviewdesk
