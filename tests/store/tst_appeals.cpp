#include "ClockDesk.h"

#include "store/KeyCost.h"
#include "store/Migrator.h"

#include <QTest>

using namespace reviewdesk;

namespace {

constexpr qint64 hour = 3'600'000; // ms
} // namespace

/// Who hears an appeal, from when its time runs, and what becomes of it when it is opened again.
class tst_appeals : public QObject, private ClockDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDecidedAppealThatIsReopenedIsOne();
    void whoHeardItCorrectsTheirOwn();
    void aSecondAppealIsHeardByAThird();
    void theDatabaseKeepsADecidedAppealOne();
    void whatIsOpenAsSomethingElseIsMended();
    void anAppealIsReceivedWhenItCame_data();
    void anAppealIsReceivedWhenItCame();
    void anAppealSaysHowUrgentItIs();
    void theDatabaseLooksAtItsReceiptToo();
    void whatWasWithdrawnByMistakeWasReceivedLongAgo();
    void whoReferredACaseMayDenyIt();
    void whoPreparedItMayNot();
    void theDatabaseKeepsThemApart();
    void theDenierIsNotAskedAboutTheAppeal();
    void theDatabaseAsksAnotherToo();

private:
    Result<StoredCase> acted(const char *login, const QString &id, Action action, const QString &comment = QStringLiteral("why"));
    Result<StoredCase> appealed(const QString &id, const QDateTime &receivedAt, Urgency urgency = Urgency::Standard);
    QString denied();
    /// phil denied it, pia approved it on appeal, sam opened it again.
    QString reopenedAfterAppeal();
    QString idOf(const char *login);
    Result<void> run(const QString &sql, const QVariantList &values) { return m_desk->database()->run(sql, values); }
    Result<void> deniedInTheDatabase(const QString &id, const char *login);
};

void tst_appeals::init()
{
    sitDown();
}

Result<StoredCase> tst_appeals::acted(const char *login, const QString &id, Action action, const QString &comment)
{
    m_desk->clock.advance(hour);
    return ClockDesk::acted(login, id, action, comment);
}

/// As the form has it: the request says when the appeal came and how urgent it is.
Result<StoredCase> tst_appeals::appealed(const QString &id, const QDateTime &receivedAt, Urgency urgency)
{
    signIn("nora");
    Result<StoredCase> current = m_workspace->loadCase(id);
    require(current.ok());
    current->reviewCase.request.receivedAt = receivedAt;
    current->reviewCase.request.urgency = urgency;
    return m_workspace->act(*current, Action::Appeal, QStringLiteral("By mail."));
}

QString tst_appeals::denied()
{
    signIn("nora");
    ReviewCase content = StoreDesk::adverse();
    content.request.urgency = Urgency::Standard;
    const Result<StoredCase> made = m_workspace->createCase(content);
    require(made.ok());
    require(acted("nora", made->id, Action::Refer).ok());
    require(acted("phil", made->id, Action::Deny).ok());
    return made->id;
}

QString tst_appeals::reopenedAfterAppeal()
{
    const QString id = denied();
    require(acted("nora", id, Action::Appeal).ok());
    require(acted("pia", id, Action::ApproveException).ok());
    require(acted("sam", id, Action::Reopen).ok());
    return id;
}

QString tst_appeals::idOf(const char *login)
{
    const QList<UserAccount> users = m_workspace->users().value();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String(login))
            return user.id;
    }
    return {};
}

Result<void> tst_appeals::deniedInTheDatabase(const QString &id, const char *login)
{
    return run(QStringLiteral("UPDATE cases SET status = 'denied', row_version = row_version + 1, last_action = 'deny',"
                              " changed_by = (SELECT id FROM users WHERE login = ?) WHERE id = ?"),
        {QString::fromLatin1(login), id});
}

/// It was an ordinary round, in which the denier could overturn the appeal of their own denial.
void tst_appeals::aDecidedAppealThatIsReopenedIsOne()
{
    const QString id = reopenedAfterAppeal();
    const Result<StoredCase> stored = m_workspace->loadCase(id);
    QCOMPARE(stored->roundKind, RoundKind::Appeal);
    QVERIFY(stored->clock.isAppeal);
    QCOMPARE(stored->reviewCase.request.receivedAt, m_desk->clock.now()); // what was decided begins anew
    QCOMPARE(stored->deniedBy.size(), 1);
    QCOMPARE(stored->deniedBy.constFirst().userId, idOf("phil"));
    QVERIFY(acted("nora", id, Action::Refer).ok());
    for (const Action action : {Action::Deny, Action::ApproveException})
        QCOMPARE(codeOf(acted("phil", id, action)), QStringLiteral("own_denial"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// Whose decision on the appeal it was, may correct it: two physicians are enough.
void tst_appeals::whoHeardItCorrectsTheirOwn()
{
    const QString id = denied();
    QVERIFY(acted("nora", id, Action::Appeal).ok());
    QVERIFY(acted("pia", id, Action::Deny).ok());
    QVERIFY(acted("sam", id, Action::Reopen).ok());
    QCOMPARE(m_workspace->loadCase(id)->deniedBy.size(), 1);
    QVERIFY(acted("nora", id, Action::Refer).ok());
    QCOMPARE(codeOf(acted("phil", id, Action::ApproveException)), QStringLiteral("own_denial"));
    const Result<StoredCase> corrected = acted("pia", id, Action::ApproveException);
    QVERIFY2(corrected.ok(), why(corrected));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_appeals::aSecondAppealIsHeardByAThird()
{
    const QString id = denied();
    QVERIFY(acted("nora", id, Action::Appeal).ok());
    QVERIFY(acted("pia", id, Action::Deny).ok());
    const Result<StoredCase> second = acted("nora", id, Action::Appeal);
    QVERIFY2(second.ok(), why(second));
    QCOMPARE(second->deniedBy.size(), 2); // known at once, not only once it is read again
    QCOMPARE(m_workspace->loadCase(id)->deniedBy.size(), 2);
    for (const char *physician : {"phil", "pia"})
        QCOMPARE(codeOf(acted(physician, id, Action::Deny)), QStringLiteral("own_denial"));
}

void tst_appeals::theDatabaseKeepsADecidedAppealOne()
{
    const QString id = denied();
    QVERIFY(acted("nora", id, Action::Appeal).ok());
    QVERIFY(acted("pia", id, Action::ApproveException).ok());
    const Result<void> other = run(
        QStringLiteral("INSERT INTO rounds (id, case_id, number, kind, content, policy_id, policy_version, policy_digest, "
                       "evaluation, started_at) SELECT 'x', case_id, 3, 'reopened', content, policy_id, policy_version, "
                       "policy_digest, evaluation, started_at FROM rounds WHERE case_id = ? AND number = 2"),
        {id});
    QVERIFY2(!other.ok() && other.error().message.contains(QLatin1String("is an appeal")), why(other));
    QVERIFY(acted("sam", id, Action::Reopen).ok());
    QVERIFY(acted("nora", id, Action::Refer).ok());
    const Result<void> byDenier = deniedInTheDatabase(id, "phil");
    QVERIFY2(!byDenier.ok() && byDenier.error().message.contains(QLatin1String("own denial")), why(byDenier));
    QVERIFY2(deniedInTheDatabase(id, "pia").ok(), "who heard it");
}

/// By an earlier program: opened again as an ordinary round, and closed as one.
void tst_appeals::whatIsOpenAsSomethingElseIsMended()
{
    const QString id = reopenedAfterAppeal();
    const QString closed = reopenedAfterAppeal();
    QVERIFY(acted("nora", closed, Action::Withdraw).ok());
    const QString ordinary = denied();
    QVERIFY(acted("sam", ordinary, Action::Reopen).ok());
    m_workspace.reset();
    std::unique_ptr<Database> database = m_desk->database();
    const QList<QByteArray> rules = StoreDesk::rulesTakenAway(*database);
    for (const char *sql : {"UPDATE rounds SET kind = 'reopened' WHERE number = 3",
             "UPDATE round_facts SET kind = 'reopened' WHERE round = 3"})
        QVERIFY2(database->run(QString::fromLatin1(sql)).ok(), sql);
    for (const QByteArray &rule : rules)
        QVERIFY2(database->script(rule).ok(), rule);
    QByteArray step = StoreDesk::isOnServer() ? "SET ROLE " + m_desk->server().toUtf8() + "_owner;" : QByteArray();
    const QList<Migration> steps = Migrator::compiledIn(database->dialect());
    for (const Migration &one : steps) {
        if (one.name.contains(QLatin1String("appeals_stay")))
            step += one.sql;
    }
    const Result<void> mended = database->script(step);
    QVERIFY2(mended.ok(), why(mended));
    database.reset();
    if (StoreDesk::isOnServer())
        QVERIFY(m_desk->upgraded().ok());
    m_workspace = m_desk->opened(QStringLiteral("sam"));
    QCOMPARE(m_workspace->loadCase(id)->roundKind, RoundKind::Appeal);
    QCOMPARE(m_workspace->loadCase(ordinary)->roundKind, RoundKind::Reopened);
    QCOMPARE(m_workspace->loadCase(closed)->roundKind, RoundKind::Reopened); // what is closed stays as it was counted
    QVERIFY(acted("sam", closed, Action::Reopen).ok());
    QCOMPARE(m_workspace->loadCase(closed)->roundKind, RoundKind::Appeal);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_appeals::anAppealIsReceivedWhenItCame_data()
{
    QTest::addColumn<qint64>("seconds"); // after the denial
    QTest::addColumn<QString>("refused");
    const QString future = QStringLiteral("still to come");
    const QString early = QStringLiteral("before the decision");
    QTest::newRow("days ago") << qint64{3600} << QString();
    QTest::newRow("now") << qint64{3 * 86'400} << QString();
    QTest::newRow("in a second") << qint64{3 * 86'400 + 1} << future;
    QTest::newRow("in the minute of the denial") << qint64{0} << QString();
    QTest::newRow("a minute before it") << qint64{-60} << early;
    QTest::newRow("not said") << qint64{-1'000'000} << QString();
}

/// By mail on Friday, entered on Monday: the limit is Friday's.
void tst_appeals::anAppealIsReceivedWhenItCame()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, refused);
    m_desk->clock.advance(60'000 - m_desk->clock.now().toMSecsSinceEpoch() % 60'000); // a whole minute
    const QString id = denied();
    const QDateTime decided = m_desk->clock.now();
    m_desk->clock.advance(3 * 24 * hour);
    const bool isSaid = seconds > -1'000'000;
    const QDateTime given =
        isSaid ? decided.addSecs(seconds) : m_workspace->loadCase(id)->reviewCase.request.receivedAt; // as it stands
    const Result<StoredCase> appeal = appealed(id, given);
    QCOMPARE(appeal.ok(), refused.isEmpty());
    if (!appeal) {
        QVERIFY2(appeal.error().message.contains(refused), why(appeal));
        QCOMPARE(appeal.error().code, QStringLiteral("receipt"));
        QCOMPARE(appeal.error().place, QStringLiteral("/received_at"));
        QCOMPARE(m_workspace->loadCase(id)->round, 1);
        return;
    }
    const StoredCase stored = *m_workspace->loadCase(id);
    QCOMPARE(stored.reviewCase.request.receivedAt, isSaid ? given : m_desk->clock.now());
    const CaseView view = viewOf(stored.reviewCase, m_workspace->rulebook(), stored.clock);
    QCOMPARE(m_workspace->worklist({}).value().first().summary.dueAt, view.dueAt());
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

/// An urgent appeal of a standard request had the standard appeal's thirty days.
void tst_appeals::anAppealSaysHowUrgentItIs()
{
    const QString id = denied();
    const QDateTime now = m_desk->clock.now();
    QVERIFY(appealed(id, now, Urgency::Expedited).ok());
    const StoredCase stored = *m_workspace->loadCase(id);
    QCOMPARE(stored.reviewCase.request.urgency, std::optional(Urgency::Expedited));
    QCOMPARE(viewOf(stored.reviewCase, m_workspace->rulebook(), stored.clock).dueAt(), now.addSecs(72 * 3600));
    QCOMPARE(m_workspace->rounds(id)->constFirst().content.request.urgency, std::optional(Urgency::Standard));
    const QByteArray changes = m_workspace->history(id)->constLast().changes;
    QVERIFY2(changes.contains("/urgency"), changes);
}

void tst_appeals::theDatabaseLooksAtItsReceiptToo()
{
    const QString id = denied();
    const auto begun = [&](const QDateTime &received) {
        return run(
            QStringLiteral("INSERT INTO rounds (id, case_id, number, kind, content, policy_id, policy_version, policy_digest, "
                           "evaluation, started_at) SELECT 'x', case_id, 2, 'appeal', replace(content, ?, ?), policy_id, "
                           "policy_version, policy_digest, evaluation, ? FROM rounds WHERE case_id = ?"),
            {QStringLiteral("\"received_at\":\""),
                QStringLiteral("\"received_at\":\"%1\",\"was\":\"").arg(received.toUTC().toString(Qt::ISODate)),
                m_desk->clock.now().toMSecsSinceEpoch(), id});
    };
    const QDateTime decided = m_desk->clock.now();
    m_desk->clock.advance(24 * hour);
    for (const QDateTime &wrong : {decided.addSecs(-120), decided.addDays(2)}) {
        const Result<void> round = begun(wrong);
        QVERIFY2(!round.ok() && round.error().message.contains(QLatin1String("received")), why(round));
    }
    const Result<void> right = begun(decided.addSecs(3600));
    QVERIFY2(right.ok(), why(right));
}

/// Its clock began anew, as if the request had not waited meanwhile.
void tst_appeals::whatWasWithdrawnByMistakeWasReceivedLongAgo()
{
    signIn("nora");
    const StoredCase made = *m_workspace->createCase(StoreDesk::adverse());
    const QDateTime first = made.reviewCase.request.receivedAt;
    QVERIFY(acted("nora", made.id, Action::Withdraw).ok());
    m_desk->clock.advance(24 * hour);
    QVERIFY(acted("sam", made.id, Action::Reopen).ok());
    QCOMPARE(m_workspace->loadCase(made.id)->reviewCase.request.receivedAt, first);

    const QString id = denied();
    const QDateTime received = m_desk->clock.now();
    QVERIFY(appealed(id, received, Urgency::Expedited).ok());
    QVERIFY(acted("nora", id, Action::Withdraw).ok());
    m_desk->clock.advance(24 * hour);
    const Result<StoredCase> again = acted("sam", id, Action::Reopen);
    QVERIFY2(again.ok(), why(again));
    QCOMPARE(m_workspace->loadCase(id)->reviewCase.request.receivedAt, received);
    QCOMPARE(m_workspace->loadCase(id)->reviewCase.request.urgency, std::optional(Urgency::Expedited));
}

/// The screen offered it, and refused it once the rationale was written.
void tst_appeals::whoReferredACaseMayDenyIt()
{
    signIn("nora");
    const StoredCase made = *m_workspace->createCase(StoreDesk::adverse());
    QVERIFY(acted("nora", made.id, Action::Submit).ok());
    QVERIFY(acted("phil", made.id, Action::Refer).ok());
    const Result<StoredCase> decided = acted("phil", made.id, Action::Deny);
    QVERIFY2(decided.ok(), why(decided));
}

void tst_appeals::whoPreparedItMayNot()
{
    signIn("nora");
    const QString drafted = m_workspace->createCase(StoreDesk::adverse())->id;
    QVERIFY(acted("phil", drafted, Action::Refer).ok()); // from a draft: its preparer
    QCOMPARE(codeOf(acted("phil", drafted, Action::Deny)), QStringLiteral("same_person"));
    signIn("nora");
    const QString submitted = m_workspace->createCase(StoreDesk::adverse())->id;
    QVERIFY(acted("phil", submitted, Action::Submit).ok());
    QVERIFY(acted("pia", submitted, Action::ReturnToNurse).ok());
    QVERIFY(acted("nora", submitted, Action::Submit).ok());
    QVERIFY(acted("pia", submitted, Action::Refer).ok());
    QCOMPARE(codeOf(acted("phil", submitted, Action::Deny)), QStringLiteral("same_person"));
}

void tst_appeals::theDatabaseKeepsThemApart()
{
    signIn("nora");
    const QString id = m_workspace->createCase(StoreDesk::adverse())->id;
    QVERIFY(acted("phil", id, Action::Submit).ok());
    QVERIFY(acted("pia", id, Action::ReturnToNurse).ok());
    QVERIFY(acted("nora", id, Action::Submit).ok());
    QVERIFY(acted("pia", id, Action::Refer).ok());
    const Result<void> byPreparer = deniedInTheDatabase(id, "phil");
    QVERIFY2(!byPreparer.ok() && byPreparer.error().message.contains(QLatin1String("they prepared")), why(byPreparer));
    const Result<void> byReferrer = deniedInTheDatabase(id, "pia");
    QVERIFY2(byReferrer.ok(), why(byReferrer));
}

void tst_appeals::theDenierIsNotAskedAboutTheAppeal()
{
    const QString id = denied();
    signIn("sam");
    QVERIFY(m_workspace->addUser(StoreDesk::newUser(QStringLiteral("petra"), Role::Physician), KeyCost::cheap()).ok());
    QVERIFY(acted("nora", id, Action::Appeal).ok());
    signIn("pia");
    QCOMPARE(codeOf(m_workspace->askOpinion(id, idOf("phil"), QStringLiteral("Stable?"))), QStringLiteral("own_denial"));
    signIn("phil");
    QCOMPARE(codeOf(m_workspace->askOpinion(id, idOf("pia"), QStringLiteral("Stable?"))), QStringLiteral("own_denial"));
    signIn("sam");
    const Result<void> given = m_workspace->assign({id}, idOf("phil"));
    QCOMPARE(codeOf(given), QStringLiteral("own_denial"));
    QVERIFY2(given.error().message.contains(QLatin1String("Phil Example")), why(given));
    QVERIFY(given.error().place.startsWith(QLatin1String("RD-")));
    QVERIFY(m_workspace->notes(id)->isEmpty());
    QVERIFY(m_workspace->assign({id}, idOf("pia")).ok());
    signIn("pia");
    QVERIFY(m_workspace->askOpinion(id, idOf("petra"), QStringLiteral("Stable?")).ok());
    signIn("petra");
    QVERIFY(m_workspace->giveOpinion(id, QStringLiteral("Yes.")).ok());
    QCOMPARE(m_workspace->loadCase(id)->assignedTo, idOf("pia"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_appeals::theDatabaseAsksAnotherToo()
{
    const QString id = denied();
    QVERIFY(acted("nora", id, Action::Appeal).ok());
    const auto noted = [&](const char *action, const char *by, const char *to, int sequence) {
        return run(QStringLiteral("INSERT INTO case_notes (case_id, round, sequence, action, at, user_id, to_user, words)"
                                  " VALUES (?, 2, ?, ?, 1, ?, ?, 'Stable?')"),
            {id, sequence, QString::fromLatin1(action), idOf(by), idOf(to)});
    };
    signIn("sam");
    const Result<void> asked = noted("ask_opinion", "pia", "phil", 1);
    QVERIFY2(!asked.ok() && asked.error().message.contains(QLatin1String("own denial")), why(asked));
    const Result<void> assigned = noted("assign", "sam", "phil", 1);
    QVERIFY2(!assigned.ok() && assigned.error().message.contains(QLatin1String("own denial")), why(assigned));
    const Result<void> another = noted("assign", "sam", "pia", 1);
    QVERIFY2(another.ok(), why(another));
}

QTEST_GUILESS_MAIN(tst_appeals)
#include "tst_appeals.moc"
