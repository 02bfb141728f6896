#include "StoreDesk.h"

#include <QTest>

using namespace reviewdesk;

class tst_notes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void talksAreRecorded();
    void aTalkTookPlaceWhenItCould_data();
    void aTalkTookPlaceWhenItCould();
    void anOpinionGoesThereAndBack();
    void anOpinionForSomebodyWhoIsGone_data();
    void anOpinionForSomebodyWhoIsGone();
    void aProvisionIsRecordedBesideTheWork();
    void anExtensionSaysWhyAndUntilWhen();
    void assignmentsAreAllOrNone();
    void roundsAreReadBack();
    void verifyComparesThemWithTheHistory();

private:
    void signIn(const char *login) { require(m_workspace->signInAs(QLatin1String(login), login).ok()); }
    QString idOf(const char *login);
    QString referred();

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

void tst_notes::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
}

QString tst_notes::idOf(const char *login)
{
    const QList<UserAccount> users = *m_workspace->users();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String(login))
            return user.id;
    }
    return {};
}

QString tst_notes::referred()
{
    signIn("nora");
    const Result<StoredCase> made = m_workspace->createCase(StoreDesk::adverse());
    require(made.ok() && m_workspace->act(*made, Action::Refer).ok());
    return made->id;
}

void tst_notes::talksAreRecorded()
{
    const QString id = referred();
    m_desk->clock.advance(7'200'000);
    PeerToPeerTalk talk;
    talk.at = m_desk->clock.now().addSecs(-3600).toUTC();
    talk.with = QStringLiteral("Lee Müller, MD");
    talk.outcome = TalkOutcome::Offered;
    QCOMPARE(codeOf(m_workspace->recordTalk(id, talk)), QStringLiteral("comment"));
    talk.words = QStringLiteral("Left word with the office.");
    const Result<void> offered = m_workspace->recordTalk(id, talk);
    QVERIFY2(offered.ok(), why(offered));
    talk.outcome = TalkOutcome::Held;
    QCOMPARE(codeOf(m_workspace->recordTalk(id, talk)), QStringLiteral("role")); // nora is a nurse
    signIn("phil");
    talk.with.clear();
    QCOMPARE(codeOf(m_workspace->recordTalk(id, talk)), QStringLiteral("invalid"));
    talk.with = QStringLiteral("Lee Müller, MD");
    talk.words = QStringLiteral("He agrees that the CT shows no progression.");
    QVERIFY(m_workspace->recordTalk(id, talk).ok());
    const QList<CaseNote> notes = *m_workspace->notes(id);
    QCOMPARE(notes.size(), 2);
    QCOMPARE(notes.at(0).talk->outcome, TalkOutcome::Offered);
    QCOMPARE(notes.at(1).userName, QStringLiteral("Phil Example"));
    QCOMPARE(*lastTalk(notes, 1), talk);
    QVERIFY(!lastTalk(notes, 2));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_notes::aTalkTookPlaceWhenItCould_data()
{
    QTest::addColumn<TalkOutcome>("outcome");
    QTest::addColumn<qint64>("seconds"); // after the referral
    QTest::addColumn<QString>("refused");
    const QString future = QStringLiteral("still to come");
    const QString referral = QStringLiteral("before the case was referred");
    const QString receipt = QStringLiteral("before the request was received");
    QTest::newRow("held now") << TalkOutcome::Held << qint64{7200} << QString();
    QTest::newRow("held in a second") << TalkOutcome::Held << qint64{7201} << future;
    QTest::newRow("offered tomorrow") << TalkOutcome::Offered << qint64{86'400} << future;
    QTest::newRow("held in the minute of the referral") << TalkOutcome::Held << qint64{0} << QString();
    QTest::newRow("held a minute before the referral") << TalkOutcome::Held << qint64{-60} << referral;
    QTest::newRow("offered before the referral") << TalkOutcome::Offered << qint64{-3600} << QString();
    QTest::newRow("not taken up before the request came")
        << TalkOutcome::NotTakenUp << qint64{-86'400 * 10} << receipt;
}

void tst_notes::aTalkTookPlaceWhenItCould()
{
    QFETCH(TalkOutcome, outcome);
    QFETCH(qint64, seconds);
    QFETCH(QString, refused);
    m_desk->clock.advance(60'000 - m_desk->clock.now().toMSecsSinceEpoch() % 60'000); // a whole minute
    const QString id = referred();
    const PeerToPeerTalk talk{m_desk->clock.now().addSecs(seconds), QStringLiteral("Lee Müller, MD"), outcome,
        QStringLiteral("About the CT.")};
    m_desk->clock.advance(7'200'000);
    signIn("phil");
    const Result<void> recorded = m_workspace->recordTalk(id, talk);
    QCOMPARE(recorded.ok(), refused.isEmpty());
    if (!recorded) {
        QVERIFY2(recorded.error().message.contains(refused), why(recorded));
        QCOMPARE(recorded.error().place, QStringLiteral("/peer_to_peer/at"));
        QVERIFY(m_workspace->notes(id)->isEmpty());
        return;
    }
    QCOMPARE(lastTalk(*m_workspace->notes(id), 1)->at, talk.at);
    const QByteArray changes = m_workspace->history(id)->constLast().changes;
    QVERIFY2(changes.contains("/peer_to_peer/at") && changes.contains(talk.at.toUTC().toString(Qt::ISODate).toUtf8()), changes);
}

void tst_notes::anOpinionGoesThereAndBack()
{
    const QString id = referred();
    QCOMPARE(codeOf(m_workspace->askOpinion(id, idOf("pia"), QStringLiteral("?"))), QStringLiteral("role"));
    signIn("phil");
    QCOMPARE(codeOf(m_workspace->giveOpinion(id, QStringLiteral("Stable."))), QStringLiteral("not_asked"));
    QCOMPARE(codeOf(m_workspace->askOpinion(id, idOf("phil"), QStringLiteral("?"))), QStringLiteral("invalid"));
    QCOMPARE(codeOf(m_workspace->askOpinion(id, idOf("ned"), QStringLiteral("?"))), QStringLiteral("invalid"));
    QCOMPARE(codeOf(m_workspace->askOpinion(id, idOf("pia"), QStringLiteral(" "))), QStringLiteral("comment"));
    const Result<void> asked = m_workspace->askOpinion(id, idOf("pia"), QStringLiteral("Is this progression?"));
    QVERIFY2(asked.ok(), why(asked));
    QCOMPARE(m_workspace->loadCase(id)->assignedTo, idOf("pia"));
    QCOMPARE(openOpinions(*m_workspace->notes(id), 1).size(), 1);
    signIn("pia");
    QCOMPARE(m_workspace->worklistCounts()->value(WorklistView::Mine), 1);
    QVERIFY(m_workspace->giveOpinion(id, QStringLiteral("No: within measurement error.")).ok());
    QCOMPARE(codeOf(m_workspace->giveOpinion(id, QStringLiteral("Again."))), QStringLiteral("not_asked"));
    QCOMPARE(m_workspace->loadCase(id)->assignedTo, idOf("phil"));
    QVERIFY(openOpinions(*m_workspace->notes(id), 1).isEmpty());
    QCOMPARE(m_workspace->history(id)->last().comment, QStringLiteral("No: within measurement error."));
    QVERIFY(m_workspace->verify().ok());
}

void tst_notes::anOpinionForSomebodyWhoIsGone_data()
{
    QTest::addColumn<QString>("givenTo"); // meanwhile, by a supervisor
    QTest::newRow("it stays with who gave it") << QString();
    QTest::newRow("it stays with whom it was given to") << "ned";
}

/// Nobody could give it: the case went back to an account that is disabled, which is refused.
void tst_notes::anOpinionForSomebodyWhoIsGone()
{
    QFETCH(QString, givenTo);
    const QString id = referred();
    signIn("phil");
    QVERIFY(m_workspace->askOpinion(id, idOf("pia"), QStringLiteral("Is this progression?")).ok());
    signIn("sam");
    QVERIFY(m_workspace->disableUser(idOf("phil")).ok());
    if (!givenTo.isEmpty())
        QVERIFY(m_workspace->assign({id}, idOf("ned")).ok());
    signIn("pia");
    const Result<void> given = m_workspace->giveOpinion(id, QStringLiteral("No: within measurement error."));
    QVERIFY2(given.ok(), why(given));
    QCOMPARE(m_workspace->loadCase(id)->assignedTo, idOf(givenTo.isEmpty() ? "pia" : "ned"));
    QVERIFY(openOpinions(*m_workspace->notes(id), 1).isEmpty());
    const CaseNote note = m_workspace->notes(id)->constLast();
    QCOMPARE(note.toUserName, QStringLiteral("Phil Example")); // whose question it was
    QCOMPARE(note.words, QStringLiteral("No: within measurement error."));
    QVERIFY(!m_workspace->history(id)->constLast().changes.contains("/assigned_to"));
    signIn("sam");
    QVERIFY(m_workspace->assign({id}, idOf("nora")).ok());
    QCOMPARE(m_workspace->loadCase(id)->assignedTo, idOf("nora"));
    QVERIFY2(m_workspace->verify().ok(), why(m_workspace->verify()));
}

void tst_notes::aProvisionIsRecordedBesideTheWork()
{
    const QString id = referred();
    signIn("phil");
    QVERIFY(m_workspace->saveDecisionDraft(id, R"({"rationale":"half"})").ok());
    signIn("sam");
    StoredCase current = *m_workspace->loadCase(id);
    current.reviewCase.member.name = QStringLiteral("Somebody Else"); // not hers to change
    current.reviewCase.determination.contractProvision =
        ContractProvision{QStringLiteral("Member booklet, p. 41"), QStringLiteral("Covered for liver metastases.")};
    const Result<StoredCase> done = m_workspace->act(current, Action::RecordProvision);
    QVERIFY2(done.ok(), why(done));
    const StoredCase kept = *m_workspace->loadCase(id);
    QCOMPARE(kept.status, Status::Referred);
    QCOMPARE(kept.reviewCase.member.name, StoreDesk::adverse().member.name);
    QCOMPARE(kept.reviewCase.determination.contractProvision->citation, QStringLiteral("Member booklet, p. 41"));
    QCOMPARE(kept.preparedBy.name, QStringLiteral("Nora Example"));
    signIn("phil");
    QCOMPARE(*m_workspace->decisionDraft(id), QByteArray(R"({"rationale":"half"})")); // her words stay
    QVERIFY(m_workspace->verify().ok());
}

void tst_notes::anExtensionSaysWhyAndUntilWhen()
{
    signIn("nora");
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    const QString id = m_workspace->createCase(content)->id;
    const Result<StoredCase> extended =
        m_workspace->act(*m_workspace->loadCase(id), Action::Extend, QStringLiteral(" The CT is on its way. "));
    QVERIFY2(extended.ok(), why(extended));
    const StoredCase kept = *m_workspace->loadCase(id);
    QCOMPARE(kept.reviewCase.determination.extensionReason, QStringLiteral("The CT is on its way."));
    QCOMPARE(kept.reviewCase.determination.extendedTo, QDate(2026, 12, 11)); // 20 November + 7 + 14 days
    IssuedLetter notice;
    notice.caseId = id;
    notice.kind = QStringLiteral("approval");
    notice.recipient = notice.title = notice.html = notice.text = notice.templateVersion = notice.digest =
        QStringLiteral("member");
    QVERIFY(!m_workspace->issueLetter(notice).ok()); // nothing is decided
    notice.kind = QStringLiteral("extension_notice");
    const Result<IssuedLetter> issued = m_workspace->issueLetter(notice);
    QVERIFY2(issued.ok(), why(issued));
    const QString other = m_workspace->createCase(content)->id;
    notice.caseId = other;
    QCOMPARE(codeOf(m_workspace->issueLetter(notice)), QStringLiteral("no_extension"));
    QVERIFY(m_workspace->verify().ok());
}

void tst_notes::assignmentsAreAllOrNone()
{
    signIn("nora");
    const QString open = m_workspace->createCase(StoreDesk::approvable())->id;
    const Result<StoredCase> closed = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY(m_workspace->act(*closed, Action::Withdraw, QStringLiteral("Dr. Lee, by phone.")).ok());
    signIn("sam");
    const Result<void> both = m_workspace->assign({open, closed->id}, idOf("ned"));
    QCOMPARE(codeOf(both), QStringLiteral("status"));
    QCOMPARE(both.error().place, closed->reviewCase.number); // which one
    QVERIFY(m_workspace->loadCase(open)->assignedTo.isEmpty());
    QVERIFY(m_workspace->assign({open}, idOf("ned")).ok());
    QCOMPARE(m_workspace->notes(open)->first().toUserName, QStringLiteral("Ned Example"));
}

void tst_notes::roundsAreReadBack()
{
    const QString id = referred();
    signIn("phil");
    StoredCase current = *m_workspace->loadCase(id);
    current.reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    QVERIFY(m_workspace->act(current, Action::Deny).ok());
    m_desk->clock.advance(86'400'000);
    signIn("nora");
    QVERIFY(m_workspace->act(*m_workspace->loadCase(id), Action::Appeal, QStringLiteral("The member appeals.")).ok());
    const Result<QList<KeptRound>> rounds = m_workspace->rounds(id);
    QVERIFY2(rounds.ok(), why(rounds));
    QCOMPARE(rounds->size(), 2);
    QCOMPARE(rounds->at(0).status, Status::Denied);
    QCOMPARE(rounds->at(0).content.determination.rationale, QStringLiteral("Not progressive."));
    QCOMPARE(rounds->at(1).kind, RoundKind::Appeal);
    QCOMPARE(rounds->at(1).status, Status::Referred);
    QVERIFY(m_workspace->loadCase(id)->clock.isAppeal);
    WorklistQuery query;
    QCOMPARE(m_workspace->worklist(query)->first().summary.dueAt,
        QDateTime::fromString(QStringLiteral("2026-12-09T07:59:59.999Z"), Qt::ISODateWithMs)); // WA: 14 days
    QCOMPARE(codeOf(m_workspace->rounds(QStringLiteral("none"))), QStringLiteral("not_found"));
}

void tst_notes::verifyComparesThemWithTheHistory()
{
    const QString id = referred();
    QVERIFY(m_workspace->comment(id, QStringLiteral("Called the clinic.")).ok());
    const std::unique_ptr<Database> database = m_desk->database();
    StoreDesk::dropTrigger(*database, QStringLiteral("case_notes_unchanged"));
    QVERIFY(database->run(QStringLiteral("UPDATE case_notes SET words = 'Never called.'")).ok());
    const Result<void> found = m_workspace->verify();
    QCOMPARE(codeOf(found), QStringLiteral("damaged"));
    QVERIFY(found.error().place.startsWith(QLatin1String("notes of RD-")));
}

QTEST_GUILESS_MAIN(tst_notes)
#include "tst_notes.moc"
