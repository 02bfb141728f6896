#include "StoreDesk.h"
#include "cases/ApprovalPeriod.h"

#include <QTest>

using namespace reviewdesk;

class tst_workspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftComesBack();
    void anUnchangedDraftIsNotWritten();
    void anOlderDraftIsStale();
    void numbersRunByYearAndAreNeverReused();
    void oddTextsComeBack();
    void aNurseApproves();
    void aNurseDeniesNothing();
    void aPhysicianDenies();
    void aContractProvisionOutranksMetCriteria();
    void whoPreparedItDeniesNothing();
    void resumingForgetsTheDecisionAndItsWords();
    void theHistoryNamesTheFields();
    void theSupervisorAloneAddsAccounts();
    void anotherZoneMovesTheRules();
    void keptDueDatesFollowChangedRules();
};

void tst_workspace::aDraftComesBack()
{
    StoreDesk desk;
    desk.made();
    QString id;
    StoredCase kept;
    {
        const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
        Result<StoredCase> made = workspace->createCase(StoreDesk::request());
        QVERIFY2(made.ok(), why(made));
        QCOMPARE(made->reviewCase.number, QStringLiteral("RD-2026-000001"));
        QCOMPARE(made->rowVersion, 1);
        QCOMPARE(made->status, Status::Draft);
        QCOMPARE(made->preparedBy.name, QStringLiteral("Nora Example"));
        made->reviewCase.facts = StoreDesk::approvable().facts;
        made->page = QStringLiteral("tumor");
        desk.clock.advance(1000);
        const Result<StoredCase> saved = workspace->saveDraft(*made);
        QVERIFY2(saved.ok(), why(saved));
        QCOMPARE(saved->rowVersion, 2);
        QCOMPARE(saved->savedAt, desk.clock.now());
        id = saved->id;
        kept = *saved;
    }
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const Result<StoredCase> loaded = workspace->loadCase(id);
    QVERIFY2(loaded.ok(), why(loaded));
    QVERIFY(*loaded == kept);
    QCOMPARE(loaded->page, QStringLiteral("tumor"));
    QCOMPARE(codeOf(workspace->loadCase(QStringLiteral("nothing"))), QStringLiteral("not_found"));
}

void tst_workspace::anUnchangedDraftIsNotWritten()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> made = workspace->createCase(StoreDesk::request());
    QVERIFY2(made.ok(), why(made));
    Result<StoredCase> again = workspace->saveDraft(*made);
    QVERIFY2(again.ok(), why(again));
    QCOMPARE(again->rowVersion, 1);
    made->page = QStringLiteral("documents"); // where it was left is kept without an entry
    again = workspace->saveDraft(*made);
    QVERIFY2(again.ok(), why(again));
    QCOMPARE(again->rowVersion, 1);
    QCOMPARE(workspace->loadCase(made->id)->page, QStringLiteral("documents"));
    QCOMPARE(workspace->history(made->id)->size(), 1);
}

void tst_workspace::anOlderDraftIsStale()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    const std::unique_ptr<Workspace> ned = desk.opened(QStringLiteral("ned"));
    const Result<StoredCase> made = nora->createCase(StoreDesk::request());
    QVERIFY2(made.ok(), why(made));
    StoredCase hers = *made;
    StoredCase his = *ned->loadCase(made->id);
    his.reviewCase.nurseNote = QStringLiteral("his");
    hers.reviewCase.nurseNote = QStringLiteral("hers");
    QVERIFY(ned->saveDraft(his).ok());
    const Result<StoredCase> refused = nora->saveDraft(hers);
    QCOMPARE(codeOf(refused), QStringLiteral("stale"));
    QVERIFY(refused.error().message.contains(QLatin1String("Ned Example")));
    QCOMPARE(codeOf(nora->act(hers, Action::Submit)), QStringLiteral("stale"));
    QCOMPARE(nora->loadCase(made->id)->reviewCase.nurseNote, QStringLiteral("his"));
}

void tst_workspace::numbersRunByYearAndAreNeverReused()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    QCOMPARE(workspace->createCase(StoreDesk::request())->reviewCase.number, QStringLiteral("RD-2026-000001"));
    QCOMPARE(workspace->createCase(StoreDesk::request())->reviewCase.number, QStringLiteral("RD-2026-000002"));
    // 07:30 UTC on 1 January is still the old year in the plan's time zone
    desk.clock.advance(
        desk.clock.now().msecsTo(QDateTime::fromString(QStringLiteral("2027-01-01T07:30:00Z"), Qt::ISODate)));
    QCOMPARE(workspace->createCase(StoreDesk::request())->reviewCase.number, QStringLiteral("RD-2026-000003"));
    desk.clock.advance(3'600'000);
    QCOMPARE(workspace->createCase(StoreDesk::request())->reviewCase.number, QStringLiteral("RD-2027-000001"));
}

void tst_workspace::oddTextsComeBack()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    ReviewCase odd =
        StoreDesk::request(QStringLiteral("O'Brien \"<b>\u202Eevil\u202C; DROP TABLE cases;-- \U0001F9D1"));
    odd.provider.npi = QStringLiteral("12");
    odd.request.state = QStringLiteral("wash");
    odd.service.diagnosisCodes = {QStringLiteral("not a code")};
    odd.nurseNote = QStringLiteral("line\nline\ttab \\ /");
    odd.facts.insert(QStringLiteral("procedure"), {QString()});
    Result<StoredCase> made = workspace->createCase(odd);
    QVERIFY2(made.ok(), why(made));
    const Result<StoredCase> loaded = workspace->loadCase(made->id);
    QVERIFY2(loaded.ok(), why(loaded));
    QVERIFY(loaded->reviewCase == made->reviewCase);
    QCOMPARE(loaded->reviewCase.member.name, odd.member.name);
    QVERIFY(!loaded->reviewCase.facts.value(QStringLiteral("procedure")).documented());
}

void tst_workspace::aNurseApproves()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> made = workspace->createCase(StoreDesk::approvable());
    QVERIFY2(made.ok(), why(made));
    made->reviewCase.determination.plainReason = QStringLiteral("Your records show what the policy asks for.");
    desk.clock.advance(60'000);
    const Result<StoredCase> approved = workspace->act(*made, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    QCOMPARE(approved->status, Status::Approved);
    const Determination &made_ = approved->reviewCase.determination;
    QCOMPARE(made_.decision, std::optional(Decision::Approved));
    QVERIFY(made_.validFrom.isValid()); // left empty, they would leave an approval whose letter can never be issued
    QCOMPARE(made_.validTo, made_.validFrom.addDays(usualApprovalDays));
    QCOMPARE(made_.at, desk.clock.now());
    QCOMPARE(made_.by.name, QStringLiteral("Nora Example"));
    QCOMPARE(made_.preparedBy.userId, workspace->user().id);
    QCOMPARE(made_.authorizationNumber, QStringLiteral("AUTH-2026-000001"));
    QCOMPARE(made_.plainReason, made->reviewCase.determination.plainReason);
    QVERIFY(*workspace->loadCase(made->id) == *approved);
    // decided: nothing can be changed any more
    StoredCase later = *approved;
    later.reviewCase.nurseNote = QStringLiteral("later");
    QCOMPARE(codeOf(workspace->saveDraft(later)), QStringLiteral("status"));
    QCOMPARE(codeOf(workspace->act(later, Action::Refer)), QStringLiteral("status"));
}

void tst_workspace::aNurseDeniesNothing()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    const Result<StoredCase> made = workspace->createCase(StoreDesk::adverse());
    QVERIFY2(made.ok(), why(made));
    QCOMPARE(codeOf(workspace->act(*made, Action::Approve)), QStringLiteral("outcome"));
    const Result<StoredCase> referred = workspace->act(*made, Action::Refer);
    QVERIFY2(referred.ok(), why(referred));
    QCOMPARE(codeOf(workspace->act(*referred, Action::Deny)), QStringLiteral("role"));
    QCOMPARE(workspace->loadCase(made->id)->status, Status::Referred);
}

void tst_workspace::aPhysicianDenies()
{
    StoreDesk desk;
    desk.made();
    QString id;
    {
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        const Result<StoredCase> made = nora->createCase(StoreDesk::adverse());
        QVERIFY2(made.ok(), why(made));
        QVERIFY(nora->act(*made, Action::Refer, QStringLiteral("please look")).ok());
        id = made->id;
    }
    const std::unique_ptr<Workspace> phil = desk.opened(QStringLiteral("phil"));
    StoredCase current = *phil->loadCase(id);
    QCOMPARE(codeOf(phil->act(current, Action::Deny)), QStringLiteral("rationale"));
    current.reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    const Result<StoredCase> denied = phil->act(current, Action::Deny);
    QVERIFY2(denied.ok(), why(denied));
    QCOMPARE(denied->status, Status::Denied);
    QCOMPARE(denied->reviewCase.determination.by.npi, QStringLiteral("1234567893"));
    QCOMPARE(denied->reviewCase.determination.preparedBy.name, QStringLiteral("Nora Example"));
    QVERIFY(denied->reviewCase.determination.authorizationNumber.isEmpty());
    QCOMPARE(phil->history(id)->at(1).comment, QStringLiteral("please look"));
}

/// By the workflow and by the database: both ask for the whole provision.
void tst_workspace::aContractProvisionOutranksMetCriteria()
{
    StoreDesk desk;
    desk.made();
    QString id;
    {
        const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
        const Result<StoredCase> made = nora->createCase(StoreDesk::approvable());
        QVERIFY2(made.ok(), why(made));
        QVERIFY(nora->act(*made, Action::Refer, QStringLiteral("the booklet excludes it")).ok());
        id = made->id;
    }
    const std::unique_ptr<Workspace> phil = desk.opened(QStringLiteral("phil"));
    const auto deniedInSql = [&] {
        const Result<void> done = desk.database()->run(
            QStringLiteral("UPDATE cases SET status = 'denied', row_version = row_version + 1, last_action = 'deny',"
                           " changed_by = ? WHERE id = ?"),
            {phil->user().id, id});
        return done ? QString() : done.error().message;
    };
    StoredCase current = *phil->loadCase(id);
    current.reviewCase.determination.rationale = QStringLiteral("The contract excludes it.");
    QCOMPARE(codeOf(phil->act(current, Action::Deny)), QStringLiteral("outcome"));
    QVERIFY2(deniedInSql().contains(QLatin1String("by a contract provision")), qPrintable(deniedInSql()));
    current.reviewCase.determination.contractProvision =
        ContractProvision{QStringLiteral("Member booklet, p. 41"), QStringLiteral("Radioembolization is not covered.")};
    const Result<StoredCase> recorded = phil->act(current, Action::RecordProvision);
    QVERIFY2(recorded.ok(), why(recorded));
    current = *recorded;
    current.reviewCase.determination.rationale = QStringLiteral("The contract excludes it.");
    const Result<StoredCase> denied = phil->act(current, Action::Deny);
    QVERIFY2(denied.ok(), why(denied));
    QCOMPARE(denied->status, Status::Denied);
    QVERIFY(phil->verify().ok());
}

void tst_workspace::whoPreparedItDeniesNothing()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("phil"));
    Result<StoredCase> made = workspace->createCase(StoreDesk::adverse());
    QVERIFY2(made.ok(), why(made));
    // a nurse refers it, so she is its preparer on the screen; the physician answered it all the same
    QVERIFY(workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    Result<StoredCase> referred = workspace->act(*made, Action::Refer);
    QVERIFY2(referred.ok(), why(referred));
    QCOMPARE(referred->preparedBy.name, QStringLiteral("Nora Example"));
    referred->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
    QVERIFY(workspace->signInAs(QStringLiteral("phil"), "phil").ok());
    QCOMPARE(codeOf(workspace->act(*referred, Action::Deny)), QStringLiteral("same_person"));
    QVERIFY(workspace->signInAs(QStringLiteral("pia"), "pia").ok());
    const Result<StoredCase> denied = workspace->act(*referred, Action::Deny);
    QVERIFY2(denied.ok(), why(denied));
}

void tst_workspace::resumingForgetsTheDecisionAndItsWords()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = workspace->createCase(StoreDesk::request());
    QVERIFY2(stored.ok(), why(stored));
    stored->reviewCase.determination.plainReason = QStringLiteral("We need the operative note.");
    stored = workspace->act(*stored, Action::Pend);
    QVERIFY2(stored.ok(), why(stored));
    QCOMPARE(stored->reviewCase.determination.decision, std::optional(Decision::Pended));
    stored = workspace->act(*stored, Action::Resume);
    QVERIFY2(stored.ok(), why(stored));
    QCOMPARE(stored->status, Status::Draft);
    QVERIFY(!stored->reviewCase.determination.decision);
    QCOMPARE(stored->reviewCase.determination.by, Person());
    QCOMPARE(stored->reviewCase.determination.plainReason, QString());
    QVERIFY(*workspace->loadCase(stored->id) == *stored);
}

void tst_workspace::theHistoryNamesTheFields()
{
    StoreDesk desk;
    desk.made();
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
    Result<StoredCase> stored = workspace->createCase(StoreDesk::adverse());
    QVERIFY2(stored.ok(), why(stored));
    stored->reviewCase.facts.insert(QStringLiteral("progressive"), {QStringLiteral("true")});
    stored->reviewCase.facts.insert(QStringLiteral("chemotherapy_candidate"), {QString()});
    stored->reviewCase.facts.remove(QStringLiteral("diffuse"));
    stored->reviewCase.member.group = QStringLiteral("10020");
    stored = workspace->saveDraft(*stored);
    QVERIFY2(stored.ok(), why(stored));
    stored = workspace->act(*stored, Action::Refer, QStringLiteral("please decide"));
    QVERIFY2(stored.ok(), why(stored));
    const Result<QList<AuditEntry>> history = workspace->history(stored->id);
    QVERIFY2(history.ok(), why(history));
    QCOMPARE(history->size(), 3);
    QCOMPARE(history->at(0).action, QStringLiteral("create"));
    QVERIFY(history->at(0).changes.contains(R"({"after":"Ana Example","field":"/member/name"})"));
    QCOMPARE(history->at(1).action, QStringLiteral("edit"));
    QCOMPARE(history->at(1).userName, QStringLiteral("Nora Example"));
    QCOMPARE(history->at(1).changes,
        QByteArray(R"([{"after":null,"before":false,"field":"/facts/chemotherapy_candidate"},)"
                   R"({"before":true,"field":"/facts/diffuse"},)"
                   R"({"after":true,"before":false,"field":"/facts/progressive"},)"
                   R"({"after":"10020","field":"/member/group"}])"));
    QCOMPARE(history->at(2).action, QStringLiteral("refer"));
    QCOMPARE(history->at(2).comment, QStringLiteral("please decide"));
    QCOMPARE(history->at(2).changes, QByteArray(R"([{"after":"referred","before":"draft","field":"/status"}])"));
    QCOMPARE(history->at(2).sequence, 3);
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_workspace::theSupervisorAloneAddsAccounts()
{
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    QCOMPARE(workspace->users()->size(), 5);
    QCOMPARE(codeOf(workspace->addUser(StoreDesk::newUser(QStringLiteral(" NORA "), Role::Nurse), KeyCost::cheap())),
        QStringLiteral("invalid"));
    QCOMPARE(Workspace::loginNames(desk.directory())->size(), StoreDesk::isOnServer() ? 0 : 5); // and no slot was left behind
    NewUser wrong = StoreDesk::newUser(QStringLiteral("olga"), Role::Physician);
    wrong.npi = QStringLiteral("1234567890");
    QCOMPARE(codeOf(workspace->addUser(wrong, KeyCost::cheap())), QStringLiteral("invalid"));
    QVERIFY(workspace->signInAs(QStringLiteral("nora"), "nora").ok());
    QCOMPARE(codeOf(workspace->addUser(StoreDesk::newUser(QStringLiteral("olga"), Role::Nurse), KeyCost::cheap())),
        QStringLiteral("role"));
    QCOMPARE(codeOf(workspace->saveSettings({})), QStringLiteral("role"));
    QCOMPARE(codeOf(workspace->signInAs(QStringLiteral("phil"), "nora")), QStringLiteral("wrong_passphrase"));
    QCOMPARE(workspace->user().loginName, QStringLiteral("nora"));
    QCOMPARE(codeOf(workspace->signInAs(QStringLiteral("olga"), "olga")),
        StoreDesk::isOnServer() ? QStringLiteral("wrong_passphrase") : QStringLiteral("no_account"));
}

/// The worklist sorted, counted and said "overdue" by dates of the rules before, until somebody typed in the case.
void tst_workspace::keptDueDatesFollowChangedRules()
{
    StoreDesk desk;
    desk.made();
    const QString id = desk.opened(QStringLiteral("nora"))->createCase(StoreDesk::request())->id;
    const auto due = [&] {
        return desk.database()->row(QStringLiteral("SELECT due_at FROM cases WHERE id = ?"), {id})->value(0).toLongLong();
    };
    const qint64 right = due();
    QVERIFY(right > 1'000'000);
    const QByteArray earlier = "UPDATE cases SET due_at = 1;";
    const auto upgrade = [&] { // a folder's comes with its opening
        const Result<void> done = StoreDesk::isOnServer() ? desk.upgraded() : Result<void>();
        QVERIFY2(done.ok(), why(done));
    };
    if (StoreDesk::isOnServer()) { // whose rules let nobody set such a date
        QCOMPARE(codeOf(desk.database()->script(earlier)), QStringLiteral("refused"));
        QVERIFY(desk.database()->script("ALTER TABLE cases DISABLE TRIGGER cases_change_by_steps;" + earlier +
                    "ALTER TABLE cases ENABLE TRIGGER cases_change_by_steps").ok());
    } else {
        QVERIFY(desk.database()->script(earlier).ok());
    }
    upgrade();
    desk.opened(QStringLiteral("nora")); // the rules are those that the dates follow: nothing is counted anew
    QCOMPARE(due(), Q_INT64_C(1));
    QVERIFY(desk.database()->script("UPDATE settings SET value = 'earlier rules' WHERE name = 'due_rules'").ok());
    upgrade();
    const std::unique_ptr<Workspace> nora = desk.opened(QStringLiteral("nora"));
    if (StoreDesk::isOnServer())
        QCOMPARE(codeOf(desk.database()->script(earlier)), QStringLiteral("refused")); // the rule is back
    QCOMPARE(due(), right);
    const auto rows = nora->worklist({});
    QVERIFY2(rows.ok(), why(rows));
    QCOMPARE(rows->first().summary.dueAt.toMSecsSinceEpoch(), right);
    const Result<void> whole = nora->verify();
    QVERIFY2(whole.ok(), why(whole));
}

void tst_workspace::anotherZoneMovesTheRules()
{
    StoreDesk desk;
    {
        const std::unique_ptr<Workspace> workspace = desk.made();
        Result<WorkspaceSettings> settings = workspace->settings();
        QVERIFY2(settings.ok(), why(settings));
        QCOMPARE(settings->organisation, QStringLiteral("Example Health Plan"));
        settings->timeZone = "America/New_York";
        settings->letterhead = R"({"plan":"Example"})";
        QVERIFY(workspace->saveSettings(*settings).ok());
        QCOMPARE(workspace->rulebook().zone.id(), QByteArray("America/New_York"));
    }
    const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("sam"));
    QCOMPARE(workspace->rulebook().zone.id(), QByteArray("America/New_York"));
    QCOMPARE(workspace->settings()->letterhead, QByteArray(R"({"plan":"Example"})"));
}

QTEST_GUILESS_MAIN(tst_workspace)
#include "tst_workspace.moc"
