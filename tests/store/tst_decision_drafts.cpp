#include "StoreDesk.h"

#include <QTest>

using namespace reviewdesk;

namespace {

const QByteArray draft = R"({"rationale":"Not progressive, as the CT of 2 November shows."})";

/// A case in the workspace in which nobody but a physician may decide.
QString referred(Workspace &workspace)
{
    require(workspace.signInAs(QStringLiteral("nora"), "nora").ok());
    const Result<StoredCase> made = workspace.createCase(StoreDesk::adverse());
    require(made.ok());
    require(workspace.act(*made, Action::Refer).ok());
    return made->id;
}

Result<StoredCase> acted(Workspace &workspace, const QString &id, Action action, const QString &comment = {})
{
    Result<StoredCase> current = workspace.loadCase(id);
    require(current.ok());
    current->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    return workspace.act(*current, action, comment);
}

} // namespace

class tst_decision_drafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesBackToItsWriterAlone();
    void isNoPartOfTheRecord();
    void goesWithTheSignature();
    void goesWithTheOpinion();
    void anothersStaysWhileTheCaseIsOpen();
    void aRefusedStepKeepsIt();
    void whoHasNoStepWritesNone();
    void theDatabaseRefusesItToo();
    void badDraftsAreRefused_data();
    void badDraftsAreRefused();
};

void tst_decision_drafts::comesBackToItsWriterAlone()
{
    StoreDesk desk;
    desk.made();
    QString id;
    {
        const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
        id = referred(*workspace);
        QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
        QCOMPARE(*workspace->decisionDraft(id), QByteArray());
        QVERIFY(workspace->saveDecisionDraft(id, R"({"rationale":"Not"})").ok());
        const Result<void> saved = workspace->saveDecisionDraft(id, draft);
        QVERIFY2(saved.ok(), why(saved));
    }
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("phil"));
    QCOMPARE(*workspace->decisionDraft(id), draft);
    for (const char *other : {"pia", "nora", "sam"}) {
        QVERIFY(workspace->signInAs(QString::fromLatin1(other), other).ok());
        QCOMPARE(*workspace->decisionDraft(id), QByteArray());
    }
    QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
    QVERIFY(workspace->saveDecisionDraft(id, {}).ok()); // emptied
    QCOMPARE(*workspace->decisionDraft(id), QByteArray());
}

void tst_decision_drafts::isNoPartOfTheRecord()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const QString id = referred(*workspace);
    QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
    const Result<StoredCase> before = workspace->loadCase(id);
    const qsizetype entries = workspace->history(id)->size();
    QVERIFY(workspace->saveDecisionDraft(id, draft).ok());
    QVERIFY(*workspace->loadCase(id) == *before);
    QCOMPARE(workspace->history(id)->size(), entries);
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_decision_drafts::goesWithTheSignature()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const QString id = referred(*workspace);
    for (const char *physician : {"pia", "phil"}) {
        QVERIFY(workspace->signInAs(QString::fromLatin1(physician), physician).ok());
        QVERIFY(workspace->saveDecisionDraft(id, draft).ok());
    }
    const Result<StoredCase> denied = acted(*workspace, id, Action::Deny);
    QVERIFY2(denied.ok(), why(denied));
    // closed: pia's words can no longer be signed, so they are not kept either
    const Result<Database::Row> left = desk.database()->row(QStringLiteral("SELECT count(*) FROM decision_drafts"));
    QVERIFY2(left.ok(), why(left));
    QCOMPARE(left->at(0).toInt(), 0);
}

/// The opinion and its draft were two transactions: a program that died between them offered to say it twice.
void tst_decision_drafts::goesWithTheOpinion()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const QString id = referred(*workspace);
    QString pia;
    const QList<UserAccount> users = *workspace->users();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String("pia"))
            pia = user.id;
    }
    const auto signIn = [&](const char *login) { require(workspace->signInAs(QLatin1String(login), login).ok()); };
    signIn("pia");
    QVERIFY(workspace->saveDecisionDraft(id, draft).ok());
    signIn("phil");
    QVERIFY(workspace->saveDecisionDraft(id, draft).ok());
    if (!StoreDesk::isOnServer()) { // what cannot be dropped is not said either
        const std::unique_ptr<Database> database = desk.database();
        QVERIFY(database->script("CREATE TRIGGER stays BEFORE DELETE ON decision_drafts BEGIN SELECT RAISE(ABORT, 'stays'); END").ok());
        QVERIFY(!workspace->askOpinion(id, pia, QStringLiteral("Stable?")).ok());
        QVERIFY(workspace->notes(id)->isEmpty());
        QCOMPARE(*workspace->decisionDraft(id), draft);
        QVERIFY(database->script("DROP TRIGGER stays").ok());
    }
    const Result<void> asked = workspace->askOpinion(id, pia, QStringLiteral("Stable?"));
    QVERIFY2(asked.ok(), why(asked));
    QCOMPARE(*workspace->decisionDraft(id), QByteArray());
    signIn("pia");
    QCOMPARE(*workspace->decisionDraft(id), draft); // the other's own
    const Result<void> given = workspace->giveOpinion(id, QStringLiteral("Stable."));
    QVERIFY2(given.ok(), why(given));
    QCOMPARE(*workspace->decisionDraft(id), QByteArray());
    QVERIFY(workspace->verify().ok());
}

void tst_decision_drafts::anothersStaysWhileTheCaseIsOpen()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const QString id = referred(*workspace);
    for (const char *physician : {"pia", "phil"}) {
        QVERIFY(workspace->signInAs(QString::fromLatin1(physician), physician).ok());
        QVERIFY(workspace->saveDecisionDraft(id, draft).ok());
    }
    const Result<StoredCase> returned =
        acted(*workspace, id, Action::ReturnToNurse, QStringLiteral("Which CT was read?"));
    QVERIFY2(returned.ok(), why(returned));
    QCOMPARE(*workspace->decisionDraft(id), QByteArray());
    QVERIFY(workspace->signInAs(QStringLiteral("pia"), "pia").ok());
    QCOMPARE(*workspace->decisionDraft(id), draft);
}

void tst_decision_drafts::aRefusedStepKeepsIt()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const QString id = referred(*workspace);
    QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
    QVERIFY(workspace->saveDecisionDraft(id, draft).ok());
    QCOMPARE(codeOf(workspace->act(*workspace->loadCase(id), Action::Deny)), QStringLiteral("rationale"));
    QCOMPARE(codeOf(acted(*workspace, id, Action::ReturnToNurse)), QStringLiteral("comment"));
    QCOMPARE(*workspace->decisionDraft(id), draft);
}

void tst_decision_drafts::whoHasNoStepWritesNone()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const QString unknown = QStringLiteral("nothing");
    QCOMPARE(codeOf(workspace->saveDecisionDraft(unknown, draft)), QStringLiteral("not_found"));
    QCOMPARE(codeOf(workspace->decisionDraft(unknown)), QStringLiteral("not_found"));

    const Result<StoredCase> made = workspace->createCase(StoreDesk::approvable());
    QVERIFY2(made.ok(), why(made));
    QVERIFY(workspace->saveDecisionDraft(made->id, draft).ok()); // a nurse's own words on her draft
    QVERIFY(workspace->signInAs(QStringLiteral("sam"), "sam").ok());
    QVERIFY(workspace->saveDecisionDraft(made->id, draft).ok()); // a supervisor may record a provision of the contract
    QVERIFY(workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    QVERIFY(workspace->act(*made, Action::Approve).ok());
    QCOMPARE(codeOf(workspace->saveDecisionDraft(made->id, draft)), QStringLiteral("status")); // a remark is no step
    QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
    QCOMPARE(codeOf(workspace->saveDecisionDraft(made->id, draft)), QStringLiteral("status"));
    QCOMPARE(*workspace->decisionDraft(made->id), QByteArray());
}

void tst_decision_drafts::theDatabaseRefusesItToo()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const Result<StoredCase> made = workspace->createCase(StoreDesk::approvable());
    QVERIFY2(made.ok(), why(made));
    const std::unique_ptr<Database> database = desk.database();
    const QString insert = QStringLiteral("INSERT INTO decision_drafts (case_id, user_id, content, saved_at)"
                                          " SELECT ?, id, ?, 0 FROM users WHERE login = ?");
    QVERIFY(database->run(insert, {made->id, QStringLiteral("{}"), QStringLiteral("ned")}).ok());
    QVERIFY(database->run(insert, {made->id, QStringLiteral("{}"), QStringLiteral("sam")}).ok());
    QCOMPARE(codeOf(database->run(insert, {made->id, QStringLiteral("{"), QStringLiteral("phil")})),
        QStringLiteral("refused"));
    QVERIFY(workspace->act(*made, Action::Approve).ok());
    QCOMPARE(codeOf(database->run(insert, {made->id, QStringLiteral("{}"), QStringLiteral("phil")})),
        QStringLiteral("refused"));
}

void tst_decision_drafts::badDraftsAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    const QByteArray fits = R"({"a":")" + QByteArray(256 * 1024 - 8, 'x') + R"("})";
    QTest::newRow("as long as may be") << fits << QString();
    QTest::newRow("one byte more") << fits + " "
                                   << "too_large";
    QTest::newRow("cut") << draft.chopped(1) << "invalid_json";
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}") << "invalid_utf8";
    QTest::newRow("twice") << QByteArray(R"({"a":1,"a":2})") << "duplicate_key";
    QTest::newRow("a list") << QByteArray("[]") << "invalid";
    QTest::newRow("deep") << QByteArray(R"({"a":)" + QByteArray(70, '[') + QByteArray(70, ']') + "}") << "too_deep";
    QTest::newRow("odd but whole") << QByteArray(R"({"note":"\u202E\u0000 𝔘 </script>","n":1.5})") << QString();
}

void tst_decision_drafts::badDraftsAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, code);
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const Result<StoredCase> made = workspace->createCase(StoreDesk::approvable());
    QVERIFY2(made.ok(), why(made));
    QVERIFY(workspace->saveDecisionDraft(made->id, draft).ok());
    QCOMPARE(codeOf(workspace->saveDecisionDraft(made->id, json)), code);
    QCOMPARE(*workspace->decisionDraft(made->id), code.isEmpty() ? json : draft); // what was kept before stays
}

QTEST_GUILESS_MAIN(tst_decision_drafts)
#include "tst_decision_drafts.moc"
