#include "StoreDesk.h"

#include <QTest>

#include <future>

using namespace reviewdesk;

/// The workspace's settings are changed by several supervisors: each change stays.
class tst_settings_kept : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachChangesWhatIsKeptNow();
    void twoAtTheSameMoment();
    void whatIsNotValidChangesNothing();
    void onlyASupervisorChangesThem();
};

/// Another's change that came after this workspace was opened, and last read them.
void tst_settings_kept::eachChangesWhatIsKeptNow()
{
    StoreDesk desk;
    const std::unique_ptr<Workspace> one = desk.made();
    const std::unique_ptr<Workspace> other = desk.opened(QStringLiteral("sam"));
    QVERIFY(one->settings().ok());
    const Result<void> theirs =
        other->changeSettings([](WorkspaceSettings &settings) { settings.organisation = QStringLiteral("Another Plan"); });
    QVERIFY2(theirs.ok(), why(theirs));
    const Result<void> ours = one->changeSettings([](WorkspaceSettings &settings) { settings.idleMinutes = 7; });
    QVERIFY2(ours.ok(), why(ours));
    QCOMPARE(other->settings()->organisation, QStringLiteral("Another Plan"));
    QCOMPARE(other->settings()->idleMinutes, 7);
}

void tst_settings_kept::twoAtTheSameMoment()
{
    StoreDesk desk;
    const std::unique_ptr<Workspace> one = desk.made();
    constexpr int times = 10;
    const auto count = [](Workspace &workspace, auto number) {
        for (int time = 0; time < times; ++time) {
            const Result<void> changed =
                workspace.changeSettings([number](WorkspaceSettings &settings) { ++(number(settings)); });
            if (!changed)
                return QByteArray(why(changed));
        }
        return QByteArray();
    };
    const int keep = one->settings()->backups.keep;
    const int days = one->settings()->terms.approvalDays;
    std::future<QByteArray> theirs = std::async(std::launch::async, [&] { // with a connection of that thread's own
        const std::unique_ptr<Workspace> other = desk.opened(QStringLiteral("sam"));
        return count(*other, [](WorkspaceSettings &settings) -> int & { return settings.backups.keep; });
    });
    const QByteArray ours = count(*one, [](WorkspaceSettings &settings) -> int & { return settings.terms.approvalDays; });
    QCOMPARE(theirs.get(), QByteArray());
    QCOMPARE(ours, QByteArray());
    QCOMPARE(one->settings()->backups.keep, keep + times);
    QCOMPARE(one->settings()->terms.approvalDays, days + times);
}

void tst_settings_kept::whatIsNotValidChangesNothing()
{
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    const QString before = workspace->settings()->organisation;
    const Result<void> refused = workspace->changeSettings([](WorkspaceSettings &settings) {
        settings.organisation = QStringLiteral("Half a change");
        settings.idleMinutes = 0;
    });
    QCOMPARE(codeOf(refused), QStringLiteral("invalid"));
    QCOMPARE(refused.error().place, QStringLiteral("/idle_minutes"));
    QCOMPARE(workspace->settings()->organisation, before);
}

void tst_settings_kept::onlyASupervisorChangesThem()
{
    StoreDesk desk;
    desk.made();
    bool isCalled = false;
    const Result<void> refused =
        desk.opened(QStringLiteral("nora"))->changeSettings([&isCalled](WorkspaceSettings &) { isCalled = true; });
    QCOMPARE(codeOf(refused), QStringLiteral("role"));
    QVERIFY(!isCalled);
}

QTEST_GUILESS_MAIN(tst_settings_kept)
#include "tst_settings_kept.moc"
