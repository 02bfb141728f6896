#include "StoreDesk.h"
#include "TestCluster.h"

#include "store/DocumentReader.h"
#include "store/ServerDatabase.h"
#include "store/WorkspaceCopy.h"

#include <QDir>
#include <QTest>

using namespace reviewdesk;

/// From a folder to a server and back: every row, every chain, and everybody's way in.
class tst_workspace_copy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTableIsCopied();
    void toAServerAndBack();
    void onlyASupervisorCopies();
    void whatIsThereStays();
    void whatIsStoppedLeavesNothing();

private:
    Result<qint64> copied(const QString &database, const char *login = "sam", const WorkspaceCopy::Progress &progress = {});
    static ServerSetup::Administrator administrator() { return TestCluster::running().administrator(); }

    StoreDesk m_desk;
    QStringList m_cases;
    QString m_digest; ///< of a document
};

/// Something in every table: a denied case with letter and appeal, a pended one, notes, a document, views, a sample.
void tst_workspace_copy::initTestCase()
{
    const std::unique_ptr<Workspace> workspace = m_desk.made();
    const auto signIn = [&](const char *login) { require(workspace->signInAs(QLatin1String(login), login).ok()); };
    const auto userId = [&](const char *login) {
        const QList<UserAccount> users = *workspace->users();
        for (const UserAccount &user : users) {
            if (user.loginName == QLatin1String(login))
                return user.id;
        }
        return QString();
    };
    signIn("nora");
    for (int made = 0; made < 3; ++made)
        m_cases.append(workspace->createCase(made == 2 ? StoreDesk::approvable() : StoreDesk::adverse())->id);
    IncomingMessage message{{QStringLiteral("key")}, QStringLiteral("Came by FHIR."), QByteArray("{}\0x", 4)};
    m_cases.append(workspace->importRequest(message, StoreDesk::request(QStringLiteral("O'Brien \\ \"Núñez\"")))->stored.id);
    NewDocument document;
    document.kind = DocumentKind::Pdf;
    document.bytes = QByteArray("\0\1\2\xff", 4).repeated(100'000);
    document.pages = 1;
    document.title = QStringLiteral("Consult");
    m_digest = workspace->attach(m_cases.at(1), document)->digest;
    require(workspace->keepDocumentTexts(m_digest, {{1, "{\"text\":\"a\"}"}}).ok());
    require(workspace->act(*workspace->loadCase(m_cases.at(0)), Action::Refer).ok());
    require(workspace->act(*workspace->loadCase(m_cases.at(1)), Action::Pend).ok());
    require(workspace->act(*workspace->loadCase(m_cases.at(2)), Action::Approve).ok());
    require(workspace->keepView({{}, QStringLiteral("Mine"), {}, {}, {}, {}, {}, {}}).ok());
    require(workspace->keepPreference(QStringLiteral("columns"), "{}").ok());
    signIn("phil");
    StoredCase current = *workspace->loadCase(m_cases.at(0));
    current.reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    require(workspace->act(current, Action::Deny).ok());
    IssuedLetter letter;
    letter.caseId = m_cases.at(0);
    letter.kind = QStringLiteral("denial");
    letter.recipient = letter.title = letter.html = letter.text = letter.templateVersion = letter.digest =
        QStringLiteral("member");
    require(workspace->issueLetter(letter).ok());
    signIn("sam");
    require(workspace->comment(m_cases.at(3), QStringLiteral("Look at this one.")).ok());
    SampleWish wish;
    wish.from = wish.until = m_desk.clock.now().toTimeZone(workspace->rulebook().zone).date();
    wish.size = 1;
    wish.seed = 7;
    wish.reviewerId = userId("ned");
    const Result<QualitySample> sample = workspace->drawSample(wish);
    if (!sample)
        qFatal("%s", why(sample).constData());
    m_desk.clock.advance(86'400'000);
    signIn("nora");
    require(workspace->act(*workspace->loadCase(m_cases.at(0)), Action::Appeal, QStringLiteral("The member appeals.")).ok());
    signIn("phil");
    require(workspace->saveDecisionDraft(m_cases.at(1), "{\"a\":1}").ok() || true);
}

Result<qint64> tst_workspace_copy::copied(
    const QString &database, const char *login, const WorkspaceCopy::Progress &progress)
{
    return WorkspaceCopy::toServer(m_desk.directory(), QString::fromLatin1(login), login,
        TestCluster::running().address(database), administrator(), StoreDesk::rulebook(), m_desk.clock, progress);
}

/// A table that a later step makes must be named in the copy.
void tst_workspace_copy::everyTableIsCopied()
{
    const auto database = m_desk.database();
    QStringList tables;
    const Database::Rows rows = database->rows(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'")).value();
    for (const Database::Row &row : rows) {
        const QString name = row.at(0).toString();
        const bool made = name.startsWith(QLatin1String("worklist_")) || name.startsWith(QLatin1String("case_search")) ||
            name.startsWith(QLatin1String("sqlite_")); // anew, of the cases
        if (!made && name != QLatin1String("migrations") && name != QLatin1String("workflow") && name != QLatin1String("presence"))
            tables.append(name);
    }
    QStringList copied = WorkspaceCopy::tables();
    tables.sort();
    copied.sort();
    QCOMPARE(copied, tables);
}

void tst_workspace_copy::toAServerAndBack()
{
    const ServerAddress address = TestCluster::running().address(QStringLiteral("moved"));
    qint64 last = 0;
    qint64 of = 0;
    const Result<qint64> rows = copied(QStringLiteral("moved"), "sam", [&](qint64 done, qint64 all) {
        last = done;
        of = all;
        return true;
    });
    QVERIFY2(rows.ok(), why(rows));
    QVERIFY(*rows > 60);
    QVERIFY(last == of && of == 2 * *rows); // each row was written and then compared

    const auto onServer = [&](const char *login, const QByteArray &passphrase) {
        return Workspace::open(address.toText(), QString::fromLatin1(login), passphrase, StoreDesk::rulebook(), m_desk.clock);
    };
    QCOMPARE(codeOf(onServer("nora", "nora")), QStringLiteral("wrong_passphrase")); // a supervisor gives her a new one
    Result<std::unique_ptr<Workspace>> sam = onServer("sam", "sam");
    QVERIFY2(sam.ok(), why(sam));
    const Result<void> whole = (*sam)->verify();
    QVERIFY2(whole.ok(), why(whole));
    {
        const auto here = m_desk.opened(QStringLiteral("sam"));
        for (const QString &id : std::as_const(m_cases)) {
            QVERIFY(*(*sam)->loadCase(id) == *here->loadCase(id));
            QVERIFY(*(*sam)->notes(id) == *here->notes(id));
            QVERIFY((*sam)->history(id)->constLast().hash == here->history(id)->constLast().hash);
        }
        QCOMPARE((*sam)->worklistCounts().value(), here->worklistCounts().value());
    }
    const QList<UserAccount> users = *(*sam)->users();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String("nora"))
            QVERIFY((*sam)->resetUser(user.id, "nora again", KeyCost::cheap()).ok());
    }
    const Result<std::unique_ptr<Workspace>> nora = onServer("nora", "nora again");
    QVERIFY2(nora.ok(), why(nora));
    const Result<StoredCase> fresh = (*nora)->createCase(StoreDesk::request());
    QVERIFY2(fresh.ok(), why(fresh));
    QCOMPARE(fresh->reviewCase.number, QStringLiteral("RD-2026-000005")); // numbers go on
    QCOMPARE((*nora)->savedViews()->size(), 1);

    const QTemporaryDir folder;
    const QString back = folder.filePath(QStringLiteral("back"));
    const Result<WorkspaceCopy::Returned> returned =
        WorkspaceCopy::toFolder(address, administrator(), back, StoreDesk::rulebook());
    QVERIFY2(returned.ok(), why(returned));
    QVERIFY(returned->rows > *rows);
    const auto again = Workspace::open(back, QStringLiteral("nora"), "nora again", StoreDesk::rulebook(), m_desk.clock);
    QVERIFY2(again.ok(), why(again));
    const Result<void> verified = (*again)->verify();
    QVERIFY2(verified.ok(), why(verified));
    QVERIFY(*(*again)->loadCase(fresh->id) == *fresh);
    WorklistQuery query;
    query.search = QStringLiteral("nunez"); // found by what is kept beside the cases
    QCOMPARE((*again)->worklist(query)->size(), 1);
    QCOMPARE(*(*(*again)->documentReader())()->get()->whole(m_digest), QByteArray("\0\1\2\xff", 4).repeated(100'000));
    QVERIFY(Workspace::open(back, QStringLiteral("phil"), "phil", StoreDesk::rulebook(), m_desk.clock).ok()); // as ever
    QVERIFY(Workspace::recover(back, returned->recoveryKey, "found", StoreDesk::rulebook(), m_desk.clock, KeyCost::cheap()).ok());
    const auto broken = (*again)->createCase(StoreDesk::request()); // the rules are there again
    QVERIFY2(broken.ok(), why(broken));
}

void tst_workspace_copy::onlyASupervisorCopies()
{
    QCOMPARE(codeOf(copied(QStringLiteral("never"), "nora")), QStringLiteral("role"));
}

void tst_workspace_copy::whatIsThereStays()
{
    QCOMPARE(codeOf(copied(QStringLiteral("moved"))), QStringLiteral("not_empty"));
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("full")));
    QCOMPARE(codeOf(WorkspaceCopy::toFolder(TestCluster::running().address(QStringLiteral("moved")), administrator(),
                 folder.path(), StoreDesk::rulebook())),
        QStringLiteral("not_empty"));
}

void tst_workspace_copy::whatIsStoppedLeavesNothing()
{
    const auto copies = [this] {
        const QList<AuditEntry> history = *m_desk.opened(QStringLiteral("sam"))->history({});
        return std::count_if(history.cbegin(), history.cend(),
            [](const AuditEntry &entry) { return entry.action == QLatin1String("copy_workspace"); });
    };
    const auto before = copies();
    QCOMPARE(codeOf(copied(QStringLiteral("halted"), "sam", [](qint64, qint64) { return false; })), QStringLiteral("stopped"));
    const auto server = ServerDatabase::open(TestCluster::running().address(QStringLiteral("postgres")),
        administrator().login, administrator().password);
    QVERIFY2(server.ok(), why(server));
    QCOMPARE((*server)->row(QStringLiteral("SELECT count(*) FROM pg_roles WHERE rolname LIKE 'halted%'"))->at(0).toInt(), 0);
    QCOMPARE((*server)->row(QStringLiteral("SELECT count(*) FROM pg_database WHERE datname = 'halted'"))->at(0).toInt(), 0);
    QCOMPARE(copies(), before);
}

QTEST_GUILESS_MAIN(tst_workspace_copy)
#include "tst_workspace_copy.moc"
