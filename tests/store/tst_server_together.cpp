#include "KeptLetters.h"
#include "TestCluster.h"

#include <QTest>

#include <future>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; ///< ms

NewDocument consult()
{
    return {QByteArray(300'000, 'x'), DocumentKind::Pdf, 4, QStringLiteral("unresectability"),
        QStringLiteral("Surgical consult"), QDate(2026, 11, 20)};
}

} // namespace

/// What two people do at the same moment at a server: both, or the second with a reason of ours. A folder has one writer.
class tst_server_together : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSameFileIsAttachedByTwo_data();
    void theSameFileIsAttachedByTwo();
    void nothingIsTakenOutOfACaseThatIsBeingDecided();
    void noLetterIsOfTheCaseAsItWas();

private:
    using Deed = std::function<QByteArray(Workspace &)>; ///< what went wrong
    std::future<QByteArray> does(const char *login, const Deed &deed) const;
    int waiting() const;

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace; ///< nora's
};

void tst_server_together::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>(TestCluster::running());
    (void)m_desk->made();
    m_workspace = m_desk->opened(QStringLiteral("nora"));
}

/// On a thread and a connection of their own.
std::future<QByteArray> tst_server_together::does(const char *login, const Deed &deed) const
{
    return std::async(std::launch::async, [this, login = QString::fromLatin1(login), deed] {
        const std::unique_ptr<Workspace> workspace = m_desk->opened(login);
        return deed(*workspace);
    });
}

int tst_server_together::waiting() const
{
    return TestCluster::running()
        .asked(QStringLiteral("SELECT count(*) FROM pg_locks WHERE NOT granted"))
        .constFirst()
        .constFirst()
        .toInt();
}

void tst_server_together::theSameFileIsAttachedByTwo_data()
{
    QTest::addColumn<bool>("comesIn");
    QTest::newRow("by hand") << false;
    QTest::newRow("with a request that comes in") << true; // all of which was undone
}

/// The second was told in PostgreSQL's words that a key is there already.
void tst_server_together::theSameFileIsAttachedByTwo()
{
    QFETCH(bool, comesIn);
    const QString hers = m_workspace->createCase(StoreDesk::approvable())->id;
    const QString his = m_workspace->createCase(StoreDesk::approvable())->id;
    const auto attaches = [](const QString &id) {
        return [id](Workspace &workspace) { return why(workspace.attach(id, consult())); };
    };
    const auto takesIn = [](Workspace &workspace) {
        IncomingMessage message;
        message.keys = {QStringLiteral("claim|1")};
        message.words = QStringLiteral("Came by FHIR.");
        message.content = "{}";
        message.documents = {consult()};
        return why(workspace.importRequest(message, StoreDesk::request()));
    };
    std::future<QByteArray> nora;
    std::future<QByteArray> ned;
    const std::unique_ptr<Database> administrator = m_desk->database(); // goes first, and what it holds up goes on
    QVERIFY(administrator->script("BEGIN; LOCK TABLE document_contents IN SHARE MODE").ok()); // to be read, not written
    nora = does("nora", attaches(hers));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, patience);
    ned = does("ned", comesIn ? Deed(takesIn) : Deed(attaches(his)));
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, patience);
    QVERIFY(administrator->script("ROLLBACK").ok());
    QCOMPARE(nora.get(), QByteArray());
    QCOMPARE(ned.get(), QByteArray());
    const auto counted = [&](const char *what) { return administrator->row(QString::fromLatin1(what))->constFirst().toInt(); };
    QCOMPARE(counted("SELECT count(*) FROM document_contents"), 1);
    QCOMPARE(counted("SELECT count(*) FROM document_chunks"), 2);
    QCOMPARE(counted("SELECT count(DISTINCT case_id) FROM documents"), 2);
    const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
    QVERIFY2(sam->verify().ok(), why(sam->verify()));
}

/// The removal looked at the case before the decision and was written after it.
void tst_server_together::nothingIsTakenOutOfACaseThatIsBeingDecided()
{
    const QString id = m_workspace->createCase(StoreDesk::approvable())->id;
    const QString document = m_workspace->attach(id, consult())->id;
    std::future<QByteArray> nora;
    std::future<QByteArray> ned;
    const std::unique_ptr<Database> administrator = m_desk->database();
    QVERIFY(administrator->script("BEGIN").ok() && administrator->hold(id).ok()); // who waits for it comes in turn
    nora = does("nora", [id](Workspace &workspace) {
        return why(workspace.act(workspace.loadCase(id).value(), Action::Approve));
    });
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, patience);
    ned = does("ned", [document](Workspace &workspace) {
        return codeOf(workspace.removeDocument(document, QStringLiteral("Another member's."))).toUtf8();
    });
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, patience);
    QVERIFY(administrator->script("ROLLBACK").ok());
    QCOMPARE(nora.get(), QByteArray());
    QCOMPARE(ned.get(), QByteArray("status"));
    QVERIFY(!m_workspace->documents(id)->constFirst().isRemoved());
    QCOMPARE(m_workspace->history(id)->constLast().action, QStringLiteral("approve"));
}

/// The letter was worked out from the case as it was before the other's step, and refused in the database's words if at all.
void tst_server_together::noLetterIsOfTheCaseAsItWas()
{
    StoredCase asks = *m_workspace->createCase(StoreDesk::approvable());
    asks.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    asks = m_workspace->act(asks, Action::Pend).value();
    IssuedLetter letter = letterFor(asks, "information_request", "provider");
    letter.caseVersion = asks.rowVersion;
    std::future<QByteArray> nora;
    std::future<QByteArray> ned;
    const std::unique_ptr<Database> administrator = m_desk->database();
    QVERIFY(administrator->script("BEGIN").ok() && administrator->hold(asks.id).ok()); // who waits for it comes in turn
    ned = does("ned", [asks](Workspace &workspace) { return why(workspace.act(asks, Action::Resume)); });
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 1, patience);
    nora = does("nora", [letter](Workspace &workspace) { return codeOf(workspace.issueLetter(letter)).toUtf8(); });
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 2, patience);
    QVERIFY(administrator->script("ROLLBACK").ok());
    QCOMPARE(ned.get(), QByteArray());
    QCOMPARE(nora.get(), QByteArray("stale"));
    QCOMPARE(m_workspace->letters(asks.id)->size(), 0);
}

QTEST_GUILESS_MAIN(tst_server_together)
#include "tst_server_together.moc"
