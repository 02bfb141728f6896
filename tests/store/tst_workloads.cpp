#include "StoreDesk.h"

#include <QTest>

using namespace reviewdesk;

class tst_workloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAndTheirCases();
    void nursesDoNotSeeThem();
};

void tst_workloads::numbersAndTheirCases()
{
    StoreDesk desk; // Monday 23 November 2026, 10:00 in the plan's zone
    const std::unique_ptr<Workspace> workspace = desk.made();
    const auto signIn = [&](const char *login) { require(workspace->signInAs(QLatin1String(login), login).ok()); };
    const auto make = [&](int daysAgo) {
        ReviewCase content = StoreDesk::approvable();
        content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage; // 7 days
        content.request.receivedAt = desk.clock.now().addDays(-daysAgo);
        const Result<StoredCase> made = workspace->createCase(content);
        require(made.ok());
        return *made;
    };
    signIn("nora");
    make(1);
    const StoredCase today = make(7);
    const StoredCase late = make(9);
    StoredCase pended = make(2);
    pended.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    QVERIFY(workspace->act(pended, Action::Pend).ok());
    QVERIFY(workspace->act(make(3), Action::Approve).ok());
    QVERIFY(workspace->act(make(3), Action::Withdraw, QStringLiteral("Dr. Lee.")).ok());
    signIn("sam");
    const QList<UserAccount> users = *workspace->users();
    QMap<QString, QString> ids;
    for (const UserAccount &user : users)
        ids.insert(user.loginName, user.id);
    QVERIFY(workspace->assign({late.id}, ids.value(QStringLiteral("ned"))).ok());

    const Result<QList<Workload>> loads = workspace->workloads();
    QVERIFY2(loads.ok(), why(loads));
    QStringList names;
    for (const Workload &load : *loads)
        names << load.name;
    QCOMPARE(names.join(QLatin1Char(' ')), // supervisors have none
        QStringLiteral("Ned Example Nora Example Phil Example Pia Example"));
    const Workload nora = loads->at(1);
    QCOMPARE(nora.open, 3);
    QCOMPARE(nora.dueToday, 1);
    QCOMPARE(nora.overdue, 0);
    QCOMPARE(nora.pended, 1);
    QCOMPARE(nora.decided, 1); // the withdrawn one was nobody's decision
    QCOMPARE(loads->at(0).overdue, 1);
    for (const Workload &load : *loads) {
        for (const WorkloadNumber number : {WorkloadNumber::Open, WorkloadNumber::DueToday, WorkloadNumber::Overdue,
                 WorkloadNumber::Pended, WorkloadNumber::Decided}) {
            const Result<QList<WorklistRow>> cases = workspace->workloadCases(load.userId, number);
            QVERIFY2(cases.ok(), why(cases));
            QCOMPARE(cases->size(), load.number(number));
        }
    }
    QCOMPARE(workspace->workloadCases(nora.userId, WorkloadNumber::DueToday)->first().caseId, today.id);
    desk.clock.advance(14 * 3600 * 1000); // midnight: nothing was written, and it is late all the same
    QCOMPARE(workspace->workloads()->at(1).overdue, 1);
    desk.clock.advance(qint64{6} * 24 * 3600 * 1000); // the next Monday
    QCOMPARE(workspace->workloads()->at(1).decided, 0);
}

void tst_workloads::nursesDoNotSeeThem()
{
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    require(workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    QCOMPARE(codeOf(workspace->workloads()), QStringLiteral("role"));
    QCOMPARE(codeOf(workspace->workloadCases({}, WorkloadNumber::Open)), QStringLiteral("role"));
}

QTEST_GUILESS_MAIN(tst_workloads)
#include "tst_workloads.moc"
