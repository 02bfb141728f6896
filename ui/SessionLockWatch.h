#pragma once

#include <QDBusConnection>
#include <QObject>

namespace reviewdesk {

/// Says when the desktop is locked or its screen saver begins, and when the computer goes to sleep: as systemd-logind
/// (org.freedesktop.login1) and the desktops' screen savers tell on D-Bus. Where there is no bus it says nothing.
class SessionLockWatch : public QObject {
    Q_OBJECT
public:
    explicit SessionLockWatch(QObject *parent = nullptr);
    /// On these buses.
    SessionLockWatch(QDBusConnection system, QDBusConnection session, QObject *parent = nullptr);

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void onActiveChanged(bool active);
    void onPrepareForSleep(bool going);

private:
    void watchOwnSession();

    QDBusConnection m_system;
};

} // namespace reviewdesk
