#include "ClockDesk.h"
#include "KeptLetters.h"

#include "store/Migrator.h"

#include <QTest>

using namespace reviewdesk;

class tst_rounds : public QObject, private ClockDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAppealIsANewRoundForAnotherPhysician();
    void theDatabaseRefusesTheDenierToo();
    void aWithdrawnAppealThatIsReopenedIsAnAppeal();
    void theDatabaseKeepsItOne();
    void whatWasReopenedAsSomethingElseIsMended();
    void reopeningBeginsAgainAndKeepsTheDecision();
    void waitingStopsTheClock();
    void aReplyDayEndsWithItsWait();
    void aReplyDayIsNotAfterTheDecision();
    void timeIsExtendedOnce();
    void verifyComparesTheClockWithTheHistory();
    void whatHappenedIsNeverChanged();
    void casesAreAssignedBySupervisors();
    void remarksStandInTheHistory();

private:
    Result<StoredCase> acted(const char *login, const QString &id, Action action, const QString &comment = {});
    QString denied();
    QString withdrawnOnAppeal();
};

void tst_rounds::init()
{
    sitDown();
}

/// As its form has it: a reason where it is denied, or approved all the same, and words to whom is asked.
Result<StoredCase> tst_rounds::acted(const char *login, const QString &id, Action action, const QString &comment)
{
    signIn(login);
    Result<StoredCase> current = m_workspace->loadCase(id);
    require(current.ok());
    if (action == Action::Deny || action == Action::ApproveException)
        current->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    if (action == Action::Pend)
        current->reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    return m_workspace->act(*current, action, comment);
}

QString tst_rounds::denied()
{
    signIn("nora");
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::adverse());
    require(made.ok());
    require(acted("nora", made->id, Action::Refer).ok());
    require(acted("phil", made->id, Action::Deny).ok());
    return made->id;
}

/// phil denied it; its appeal was withdrawn.
QString tst_rounds::withdrawnOnAppeal()
{
    const QString id = denied();
    require(acted("nora", id, Action::Appeal, QStringLiteral("Appealed.")).ok());
    require(acted("nora", id, Action::Withdraw, QStringLiteral("By phone.")).ok());
    return id;
}

void tst_rounds::anAppealIsANewRoundForAnotherPhysician()
{
    const QString id = denied();
    m_desk->clock.advance(3 * 24 * 3600 * 1000);
    const Result<StoredCase> appeal =
        acted("nora", id, Action::Appeal, QStringLiteral("The member appeals: new CT."));
    QVERIFY2(appeal.ok(), why(appeal));
    QCOMPARE(appeal->round, 2);
    QCOMPARE(appeal->status, Status::Referred);
    const Result<StoredCase> stored = m_workspace->loadCase(id);
    QCOMPARE(stored->roundKind, RoundKind::Appeal);
    QVERIFY(!stored->reviewCase.determination.decision);
    QCOMPARE(stored->reviewCase.request.receivedAt, m_desk->clock.now());
    QCOMPARE(stored->reviewCase.facts, StoreDesk::adverse().facts);
    QCOMPARE(stored->deniedBy.size(), 1);

    for (const Action action : {Action::Deny, Action::ApproveException})
        QCOMPARE(codeOf(acted("phil", id, action)), QStringLiteral("own_denial"));
    const Result<StoredCase> heard = acted("pia", id, Action::Deny);
    QVERIFY2(heard.ok(), why(heard));
    QCOMPARE(heard->status, Status::Denied);
    const Result<void> sound = m_workspace->verify();
    QVERIFY2(sound.ok(), why(sound));
    const QList<AuditEntry> history = *m_workspace->history(id);
    QCOMPARE(history.at(history.size() - 2).action, QStringLiteral("appeal"));
    QCOMPARE(history.at(history.size() - 2).comment, QStringLiteral("The member appeals: new CT."));
}

void tst_rounds::theDatabaseRefusesTheDenierToo()
{
    const QString id = denied();
    QVERIFY(acted("nora", id, Action::Appeal, QStringLiteral("Appealed.")).ok());
    const std::unique_ptr<Database> database = m_desk->database();
    const Result<void> done = database->run(
        QStringLiteral("UPDATE cases SET status = 'approved', row_version = row_version + 1, last_action "
                       "= 'approve_exception', changed_by = (SELECT id FROM users WHERE login = 'phil') WHERE id = ?"),
        {id});
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(QLatin1String("own denial")), why(done));
}

/// It was an ordinary round: who had denied could deny once more, in an ordinary review's time.
void tst_rounds::aWithdrawnAppealThatIsReopenedIsAnAppeal()
{
    const QString id = withdrawnOnAppeal();
    for (int round = 3; round <= 4; ++round) {
        const Result<StoredCase> again =
            acted("sam", id, Action::Reopen, QStringLiteral("Withdrawn by mistake."));
        QVERIFY2(again.ok(), why(again));
        QCOMPARE(again->round, round);
        const Result<StoredCase> stored = m_workspace->loadCase(id);
        for (const Result<StoredCase> &told : {again, stored}) {
            QCOMPARE(told->roundKind, RoundKind::Appeal);
            QVERIFY(told->clock.isAppeal);
            QCOMPARE(told->deniedBy.size(), 1);
        }
        if (round == 3)
            QVERIFY(acted("nora", id, Action::Withdraw, QStringLiteral("Again.")).ok());
    }
    QVERIFY(acted("nora", id, Action::Refer).ok());
    for (const Action action : {Action::Deny, Action::ApproveException})
        QCOMPARE(codeOf(acted("phil", id, action)), QStringLiteral("own_denial"));
    QCOMPARE(m_workspace->rounds(id)->constLast().kind, RoundKind::Appeal);
    const Result<StoredCase> heard = acted("pia", id, Action::Deny);
    QVERIFY2(heard.ok(), why(heard));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_rounds::theDatabaseKeepsItOne()
{
    const QString id = withdrawnOnAppeal();
    const std::unique_ptr<Database> database = m_desk->database();
    const auto begun = [&](const char *kind) {
        return database->run(
            QStringLiteral("INSERT INTO rounds (id, case_id, number, kind, content, policy_id, policy_version, policy_digest, "
                           "evaluation, started_at) SELECT 'x', case_id, 3, ?, content, policy_id, policy_version, "
                           "policy_digest, evaluation, started_at FROM rounds WHERE case_id = ? AND number = 2"),
            {QString::fromLatin1(kind), id});
    };
    const Result<void> other = begun("reopened");
    QVERIFY2(!other.ok() && other.error().message.contains(QLatin1String("is an appeal")), why(other));
    QVERIFY(acted("sam", id, Action::Reopen, QStringLiteral("By mistake.")).ok());
    const Result<void> decided = database->run( // from a draft too
        QStringLiteral("UPDATE cases SET status = 'approved', row_version = row_version + 1, last_action = 'approve',"
                       " outcome_tone = 1, changed_by = (SELECT id FROM users WHERE login = 'phil') WHERE id = ?"),
        {id});
    QVERIFY2(!decided.ok() && decided.error().message.contains(QLatin1String("own denial")), why(decided));
}

/// By an earlier program, before step 21.
void tst_rounds::whatWasReopenedAsSomethingElseIsMended()
{
    const QString id = withdrawnOnAppeal();
    QVERIFY(acted("sam", id, Action::Reopen, QStringLiteral("By mistake.")).ok());
    const QString other = denied();
    QVERIFY(acted("sam", other, Action::Reopen, QStringLiteral("Wrong file.")).ok());
    WorklistQuery all;
    all.view = WorklistView::All;
    const auto dueOf = [&](const QString &caseId) {
        const QList<WorklistRow> rows = m_workspace->worklist(all).value();
        for (const WorklistRow &row : rows) {
            if (row.caseId == caseId)
                return row.summary.dueAt;
        }
        return QDateTime();
    };
    const QDateTime due = dueOf(id);
    const QDateTime otherDue = dueOf(other);
    QVERIFY(due.isValid() && due != otherDue);
    m_workspace.reset();
    std::unique_ptr<Database> database = m_desk->database();
    StoreDesk::dropTrigger(*database, QStringLiteral("rounds_appeal_goes_on"));
    if (StoreDesk::isOnServer())
        QVERIFY(database->script("ALTER TABLE cases DISABLE TRIGGER cases_change_by_steps").ok());
    for (const char *sql : {"UPDATE rounds SET kind = 'reopened' WHERE number = 3",
             "UPDATE round_facts SET kind = 'reopened' WHERE round = 3",
             "UPDATE cases SET due_at = (SELECT due_at FROM cases WHERE current_round = 2) WHERE current_round = 3"})
        QVERIFY2(database->run(QString::fromLatin1(sql)).ok(), sql);
    if (StoreDesk::isOnServer())
        QVERIFY(database->script("ALTER TABLE cases ENABLE TRIGGER cases_change_by_steps").ok());
    QByteArray step;
    const QList<Migration> steps = Migrator::compiledIn(database->dialect());
    for (const Migration &one : steps) { // and the later one, which puts their rules back as they are now
        if (one.name.contains(QLatin1String("appeals_go_on")) || one.name.contains(QLatin1String("appeals_stay")))
            step += one.sql;
    }
    const QByteArray owner = StoreDesk::isOnServer() ? "SET ROLE " + m_desk->server().toUtf8() + "_owner;" : QByteArray();
    const Result<void> mended = database->script(owner + step);
    QVERIFY2(mended.ok(), why(mended));
    database.reset();
    if (StoreDesk::isOnServer())
        QVERIFY(m_desk->upgraded().ok());
    m_workspace = m_desk->opened(QStringLiteral("sam"));
    QCOMPARE(m_workspace->loadCase(id)->roundKind, RoundKind::Appeal);
    QCOMPARE(m_workspace->loadCase(other)->roundKind, RoundKind::Reopened);
    QCOMPARE(dueOf(id), due);
    QCOMPARE(dueOf(other), otherDue);
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_rounds::reopeningBeginsAgainAndKeepsTheDecision()
{
    const QString id = denied();
    QCOMPARE(codeOf(acted("nora", id, Action::Reopen, QStringLiteral("Wrong file."))),
        QStringLiteral("role"));
    QCOMPARE(codeOf(acted("sam", id, Action::Reopen)), QStringLiteral("comment"));
    const Result<StoredCase> again =
        acted("sam", id, Action::Reopen, QStringLiteral("Wrong file."));
    QVERIFY2(again.ok(), why(again));
    QCOMPARE(again->status, Status::Draft);
    QCOMPARE(again->round, 2);
    QCOMPARE(m_workspace->loadCase(id)->roundKind, RoundKind::Reopened);
    m_workspace.reset();
    const std::unique_ptr<Database> database = m_desk->database();
    const Result<Database::Row> first =
        database->row(QStringLiteral("SELECT json_extract(content, '$.determination.decision') FROM rounds WHERE "
                                     "case_id = ? AND number = 1"),
            {id});
    QCOMPARE(first->value(0).toString(), QStringLiteral("denied"));
    const Result<void> changed =
        database->run(QStringLiteral("UPDATE rounds SET content = '{}' WHERE case_id = ? AND number = 1"), {id});
    QVERIFY2(!changed.ok() && changed.error().message.contains(QLatin1String("never changed")), why(changed));
}

void tst_rounds::waitingStopsTheClock()
{
    signIn("nora");
    const ReviewCase content = standardOf(LineOfBusiness::SelfFundedErisa);
    const QString id = m_workspace->createCase(content)->id;
    const QDateTime before = viewOf(content, m_workspace->rulebook()).dueAt();
    QVERIFY(acted("nora", id, Action::Pend).ok());
    QVERIFY(m_workspace->loadCase(id)->clock.isWaiting());
    QVERIFY(m_workspace->issueLetter(letterFor(*m_workspace->loadCase(id), "information_request", "provider")).ok());
    m_desk->clock.advance(4 * 24 * 3600 * 1000);
    const Result<StoredCase> resumed = acted("nora", id, Action::Resume);
    QVERIFY2(resumed.ok(), why(resumed));
    const Result<StoredCase> stored = m_workspace->loadCase(id);
    QCOMPARE(stored->clock.waits.size(), 1);
    QVERIFY(!stored->clock.isWaiting());
    const CaseView view = viewOf(stored->reviewCase, m_workspace->rulebook(), stored->clock);
    QCOMPARE(view.dueAt(), before.addDays(4));
    WorklistQuery query;
    QCOMPARE(m_workspace->worklist(query).value().first().summary.dueAt, view.dueAt());
}

/// What the first request gave is over; the second begins with no day, and none that is over can be given.
void tst_rounds::aReplyDayEndsWithItsWait()
{
    signIn("nora");
    const ReviewCase content = standardOf(LineOfBusiness::SelfFundedErisa);
    Result<StoredCase> stored = m_workspace->createCase(content);
    const QDate today = m_desk->clock.now().toTimeZone(m_workspace->rulebook().zone).date();
    stored->reviewCase.determination.replyBy = today.addDays(44);
    QCOMPARE(codeOf(m_workspace->act(*stored, Action::Pend)), QStringLiteral("reply_by"));
    stored->reviewCase.determination.replyBy = today.addDays(60);
    stored = m_workspace->act(*stored, Action::Pend);
    QVERIFY2(stored.ok(), why(stored));
    QCOMPARE(m_workspace->loadCase(stored->id)->reviewCase.determination.replyBy, today.addDays(60));
    stored = m_workspace->act(*stored, Action::Resume);
    QVERIFY2(stored.ok(), why(stored));
    QVERIFY(!m_workspace->loadCase(stored->id)->reviewCase.determination.replyBy.isValid());
    m_desk->clock.advance(qint64{70} * 24 * 3600 * 1000);
    stored->reviewCase.determination.replyBy = today.addDays(60);
    QCOMPARE(codeOf(m_workspace->act(*stored, Action::Pend)), QStringLiteral("reply_by"));
    stored->reviewCase.determination.replyBy = {};
    QVERIFY(m_workspace->act(*stored, Action::Pend).ok());
}

/// Medicare's 7 days run on while the plan waits: a later day would promise a wait that there is not.
void tst_rounds::aReplyDayIsNotAfterTheDecision()
{
    signIn("nora");
    const ReviewCase content = standardOf(LineOfBusiness::MedicareAdvantage);
    Result<StoredCase> stored = m_workspace->createCase(content);
    const QTimeZone &zone = m_workspace->rulebook().zone;
    const QDate due = viewOf(content, m_workspace->rulebook()).dueAt().toTimeZone(zone).date();
    stored->reviewCase.determination.replyBy = due.addDays(1);
    const Result<StoredCase> late = m_workspace->act(*stored, Action::Pend);
    QCOMPARE(codeOf(late), QStringLiteral("reply_by"));
    QCOMPARE(late.error().place, QStringLiteral("/determination/reply_by"));
    m_desk->clock.advance(qint64{40} * 24 * 3600 * 1000); // the time ran out: who asks still may
    QVERIFY(m_desk->clock.now() > viewOf(content, m_workspace->rulebook()).dueAt());
    stored->reviewCase.determination.replyBy = m_desk->clock.now().toTimeZone(zone).date().addDays(10);
    const Result<StoredCase> asked = m_workspace->act(*stored, Action::Pend);
    QVERIFY2(asked.ok(), why(asked));
}

void tst_rounds::timeIsExtendedOnce()
{
    signIn("nora");
    const ReviewCase content = standardOf(LineOfBusiness::MedicareAdvantage);
    const QString id = m_workspace->createCase(content)->id;
    const QDateTime before = viewOf(content, m_workspace->rulebook()).dueAt();
    const Result<StoredCase> extended = acted("nora", id, Action::Extend,
        QStringLiteral("The pathology report is on its way."));
    QVERIFY2(extended.ok(), why(extended));
    QCOMPARE(extended->status, Status::Draft);
    QVERIFY(m_workspace->issueLetter(letterFor(*extended, "extension_notice", "member")).ok());
    WorklistQuery query;
    QCOMPARE(m_workspace->worklist(query).value().first().summary.dueAt, before.addDays(14));
    QCOMPARE(codeOf(acted("nora", id, Action::Extend, QStringLiteral("Again."))),
        QStringLiteral("no_extension"));
}

void tst_rounds::verifyComparesTheClockWithTheHistory()
{
    signIn("nora");
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY(acted("nora", made->id, Action::Pend).ok());
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
    const std::unique_ptr<Database> database = m_desk->database();
    StoreDesk::dropTrigger(*database, QStringLiteral("clock_events_unchanged"));
    QVERIFY(database->run(QStringLiteral("UPDATE clock_events SET at = at - 86400000")).ok());
    const Result<void> found = m_workspace->verify();
    QCOMPARE(codeOf(found), QStringLiteral("damaged"));
    QCOMPARE(found.error().place, QStringLiteral("clock of ") + made->reviewCase.number);
}

void tst_rounds::whatHappenedIsNeverChanged()
{
    signIn("nora");
    const QString id = m_workspace->createCase(StoreDesk::approvable())->id;
    QVERIFY(acted("nora", id, Action::Pend).ok());
    const std::unique_ptr<Database> database = m_desk->database();
    for (const char *sql :
        {"UPDATE clock_events SET at = at - 1", "DELETE FROM clock_events",
            "UPDATE cases SET assigned = (SELECT id FROM users WHERE login = 'sam')",
            "INSERT INTO rounds SELECT 'x', case_id, 3, content, policy_id, policy_version, policy_digest, evaluation, "
            "started_at, 'reopened', policy_begins FROM rounds"}) {
        const Result<void> done = database->run(QString::fromLatin1(sql));
        QVERIFY2(!done.ok() && done.error().message.contains(QLatin1String(": ")), sql);
    }
}

void tst_rounds::casesAreAssignedBySupervisors()
{
    signIn("nora");
    const QString id = m_workspace->createCase(StoreDesk::approvable())->id;
    QString ned;
    QString sam;
    const QList<UserAccount> users = *m_workspace->users();
    for (const UserAccount &user : users) {
        ned = user.loginName == QLatin1String("ned") ? user.id : ned;
        sam = user.loginName == QLatin1String("sam") ? user.id : sam;
    }
    QCOMPARE(codeOf(m_workspace->assign({id}, ned)), QStringLiteral("role"));
    signIn("sam");
    QCOMPARE(codeOf(m_workspace->assign({id}, sam)), QStringLiteral("not_found"));
    QCOMPARE(codeOf(m_workspace->assign({id, QStringLiteral("no such case")}, ned)), QStringLiteral("not_found"));
    QVERIFY(m_workspace->loadCase(id)->assignedTo.isEmpty()); // all or none
    const Result<void> done = m_workspace->assign({id}, ned);
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(m_workspace->loadCase(id)->assignedTo, ned);
    signIn("ned");
    QCOMPARE(m_workspace->worklistCounts()->value(WorklistView::Mine), 1);
    QVERIFY(m_workspace->verify().ok());
}

void tst_rounds::remarksStandInTheHistory()
{
    signIn("nora");
    const QString id = m_workspace->createCase(StoreDesk::approvable())->id;
    QCOMPARE(codeOf(m_workspace->comment(id, QStringLiteral("  "))), QStringLiteral("comment"));
    QCOMPARE(codeOf(m_workspace->comment(QStringLiteral("none"), QStringLiteral("x"))), QStringLiteral("not_found"));
    QVERIFY(m_workspace->comment(id, QStringLiteral(" Called the clinic. ")).ok());
    const QList<AuditEntry> history = *m_workspace->history(id);
    QCOMPARE(history.last().comment, QStringLiteral("Called the clinic."));
    QCOMPARE(history.last().action, QStringLiteral("comment"));
    QVERIFY(m_workspace->verify().ok());
}

QTEST_GUILESS_MAIN(tst_rounds)
#include "tst_rounds.moc"
