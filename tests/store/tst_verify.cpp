#include "StoreDesk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace reviewdesk;

/// What must never happen to a workspace: refused by the database's triggers; and, done all the same by someone who
/// takes the triggers away, found by verify().
class tst_verify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWholeWorkspaceIsWhole();
    void theDatabaseRefuses_data();
    void theDatabaseRefuses();
    void theWorkflowsTableIsTheDatabases();
    void plainChangesAreFound_data();
    void plainChangesAreFound();
    void anEarlierRoundIsHeldToItsHistory();
    void everyHistoryIsBound();
    void tamperingIsFound_data();
    void tamperingIsFound();
    void changedBytesAreFound();

private:
    std::unique_ptr<StoreDesk> m_desk;
    QString m_caseId; ///< denied, with a letter
};

void tst_verify::init()
{
    m_desk = std::make_unique<StoreDesk>();
    m_desk->made();
    const std::unique_ptr<Workspace> workspace = m_desk->opened(QStringLiteral("nora"));
    Result<StoredCase> stored = workspace->createCase(StoreDesk::adverse());
    QVERIFY2(stored.ok(), why(stored));
    m_caseId = stored->id;
    stored->reviewCase.nurseNote = QStringLiteral("please decide");
    stored = workspace->saveDraft(*stored);
    QVERIFY2(stored.ok(), why(stored));
    stored = workspace->act(*stored, Action::Refer);
    QVERIFY2(stored.ok(), why(stored));
    QVERIFY(workspace->createCase(StoreDesk::approvable()).ok()); // a second case, a draft
    QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
    stored->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    stored = workspace->act(*stored, Action::Deny);
    QVERIFY2(stored.ok(), why(stored));
    IssuedLetter letter;
    letter.caseId = m_caseId;
    letter.kind = QStringLiteral("denial");
    letter.recipient = QStringLiteral("member");
    letter.title = letter.html = letter.text = letter.templateVersion = letter.digest = QStringLiteral("words");
    const Result<IssuedLetter> issued = workspace->issueLetter(letter);
    QVERIFY2(issued.ok(), why(issued));
    QVERIFY(workspace->recordPrint(issued->id).ok());
}

void tst_verify::aWholeWorkspaceIsWhole()
{
    const Result<void> verified = m_desk->opened(QStringLiteral("sam"))->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_verify::theDatabaseRefuses_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
    row("change an entry", "UPDATE audit SET comment = 'x'");
    row("delete an entry", "DELETE FROM audit WHERE chain = ''");
    row("insert in the middle",
        "INSERT INTO audit SELECT chain, 2, at, user_id, user_name, action, comment, changes, content, hash, signer, "
        "signature FROM audit LIMIT 1");
    row("write over an entry", "INSERT INTO audit SELECT * FROM audit WHERE sequence = 1 LIMIT 1"
                               " ON CONFLICT (chain, sequence) DO UPDATE SET comment = 'x'");
    if (!StoreDesk::isOnServer())
        row("replace an entry", "INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE sequence = 1 LIMIT 1");
    row("shorten a chain", "UPDATE chains SET length = length - 1");
    row("delete a chain", "DELETE FROM chains");
    row("delete a case", "DELETE FROM cases");
    row("delete a round", "DELETE FROM rounds");
    row("delete an account", "DELETE FROM users");
    row("renumber", "UPDATE cases SET number = 'RD-2026-999999'");
    row("give a number again", "UPDATE numbers SET last = last - 1");
    row("begin as approved",
        "INSERT INTO cases (seq, id, number, status, row_version, current_round, prepared_by, page, created_at, saved_at,"
        " last_action, changed_by, member_name, member_folded, member_id, provider_name, procedure, outcome, outcome_tone,"
        " plan_words, expedited, due_at, folded) SELECT 99, 'new', 'RD-2026-000099', 'approved', 1, 1, prepared_by, page,"
        " created_at, saved_at, 'create', changed_by, member_name, member_folded, member_id, provider_name, procedure,"
        " outcome, outcome_tone, plan_words, expedited, due_at, folded FROM cases LIMIT 1");
    row("a nurse denies",
        "UPDATE cases SET status = 'denied', last_action = 'deny', row_version = row_version + 1,"
        " changed_by = (SELECT id FROM users WHERE login = 'ned') WHERE status = 'draft'");
    row("a physician denies a draft",
        "UPDATE cases SET status = 'denied', last_action = 'deny', row_version = row_version + 1,"
        " changed_by = (SELECT id FROM users WHERE login = 'pia') WHERE status = 'draft'");
    row("reopen by hand",
        "UPDATE cases SET status = 'draft', last_action = 'resume', row_version = row_version + 1 WHERE status = "
        "'denied'");
    row("an unknown status", "UPDATE cases SET status = 'lost' WHERE status = 'draft'");
    row("skip a version",
        "UPDATE cases SET row_version = row_version + 2, last_action = 'edit' WHERE status = 'draft'");
    row("change a decided round",
        "UPDATE rounds SET content = '{}' WHERE case_id IN (SELECT id FROM cases WHERE status = 'denied')");
    row("content that is no JSON",
        "UPDATE rounds SET content = '{' WHERE case_id IN (SELECT id FROM cases WHERE status = 'draft')");
    row("another role", "UPDATE users SET role = 'supervisor' WHERE login = 'ned'");
    row("another physician's NPI", "UPDATE users SET npi = '1346275998' WHERE login = 'pia'");
    row("unbind", "UPDATE chains SET bound = bound - 1 WHERE bound > 0");
    row("an account with another role", "INSERT INTO users SELECT 'x', 'x', 'x', 'x', 'owner', '', '', '', '', 0, 0");
}

void tst_verify::theDatabaseRefuses()
{
    QFETCH(QByteArray, sql);
    const Result<void> done = m_desk->database()->script(sql);
    QVERIFY2(codeOf(done) == QLatin1String("refused"), why(done));
    const Result<void> verified = m_desk->opened(QStringLiteral("sam"))->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_verify::theWorkflowsTableIsTheDatabases()
{
    QVERIFY(m_desk->database()->script("DELETE FROM workflow WHERE action <> 'edit'").ok());
    if (StoreDesk::isOnServer()) { // where nobody who signs in may fill it
        QCOMPARE(codeOf(m_desk->tryOpen(QStringLiteral("sam"), "sam")), QStringLiteral("older_schema"));
        const Result<void> upgraded = m_desk->upgraded();
        QVERIFY2(upgraded.ok(), why(upgraded));
    }
    m_desk->opened(QStringLiteral("sam")); // filled again
    const Result<Database::Row> count = m_desk->database()->row(QStringLiteral("SELECT count(*) FROM workflow"));
    QCOMPARE(count->value(0).toInt(), static_cast<int>(workflow().size()));
}

void tst_verify::tamperingIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *sql, const char *place) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(place);
    };
    const char *history = "history of case";
    row("comment", "UPDATE audit SET comment = 'x' WHERE sequence = 2 AND chain <> ''", ", entry 2");
    row("time", "UPDATE audit SET at = at + 1 WHERE sequence = 1 AND chain <> ''", ", entry 1");
    row("who", "UPDATE audit SET user_name = 'Nobody' WHERE action = 'deny'", ", entry 4");
    row("changes", "UPDATE audit SET changes = '[]' WHERE action = 'create'", ", entry 1");
    row("action", "UPDATE audit SET action = 'approve' WHERE action = 'deny'", ", entry 4");
    row("hash", "UPDATE audit SET hash = (SELECT hash FROM audit WHERE action = 'print_letter') WHERE action = 'refer'", ", entry 3");
    row("one removed", "DELETE FROM audit WHERE sequence = 2 AND chain <> ''", ", entry 2");
    row("the last removed", "DELETE FROM audit WHERE action = 'print_letter'", history);
    row("all removed", "DELETE FROM audit WHERE chain <> ''", history);
    row("two swapped",
        "UPDATE audit SET sequence = 5 - sequence + 100 WHERE sequence IN (2, 3) AND chain <> '';"
        "UPDATE audit SET sequence = sequence - 100 WHERE sequence > 100",
        ", entry 2");
    row("one inserted",
        "INSERT INTO audit SELECT chain, 7, at, user_id, user_name, action, comment, changes, content, hash, signer, "
        "signature FROM audit WHERE action = 'print_letter'",
        ", entry 7");
    row("in the workspace's chain", "UPDATE audit SET user_name = 'x' WHERE chain = '' AND sequence = 3",
        "workspace history, entry 3");
    row("content", "UPDATE rounds SET content = replace(content, 'Ana Example', 'Eve Example')",
        "content of RD-2026-000001");
    row("status", "UPDATE cases SET status = 'approved' WHERE status = 'denied'", "status of RD-2026-000001");
    row("a round removed",
        "DELETE FROM letters; DELETE FROM rounds WHERE case_id IN (SELECT id FROM cases "
        "WHERE status = 'denied')",
        "content of RD-2026-000001");
    row("a letter's words", "UPDATE letters SET text = 'other'", "letter ");
    row("a letter's prints", "UPDATE letters SET printed = 0", "letter ");
    row("a letter removed", "DELETE FROM letters", ", entry 5");
    row("what reports count", "UPDATE round_facts SET decision = 'approved' WHERE decision = 'denied'",
        "report of RD-2026-000001");
    row("a round kept out of reports", "DELETE FROM round_facts WHERE decision = 'denied'", "report of RD-2026-000001");
    row("an account's role", "UPDATE users SET role = 'supervisor' WHERE login = 'ned'", "users, ned");
    row("who an account is", "UPDATE users SET npi = '1346275998' WHERE login = 'pia'", "users, pia");
    row("a name in the worklist", "UPDATE cases SET member_name = 'Wrong Person' WHERE status = 'denied'",
        "member_name of RD-2026-000001");
    row("what the policy said", "UPDATE rounds SET evaluation = '{}' WHERE case_id IN (SELECT id FROM cases WHERE status = "
                                "'draft')",
        "report of RD-2026-000002"); // which is told from it
    if (StoreDesk::isOnServer())
        return; // it sees to its keys and indexes itself, and its rules are its owner's
    row("an account removed", "DELETE FROM users WHERE login = 'nora'", "row");
    row("nothing but the triggers", "SELECT 1", "trigger ");
    row("the search", "INSERT INTO case_search (case_search) VALUES ('delete-all')", "case_search");
}

void tst_verify::tamperingIsFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, place);
    {
        const std::unique_ptr<Database> database = m_desk->database();
        if (!StoreDesk::isOnServer())
            QVERIFY(database->run(QStringLiteral("PRAGMA foreign_keys = OFF")).ok());
        StoreDesk::rulesTakenAway(*database);
        const Result<void> done = database->script(sql);
        QVERIFY2(done.ok(), why(done));
    }
    const Result<void> verified = m_desk->opened(QStringLiteral("sam"))->verify();
    QCOMPARE(codeOf(verified), QStringLiteral("damaged"));
    QVERIFY2(verified.error().place.contains(place), why(verified));
}

/// With the database's own rules in place: what no rule forbids, a mistake of a program too.
void tst_verify::plainChangesAreFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("place");
    QTest::newRow("a name") << QByteArray("UPDATE cases SET member_name = 'Wrong Person' WHERE status = 'denied'")
                            << "member_name of RD-2026-000001";
    QTest::newRow("a member's ID") << QByteArray("UPDATE cases SET member_id = 'X0' WHERE status = 'draft'")
                                   << "member_id of RD-2026-000002";
    QTest::newRow("letters") << QByteArray("UPDATE cases SET letters = 0 WHERE status = 'denied'")
                             << "letters of RD-2026-000001";
    QTest::newRow("letters to print") << QByteArray("UPDATE cases SET unprinted = 1 WHERE status = 'denied'")
                                      << "letters of RD-2026-000001";
    QTest::newRow("what the policy said")
        << QByteArray("UPDATE rounds SET evaluation = '{}' WHERE case_id IN (SELECT id FROM cases WHERE status = 'draft')")
        << "evaluation of RD-2026-000002";
    if (StoreDesk::isOnServer())
        return; // its rules are its owner's
    QTest::newRow("one rule less") << QByteArray("DROP TRIGGER audit_kept") << "trigger audit_kept";
    QTest::newRow("one rule more") << QByteArray("CREATE TRIGGER more AFTER INSERT ON audit BEGIN SELECT 1; END")
                                   << "trigger more";
    QTest::newRow("an index less") << QByteArray("DROP INDEX cases_member") << "index cases_member";
}

void tst_verify::plainChangesAreFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, place);
    const Result<void> done = m_desk->database()->script(sql);
    if (StoreDesk::isOnServer() && codeOf(done) == QLatin1String("refused"))
        return; // nor can it come about there
    QVERIFY2(done.ok(), why(done));
    const Result<void> verified = m_desk->opened(QStringLiteral("sam"))->verify();
    QCOMPARE(codeOf(verified), QStringLiteral("damaged"));
    QCOMPARE(verified.error().place, place);
}

/// What was denied could be written anew once the case was reopened: only the present round was held to its history.
void tst_verify::anEarlierRoundIsHeldToItsHistory()
{
    {
        const std::unique_ptr<Workspace> sam = m_desk->opened(QStringLiteral("sam"));
        const Result<StoredCase> reopened =
            sam->act(*sam->loadCase(m_caseId), Action::Reopen, QStringLiteral("new records came"));
        QVERIFY2(reopened.ok(), why(reopened));
        const Result<void> whole = sam->verify();
        QVERIFY2(whole.ok(), why(whole));
    }
    const std::unique_ptr<Database> database = m_desk->database();
    StoreDesk::dropTrigger(*database, QStringLiteral("rounds_closed"));
    const Result<void> done = database->script(
        "UPDATE rounds SET content = replace(content, 'Not progressive', 'Progressive') WHERE number = 1");
    QVERIFY2(done.ok(), why(done));
    const Result<void> verified = m_desk->opened(QStringLiteral("sam"))->verify();
    QCOMPARE(codeOf(verified), QStringLiteral("damaged"));
    QCOMPARE(verified.error().place, QStringLiteral("round 1 of RD-2026-000001"));
}

/// More cases than one entry binds, saved between two sign-ins: those beyond the five hundredth never were bound.
void tst_verify::everyHistoryIsBound()
{
    constexpr int many = 650;
    {
        const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
        for (int i = 0; i < many; ++i)
            QVERIFY(nora->createCase(StoreDesk::request()).ok());
    }
    m_desk->opened(QStringLiteral("sam"));
    const std::unique_ptr<Database> database = m_desk->database();
    const Result<Database::Row> unbound =
        database->row(QStringLiteral("SELECT count(*) FROM chains WHERE bound < length AND chain <> ''"));
    QVERIFY2(unbound.ok(), why(unbound));
    QCOMPARE(unbound->value(0).toInt(), 0);
    const Result<Database::Rows> bindings =
        database->rows(QStringLiteral("SELECT changes FROM audit WHERE chain = '' AND action = 'bind'"));
    QVERIFY2(bindings.ok(), why(bindings));
    QSet<QString> bound;
    for (const Database::Row &row : *bindings) {
        const QJsonArray changes = QJsonDocument::fromJson(row.at(0).toString().toUtf8()).array();
        for (const QJsonValue &change : changes)
            bound.insert(change.toObject().value(QStringLiteral("field")).toString());
    }
    QCOMPARE(bound.size(), many + 2);
}

void tst_verify::changedBytesAreFound()
{
    if (StoreDesk::isOnServer())
        QSKIP("a server sees to its files itself");
    {
        const std::unique_ptr<Workspace> workspace = m_desk->opened(QStringLiteral("sam"));
        QVERIFY(workspace->addSamples(20, 1, "practice", KeyCost::cheap()).ok());
    }
    { // everything into the one file
        const std::unique_ptr<Database> database = m_desk->database();
        QVERIFY(database->script("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").ok());
    }
    QFile file(m_desk->databaseFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const bool full = qEnvironmentVariableIsSet("REVIEWDESK_FULL");
    QRandomGenerator dice(20261123);
    int found = 0;
    const int tries = full ? 1000 : 25;
    for (int i = 0; i < tries; ++i) {
        QByteArray changed = whole;
        const qsizetype at = static_cast<qsizetype>(dice.bounded(static_cast<quint32>(whole.size())));
        changed[at] = static_cast<char>(changed.at(at) ^ static_cast<char>(1 + dice.bounded(255)));
        QFile::remove(m_desk->databaseFile() + QStringLiteral("-wal"));
        QFile::remove(m_desk->databaseFile() + QStringLiteral("-shm"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(changed), changed.size());
        file.close();
        const Result<std::unique_ptr<Workspace>> opened = m_desk->tryOpen(QStringLiteral("sam"), "sam");
        const Result<void> verified = opened.ok() ? (*opened)->verify() : Result<void>(opened.error());
        if (!verified) {
            QCOMPARE(codeOf(verified), QStringLiteral("damaged"));
            ++found;
        }
    }
    QCOMPARE(found, tries); // this file has no free pages
}

QTEST_GUILESS_MAIN(tst_verify)
#include "tst_verify.moc"
