#include "StoreDesk.h"
#include "TestCluster.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <thread>

using namespace reviewdesk;

/// A server is killed in the middle of fifty writers, and its standby takes its place. Nothing that was called saved is
/// lost or there twice, and every writer goes on by itself.
class tst_failover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasCalledSavedIsLost();
};

namespace {

constexpr int writers = 50;

struct Writer {
    QString caseId;
    qint64 version = 0; ///< that was called saved last
    QString note; ///< with it
    std::atomic<int> saves = 0;
    int refusals = 0; ///< "not saved yet", as the window would say
    std::thread thread;

    void write(Workspace &workspace, const std::atomic<bool> &done)
    {
        StoredCase kept = workspace.createCase(StoreDesk::request()).value();
        caseId = kept.id;
        version = kept.rowVersion;
        while (!done) {
            kept.reviewCase.nurseNote = QStringLiteral("Save %1 of this writer.").arg(saves + 1);
            const Result<StoredCase> saved = workspace.saveDraft(kept);
            if (saved) {
                kept = *saved;
                version = kept.rowVersion;
                note = kept.reviewCase.nurseNote;
                ++saves;
                QThread::msleep(30);
            } else if (codeOf(saved) == QLatin1String("lost") || codeOf(saved) == QLatin1String("in_doubt")) {
                ++refusals;
                QThread::msleep(200);
            } else {
                qFatal("%s", why(saved).constData());
            }
        }
    }
};

} // namespace

void tst_failover::nothingThatWasCalledSavedIsLost()
{
    const TestCluster primary;
    StoreDesk desk(primary);
    desk.made().reset();
    const TestCluster standby(&primary);
    ServerAddress address = primary.address(desk.server());
    address.hosts += standby.address(desk.server()).hosts;

    std::vector<std::unique_ptr<Writer>> all;
    std::atomic<bool> done = false;
    std::atomic<int> seated = 0;
    for (int number = 0; number < writers; ++number) {
        all.push_back(std::make_unique<Writer>());
        all.back()->thread = std::thread([&, writer = all.back().get(), number] {
            const QString login = number % 2 == 0 ? QStringLiteral("nora") : QStringLiteral("ned");
            const auto workspace =
                Workspace::open(address.toText(), login, login.toUtf8(), StoreDesk::rulebook(), desk.clock);
            if (!workspace)
                qFatal("%s", why(workspace).constData());
            ++seated;
            while (seated < writers)
                QThread::msleep(5);
            writer->write(**workspace, done);
        });
    }
    const auto haveSaved = [&](const std::vector<int> &before, int more) {
        for (std::size_t at = 0; at < all.size(); ++at) {
            if (all.at(at)->saves < (before.empty() ? 0 : before.at(at)) + more)
                return false;
        }
        return true;
    };
    const auto waitUntil = [&](const std::vector<int> &before, int more) {
        QElapsedTimer time;
        time.start();
        while (!haveSaved(before, more) && time.elapsed() < 25'000)
            QThread::msleep(20);
        return haveSaved(before, more);
    };
    const bool began = waitUntil({}, 5);
    primary.kill();
    QElapsedTimer away;
    away.start();
    standby.promote();
    std::vector<int> before;
    for (const auto &writer : all)
        before.push_back(writer->saves);
    const qint64 promotedAfter = away.elapsed();
    const bool resumed = waitUntil(before, 3);
    const qint64 resumedAfter = away.elapsed();
    done = true;
    int saves = 0;
    int refusals = 0;
    for (const auto &writer : all) {
        writer->thread.join();
        saves += writer->saves;
        refusals += writer->refusals;
    }
    qInfo("%d writers, %d saves; promoted after %lld ms, all had saved again after %lld ms, %d times \"not saved yet\"", writers,
        saves, promotedAfter, resumedAfter, refusals);
    QVERIFY(began);
    QVERIFY(resumed);

    const auto sam = Workspace::open(
        standby.address(desk.server()).toText(), QStringLiteral("sam"), "sam", StoreDesk::rulebook(), desk.clock);
    QVERIFY2(sam.ok(), why(sam));
    for (const auto &writer : all) {
        const Result<StoredCase> kept = (*sam)->loadCase(writer->caseId);
        QVERIFY2(kept.ok(), why(kept));
        QCOMPARE(kept->rowVersion, writer->version);
        QCOMPARE(kept->rowVersion, 1 + writer->saves);
        QCOMPARE(kept->reviewCase.nurseNote, writer->note);
        QCOMPARE((*sam)->history(writer->caseId)->size(), 1 + writer->saves);
    }
    QCOMPARE(standby.asked(QStringLiteral("SELECT count(*) FROM cases"), desk.server()).constFirst().constFirst().toInt(), writers);
    const Result<void> whole = (*sam)->verify();
    QVERIFY2(whole.ok(), why(whole));
}

QTEST_GUILESS_MAIN(tst_failover)
#include "tst_failover.moc"
