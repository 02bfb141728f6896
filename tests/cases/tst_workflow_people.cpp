#include "Scene.h"

using namespace reviewdesk;

/// Who may take a step and who may not, and what one who may not is told.
class TestWorkflowPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOpinionIsGivenByWhoWasAsked()
    {
        Scene scene(fixture::colorectalNotProgressive);
        Person pia = person(Role::Physician, "Pia Example");
        pia.npi = QStringLiteral("1245319599");
        const Person phil = person(Role::Physician, "Phil Example");
        scene.opinionOf = {pia};
        QCOMPARE(scene.codeOf(Action::GiveOpinion, pia), QStringLiteral("-> referred"));
        QCOMPARE(scene.codeOf(Action::GiveOpinion, phil), QStringLiteral("not_asked"));
        scene.comment.clear();
        QCOMPARE(scene.codeOf(Action::GiveOpinion, pia), QStringLiteral("comment"));
    }

    void aTalkIsHeldByAPhysician()
    {
        Scene scene(fixture::colorectalNotProgressive);
        scene.talkHeld = true;
        QCOMPARE(scene.codeOf(Action::PeerToPeer, person(Role::Nurse, "Kim Example")), QStringLiteral("role"));
        QCOMPARE(
            scene.codeOf(Action::PeerToPeer, person(Role::Physician, "Sam Example")), QStringLiteral("-> referred"));
    }

    void roleRefusalNamesTheWayOut()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Result<Status> nurse = scene.after(Action::Deny, person(Role::Nurse, "Kim Example"));
        QCOMPARE(nurse.error().message,
            QStringLiteral("“Deny” is a physician's decision; a nurse refers the case instead."));
        scene.status = Status::Draft;
        const Result<Status> approve = scene.after(Action::Approve, person(Role::Nurse, "Kim Example"));
        QCOMPARE(approve.error().code, QStringLiteral("outcome"));
        QCOMPARE(approve.error().message,
            QStringLiteral("The outcome is “%1”: the criteria are not met. Refer the case to a physician.")
                .arg(fixture::rulebook().policy.outcomes.at(1).label));
    }

    /// Each is told what she or he can do with the case where it stands; nobody is sent to herself.
    void anApprovalThatIsRefusedNamesTheWayOut_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("way");
        const auto row = [](const char *name, Role role, Status status, const char *way) {
            QTest::newRow(name) << int(role) << int(status) << QString::fromLatin1(way);
        };
        row("nurse, draft", Role::Nurse, Status::Draft, "Refer the case to a physician.");
        row("nurse, submitted", Role::Nurse, Status::Submitted, "Refer the case to a physician.");
        row("physician, referred", Role::Physician, Status::Referred, "Approve it as an exception, or deny it.");
        row("physician, draft", Role::Physician, Status::Draft,
            "Refer the case; then it can be approved as an exception, or denied.");
        row("physician, submitted", Role::Physician, Status::Submitted,
            "Refer the case; then it can be approved as an exception, or denied.");
    }

    void anApprovalThatIsRefusedNamesTheWayOut()
    {
        QFETCH(int, role);
        QFETCH(int, status);
        QFETCH(QString, way);
        Scene scene(fixture::colorectalNotProgressive);
        scene.status = Status(status);
        const Result<Status> approve = scene.after(Action::Approve, person(Role(role), "Sam Example"));
        QVERIFY(!approve.ok());
        QCOMPARE(approve.error().message,
            QStringLiteral("The outcome is “%1”: the criteria are not met. %2")
                .arg(fixture::rulebook().policy.outcomes.at(1).label, way));
    }

    void whoPreparedMayNotDeny()
    {
        Scene scene(fixture::colorectalNotProgressive);
        const Person physician = person(Role::Physician, "Sam Example");
        scene.preparedBy = physician;
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.preparedBy.npi.clear(); // the same person in her nurse's account
        scene.preparedBy.role = Role::Nurse;
        scene.preparedBy.name = QStringLiteral("  sam EXAMPLE ");
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.preparedBy = person(Role::Nurse, "Kim Example");
        scene.reviewCase.determination.preparedBy = physician;
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.reviewCase.determination.preparedBy = {};
        scene.preparedBy = {};
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("same_person"));
        scene.preparedBy = person(Role::Nurse, "Kim Example");
        QCOMPARE(scene.codeOf(Action::Deny, physician), QStringLiteral("-> denied"));
        scene.preparedBy = physician; // an approval may be by who prepared it
        scene.reviewCase = fixture::caseWith(fixture::colorectalMet);
        QCOMPARE(scene.codeOf(Action::Approve, physician), QStringLiteral("-> approved"));
    }

    void samePerson_data()
    {
        QTest::addColumn<QStringList>("left"); // name, NPI, user id
        QTest::addColumn<QStringList>("right");
        QTest::addColumn<bool>("same");
        const auto who = [](const char *name, const char *npi, const char *id) {
            return QStringList{QString::fromUtf8(name), QString::fromLatin1(npi), QString::fromLatin1(id)};
        };
        QTest::newRow("same id") << who("A", "", "1") << who("B", "", "1") << true;
        QTest::newRow("two accounts, one name") << who("A", "", "1") << who("A", "", "2") << false;
        QTest::newRow("two accounts, one NPI") << who("A", "1234567893", "1") << who("B", "1234567893", "2") << true;
        QTest::newRow("file: same NPI") << who("A", "1234567893", "") << who("B", "1234567893", "") << true;
        QTest::newRow("file: other NPI, same name")
            << who("A", "1234567893", "") << who("A", "1245319599", "") << false;
        QTest::newRow("file: name") << who("Dana Núñez", "", "") << who("dana  nu\u0301n\u0303ez", "", "") << true;
        QTest::newRow("file: other name") << who("A", "", "") << who("B", "1245319599", "") << false;
        QTest::newRow("nobody") << who("", "", "") << who("", "", "") << false;
    }

    void samePerson()
    {
        QFETCH(QStringList, left);
        QFETCH(QStringList, right);
        QFETCH(bool, same);
        const auto made = [](const QStringList &words) {
            Person someone;
            someone.name = words.at(0);
            someone.npi = words.at(1);
            someone.userId = words.at(2);
            return someone;
        };
        QCOMPARE(made(left).isSamePerson(made(right)), same);
        QCOMPARE(made(right).isSamePerson(made(left)), same);
    }

    void anAppealIsHeardByAnother()
    {
        const Person denier = person(Role::Physician, "Sam Example");
        Person other = person(Role::Physician, "Dana Núñez");
        other.npi = QStringLiteral("1245319599");
        for (const char *facts : {fixture::colorectalMet, fixture::colorectalNotProgressive}) {
            Scene scene(facts);
            scene.deniedBy = {denier};
            for (const Action action : {Action::Approve, Action::ApproveException, Action::Deny}) {
                QCOMPARE(scene.codeOf(action, denier), QStringLiteral("own_denial"));
                QVERIFY(scene.codeOf(action, other) != QLatin1String("own_denial"));
            }
            QCOMPARE(scene.codeOf(Action::Pend, denier), QStringLiteral("-> pended"));
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkflowPeople)
#include "tst_workflow_people.moc"
