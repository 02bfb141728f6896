#include "ui/SessionLockWatch.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace reviewdesk;

/// The desktop is locked, the computer goes to sleep: heard on a bus of the test's own.
class tst_session_lock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void signalsLock_data();
    void signalsLock();
    void withoutABusNothingIsSaid();

private:
    QProcess m_daemon;
    QString m_address;
};

void tst_session_lock::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_daemon.start(QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--print-address"), QStringLiteral("--nofork")});
    QVERIFY(m_daemon.waitForReadyRead(20'000));
    m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
}

void tst_session_lock::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("heard"));
    QDBusConnection::disconnectFromBus(QStringLiteral("said"));
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void tst_session_lock::signalsLock_data()
{
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("value");
    QTest::addColumn<int>("locks");
    const QString active = QStringLiteral("ActiveChanged");
    QTest::newRow("KDE locks") << QStringLiteral("org.freedesktop.ScreenSaver") << active << true << 1;
    QTest::newRow("KDE unlocks") << QStringLiteral("org.freedesktop.ScreenSaver") << active << false << 0;
    QTest::newRow("GNOME locks") << QStringLiteral("org.gnome.ScreenSaver") << active << true << 1;
    QTest::newRow("another signal") << QStringLiteral("org.gnome.ScreenSaver") << QStringLiteral("Other") << true << 0;
}

void tst_session_lock::signalsLock()
{
    QFETCH(QString, interface);
    QFETCH(QString, member);
    QFETCH(bool, value);
    QFETCH(int, locks);
    QDBusConnection heard = QDBusConnection::connectToBus(m_address, QStringLiteral("heard"));
    QDBusConnection said = QDBusConnection::connectToBus(m_address, QStringLiteral("said"));
    QVERIFY(heard.isConnected() && said.isConnected());
    SessionLockWatch watch(heard, heard);
    QSignalSpy locked(&watch, &SessionLockWatch::locked);
    QDBusMessage message = QDBusMessage::createSignal(QStringLiteral("/ScreenSaver"), interface, member);
    message << value;
    QVERIFY(said.send(message));
    if (locks > 0)
        QTRY_COMPARE_WITH_TIMEOUT(locked.size(), locks, 10'000);
    else
        QTest::qWait(300);
    QCOMPARE(locked.size(), locks);
}

void tst_session_lock::withoutABusNothingIsSaid()
{
    QDBusConnection none(QStringLiteral("none"));
    SessionLockWatch watch(none, none);
    QSignalSpy locked(&watch, &SessionLockWatch::locked);
    QTest::qWait(50);
    QVERIFY(locked.isEmpty());
}

QTEST_GUILESS_MAIN(tst_session_lock)
#include "tst_session_lock.moc"
