#include "CutWire.h"
#include "StoreDesk.h"

#include "store/ServerDatabase.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace reviewdesk;

/// A server that goes away while somebody works: what was called saved is there once, whatever got lost, and the work
/// goes on by itself.
class tst_server_lost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aSaveGoesOn_data();
    void aSaveGoesOn();
    void readingGoesOn();
    void whatIsAskedForIsSaidNoMore();
    void endedInTheMiddleOfSaves();
    void aServerThatIsAwayIsWaitedForAWhile();
    void whatIsInDoubtIsSavedOnce();
    void whatAConnectionIsSetToHoldsOnTheNext();
    void anotherPassphraseLostOnItsWay_data();
    void anotherPassphraseLostOnItsWay();
    void whoIsOutStaysOut();
    void oldNumbersAreForgotten();

private:
    std::unique_ptr<Workspace> nora();
    std::unique_ptr<Workspace> sitsDown(const char *login, const QByteArray &passphrase);
    void endConnections() const;
    qint64 counted(const QString &sql) const { return m_cluster->asked(sql, m_desk->server()).constFirst().constFirst().toLongLong(); }

    std::unique_ptr<TestCluster> m_cluster;
    std::unique_ptr<CutWire> m_wire;
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_sam; ///< past the wire
};

void tst_server_lost::initTestCase()
{
    m_cluster = std::make_unique<TestCluster>();
    m_wire = std::make_unique<CutWire>(*m_cluster);
    m_desk = std::make_unique<StoreDesk>(*m_cluster);
    m_sam = m_desk->made();
}

void tst_server_lost::cleanup()
{
    m_wire->setPlugged(true);
    const Result<void> whole = m_sam->verify();
    QVERIFY2(whole.ok(), why(whole));
}

std::unique_ptr<Workspace> tst_server_lost::sitsDown(const char *login, const QByteArray &passphrase)
{
    Result<std::unique_ptr<Workspace>> opened = Workspace::open(m_wire->address(m_desk->server()).toText(),
        QLatin1String(login), passphrase, StoreDesk::rulebook(), m_desk->clock);
    if (!opened)
        qFatal("%s", why(opened).constData());
    return std::move(opened).value();
}

std::unique_ptr<Workspace> tst_server_lost::nora()
{
    return sitsDown("nora", "nora");
}

/// As an administrator might, or a router: of everybody who has an account.
void tst_server_lost::endConnections() const
{
    (void)m_cluster->asked(QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename LIKE '%.%'"));
}

void tst_server_lost::aSaveGoesOn_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("the connection was ended") << 0;
    QTest::newRow("the server was stopped and started") << 1;
    QTest::newRow("the server was killed and started") << 2;
    QTest::newRow("the network was cut") << 3;
    QTest::newRow("the commit did not come through") << 4;
    QTest::newRow("the commit's answer did not") << 5;
    QTest::newRow("the commit came late") << 6;
}

void tst_server_lost::aSaveGoesOn()
{
    QFETCH(int, fault);
    const std::unique_ptr<Workspace> workspace = nora();
    QList<bool> told;
    Workspace::Line line;
    line.connection = [&told](bool there) { told.append(there); };
    workspace->listen(line);
    Result<StoredCase> kept = workspace->createCase(StoreDesk::request());
    QVERIFY2(kept.ok(), why(kept));
    const qint64 cases = counted(QStringLiteral("SELECT count(*) FROM cases"));

    const std::array<CutWire::Cut, 3> cuts{CutWire::Cut::OnTheWay, CutWire::Cut::OnTheWayBack, CutWire::Cut::Late};
    const auto fail = [&] {
        told.clear();
        if (fault == 0) {
            endConnections();
        } else if (fault <= 2) {
            fault == 1 ? m_cluster->stop() : m_cluster->kill();
            m_cluster->start();
        } else if (fault == 3) {
            m_wire->setPlugged(false);
            QThread::msleep(100);
            m_wire->setPlugged(true);
        } else {
            m_wire->cutNextCommit(cuts.at(static_cast<std::size_t>(fault) - 4));
        }
    };
    fail();
    kept->reviewCase.nurseNote = QStringLiteral("Typed while it went away.");
    const Result<StoredCase> saved = workspace->saveDraft(*kept);
    QVERIFY2(saved.ok(), why(saved));
    QVERIFY(m_wire->wasCut());
    QCOMPARE(told, (QList<bool>{false, true}));
    QCOMPARE(saved->rowVersion, 2);
    QCOMPARE(m_sam->loadCase(kept->id)->reviewCase.nurseNote, kept->reviewCase.nurseNote);
    QCOMPARE(m_sam->history(kept->id)->size(), 2);

    fail();
    const Result<StoredCase> another = workspace->createCase(StoreDesk::request());
    QVERIFY2(another.ok(), why(another));
    QCOMPARE(counted(QStringLiteral("SELECT count(*) FROM cases")), cases + 1);
    QCOMPARE(m_sam->history(another->id)->size(), 1);
    QCOMPARE(another->reviewCase.number, QStringLiteral("RD-2026-%1").arg(cases + 1, 6, 10, QLatin1Char('0')));
}

void tst_server_lost::readingGoesOn()
{
    const std::unique_ptr<Workspace> workspace = nora();
    const Result<StoredCase> kept = workspace->createCase(StoreDesk::request());
    QVERIFY(kept.ok());
    endConnections();
    QVERIFY2(workspace->loadCase(kept->id).ok(), why(workspace->loadCase(kept->id)));
    endConnections();
    QVERIFY(!workspace->worklist({})->isEmpty());
    endConnections();
    QVERIFY(!workspace->history(kept->id)->isEmpty());
}

/// The answer "it did not go through" holds, even for a transaction that comes later.
void tst_server_lost::whatIsAskedForIsSaidNoMore()
{
    const auto link = std::make_shared<ServerLink>(
        m_cluster->address(m_desk->server()), m_desk->server() + QStringLiteral(".nora"), QByteArray("nora"));
    const auto one = ServerDatabase::open(link, ServerDatabase::Use::Beside);
    QVERIFY2(one.ok(), why(one));
    const QString number = QStringLiteral("0198b5b8-0000-7000-8000-000000000001");
    QCOMPARE((*one)->row(QStringLiteral("SELECT heard(?)"), {number})->constFirst().toBool(), false);
    QCOMPARE(codeOf((*one)->row(QStringLiteral("SELECT said(?)"), {number})), QStringLiteral("refused"));
    QCOMPARE((*one)->row(QStringLiteral("SELECT heard(?)"), {number})->constFirst().toBool(), false);
    QCOMPARE(codeOf((*one)->row(QStringLiteral("SELECT * FROM commits"))), QStringLiteral("refused")); // nobody else's to see
}

/// All connections end again and again while somebody saves as fast as it goes.
void tst_server_lost::endedInTheMiddleOfSaves()
{
    const std::unique_ptr<Workspace> workspace = nora();
    StoredCase kept = workspace->createCase(StoreDesk::request()).value();
    std::atomic<bool> done = false;
    std::atomic<int> ended = 0;
    std::thread administrator([&] {
        for (; !done; ++ended) {
            QThread::msleep(70);
            endConnections();
        }
    });
    QElapsedTimer time;
    time.start();
    int saves = 0;
    QByteArray notSaved;
    while (ended < 20 && time.elapsed() < 60'000) {
        kept.reviewCase.nurseNote = QStringLiteral("Save %1").arg(++saves);
        Result<StoredCase> saved = workspace->saveDraft(kept);
        while (!saved && codeOf(saved) == QLatin1String("lost") && time.elapsed() < 60'000)
            saved = workspace->saveDraft(kept); // each was ended once more before it could say so
        if (!saved) {
            notSaved = why(saved);
            break;
        }
        kept = *saved;
    }
    done = true;
    administrator.join();
    QCOMPARE(notSaved, QByteArray());
    qInfo("%d saves, all connections ended %d times", saves, ended.load());
    QVERIFY(ended >= 20);
    QCOMPARE(m_sam->loadCase(kept.id)->rowVersion, 1 + saves);
    QCOMPARE(m_sam->history(kept.id)->size(), 1 + saves);
    QCOMPARE(m_sam->loadCase(kept.id)->reviewCase.nurseNote, QStringLiteral("Save %1").arg(saves));
}

void tst_server_lost::aServerThatIsAwayIsWaitedForAWhile()
{
    const std::unique_ptr<Workspace> workspace = nora();
    StoredCase kept = workspace->createCase(StoreDesk::request()).value();
    kept.reviewCase.nurseNote = QStringLiteral("Not saved yet.");
    m_cluster->stop();
    QElapsedTimer time;
    time.start();
    QCOMPARE(codeOf(workspace->saveDraft(kept)), QStringLiteral("lost"));
    QVERIFY2(time.elapsed() > 4'000 && time.elapsed() < 9'000, qPrintable(QString::number(time.elapsed())));
    time.start();
    QCOMPARE(codeOf(workspace->saveDraft(kept)), QStringLiteral("lost")); // who was waited for in vain is not waited for again
    QVERIFY2(time.elapsed() < 1'000, qPrintable(QString::number(time.elapsed())));
    m_cluster->start();
    const Result<StoredCase> saved = workspace->saveDraft(kept);
    QVERIFY2(saved.ok(), why(saved));
    QCOMPARE(m_sam->history(kept.id)->size(), 2);
}

/// The answer to a commit is lost, and the server stays away: nothing is called saved or not, and who saves the same again
/// has saved it once.
void tst_server_lost::whatIsInDoubtIsSavedOnce()
{
    const std::unique_ptr<Workspace> workspace = nora();
    const auto hurried = std::make_shared<std::atomic<bool>>(false);
    Workspace::Line line;
    line.connection = [this](bool there) {
        if (!there)
            m_wire->setPlugged(false);
    };
    line.hurried = hurried;
    workspace->listen(line);
    StoredCase kept = workspace->createCase(StoreDesk::request()).value();
    kept.reviewCase.nurseNote = QStringLiteral("Saved, but who knows.");
    m_wire->cutNextCommit(CutWire::Cut::OnTheWayBack);
    std::thread impatient([&] {
        QThread::msleep(1'500);
        *hurried = true;
    });
    QElapsedTimer time;
    time.start();
    QCOMPARE(codeOf(workspace->saveDraft(kept)), QStringLiteral("in_doubt"));
    QVERIFY2(time.elapsed() > 1'000 && time.elapsed() < 3'000, qPrintable(QString::number(time.elapsed())));
    impatient.join();
    m_wire->setPlugged(true);
    *hurried = false;
    const Result<StoredCase> again = workspace->saveDraft(kept);
    QVERIFY2(again.ok(), why(again));
    QCOMPARE(again->rowVersion, 2);
    QCOMPARE(m_sam->history(kept.id)->size(), 2);
    kept.reviewCase.nurseNote = QStringLiteral("From the same state, but another.");
    QCOMPARE(codeOf(workspace->saveDraft(kept)), QStringLiteral("stale"));
}

void tst_server_lost::whatAConnectionIsSetToHoldsOnTheNext()
{
    const auto link = std::make_shared<ServerLink>(
        m_wire->address(m_desk->server()), m_desk->server() + QStringLiteral(".nora"), QByteArray("nora"));
    const auto opened = ServerDatabase::open(link, ServerDatabase::Use::Beside);
    QVERIFY2(opened.ok(), why(opened));
    QVERIFY((*opened)->onlyRead(0).ok());
    const auto set = [&] {
        QStringList values;
        for (const char *name : {"search_path", "plan_cache_mode", "idle_in_transaction_session_timeout",
                 "default_transaction_read_only", "client_min_messages"})
            values.append((*opened)->row(QStringLiteral("SELECT current_setting(?)"), {QString::fromLatin1(name)})->constFirst().toString());
        return values;
    };
    const QStringList before = set();
    QCOMPARE(before, (QStringList{QStringLiteral("public, pg_temp"), QStringLiteral("force_custom_plan"),
                         QStringLiteral("1min"), QStringLiteral("on"), QStringLiteral("warning")}));
    endConnections();
    QCOMPARE(set(), before);
}

void tst_server_lost::anotherPassphraseLostOnItsWay_data()
{
    QTest::addColumn<int>("cut");
    QTest::newRow("it did not come through") << static_cast<int>(CutWire::Cut::OnTheWay);
    QTest::newRow("its answer did not") << static_cast<int>(CutWire::Cut::OnTheWayBack);
}

/// Which of the two the server knows is not known when the connection is made again.
void tst_server_lost::anotherPassphraseLostOnItsWay()
{
    QFETCH(int, cut);
    const std::unique_ptr<Workspace> pia = sitsDown("pia", "pia");
    m_wire->cutNextCommit(static_cast<CutWire::Cut>(cut));
    const Result<void> changed = pia->changePassphrase("pia", "Gänse füttern", KeyCost::cheap());
    QVERIFY2(changed.ok(), why(changed));
    QVERIFY(m_wire->wasCut());
    endConnections();
    QVERIFY(pia->users().ok());
    const Result<void> back = pia->changePassphrase("Gänse füttern", "pia", KeyCost::cheap());
    QVERIFY2(back.ok(), why(back));
}

void tst_server_lost::whoIsOutStaysOut()
{
    const std::unique_ptr<Workspace> workspace = sitsDown("ned", "ned");
    const QString id = workspace->user().id;
    QVERIFY(m_sam->disableUser(id).ok());
    endConnections();
    QCOMPARE(codeOf(workspace->createCase(StoreDesk::request())), QStringLiteral("wrong_passphrase"));
    QVERIFY(m_sam->resetUser(id, "ned", KeyCost::cheap()).ok());
}

void tst_server_lost::oldNumbersAreForgotten()
{
    (void)m_cluster->asked(QStringLiteral("INSERT INTO commits SELECT gen_random_uuid(), now() - interval '2 hours', true FROM "
                                          "generate_series(1, 1000)"),
        m_desk->server());
    const QString old = QStringLiteral("SELECT count(*) FROM commits WHERE at < now() - interval '1 hour'");
    QCOMPARE(counted(old), 1000);
    (void)m_cluster->asked(
        QStringLiteral("SELECT count(said(gen_random_uuid())) FROM generate_series(1, 3000)"), m_desk->server());
    QCOMPARE(counted(old), 0);
    QVERIFY(counted(QStringLiteral("SELECT count(*) FROM commits")) >= 3000);
}

QTEST_GUILESS_MAIN(tst_server_lost)
#include "tst_server_lost.moc"
