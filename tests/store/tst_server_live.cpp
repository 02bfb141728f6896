#include "CutWire.h"
#include "StoreDesk.h"

#include "store/ReadingRoom.h"
#include "store/ServerDatabase.h"
#include "store/Workshop.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <thread>

using namespace reviewdesk;

namespace {

constexpr qint64 patience = 5'000; ///< ms

} // namespace

/// What a server says by itself: which cases others changed, opened and closed, to every program within a second, and
/// nothing of what is in them.
class tst_server_live : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void whatOthersDoIsTold_data();
    void whatOthersDoIsTold();
    void whatOneDoesOneselfIsNotTold();
    void stillThereIsNotTold();
    void savesThatNobodySeesAreToldOnceAMinute();
    void muchAtOnceIsToldAsAnything();
    void afterAGapAnythingMayHaveChanged();
    void anotherPersonHearsToo();
    void nothingIsToldAfterwards();
    void anEmbeddedWorkspaceSaysNothing();
    void whatIsNotWantedAnyMoreEndsAtTheServer_data();
    void whatIsNotWantedAnyMoreEndsAtTheServer();
    void whatIsStoppedAsksNothingMore();
    void aServerThatStandsStillHoldsNobodyUp();
    void cleanupTestCase() { qInfo("told after at most %lld ms", m_longest); }

private:
    using Ids = QList<QStringList>;
    void listen(Workspace &workspace);
    bool isTold(Ids &what, const QStringList &ids);

    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_sam;
    std::unique_ptr<Workspace> m_nora; ///< she listens
    std::unique_ptr<Workspace> m_ned;
    QString m_case; ///< ned's
    std::mutex m_mutex;
    Ids m_changed;
    Ids m_entered;
    QList<bool> m_there;
    qint64 m_longest = 0; ///< ms that something told took
};

void tst_server_live::initTestCase()
{
    m_cluster = std::make_unique<TestCluster>();
    m_desk = std::make_unique<StoreDesk>(*m_cluster);
    m_sam = m_desk->made();
    m_nora = m_desk->opened(QStringLiteral("nora"));
    m_ned = m_desk->opened(QStringLiteral("ned"));
    m_case = m_ned->createCase(StoreDesk::adverse())->id;
    listen(*m_nora);
    QVERIFY(isTold(m_changed, {})); // it listens
    QVERIFY(isTold(m_entered, {}));
}

void tst_server_live::listen(Workspace &workspace)
{
    Workspace::Line line;
    line.changed = [this](const QStringList &ids) {
        const std::lock_guard lock(m_mutex);
        m_changed.append(ids);
    };
    line.entered = [this](const QStringList &ids) {
        const std::lock_guard lock(m_mutex);
        m_entered.append(ids);
    };
    line.connection = [this](bool there) {
        const std::lock_guard lock(m_mutex);
        m_there.append(there);
    };
    workspace.listen(line);
}

/// Told, and nothing else by then. A second is the aim, and what it took is said; a busy machine under the sanitizers may
/// take longer.
bool tst_server_live::isTold(Ids &what, const QStringList &ids)
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < patience) {
        {
            const std::lock_guard lock(m_mutex);
            if (!what.isEmpty()) {
                const bool right = what == Ids{ids};
                m_longest = qMax(m_longest, time.elapsed());
                if (!right)
                    qWarning() << "told:" << what;
                what.clear();
                return right;
            }
        }
        QThread::msleep(5);
    }
    return false;
}

void tst_server_live::init()
{
    QThread::msleep(300); // what an earlier test did is told by then
    const std::lock_guard lock(m_mutex);
    m_changed.clear();
    m_entered.clear();
    m_there.clear();
}

void tst_server_live::whatOthersDoIsTold_data()
{
    using Deed = std::function<void()>;
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("isOfPresence");
    const auto edit = [this] {
        StoredCase stored = m_ned->loadCase(m_case).value();
        stored.reviewCase.member.plan += QLatin1Char('x');
        stored.reviewCase.member.name = QStringLiteral("Ana %1").arg(stored.rowVersion);
        require(m_ned->saveDraft(stored).ok());
    };
    QTest::newRow("opened") << Deed([this] { require(m_ned->enterCase(m_case).ok()); }) << true;
    QTest::newRow("changed") << Deed(edit) << false;
    QTest::newRow("a remark") << Deed([this] { require(m_ned->comment(m_case, QStringLiteral("Called back.")).ok()); }) << false;
    QTest::newRow("closed") << Deed([this] { require(m_ned->leaveCase(m_case).ok()); }) << true;
    QTest::newRow("given to somebody") << Deed([this] { require(m_sam->assign({m_case}, m_nora->user().id).ok()); }) << false;
    QTest::newRow("referred") << Deed([this] {
        require(m_ned->act(m_ned->loadCase(m_case).value(), Action::Refer).ok());
    }) << false;
}

void tst_server_live::whatOthersDoIsTold()
{
    QFETCH(std::function<void()>, deed);
    QFETCH(bool, isOfPresence);
    deed();
    QVERIFY(isTold(isOfPresence ? m_entered : m_changed, {m_case}));
    QVERIFY((isOfPresence ? m_changed : m_entered).isEmpty());
}

void tst_server_live::whatOneDoesOneselfIsNotTold()
{
    const Result<StoredCase> hers = m_nora->createCase(StoreDesk::request());
    QVERIFY(hers.ok());
    QVERIFY(m_nora->enterCase(hers->id).ok());
    QVERIFY(m_nora->leaveCase(hers->id).ok());
    const Result<StoredCase> other = m_ned->createCase(StoreDesk::request());
    QVERIFY(isTold(m_changed, {other->id})); // alone
    QVERIFY(m_entered.isEmpty());
}

void tst_server_live::stillThereIsNotTold()
{
    QVERIFY(m_ned->enterCase(m_case).ok());
    QVERIFY(isTold(m_entered, {m_case}));
    QVERIFY(m_ned->enterCase(m_case).ok());
    QVERIFY(!isTold(m_entered, {m_case}));
    QVERIFY(m_ned->leaveCase(m_case).ok());
    QVERIFY(isTold(m_entered, {m_case}));
}

/// While a person types alone in a case whose row in the list stays as it is.
void tst_server_live::savesThatNobodySeesAreToldOnceAMinute()
{
    StoredCase kept = m_ned->createCase(StoreDesk::request()).value();
    QVERIFY(isTold(m_changed, {kept.id}));
    const auto type = [&] {
        kept.reviewCase.nurseNote += QLatin1Char('x');
        kept = m_ned->saveDraft(kept).value();
    };
    type();
    QVERIFY(!isTold(m_changed, {kept.id}));
    QVERIFY(m_ned->enterCase(kept.id).ok());
    QVERIFY(isTold(m_entered, {kept.id}));
    type();
    QVERIFY(!isTold(m_changed, {kept.id}));
    QVERIFY(m_nora->enterCase(kept.id).ok()); // now somebody sees it
    type();
    QVERIFY(isTold(m_changed, {kept.id}));
    QVERIFY(m_nora->leaveCase(kept.id).ok());
    m_desk->clock.advance(60'000);
    type();
    QVERIFY(isTold(m_changed, {kept.id}));
    QVERIFY(m_ned->leaveCase(kept.id).ok());
}

void tst_server_live::muchAtOnceIsToldAsAnything()
{
    (void)m_cluster->asked(QStringLiteral("SELECT pg_notify('cases_changed', number::text) FROM generate_series(1, 2000) AS number"),
        m_desk->server());
    QVERIFY(isTold(m_changed, {}));
}

void tst_server_live::afterAGapAnythingMayHaveChanged()
{
    m_cluster->stop();
    QTRY_COMPARE(m_there, QList<bool>{false});
    m_cluster->start();
    QVERIFY(QTest::qWaitFor([this] { return m_there.contains(true); }, 6'000));
    QVERIFY(isTold(m_changed, {}));
    QVERIFY(isTold(m_entered, {}));
    const Result<StoredCase> other = m_ned->createCase(StoreDesk::request());
    QVERIFY(isTold(m_changed, {other->id}));
    QVERIFY(m_nora->createCase(StoreDesk::request()).ok()); // by another connection than before, and still one's own
    QVERIFY(!isTold(m_changed, {}));
}

void tst_server_live::anotherPersonHearsToo()
{
    QVERIFY(m_nora->signInAs(QStringLiteral("phil"), "phil").ok());
    QVERIFY(isTold(m_changed, {}));
    const Result<StoredCase> other = m_ned->createCase(StoreDesk::request());
    QVERIFY(isTold(m_changed, {other->id}));
    QVERIFY(m_nora->signInAs(QStringLiteral("nora"), "nora").ok());
    QVERIFY(isTold(m_changed, {}));
}

void tst_server_live::nothingIsToldAfterwards()
{
    Workshop workshop;
    QSignalSpy changed(&workshop, &Workshop::casesChanged);
    const auto open = [this] { return m_desk->tryOpen(QStringLiteral("pia"), "pia"); };
    QVERIFY(workshop.open(open).ok());
    QTRY_COMPARE(changed.size(), 1); // it listens
    QVERIFY(m_ned->createCase(StoreDesk::request()).ok());
    QTRY_COMPARE(changed.size(), 2);
    workshop.close();
    QVERIFY(m_ned->createCase(StoreDesk::request()).ok());
    QTest::qWait(400);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_cluster->asked(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE usename LIKE '%.pia'")).constFirst().constFirst(),
        QVariant(0));
}

void tst_server_live::anEmbeddedWorkspaceSaysNothing()
{
    StoreDesk folder;
    const auto made = folder.made();
    listen(*made);
    const auto ned = folder.opened(QStringLiteral("ned"));
    QVERIFY(ned->createCase(StoreDesk::request()).ok());
    QVERIFY(!isTold(m_changed, {}));
    listen(*m_nora);
}

void tst_server_live::whatIsNotWantedAnyMoreEndsAtTheServer_data()
{
    QTest::addColumn<QString>("habit"); // of her login
    QTest::newRow("as the server has it") << QString();
    QTest::newRow("dates in another style") << "datestyle = 'German'"; // to a connection that is not Qt's
}

/// A keystroke waited for the answer to the one before it, however long the server took.
void tst_server_live::whatIsNotWantedAnyMoreEndsAtTheServer()
{
    QFETCH(QString, habit);
    const QString login = QStringLiteral("ALTER ROLE \"%1.nora\" ").arg(m_desk->server());
    if (!habit.isEmpty())
        (void)m_cluster->asked(login + QStringLiteral("SET ") + habit);
    const auto usual = qScopeGuard([&] { (void)m_cluster->asked(login + QStringLiteral("RESET ALL")); });
    Workshop workshop;
    QVERIFY(workshop.open([this] { return m_desk->tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    ReadingRoom room(workshop);
    const std::unique_ptr<Database> administrator = m_desk->database();
    QVERIFY(administrator->script("BEGIN; LOCK TABLE cases IN ACCESS EXCLUSIVE MODE").ok()); // who reads it waits
    const auto waiting = [&] {
        return m_desk->database()->row(QStringLiteral("SELECT count(*) FROM pg_locks WHERE NOT granted"))->constFirst().toInt();
    };
    QStringList said;
    QObject here;
    const auto ask = [&](const QString &name, auto job) {
        return room.ask(&here, job, [&said, name](const auto &answer) { said.append(answer ? name : answer.error().code); });
    };
    ReadingRoom::Question slow = ask(QStringLiteral("slow"), [](WorklistReader &reader) { return reader.part({}); });
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, patience);
    slow.stop();
    ask(QStringLiteral("next"), [](WorklistReader &reader) { return reader.choices(); }); // reads nothing that is held
    QTRY_COMPARE_WITH_TIMEOUT(said, QStringList{QStringLiteral("next")}, patience);
    QVERIFY(administrator->script("ROLLBACK").ok());
    ask(QStringLiteral("all"), [](WorklistReader &reader) { return reader.part({}); });
    QTRY_COMPARE_WITH_TIMEOUT(said.constLast(), QStringLiteral("all"), patience);
    QCOMPARE(said.size(), 2);
}

/// A stop that came between two statements ended neither.
void tst_server_live::whatIsStoppedAsksNothingMore()
{
    const Result<std::unique_ptr<WorklistReader>> reader = (*m_nora->worklistReader())();
    QVERIFY2(reader.ok(), why(reader));
    std::atomic<bool> stop = false;
    (*reader)->setStop(&stop);
    int rows = 0;
    const Result<void> walked = (*reader)->walk({}, [&](const WorklistRow &, int) -> Result<void> {
        ++rows;
        stop = true;
        return {};
    });
    QVERIFY2(walked.ok(), why(walked)); // all of them were there by then
    QCOMPARE(codeOf((*reader)->part({})), QStringLiteral("stopped"));
    QCOMPARE(codeOf((*reader)->counts({{}})), QStringLiteral("stopped"));
    QCOMPARE(codeOf((*reader)->positionOf(m_case, {})), QStringLiteral("stopped"));
    (*reader)->setStop(nullptr);
    QCOMPARE((*reader)->part({})->total, rows);
}

/// Locking and quitting waited for a server to take notice that a question was not wanted any more, however long.
void tst_server_live::aServerThatStandsStillHoldsNobodyUp()
{
    Workshop workshop;
    QVERIFY(workshop.open([this] { return m_desk->tryOpen(QStringLiteral("pia"), "pia"); }).ok());
    ReadingRoom room(workshop);
    const std::unique_ptr<Database> administrator = m_desk->database();
    QVERIFY(administrator->script("BEGIN; LOCK TABLE cases IN ACCESS EXCLUSIVE MODE").ok());
    QObject here;
    room.ask(&here, [](WorklistReader &reader) { return reader.part({}); }, [](const auto &) { });
    Database::Rows processes;
    QTRY_COMPARE_WITH_TIMEOUT((processes = m_cluster->asked(QStringLiteral("SELECT pid FROM pg_stat_activity WHERE usename LIKE '%.pia'"
                                                                           " AND (wait_event_type = 'Lock' OR query LIKE 'LISTEN %')"))).size(),
        2, patience);
    QFile server(m_cluster->folder() + QStringLiteral("/data/postmaster.pid"));
    QVERIFY(server.open(QIODevice::ReadOnly));
    processes.append(Database::Row{server.readLine().trimmed().toInt()});
    const auto tellAll = [&processes](int signal) {
        for (const Database::Row &process : std::as_const(processes))
            require(kill(process.constFirst().toInt(), signal) == 0);
    };
    tellAll(SIGSTOP);
    std::atomic<bool> closed = false;
    std::thread rescue([&] {
        for (int waited = 0; !closed && waited < 10'000; waited += 10)
            QThread::msleep(10);
        tellAll(SIGCONT);
    });
    QElapsedTimer time;
    time.start();
    workshop.close();
    const qint64 took = time.elapsed();
    closed = true;
    rescue.join();
    QVERIFY2(took < 4'000, QByteArray::number(took));
}

QTEST_GUILESS_MAIN(tst_server_live)
#include "tst_server_live.moc"
