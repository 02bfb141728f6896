#include "KeptLetters.h"
#include "TestCluster.h"

#include "store/ServerDatabase.h"

#include <QProcess>

using namespace reviewdesk;

/// What a server refuses to people who come with `psql` and their own password.
class tst_server_psql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void psqlIsRefused_data();
    void psqlIsRefused();
    void psqlReadsWhatIsOnesOwn();

private:
    struct Said {
        int status = 0;
        QString output;
        QString errors;
    };
    Said psql(const QString &login, const QString &sql);
    QString idOf(const QString &login) const;
    void fillDesk();

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
    QString m_database;
};

void tst_server_psql::initTestCase()
{
    qputenv("REVIEWDESK_TEST_STORE", "postgresql");
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
    m_database = ServerAddress::fromText(m_desk->directory())->database;
    fillDesk();
}

/// A denial by phil of what ned prepared, with its letter; a referral with phil's half-written words; ned's draft.
void tst_server_psql::fillDesk()
{
    const auto signIn = [this](const char *login) { require(m_workspace->signInAs(QLatin1String(login), login).ok()); };
    signIn("ned");
    const Result<StoredCase> denied = m_workspace->createCase(StoreDesk::adverse());
    const Result<StoredCase> referred = m_workspace->createCase(StoreDesk::adverse());
    require(m_workspace->createCase(StoreDesk::adverse()).ok());
    require(m_workspace->act(*denied, Action::Refer).ok() && m_workspace->act(*referred, Action::Refer).ok());
    signIn("phil");
    StoredCase current = *m_workspace->loadCase(denied->id);
    current.reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    require(m_workspace->act(current, Action::Deny).ok());
    require(m_workspace->issueLetter(letterFor(*denied, "denial", "member")).ok());
    require(m_workspace->saveDecisionDraft(referred->id, R"({"rationale":"half"})").ok());
    require(m_workspace->createCase(StoreDesk::adverse()).ok()); // one that a physician prepared
    signIn("sam");
}

QString tst_server_psql::idOf(const QString &login) const
{
    const QList<UserAccount> users = *m_workspace->users();
    for (const UserAccount &user : users) {
        if (user.loginName == login)
            return user.id;
    }
    return {};
}

tst_server_psql::Said tst_server_psql::psql(const QString &login, const QString &sql)
{
    const TestCluster &cluster = TestCluster::running();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGPASSWORD"), login);
    process.setProcessEnvironment(environment);
    process.start(cluster.programs() + QStringLiteral("/psql"),
        {QStringLiteral("-XqAt"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"),
            cluster.folder(), QStringLiteral("-U"), m_database + QLatin1Char('.') + login, QStringLiteral("-d"),
            m_database, QStringLiteral("-c"), sql});
    require(process.waitForFinished());
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
        QString::fromUtf8(process.readAllStandardError())};
}

void tst_server_psql::psqlIsRefused_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *login, const QString &sql, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(login) << sql << QString::fromLatin1(words);
    };
    const QString phil = idOf(QStringLiteral("phil"));
    const auto step = [](const char *to, const char *action, const QString &by, const char *from) {
        return QStringLiteral("UPDATE cases SET status = '%1', row_version = row_version + 1, last_action = '%2',"
                              " changed_by = %3, outcome_tone = %4 WHERE status = '%5'")
            .arg(QLatin1String(to), QLatin1String(action), by,
                QLatin1String(qstrcmp(action, "approve") == 0 ? "1" : "-1"), QLatin1String(from));
    };
    const QString me = QStringLiteral("me()");
    const QString himself = QLatin1Char('\'') + phil + QLatin1Char('\'');
    row("approve another's denial", "nora", step("approved", "approve", me, "denied"), "no such step for this person");
    row("approve it as the physician", "nora", step("approved", "approve_exception", himself, "referred"),
        "in the name of another");
    row("deny", "nora", step("denied", "deny", me, "referred"), "no such step for this person");
    row("deny as the physician", "nora", step("denied", "deny", himself, "referred"), "in the name of another");
    row("deny as a supervisor", "sam", step("denied", "deny", me, "referred"), "no such step for this person");
    row("turn a case that one prepared into a denial", "phil",
        QStringLiteral("UPDATE cases SET status = 'referred', row_version = row_version + 1, last_action = 'refer', changed_by"
                       " = me() WHERE status = 'draft' AND prepared_by = me(); ") +
            step("denied", "deny", me, "referred") + QStringLiteral(" AND prepared_by = me()"),
        "nobody denies a case they prepared");
    row("another outcome without a step", "nora", QStringLiteral("UPDATE cases SET outcome_tone = 1"), "by a step of the workflow");
    row("another number", "nora", QStringLiteral("UPDATE cases SET number = 'RD-2026-999999'"), "permission denied");
    row("a decided round", "nora",
        QStringLiteral("UPDATE rounds SET content = '{}' WHERE case_id IN (SELECT id FROM cases WHERE status = 'denied')"),
        "a decided round is never changed");
    row("delete cases", "sam", QStringLiteral("DELETE FROM cases"), "permission denied");
    row("edit an issued letter", "nora", QStringLiteral("UPDATE letters SET text = 'Approved.'"), "permission denied");
    row("hide a print", "nora", QStringLiteral("UPDATE letters SET printed = 7"), "counted one by one");
    row("delete a letter", "phil", QStringLiteral("DELETE FROM letters"), "permission denied");
    row("delete an entry", "nora", QStringLiteral("DELETE FROM audit"), "permission denied");
    row("delete an entry as a supervisor", "sam", QStringLiteral("DELETE FROM audit"), "permission denied");
    row("change an entry", "nora", QStringLiteral("UPDATE audit SET comment = ''"), "permission denied");
    row("empty the history", "sam", QStringLiteral("TRUNCATE audit"), "permission denied");
    const QString entry = QStringLiteral(
        "INSERT INTO audit SELECT chain, 1 + sequence, at, %1, user_name, 'comment', comment, changes, content, %2, signer,"
        " signature FROM audit WHERE chain = '' ORDER BY sequence DESC LIMIT 1");
    row("an entry in another's name", "nora", entry.arg(himself, QStringLiteral("hash")), "in the name of another");
    row("an entry that continues nothing", "sam", entry.arg(me, QStringLiteral("hash")), "continues its chain");
    row("an end that is none", "nora", QStringLiteral("UPDATE chains SET length = length + 1"), "ends at its last entry");
    row("count otherwise", "nora", QStringLiteral("UPDATE worklist_counts SET held = 0"), "permission denied");
    row("count something more", "sam", QStringLiteral("INSERT INTO worklist_counts (level, held) VALUES (1, 1)"), "permission denied");
    row("count anew", "nora", QStringLiteral("SELECT worklist_anew()"), "permission denied");
    row("take a rule away", "sam", QStringLiteral("ALTER TABLE audit DISABLE TRIGGER ALL"), "must be owner");
    row("drop a rule", "sam", QStringLiteral("DROP FUNCTION audit_kept() CASCADE"), "must be owner");
    row("go past the rules", "sam", QStringLiteral("SET session_replication_role = replica"), "permission denied");
    row("become the owner", "sam", QStringLiteral("SET ROLE %1_owner").arg(m_database), "permission denied");
    row("become a supervisor", "nora", QStringLiteral("SET ROLE %1_supervisor").arg(m_database), "permission denied");
    row("somebody else's licence", "nora", QStringLiteral("UPDATE users SET licence_state = 'OR' WHERE login = 'pia'"), "permission denied");
    row("another licence that no history tells", "sam", QStringLiteral("UPDATE users SET licence_state = 'OR' WHERE login = 'pia'"),
        "users: who somebody is changes as the history says");
    row("rise", "nora", QStringLiteral("UPDATE users SET role = 'supervisor' WHERE id = me()"), "permission denied");
    row("rise by another account", "nora",
        QStringLiteral("INSERT INTO users SELECT 'x', 'x', 'x', name, 'supervisor', credential, specialty, npi, licence_state, 0,"
                       " created_at FROM users LIMIT 1"),
        "permission denied");
    row("rise by the workflow", "nora", QStringLiteral("INSERT INTO workflow VALUES ('denied', 'approve', 'nurse', 'approved')"),
        "permission denied");
    row("another's password", "nora",
        QStringLiteral("SELECT give_password('%1', 'SCRAM-SHA-256$4096:AA==$AA==:AA==')").arg(phil), "a supervisor's to give");
    row("another's keys", "nora", QStringLiteral("SELECT give_keys('%1', '{}')").arg(phil), "a supervisor's to give");
    row("a password in clear", "nora", QStringLiteral("SELECT give_password(me(), 'secret')"), "as its SCRAM verifier");
    row("a key for another", "nora",
        QStringLiteral("INSERT INTO signing_keys (user_id, public) VALUES ('%1', sha256('x'))").arg(phil), "in the name of another");
    row("the settings", "nora", QStringLiteral("UPDATE settings SET value = ''"), "permission denied");
    row("what passwords are known by", "sam", QStringLiteral("SELECT rolpassword FROM pg_authid"), "permission denied");
    row("a table of one's own", "nora", QStringLiteral("CREATE TABLE mine (x text)"), "permission denied");
    row("a passing table", "nora", QStringLiteral("CREATE TEMP TABLE audit (x text)"), "permission denied");
    row("the server's files", "sam", QStringLiteral("COPY cases TO '/tmp/cases'"), "pg_write_server_files");
}

/// As a person might who has a password and no scruples. Each is tried again as the program's own words would be, in a
/// transaction that nothing of stays.
void tst_server_psql::psqlIsRefused()
{
    QFETCH(QString, login);
    QFETCH(QString, sql);
    QFETCH(QString, words);
    const Said said = psql(login, QStringLiteral("BEGIN; ") + sql + QStringLiteral("; ROLLBACK"));
    QVERIFY2(said.status != 0, qPrintable(said.output));
    QVERIFY2(said.errors.contains(words), qPrintable(said.errors));
    const Result<void> whole = m_workspace->verify();
    QVERIFY2(whole.ok(), why(whole));
}

void tst_server_psql::psqlReadsWhatIsOnesOwn()
{
    QCOMPARE(psql(QStringLiteral("phil"), QStringLiteral("SELECT count(*) FROM decision_drafts")).output, QStringLiteral("1"));
    for (const char *login : {"nora", "pia", "sam"}) {
        const QString who = QString::fromLatin1(login);
        QCOMPARE(psql(who, QStringLiteral("SELECT count(*) FROM decision_drafts")).output, QStringLiteral("0"));
        QCOMPARE(psql(who, QStringLiteral("SELECT count(*) FROM key_files")).output, QStringLiteral("1"));
        QCOMPARE(psql(who, QStringLiteral("SELECT count(*) FROM key_files WHERE user_id = me()")).output, QStringLiteral("1"));
        QCOMPARE(psql(who, QStringLiteral("SELECT count(*) FROM cases")).output, QStringLiteral("4")); // everybody's work
    }
    QVERIFY(psql(QStringLiteral("nora"), QStringLiteral("DELETE FROM decision_drafts")).status == 0); // of none
    QCOMPARE(psql(QStringLiteral("phil"), QStringLiteral("SELECT count(*) FROM decision_drafts")).output, QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(tst_server_psql)
#include "tst_server_psql.moc"
