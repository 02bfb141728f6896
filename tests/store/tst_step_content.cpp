#include "StoreDesk.h"

#include <QTest>

using namespace reviewdesk;

namespace {

ContractProvision provision(const char *page)
{
    return {QStringLiteral("Member booklet, p. %1").arg(QLatin1String(page)), QStringLiteral("Y-90 is excluded.")};
}

} // namespace

/// What a save or a step takes of the content that comes with it: what its person may give there, nothing else.
class tst_step_content : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aNursesSaveKeepsTheProvision_data();
    void aNursesSaveKeepsTheProvision();
    void aNursesStepRecordsNoProvision();
    void aPhysiciansDraftMayHoldOne();
    void aStepOutsideTheDraftChangesNoRequest_data();
    void aStepOutsideTheDraftChangesNoRequest();
    void careThatWasGivenIsApprovedForItsDay();
    void aCareOutsideTheDatesIsRefused();
    void aCareBeyondTheUsualDaysNeedsItsDates();

private:
    void become(const char *login);
    StoredCase made(const ReviewCase &content);
    StoredCase loaded(const QString &id);

    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_workspace;
};

void tst_step_content::init()
{
    m_workspace.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_workspace = m_desk->made();
}

void tst_step_content::become(const char *login)
{
    require(m_workspace->signInAs(QString::fromLatin1(login), login).ok());
}

StoredCase tst_step_content::made(const ReviewCase &content)
{
    become("nora");
    const Result<StoredCase> made = m_workspace->createCase(content);
    require(made.ok());
    return *made;
}

StoredCase tst_step_content::loaded(const QString &id)
{
    const Result<StoredCase> loaded = m_workspace->loadCase(id);
    require(loaded.ok());
    return *loaded;
}

void tst_step_content::aNursesSaveKeepsTheProvision_data()
{
    QTest::addColumn<bool>("recorded"); ///< by a supervisor, before
    QTest::newRow("none is recorded") << false;
    QTest::newRow("one is") << true;
}

void tst_step_content::aNursesSaveKeepsTheProvision()
{
    QFETCH(const bool, recorded);
    StoredCase draft = made(StoreDesk::approvable());
    std::optional<ContractProvision> kept;
    if (recorded) {
        become("sam");
        kept = provision("41");
        draft.reviewCase.determination.contractProvision = kept;
        const Result<StoredCase> noted = m_workspace->act(draft, Action::RecordProvision);
        QVERIFY2(noted.ok(), why(noted));
        draft = *noted;
        become("nora");
    }
    for (const std::optional<ContractProvision> &given : {std::optional(provision("7")), std::optional<ContractProvision>()}) {
        draft.reviewCase.determination.contractProvision = given;
        draft.reviewCase.nurseNote += QStringLiteral("x");
        const Result<StoredCase> saved = m_workspace->saveDraft(draft);
        QVERIFY2(saved.ok(), why(saved));
        QCOMPARE(saved->reviewCase.determination.contractProvision, kept);
        QCOMPARE(loaded(draft.id).reviewCase.determination.contractProvision, kept);
        QCOMPARE(loaded(draft.id).reviewCase.nurseNote, draft.reviewCase.nurseNote);
        draft = *saved;
    }
}

void tst_step_content::aNursesStepRecordsNoProvision()
{
    StoredCase draft = made(StoreDesk::approvable());
    draft.reviewCase.determination.contractProvision = provision("7");
    const Result<StoredCase> referred = m_workspace->act(draft, Action::Refer);
    QVERIFY2(referred.ok(), why(referred));
    QVERIFY(!referred->reviewCase.determination.contractProvision);
    become("phil"); // the criteria are met, and nobody recorded what could outrank them
    StoredCase case_ = loaded(draft.id);
    case_.reviewCase.determination.rationale = QStringLiteral("By contract.");
    QCOMPARE(codeOf(m_workspace->act(case_, Action::Deny)), QStringLiteral("outcome"));
    case_.reviewCase.determination.contractProvision = provision("41"); // with the denial itself, in his own name
    const Result<StoredCase> denied = m_workspace->act(case_, Action::Deny);
    QVERIFY2(denied.ok(), why(denied));
    QCOMPARE(denied->reviewCase.determination.contractProvision, std::optional(provision("41")));
}

void tst_step_content::aPhysiciansDraftMayHoldOne()
{
    become("pia");
    Result<StoredCase> draft = m_workspace->createCase(StoreDesk::approvable());
    QVERIFY2(draft.ok(), why(draft));
    draft->reviewCase.determination.contractProvision = provision("41");
    const Result<StoredCase> saved = m_workspace->saveDraft(*draft);
    QVERIFY2(saved.ok(), why(saved));
    QCOMPARE(loaded(draft->id).reviewCase.determination.contractProvision, std::optional(provision("41")));
}

void tst_step_content::aStepOutsideTheDraftChangesNoRequest_data()
{
    QTest::addColumn<Action>("before");
    QTest::addColumn<QByteArray>("login");
    QTest::addColumn<Action>("action");
    QTest::newRow("submitted, referred") << Action::Submit << QByteArray("nora") << Action::Refer;
    QTest::newRow("submitted, approved") << Action::Submit << QByteArray("nora") << Action::Approve;
    QTest::newRow("submitted, returned") << Action::Submit << QByteArray("sam") << Action::ReturnToNurse;
    QTest::newRow("referred, approved") << Action::Refer << QByteArray("phil") << Action::Approve;
    QTest::newRow("referred, pended") << Action::Refer << QByteArray("phil") << Action::Pend;
    QTest::newRow("referred, withdrawn") << Action::Refer << QByteArray("nora") << Action::Withdraw;
    QTest::newRow("pended, resumed") << Action::Pend << QByteArray("sam") << Action::Resume;
}

void tst_step_content::aStepOutsideTheDraftChangesNoRequest()
{
    QFETCH(const Action, before);
    QFETCH(const QByteArray, login);
    QFETCH(const Action, action);
    StoredCase draft = made(StoreDesk::approvable());
    draft.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    const Result<StoredCase> begun = m_workspace->act(draft, before);
    QVERIFY2(begun.ok(), why(begun));
    become(login.constData());
    StoredCase given = loaded(draft.id);
    const ReviewCase kept = given.reviewCase;
    given.reviewCase.facts.insert(QStringLiteral("unresectable"), {QStringLiteral("false")});
    given.reviewCase.member.name = QStringLiteral("Somebody Else");
    given.reviewCase.request.receivedAt = kept.request.receivedAt.addDays(-9);
    given.reviewCase.request.urgency = Urgency::Expedited;
    given.reviewCase.unconfirmed = {QStringLiteral("/urgency")};
    given.reviewCase.nurseNote = QStringLiteral("Look at page 3.");
    given.reviewCase.determination.plainReason = QStringLiteral("Said with the step.");
    const Result<StoredCase> done = m_workspace->act(given, action, QStringLiteral("By phone."));
    QVERIFY2(done.ok(), why(done));
    const ReviewCase now = loaded(draft.id).reviewCase;
    QCOMPARE(now.facts, kept.facts);
    QCOMPARE(now.member, kept.member);
    QCOMPARE(now.request, kept.request);
    QCOMPARE(now.unconfirmed, kept.unconfirmed);
    QCOMPARE(now.nurseNote, QStringLiteral("Look at page 3."));
    const QString said = action == Action::Resume ? QString() : QStringLiteral("Said with the step."); // words of a wait end with it
    QCOMPARE(now.determination.plainReason, said);
    QCOMPARE(m_workspace->loadCase(draft.id)->reviewCase, done->reviewCase);
    become("sam");
    QVERIFY(m_workspace->verify().ok());
}

void tst_step_content::careThatWasGivenIsApprovedForItsDay()
{
    ReviewCase content = StoreDesk::approvable();
    content.request.timing = Timing::PostService;
    content.service.plannedOn = QDate(2026, 10, 1);
    const Result<StoredCase> approved = m_workspace->act(made(content), Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    QCOMPARE(approved->reviewCase.determination.validFrom, QDate(2026, 10, 1));
    QCOMPARE(approved->reviewCase.determination.validTo, QDate(2026, 10, 1));
}

void tst_step_content::aCareOutsideTheDatesIsRefused()
{
    ReviewCase content = StoreDesk::approvable();
    content.service.plannedOn = QDate(2026, 12, 4);
    StoredCase draft = made(content);
    draft.reviewCase.determination.validTo = QDate(2026, 12, 1);
    const Result<StoredCase> refused = m_workspace->act(draft, Action::Approve);
    QCOMPARE(codeOf(refused), QStringLiteral("care_outside_validity"));
    QCOMPARE(refused.error().place, QStringLiteral("/determination/valid_to"));
    QCOMPARE(loaded(draft.id).status, Status::Draft);
    draft.reviewCase.determination.validTo = QDate(2026, 12, 4);
    QVERIFY(m_workspace->act(draft, Action::Approve).ok());
}

void tst_step_content::aCareBeyondTheUsualDaysNeedsItsDates()
{
    ReviewCase content = StoreDesk::approvable();
    content.service.plannedOn = QDate(2027, 6, 1);
    StoredCase draft = made(content);
    QCOMPARE(codeOf(m_workspace->act(draft, Action::Approve)), QStringLiteral("care_outside_validity"));
    draft.reviewCase.determination.validTo = QDate(2027, 6, 30);
    const Result<StoredCase> approved = m_workspace->act(draft, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    QCOMPARE(approved->reviewCase.determination.validFrom, QDate(2026, 11, 23));
}

QTEST_GUILESS_MAIN(tst_step_content)
#include "tst_step_content.moc"
