#include "PackDesk.h"

#include "cases/PackVersions.h"
#include "store/CaseDossier.h"

#include <QTest>

using namespace reviewdesk;

namespace {

ReviewCase draftContent()
{
    ReviewCase content = StoreDesk::request(QStringLiteral("Dora Draft"));
    content.facts.insert(QStringLiteral("procedure"), {QStringLiteral("radioembolization")});
    content.facts.insert(QStringLiteral("symptomatic"), {QStringLiteral("true")}); // the second version does not know it
    return content;
}

} // namespace

/// A version of the policy that is corrected, begins while a case is open, or is not installed on each of a team's seats.
class tst_pack_changes : public QObject, private PackDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCorrectedPackWritesItsLetters();
    void whatNobodyHasSeenIsNotSigned_data();
    void whatNobodyHasSeenIsNotSigned();
    void anExportIsNotALetter();
    void anOlderProgramAnswersNoNewerCase();
    void anOlderProgramKeepsWhatCameAgain();
    void anOlderProgramReviewsNoNewerCaseAgain();
    void anOlderProgramLeavesANewerCaseAlone();
    void aVersionThatWasTakenAwayEndsNoCase();

};

void tst_pack_changes::init()
{
    sitDown(draftContent());
    const std::unique_ptr<Workspace> nora = opened("nora");
    QVERIFY(nora->issueLetter(letterFor(m_approved, "approval", "member")).ok());
}

/// Without a new version's name: the letter is composed and issued by what is installed now.
void tst_pack_changes::aCorrectedPackWritesItsLetters()
{
    m_packs->correctFirst();
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const auto own = rulebookOfRound(m_approved.reviewCase, m_approved.status, nora->sharedRulebook());
    QVERIFY2(own.ok(), why(own));
    QVERIFY((*own)->policy.digest != m_rules->policy.digest);
    IssuedLetter letter = letterFor(m_approved, "approval", "provider");
    letter.policyDigest = (*own)->policy.digest;
    const Result<IssuedLetter> issued = nora->issueLetter(letter);
    QVERIFY2(issued.ok(), why(issued));
    QCOMPARE(issued->policyVersion, PackFolder::firstVersion());
    QCOMPARE(issued->policyDigest, letter.policyDigest);
    QCOMPARE(nora->letters(m_approved.id)->constFirst().policyDigest, m_rules->policy.digest);
    const Result<void> sound = opened("sam")->verify();
    QVERIFY2(sound.ok(), why(sound));
}

void tst_pack_changes::whatNobodyHasSeenIsNotSigned_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<bool>("judges");
    QTest::newRow("approve") << Action::Approve << true;
    QTest::newRow("submit") << Action::Submit << true;
    QTest::newRow("refer") << Action::Refer << true;
    QTest::newRow("ask") << Action::Pend << true;
    QTest::newRow("withdraw") << Action::Withdraw << false;
}

/// The case was opened before midnight, and the other version begins at midnight.
void tst_pack_changes::whatNobodyHasSeenIsNotSigned()
{
    QFETCH(const Action, action);
    QFETCH(const bool, judges);
    m_packs->addSecond(PackFolder::secondBegins());
    const std::unique_ptr<Workspace> nora = opened("nora");
    const StoredCase seen = nora->createCase(StoreDesk::approvable()).value();
    QCOMPARE(nora->rulebook().policy.version, PackFolder::firstVersion());
    m_desk->clock.advance(Q_INT64_C(15) * 3600 * 1000);
    const Result<StoredCase> done = nora->act(seen, action, QStringLiteral("why"));
    QCOMPARE(codeOf(done) == QLatin1String("rules_changed"), judges);
    if (!judges)
        return;
    QCOMPARE(nora->rulebook().policy.version, PackFolder::secondVersion()); // for who looks again
    QCOMPARE(nora->loadCase(seen.id).value(), seen);
    QVERIFY(codeOf(nora->act(seen, action, QStringLiteral("why"))) != QLatin1String("rules_changed"));
}

/// Only the answer to the request says by which criteria it was decided.
void tst_pack_changes::anExportIsNotALetter()
{
    follow();
    QVERIFY(readDossier(*opened("nora"), m_approved.id)->checkAnswer().ok());
    m_packs->removeFirst();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const Result<CaseDossier> dossier = readDossier(*nora, m_approved.id);
    QVERIFY2(dossier.ok(), why(dossier));
    QCOMPARE(dossier->rulebook, nora->sharedRulebook());
    const Result<void> answer = dossier->checkAnswer();
    QCOMPARE(codeOf(answer), QStringLiteral("other_pack"));
    QVERIFY2(answer.error().message.contains(PackFolder::firstVersion()), why(answer));
    QVERIFY(!answer.error().message.contains(QLatin1String("letter")));
    QVERIFY(readDossier(*nora, m_draft.id)->checkAnswer().ok()); // open: by the version in force
}

/// Its answer would stand in the older version's questions, and in its criteria.
void tst_pack_changes::anOlderProgramAnswersNoNewerCase()
{
    follow();
    const std::unique_ptr<Workspace> upToDate = opened("nora");
    StoredCase asks = upToDate->createCase(draftContent()).value();
    asks.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    asks = upToDate->act(asks, Action::Pend).value();
    QVERIFY(readDossier(*upToDate, asks.id)->checkAnswer().ok());
    const PackFolder olderFolder;
    m_rules = olderFolder.rulebook();
    const std::unique_ptr<Workspace> older = opened("nora");
    const Result<void> answer = readDossier(*older, asks.id)->checkAnswer();
    QCOMPARE(codeOf(answer), QStringLiteral("older_program"));
    QVERIFY2(answer.error().message.contains(PackFolder::secondVersion()), why(answer));
    QVERIFY(readDossier(*older, m_draft.id)->checkAnswer().ok());
}

/// It asks for an expedited review now, and this seat may not change the case: it is noted, and what came along is kept.
void tst_pack_changes::anOlderProgramKeepsWhatCameAgain()
{
    follow();
    ReviewCase asked = StoreDesk::request();
    asked.request.urgency = Urgency::Standard;
    IncomingMessage message{{QStringLiteral("claim\n1")}, QStringLiteral("Came by FHIR: message 1."), "first"};
    const ImportedCase first = opened("nora")->importRequest(message, asked).value();
    const PackFolder olderFolder;
    m_rules = olderFolder.rulebook();
    const std::unique_ptr<Workspace> older = opened("ned");
    QVERIFY(older->loadCase(first.stored.id)->onlyRead);
    asked.request.urgency = Urgency::Expedited;
    m_desk->clock.advance(60'000); // of two messages of one instant neither is the later
    message.content = "second";
    message.documents.append(
        {"%PDF the CT", DocumentKind::Pdf, 1, QString(), QStringLiteral("CT report"), QDate(2026, 11, 23)});
    const Result<ImportedCase> again = older->importRequest(message, asked);
    QVERIFY2(again.ok(), why(again));
    QVERIFY(again->known && again->changed);
    QCOMPARE(again->stored.reviewCase.request.urgency, Urgency::Standard);
    QCOMPARE(older->messageOf(first.stored.id).value(), QByteArray("second"));
    QCOMPARE(older->documents(first.stored.id)->size(), 1);
    QVERIFY(older->notes(first.stored.id)->constLast().words.contains(QLatin1String("look at it now")));
    const Result<void> sound = opened("sam")->verify();
    QVERIFY2(sound.ok(), why(sound));
}

/// A second review in the older version's questions would be compared with answers to other ones.
void tst_pack_changes::anOlderProgramReviewsNoNewerCaseAgain()
{
    follow();
    const std::unique_ptr<Workspace> upToDate = opened("nora");
    const StoredCase newer = upToDate->act(upToDate->createCase(StoreDesk::approvable()).value(), Action::Approve).value();
    require(upToDate->signInAs(QStringLiteral("sam"), "sam").ok());
    SampleWish wish;
    wish.from = QDate(2026, 11, 1);
    wish.until = QDate(2026, 11, 30);
    wish.size = 2;
    for (const UserAccount &user : upToDate->users().value()) {
        if (user.loginName == QLatin1String("ned"))
            wish.reviewerId = user.id;
    }
    const QString sample = upToDate->drawSample(wish)->id;
    const QList<SampledCase> drawn = upToDate->sampledCases(sample).value();
    QCOMPARE(drawn.size(), 2);
    const int ofNewer = drawn.constFirst().caseId == newer.id ? 1 : 2;
    const int ofOlder = 3 - ofNewer;
    require(upToDate->signInAs(QStringLiteral("ned"), "ned").ok());
    QVERIFY(!upToDate->secondReview(sample, ofNewer)->onlyRead && !upToDate->secondReview(sample, ofOlder)->onlyRead);
    const PackFolder olderFolder;
    m_rules = olderFolder.rulebook();
    const std::unique_ptr<Workspace> older = opened("ned");
    StoredCase review = older->secondReview(sample, ofNewer).value();
    QVERIFY(review.onlyRead);
    QCOMPARE(review.onlyRead->code, QStringLiteral("older_program"));
    review.page = QStringLiteral("tumor"); // turning its pages is reading
    QVERIFY(older->saveSecondReview(sample, ofNewer, review).ok());
    review.reviewCase.facts = StoreDesk::approvable().facts;
    const Result<StoredCase> refused = older->saveSecondReview(sample, ofNewer, review);
    QCOMPARE(codeOf(refused), QStringLiteral("older_program"));
    QVERIFY2(refused.error().message.contains(PackFolder::secondVersion()), why(refused));
    QVERIFY(older->secondReview(sample, ofNewer)->reviewCase.facts.isEmpty());
    StoredCase begun = upToDate->secondReview(sample, ofNewer).value();
    begun.reviewCase.facts = StoreDesk::approvable().facts;
    begun = upToDate->saveSecondReview(sample, ofNewer, begun).value();
    QCOMPARE(codeOf(older->finishSecondReview(sample, ofNewer, begun.rowVersion)), QStringLiteral("older_program"));
    QVERIFY(upToDate->finishSecondReview(sample, ofNewer, begun.rowVersion).ok());
    StoredCase own = older->secondReview(sample, ofOlder).value(); // decided under the version that it has
    QVERIFY(!own.onlyRead);
    own.reviewCase.facts = StoreDesk::approvable().facts;
    const Result<StoredCase> saved = older->saveSecondReview(sample, ofOlder, own);
    QVERIFY2(saved.ok(), why(saved));
    QVERIFY(older->finishSecondReview(sample, ofOlder, saved->rowVersion).ok());
}

/// The seats of a team are brought up to date one after the other.
void tst_pack_changes::anOlderProgramLeavesANewerCaseAlone()
{
    follow();
    ReviewCase content = draftContent();
    content.facts.insert(QStringLiteral("symptoms_present"), {QStringLiteral("true")});
    const std::unique_ptr<Workspace> upToDate = opened("nora");
    const StoredCase newer = upToDate->createCase(content).value();
    StoredCase asks = upToDate->createCase(content).value();
    asks.reviewCase.determination.plainReason = QStringLiteral("Please send the CT.");
    asks = upToDate->act(asks, Action::Pend).value();
    QVERIFY(newer.reviewCase.facts.contains(QStringLiteral("symptoms_present")));
    const PackFolder olderFolder;
    m_rules = olderFolder.rulebook();
    const std::unique_ptr<Workspace> older = opened("nora");
    QCOMPARE(older->rulebook().policy.version, PackFolder::firstVersion());
    StoredCase draft = older->loadCase(newer.id).value();
    QVERIFY(draft.onlyRead && !newer.onlyRead);
    QCOMPARE(draft.onlyRead->code, QStringLiteral("older_program"));
    QVERIFY(!older->loadCase(m_draft.id)->onlyRead); // nobody worked on it under the newer one
    StoredCase asThere = draft;
    asThere.onlyRead.reset();
    QCOMPARE(asThere, newer);
    draft.page = QStringLiteral("tumor"); // turning its pages is reading
    QVERIFY(older->saveDraft(draft).ok());
    draft.reviewCase.nurseNote = QStringLiteral("typed on the older one");
    const Result<StoredCase> saved = older->saveDraft(draft);
    QCOMPARE(codeOf(saved), QStringLiteral("older_program"));
    QVERIFY2(saved.error().message.contains(PackFolder::secondVersion()), why(saved));
    for (const Action action : {Action::Approve, Action::Pend, Action::Refer, Action::Withdraw})
        QCOMPARE(codeOf(older->act(draft, action, QStringLiteral("why"))), QStringLiteral("older_program"));
    QCOMPARE(older->loadCase(newer.id)->reviewCase, newer.reviewCase);
    const Result<IssuedLetter> letter = older->issueLetter(letterFor(asks, "information_request", "provider"));
    QCOMPARE(codeOf(letter), QStringLiteral("older_program")); // it would name the older version
    QCOMPARE(older->letters(asks.id)->size(), 0);
    QVERIFY(upToDate->issueLetter(letterFor(asks, "information_request", "provider")).ok());
    StoredCase own = older->loadCase(m_draft.id).value(); // nobody worked on it under the newer one
    own.reviewCase.nurseNote = QStringLiteral("goes on");
    const Result<StoredCase> kept = older->saveDraft(own);
    QVERIFY2(kept.ok(), why(kept));
    const Result<void> sound = opened("sam")->verify();
    QVERIFY2(sound.ok(), why(sound));
}

void tst_pack_changes::aVersionThatWasTakenAwayEndsNoCase()
{
    follow();
    m_packs->removeFirst();
    const std::unique_ptr<Workspace> nora = opened("nora");
    StoredCase draft = nora->loadCase(m_draft.id).value();
    draft.reviewCase.nurseNote = QStringLiteral("goes on");
    const Result<StoredCase> saved = nora->saveDraft(draft);
    QVERIFY2(saved.ok(), why(saved));
    QCOMPARE(saved->reviewCase.policyVersion, PackFolder::secondVersion());
}

QTEST_GUILESS_MAIN(tst_pack_changes)
#include "tst_pack_changes.moc"
