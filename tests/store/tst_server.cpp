#include "KeptLetters.h"
#include "TestCluster.h"

#include "store/Migrator.h"
#include "store/ScramVerifier.h"
#include "store/ServerDatabase.h"

#include <QDir>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <thread>

using namespace reviewdesk;

/// What is a PostgreSQL server's alone: the schema that must be the embedded one's equal, its accounts, and two people at
/// once. That the rest is the same is seen by the other tests, run there too; what is refused to psql: tst_server_psql.
class tst_server : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addressesAreRead_data();
    void addressesAreRead();
    void verifiersAreThoseOfTheStandard();
    void bothSchemasAreTheSame();
    void noSuperuserIsNeeded();
    void aDisabledAccountIsOut();
    void anotherPassphraseIsAnotherPassword();
    void twoAtOnceLoseNothing();
    void printsOfTwoAtOnceAreCounted_data();
    void printsOfTwoAtOnceAreCounted();
    void whatFailsLeavesNothing();
    void theClusterGoesWithItsTest();

private:
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    QString m_database;
};

void tst_server::initTestCase()
{
    qputenv("REVIEWDESK_TEST_STORE", "postgresql");
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
    m_database = ServerAddress::fromText(m_desk->directory())->database;
}

void tst_server::addressesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("right");
    QTest::addColumn<bool>("local");
    QTest::newRow("plain") << "postgresql://db.example.org/umdept" << true << false;
    QTest::newRow("two hosts")
        << "postgresql://db1.example.org:5433,db2.example.org/umdept?sslrootcert=/etc/ssl/ca.pem" << true << false;
    QTest::newRow("socket") << "postgresql://%2Ftmp%2Fpg/umdept" << true << true;
    QTest::newRow("loopback") << "postgresql://localhost,[::1]:5433/umdept" << true << true;
    QTest::newRow("one is elsewhere") << "postgresql://localhost,db.example.org/umdept" << true << false;
    QTest::newRow("a folder") << "/home/kim/workspace" << false << false;
    QTest::newRow("no database") << "postgresql://db.example.org" << false << false;
    QTest::newRow("no host") << "postgresql:///umdept" << false << false;
    QTest::newRow("a port that is none") << "postgresql://db:99999/umdept" << false << false;
    QTest::newRow("with a password") << "postgresql://kim:secret@db/umdept" << false << false;
    QTest::newRow("TLS is not for choosing") << "postgresql://db/umdept?sslmode=disable" << false << false;
    QTest::newRow("one option smuggles another") << "postgresql://db/umdept?sslrootcert=a%3Bsslmode%3Ddisable" << false << false;
}

void tst_server::addressesAreRead()
{
    QFETCH(QString, text);
    QFETCH(bool, right);
    QFETCH(bool, local);
    const Result<ServerAddress> address = ServerAddress::fromText(text);
    QCOMPARE(address.ok(), right);
    if (!right) {
        QCOMPARE(codeOf(address), QStringLiteral("invalid"));
        return;
    }
    QCOMPARE(address->toText(), text);
    QCOMPARE(address->isLocal(), local);
}

/// RFC 7677, section 3: with what is kept of "pencil" the server signs as it does there.
void tst_server::verifiersAreThoseOfTheStandard()
{
    const QByteArray salt = QByteArray::fromBase64("W22ZaJ0SNY7soEsUEjb6gQ==");
    const QByteArray verifier = scramVerifier("pencil", salt, 4096);
    QVERIFY2(verifier.startsWith("SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$"), verifier);
    const QByteArray serverKey = QByteArray::fromBase64(verifier.mid(verifier.lastIndexOf(':') + 1));
    const QByteArray exchange =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        "s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    QCOMPARE(QMessageAuthenticationCode::hash(exchange, serverKey, QCryptographicHash::Sha256).toBase64(),
        QByteArray("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="));
}

/// Tables with their columns and triggers, by name. A step that one of the two lacks is seen here.
void tst_server::bothSchemasAreTheSame()
{
    const QList<Migration> embedded = Migrator::compiledIn();
    const QList<Migration> server = Migrator::compiledIn(Database::Dialect::Postgres);
    QCOMPARE(server.constLast().number, embedded.constLast().number);
    QList<Migration> later = embedded.mid(server.constFirst().number); // beside those of the server, under the same name
    for (qsizetype at = 0; at < later.size(); ++at)
        QCOMPARE(server.at(at + 1).name, later.at(at).name);

    const QTemporaryDir folder;
    const auto file = Database::open(folder.filePath(QStringLiteral("a.db")), Secret::random(32), Database::Mode::Create);
    QVERIFY2(file.ok(), why(file));
    QVERIFY(Migrator().migrate(**file, [](int) { return Result<void>(); }).ok());
    const auto names = [](Database &database, const char *sql) {
        QStringList names;
        const Database::Rows rows = database.rows(QString::fromLatin1(sql)).value();
        for (const Database::Row &row : rows)
            names.append(row.at(0).toString());
        names.sort();
        return names;
    };
    const auto there = m_desk->database();
    const QStringList columns = names(**file,
        "SELECT tables.name || '.' || columns.name FROM sqlite_schema AS tables"
        " JOIN pragma_table_xinfo(tables.name) AS columns WHERE tables.type IN ('table', 'view')"
        " AND tables.name NOT LIKE 'worklist_%' AND tables.name NOT LIKE 'case_search%' AND tables.name NOT LIKE 'sqlite_%'");
    QCOMPARE(names(*there,
                 "SELECT table_name || '.' || column_name FROM information_schema.columns"
                 " WHERE table_schema = 'public' AND table_name NOT IN ('key_files', 'commits', 'worklist_saves', 'worklist_texts', 'worklist_counts')"
                 " AND NOT (table_name = 'cases' AND column_name = 'decided_at')"),
        columns);
    const QStringList known =
        names(*there, "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"); // a server has more
    const QStringList wanted = names(**file,
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name NOT IN"
        " ('cases_found', 'cases_found_anew', 'cases_listed', 'cases_listed_anew')"); // of the worklist's tables
    QVERIFY(wanted.size() > 50);
    for (const QString &trigger : wanted)
        QVERIFY2(known.contains(trigger), qPrintable(trigger));
}

/// As managed services give none away.
void tst_server::noSuperuserIsNeeded()
{
    const TestCluster &cluster = TestCluster::running();
    if (cluster.asked(QStringLiteral("SHOW server_version_num")).constFirst().constFirst().toInt() >= 160000)
        QSKIP("since PostgreSQL 16 CREATEROLE allows less: not tried yet");
    (void)cluster.asked(QStringLiteral("CREATE ROLE dba LOGIN CREATEDB CREATEROLE PASSWORD 'one of the day'"));
    const ServerAddress address = cluster.address(QStringLiteral("managed"));
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Health Plan");
    settings.timeZone = "America/Los_Angeles";
    const Result<std::unique_ptr<Workspace>> sam = ServerSetup::create(address, {QStringLiteral("dba"), "one of the day"},
        StoreDesk::newUser(QStringLiteral("sam"), Role::Supervisor), settings, StoreDesk::rulebook(), m_desk->clock, KeyCost::cheap());
    QVERIFY2(sam.ok(), why(sam));
    QVERIFY((*sam)->addUser(StoreDesk::newUser(QStringLiteral("nora"), Role::Nurse), KeyCost::cheap()).ok());
    const Result<std::unique_ptr<Workspace>> nora =
        Workspace::open(address.toText(), QStringLiteral("nora"), "nora", StoreDesk::rulebook(), m_desk->clock);
    QVERIFY2(nora.ok(), why(nora));
    QVERIFY((*nora)->createCase(StoreDesk::request()).ok());
}

void tst_server::aDisabledAccountIsOut()
{
    const Result<UserAccount> olga =
        m_workspace->addUser(StoreDesk::newUser(QStringLiteral("olga"), Role::Nurse), KeyCost::cheap());
    QVERIFY2(olga.ok(), why(olga));
    const auto hers = m_desk->tryOpen(QStringLiteral("olga"), "olga");
    QVERIFY2(hers.ok(), why(hers));
    QVERIFY(m_workspace->disableUser(olga->id).ok());
    QCOMPARE(codeOf((*hers)->createCase(StoreDesk::request())), QStringLiteral("refused")); // who was in, is out
    QCOMPARE(codeOf(m_desk->tryOpen(QStringLiteral("olga"), "olga")), QStringLiteral("wrong_passphrase"));
    QVERIFY(m_workspace->resetUser(olga->id, "anew", KeyCost::cheap()).ok());
    QCOMPARE(codeOf(m_desk->tryOpen(QStringLiteral("olga"), "olga")), QStringLiteral("wrong_passphrase"));
    const auto again = m_desk->tryOpen(QStringLiteral("olga"), "anew");
    QVERIFY2(again.ok(), why(again));
    QVERIFY((*again)->createCase(StoreDesk::request()).ok());
    const Result<void> whole = m_workspace->verify();
    QVERIFY2(whole.ok(), why(whole));
}

void tst_server::anotherPassphraseIsAnotherPassword()
{
    const auto pia = m_desk->opened(QStringLiteral("pia"));
    QCOMPARE(codeOf(pia->changePassphrase("wrong", "Gänse füttern", KeyCost::cheap())), QStringLiteral("wrong_passphrase"));
    QVERIFY(pia->changePassphrase("pia", "Gänse füttern", KeyCost::cheap()).ok());
    QVERIFY((*pia).verify().ok()); // by a connection of its own
    QCOMPARE(codeOf(m_desk->tryOpen(QStringLiteral("pia"), "pia")), QStringLiteral("wrong_passphrase"));
    QVERIFY(m_desk->tryOpen(QStringLiteral("PIA"), "Gänse füttern").ok());
    QVERIFY(pia->changePassphrase("Gänse füttern", "pia", KeyCost::cheap()).ok());
}

/// Two people save the same case as fast as they can, each reading it anew when the other was faster.
void tst_server::twoAtOnceLoseNothing()
{
    constexpr int saves = 15;
    const QString id = m_desk->opened(QStringLiteral("nora"))->createCase(StoreDesk::request())->id;
    std::array<int, 2> stale{};
    const auto work = [&](const char *login, int &refused) {
        const auto workspace = m_desk->opened(QString::fromLatin1(login));
        for (int saved = 0; saved < saves;) {
            Result<StoredCase> current = workspace->loadCase(id);
            require(current.ok());
            current->reviewCase.nurseNote += QString::fromLatin1(login).left(1);
            const Result<StoredCase> done = workspace->saveDraft(*current);
            if (!done && codeOf(done) != QLatin1String("stale"))
                qFatal("%s", why(done).constData());
            saved += done.ok() ? 1 : 0;
            refused += done.ok() ? 0 : 1;
        }
    };
    std::thread other([&] { work("ned", stale[1]); });
    work("nora", stale[0]);
    other.join();
    const StoredCase kept = *m_workspace->loadCase(id);
    QCOMPARE(kept.reviewCase.nurseNote.size(), 2 * saves);
    QCOMPARE(kept.rowVersion, 1 + 2 * saves);
    QCOMPARE(m_workspace->history(id)->size(), 1 + 2 * saves);
    const Result<void> whole = m_workspace->verify();
    QVERIFY2(whole.ok(), why(whole));
}

void tst_server::printsOfTwoAtOnceAreCounted_data()
{
    QTest::addColumn<QList<int>>("first"); // one case's letters are 0 and 1, another's 2 and 3
    QTest::addColumn<QList<int>>("second");
    QTest::newRow("letters of one case") << QList<int>{0} << QList<int>{1};
    QTest::newRow("the same letter") << QList<int>{0, 1} << QList<int>{0};
    QTest::newRow("two cases, each in another order") << QList<int>{0, 2} << QList<int>{3, 1};
}

/// Each waited for the other with the number of unprinted letters that it had before: the case stayed in the list. Jobs of
/// the same cases held one each and waited for the other.
void tst_server::printsOfTwoAtOnceAreCounted()
{
    QFETCH(QList<int>, first);
    QFETCH(QList<int>, second);
    require(m_workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    QStringList cases;
    QStringList letters;
    for (int number = 0; number < 2; ++number) {
        const Result<StoredCase> made = m_workspace->createCase(StoreDesk::approvable());
        QVERIFY2(made.ok() && m_workspace->act(*made, Action::Approve).ok(), why(made));
        cases.append(made->id);
        for (const char *recipient : {"member", "provider"}) {
            const Result<IssuedLetter> letter = m_workspace->issueLetter(letterFor(*made, "approval", recipient));
            QVERIFY2(letter.ok(), why(letter));
            letters.append(letter->id);
        }
    }
    require(m_workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    const std::unique_ptr<Database> administrator = m_desk->database();
    QVERIFY(administrator->script("BEGIN").ok());
    QVERIFY(administrator->rows(QStringLiteral("SELECT 1 FROM cases WHERE id IN (?, ?) FOR UPDATE"), {cases.at(0), cases.at(1)}).ok());
    const auto print = [&](const QString &login, const QList<int> &numbers) {
        QStringList job;
        for (const int number : numbers)
            job.append(letters.at(number));
        const Result<void> done = m_desk->opened(login)->recordPrints(job);
        return done ? QByteArray() : why(done);
    };
    std::array<QByteArray, 2> failed;
    std::thread nora([&] { failed[0] = print(QStringLiteral("nora"), first); });
    std::thread ned([&] { failed[1] = print(QStringLiteral("ned"), second); });
    const bool met = QTest::qWaitFor([&] {
        return TestCluster::running().asked(QStringLiteral("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")).size() == 2;
    }, 10'000);
    const bool ended = administrator->script("ROLLBACK").ok();
    nora.join();
    ned.join();
    QVERIFY(met && ended);
    QCOMPARE(failed[0] + failed[1], QByteArray());
    const Result<void> whole = m_workspace->verify();
    QVERIFY2(whole.ok(), why(whole));
}

void tst_server::whatFailsLeavesNothing()
{
    const TestCluster &cluster = TestCluster::running();
    const auto make = [&](const QString &database, const QString &login, const QByteArray &password) {
        NewUser sue = StoreDesk::newUser(login, Role::Supervisor);
        WorkspaceSettings settings;
        settings.timeZone = "America/Los_Angeles";
        return ServerSetup::create(cluster.address(database), {QStringLiteral("postgres"), password}, sue, settings,
            StoreDesk::rulebook(), m_desk->clock, KeyCost::cheap());
    };
    const QByteArray password = cluster.administrator().password;
    QCOMPARE(codeOf(make(m_database, QStringLiteral("sue"), password)), QStringLiteral("not_empty"));
    QCOMPARE(codeOf(make(QStringLiteral("fresh"), QStringLiteral("sue"), "wrong")), QStringLiteral("wrong_passphrase"));
    QCOMPARE(codeOf(make(QStringLiteral("fresh"), QString(70, u's'), password)), QStringLiteral("refused"));
    const Result<std::unique_ptr<Workspace>> made = make(QStringLiteral("fresh"), QStringLiteral("sam"), password);
    QVERIFY2(made.ok(), why(made)); // nothing of the earlier was left; another workspace's sam is another person
    QCOMPARE((*made)->users()->size(), 1);
    QCOMPARE(codeOf(Workspace::open(cluster.address(QStringLiteral("nowhere")).toText(), QStringLiteral("sam"), "sam",
                 StoreDesk::rulebook(), m_desk->clock)),
        QStringLiteral("wrong_passphrase")); // nor does it tell which databases there are
}

/// The test is killed: its server and its folder do not stay.
void tst_server::theClusterGoesWithItsTest()
{
    if (!qEnvironmentVariableIsEmpty("REVIEWDESK_TEST_CHILD")) {
        std::fputs((QByteArray("folder ") + TestCluster::running().folder().toUtf8() + '\n').constData(), stdout);
        std::fflush(stdout);
        raise(SIGKILL);
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("REVIEWDESK_TEST_CHILD"), QStringLiteral("1"));
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("theClusterGoesWithItsTest")});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const QString folder = QString::fromUtf8(child.readAllStandardOutput()).section(QStringLiteral("folder "), 1).section(u'\n', 0, 0);
    QVERIFY2(folder.startsWith(QLatin1String("/tmp/reviewdesk-pg-")), qPrintable(folder));
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder).exists(), 20'000);
}

QTEST_GUILESS_MAIN(tst_server)
#include "tst_server.moc"
