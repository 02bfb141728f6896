#include "StoreDesk.h"

#include "store/Stored.h"

#include <QTest>

using namespace reviewdesk;

namespace {

const QList<Status> everyStatus{Status::Draft, Status::Submitted, Status::Approved, Status::Pended, Status::Referred,
    Status::Denied, Status::Withdrawn};

/// One of each role; `pia` was asked for an opinion, so that she may give one.
QString loginOf(Role role)
{
    if (role == Role::Nurse)
        return QStringLiteral("ned");
    return role == Role::Physician ? QStringLiteral("pia") : QStringLiteral("sam");
}

const Transition *rowOf(Status from, Action action, Role role)
{
    for (const Transition &row : workflow()) {
        if (row.from == from && row.action == action && row.role == role)
            return &row;
    }
    return nullptr;
}

} // namespace

/// Every cell of status, action and role, put to the database as raw statements, past the program: what the table holds
/// goes through, everything else is refused by a trigger.
class tst_workflow_in_sql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCell_data();
    void everyCell();
    void whatIsDecidedFollowsThePolicy();
    void whatIsSaidIsNeverChanged();
    void stepsSayWhy();
    void aNoticeGoesOutOnlyAfterAnExtension();

private:
    QString caseIn(Status status);
    QString idOf(const QString &login) const { return m_users.value(login); }
    /// Undone afterwards: the cells do not see each other.
    Result<void> tried(const QString &sql, const QVariantList &values);
    Result<void> attempt(const QString &caseId, Status from, Action action, const QString &userId);

    StoreDesk m_desk;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Database> m_database;
    QMap<Status, QString> m_cases;
    QMap<QString, QString> m_users; ///< by login name
};

void tst_workflow_in_sql::initTestCase()
{
    m_workspace = m_desk.made();
    const QList<UserAccount> users = *m_workspace->users();
    for (const UserAccount &user : users)
        m_users.insert(user.loginName, user.id);
    for (const Status status : everyStatus)
        m_cases.insert(status, caseIn(status));
    m_database = m_desk.database();
}

/// Prepared by nora, decided by phil, who asked pia while it was referred; adverse where it was denied or is referred.
QString tst_workflow_in_sql::caseIn(Status status)
{
    const auto signIn = [this](const char *login) { require(m_workspace->signInAs(QLatin1String(login), login).ok()); };
    const auto act = [this](const QString &id, Action action, const QString &comment = {}) {
        StoredCase current = *m_workspace->loadCase(id);
        current.reviewCase.determination.rationale = QStringLiteral("Not progressive.");
        const Result<StoredCase> done = m_workspace->act(current, action, comment);
        if (!done)
            qFatal("%s", why(done).constData());
    };
    signIn("nora");
    const bool adverse = status == Status::Denied || status == Status::Referred;
    const QString id = m_workspace->createCase(adverse ? StoreDesk::adverse() : StoreDesk::approvable())->id;
    if (status == Status::Submitted)
        act(id, Action::Submit);
    else if (status == Status::Approved)
        act(id, Action::Approve);
    else if (status == Status::Pended)
        act(id, Action::Pend);
    else if (status == Status::Withdrawn)
        act(id, Action::Withdraw, QStringLiteral("Dr. Lee, by phone."));
    else if (adverse)
        act(id, Action::Refer);
    if (status == Status::Referred) {
        signIn("phil");
        require(m_workspace->askOpinion(id, idOf(QStringLiteral("pia")), QStringLiteral("Is this stable?")).ok());
    }
    if (status == Status::Denied) {
        signIn("phil");
        act(id, Action::Deny);
    }
    return id;
}

Result<void> tst_workflow_in_sql::tried(const QString &sql, const QVariantList &values)
{
    const QString undo = QStringLiteral("undo");
    const Result<void> done = m_database->transaction([&]() -> Result<void> {
        if (Result<void> ran = m_database->run(sql, values); !ran)
            return ran;
        return Error{undo, {}, {}};
    });
    return codeOf(done) == undo ? Result<void>() : done;
}

/// What each step is in the database: a new status, a note beside the case, a letter, or a case of a sample.
Result<void> tst_workflow_in_sql::attempt(const QString &caseId, Status from, Action action, const QString &userId)
{
    switch (action) {
    case Action::Assign:
    case Action::Comment:
    case Action::PeerToPeer:
    case Action::AskOpinion:
    case Action::GiveOpinion: {
        const QString to = action == Action::Assign || action == Action::GiveOpinion || action == Action::AskOpinion
            ? idOf(QStringLiteral("phil"))
            : QString();
        return tried(QStringLiteral("INSERT INTO case_notes SELECT ?, 1, 1 + (SELECT count(*) FROM case_notes WHERE "
                                    "case_id = ?), ?, 0, ?, nullif(?, ''), 'words', CASE WHEN ? = 'peer_to_peer' THEN "
                                    "'{\"at\":0,\"outcome\":\"offered\",\"with\":\"Lee\"}' END"),
            {caseId, caseId, toWord(action), userId, stored(to), toWord(action)});
    }
    case Action::Attach: {
        const Result<void> content = m_database->run(
            QStringLiteral("INSERT INTO document_contents VALUES (?, 'pdf', 1) ON CONFLICT DO NOTHING"), {QString(64, u'a')});
        if (!content)
            return content;
        return tried(QStringLiteral("INSERT INTO documents (id, case_id, round, digest, type, title, pages, received_on,"
                                    " user_id, at) VALUES ('d', ?, 1, ?, 'symptoms', 'Note', 1, '', ?, 0)"),
            {caseId, QString(64, u'a'), userId});
    }
    case Action::IssueLetter:
        return tried(QStringLiteral("INSERT INTO letters (id, case_id, round, kind, recipient, title, html, text, "
                                    "template_version, digest, policy_id, policy_version, policy_digest, case_number, "
                                    "sample, issued_by, issued_by_name, issued_at, seal) VALUES ('l', ?, 1, 'approval',"
                                    " 'member', '', '', '', '', '', '', '', '', '', 0, ?, '', 0, 's')"),
            {caseId, userId});
    case Action::SecondReview: {
        const Result<void> sample = m_database->run(
            QStringLiteral("INSERT INTO samples VALUES (?, 1, 1, NULL, '', 0, 1, ?, 1, ?, 0) ON CONFLICT DO NOTHING"),
            {QLatin1String("sample of ") + userId, userId, idOf(QStringLiteral("sam"))});
        if (!sample)
            return sample;
        return tried(
            QStringLiteral("INSERT INTO sampled_cases (sample_id, position, case_id, round) VALUES (?, 1, ?, 1)"),
            {QLatin1String("sample of ") + userId, caseId});
    }
    default:
        break;
    }
    // Where the table has no row, every status is tried: none may come of it.
    const QString sql = QStringLiteral("UPDATE cases SET status = ?, row_version = row_version + 1, last_action = ?,"
                                       " changed_by = ?, outcome_tone = ? WHERE id = ?");
    const int tone = action == Action::Approve ? 1 : -1;
    Result<void> answer = Error{QStringLiteral("none"), {}, {}};
    for (const Status to : everyStatus) {
        const Result<void> done = tried(sql, {toWord(to), toWord(action), userId, tone, caseId});
        bool inTable = false;
        for (const Transition &row : workflow())
            inTable = inTable || (row.from == from && row.action == action && row.to == to);
        if (done)
            return inTable ? done : Error{QStringLiteral("loose"), toWord(to), {}};
        answer = done;
    }
    return answer;
}

void tst_workflow_in_sql::everyCell_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("role");
    for (const Status status : everyStatus) {
        for (const Action action : everyAction()) {
            for (const Role role : {Role::Nurse, Role::Physician, Role::Supervisor})
                QTest::newRow(
                    qPrintable(toWord(status) + QLatin1Char(' ') + toWord(action) + QLatin1Char(' ') + toWord(role)))
                    << int(status) << int(action) << int(role);
        }
    }
}

void tst_workflow_in_sql::everyCell()
{
    QFETCH(int, status);
    QFETCH(int, action);
    QFETCH(int, role);
    const Transition *row = rowOf(Status(status), Action(action), Role(role));
    const bool before = Action(action) == Action::IssueLetter &&
        (Status(status) == Status::Draft || Status(status) == Status::Submitted || Status(status) == Status::Referred);
    const bool allowed = row && !before; // before a decision: the notice of an extension alone, tested below
    const Result<void> done =
        attempt(m_cases.value(Status(status)), Status(status), Action(action), idOf(loginOf(Role(role))));
    if (allowed) {
        QVERIFY2(done.ok(), why(done));
    } else {
        QVERIFY(!done.ok());
        QVERIFY2(done.error().message.contains(QLatin1String("s: ")), why(done)); // a trigger says "cases: …"
    }
}

void tst_workflow_in_sql::whatIsDecidedFollowsThePolicy()
{
    const QString sql = QStringLiteral("UPDATE cases SET status = ?, row_version = row_version + 1, last_action = ?,"
                                       " changed_by = ?, outcome_tone = ? WHERE id = ?");
    const QString referred = m_cases.value(Status::Referred);
    const QString pia = idOf(QStringLiteral("pia"));
    QVERIFY(!tried(sql, {QStringLiteral("denied"), QStringLiteral("deny"), pia, 0, referred}).ok());
    QVERIFY(!tried(sql, {QStringLiteral("denied"), QStringLiteral("deny"), pia, 1, referred}).ok());
    QVERIFY(tried(sql, {QStringLiteral("denied"), QStringLiteral("deny"), pia, -1, referred}).ok());
    QVERIFY(!tried(sql, {QStringLiteral("denied"), QStringLiteral("deny"), idOf(QStringLiteral("nora")), -1, referred})
                 .ok());
    QVERIFY(!tried(sql, {QStringLiteral("approved"), QStringLiteral("approve"), pia, -1, referred}).ok());
    QVERIFY(!tried(sql, {QStringLiteral("approved"), QStringLiteral("approve_exception"), pia, 1, referred}).ok());
    QVERIFY(tried(sql, {QStringLiteral("approved"), QStringLiteral("approve_exception"), pia, -1, referred}).ok());
    const QString draft = m_cases.value(Status::Draft);
    QVERIFY(!tried(sql, {QStringLiteral("approved"), QStringLiteral("approve"), idOf(QStringLiteral("ned")), 0, draft})
                 .ok());
}

void tst_workflow_in_sql::whatIsSaidIsNeverChanged()
{
    const QString referred = m_cases.value(Status::Referred);
    const QString insert =
        QStringLiteral("INSERT INTO case_notes VALUES (?, ?, ?, ?, 0, ?, nullif(?, ''), ?, nullif(?, ''))");
    const QString phil = idOf(QStringLiteral("phil"));
    const QString pia = idOf(QStringLiteral("pia"));
    const QString words = QStringLiteral("words");
    const QString none = QStringLiteral("");
    const auto row = [&](int round, int sequence, const char *action, const QString &by, const QString &to,
                         const QString &said, const QString &talk) {
        return tried(insert, {referred, round, sequence, QString::fromLatin1(action), by, to, said, talk});
    };
    QVERIFY(row(1, 2, "comment", pia, none, words, none).ok());
    QVERIFY(!row(1, 3, "comment", pia, none, words, none).ok()); // out of order
    QVERIFY(!row(2, 2, "comment", pia, none, words, none).ok()); // no such round
    QVERIFY(!row(1, 2, "comment", pia, none, QStringLiteral(" "), none).ok());
    QVERIFY(!row(1, 2, "comment", pia, phil, words, none).ok()); // a remark goes to nobody
    QVERIFY(!row(1, 2, "ask_opinion", phil, phil, words, none).ok()); // nobody asks themselves
    QVERIFY(!row(1, 2, "ask_opinion", phil, idOf(QStringLiteral("ned")), words, none).ok());
    QVERIFY(!row(1, 2, "give_opinion", phil, pia, words, none).ok()); // he was not asked
    QVERIFY(row(1, 2, "give_opinion", pia, phil, words, none).ok());
    const QString held = QStringLiteral("{\"at\":0,\"outcome\":\"held\",\"with\":\"Lee\"}");
    QVERIFY(row(1, 2, "peer_to_peer", pia, none, words, held).ok());
    QVERIFY(!row(1, 2, "peer_to_peer", idOf(QStringLiteral("ned")), none, words, held).ok());
    QVERIFY(!row(1, 2, "peer_to_peer", pia, none, words, none).ok());
    for (const char *sql : {"UPDATE case_notes SET words = 'other'", "DELETE FROM case_notes",
             "UPDATE cases SET assigned = NULL WHERE assigned IS NOT NULL",
             "UPDATE cases SET assigned = (SELECT id FROM users WHERE login = 'ned')"})
        QVERIFY2(!tried(QString::fromLatin1(sql), {}).ok(), sql);
}

void tst_workflow_in_sql::stepsSayWhy()
{
    const QString id = m_cases.value(Status::Draft);
    for (const char *action : {"withdraw", "return_to_nurse", "extend", "reopen", "appeal"}) {
        const Result<void> done = tried(
            QStringLiteral(
                "INSERT INTO audit (chain, sequence, at, user_id, user_name, action, comment, changes, content, hash)"
                " SELECT ?, 1 + sequence, 0, '', '', ?, ' ', '[]', '', hash FROM audit WHERE chain = ?"
                " ORDER BY sequence DESC LIMIT 1"),
            {id, QString::fromLatin1(action), id});
        QVERIFY2(!done.ok() && done.error().message.contains(QLatin1String("needs its reason")), action);
    }
}

void tst_workflow_in_sql::aNoticeGoesOutOnlyAfterAnExtension()
{
    const QString id = m_cases.value(Status::Draft);
    const QString sql =
        QStringLiteral("INSERT INTO letters (id, case_id, round, kind, recipient, title, html, text, "
                       "template_version, digest, policy_id, policy_version, policy_digest, case_number, "
                       "sample, issued_by, issued_by_name, issued_at, seal) VALUES ('l', ?, 1, 'extension_notice',"
                       " 'member', '', '', '', '', '', '', '', '', '', 0, ?, '', 0, 's')");
    QVERIFY(!tried(sql, {id, idOf(QStringLiteral("ned"))}).ok());
    const Result<void> done = m_database->transaction([&]() -> Result<void> {
        const Result<void> extended =
            m_database->run(QStringLiteral("INSERT INTO clock_events VALUES (?, 1, 1, 'extended', 0, ?)"),
                {id, idOf(QStringLiteral("ned"))});
        if (!extended)
            return extended;
        return m_database->run(sql, {id, idOf(QStringLiteral("ned"))});
    });
    QVERIFY2(done.ok(), why(done));
}

QTEST_GUILESS_MAIN(tst_workflow_in_sql)
#include "tst_workflow_in_sql.moc"
