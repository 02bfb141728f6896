#include "PackDesk.h"

#include "cases/CaseFile.h"
#include "cases/PackVersions.h"
#include "store/CaseWalk.h"
#include "store/RoundRecord.h"
#include "store/Unsaved.h"

#include <QTest>

using namespace reviewdesk;

namespace {

/// Answers of which the second version does not know two, and asks one in other words.
ReviewCase draftContent()
{
    ReviewCase content = StoreDesk::request(QStringLiteral("Dora Draft"));
    for (const auto &[fact, value] : {std::pair("procedure", "radioembolization"), std::pair("location", "liver"),
             std::pair("tumor_origin", "metastatic"), std::pair("metastatic_type", "neuroendocrine"),
             std::pair("symptomatic", "true"), std::pair("progressive", "false")})
        content.facts.insert(QString::fromLatin1(fact), {QString::fromLatin1(value)});
    content.evidence.insert(QStringLiteral("symptomatic"), Evidence{QStringLiteral("Clinic note"), 2, {}, QStringLiteral("pain"), {}});
    content.recorded.items.insert(QStringLiteral("extrahepatic_disease"), QStringLiteral("true"));
    return content;
}

} // namespace

/// A workspace whose cases were reviewed under a version of the policy that another one followed.
class tst_pack_versions : public QObject, private PackDesk {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aVersionHoldsFromItsDay();
    void everyCaseIsStillRead();
    void itIsSoundAndCountedAsBefore();
    void aVersionIsReadOnceWhileItsFileStays();
    void aDraftGoesOnUnderTheVersionInForce();
    void whatItDoesNotAskStaysOut();
    void whatCameInUnderTheEarlierOneIsRead();
    void turningItsPagesChangesNothing();
    void aClosedRoundKeepsItsOwn();
    void withoutItsPackNoLetterIsWritten();
    void anotherRoundIsOfTheVersionInForce();
    void dueDatesAreRenewed();
    void whatWasSetAsideComesBack();
    void aFileOfAnotherVersionIsStillRefused();

private:
    StoredCase m_pended;
};

void tst_pack_versions::init()
{
    sitDown(draftContent());
    const std::unique_ptr<Workspace> nora = opened("nora");
    QVERIFY(nora->issueLetter(letterFor(m_approved, "approval", "member")).ok());
    m_pended = nora->act(nora->createCase(draftContent()).value(), Action::Pend).value();
}

void tst_pack_versions::aVersionHoldsFromItsDay()
{
    m_packs->addSecond(PackFolder::secondBegins()); // 2026-11-23 in the plan's zone
    QCOMPARE(opened("nora")->rulebook().policy.version, PackFolder::firstVersion());
    m_desk->clock.advance(Q_INT64_C(13) * 3600 * 1000); // the 24th in UTC alone
    QCOMPARE(opened("nora")->rulebook().policy.version, PackFolder::firstVersion());
    const std::unique_ptr<Workspace> nora = opened("nora");
    m_desk->clock.advance(Q_INT64_C(2) * 3600 * 1000);
    QCOMPARE(opened("nora")->rulebook().policy.version, PackFolder::secondVersion());
    QCOMPARE(codeOf(nora->act(m_draft, Action::Pend)), QStringLiteral("rules_changed")); // its window stood open
    QVERIFY(nora->act(m_draft, Action::Pend).ok());
    QCOMPARE(nora->loadCase(m_draft.id)->reviewCase.policyVersion, PackFolder::secondVersion());
}

void tst_pack_versions::everyCaseIsStillRead()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    QCOMPARE(nora->rulebook().policy.version, PackFolder::secondVersion());
    for (const StoredCase *stored : {&m_draft, &m_approved, &m_pended}) {
        const Result<StoredCase> loaded = nora->loadCase(stored->id);
        QVERIFY2(loaded.ok(), why(loaded));
        QCOMPARE(*loaded, *stored);
        QCOMPARE(nora->rounds(stored->id)->constFirst().content, stored->reviewCase);
        QVERIFY(!nora->history(stored->id)->isEmpty());
    }
    QCOMPARE(nora->letters(m_approved.id)->size(), 1);
}

void tst_pack_versions::itIsSoundAndCountedAsBefore()
{
    follow();
    const std::unique_ptr<Workspace> sam = opened("sam");
    const Result<void> sound = sam->verify();
    QVERIFY2(sound.ok(), why(sound));
    WorklistQuery query;
    query.search = QStringLiteral("Dora");
    QCOMPARE(sam->worklist(query)->size(), 2);
    int walked = 0;
    const Result<void> walk = (*sam->caseWalk())([&walked](const WalkedCase &) { ++walked; }, {});
    QVERIFY2(walk.ok(), why(walk));
    QCOMPARE(walked, 3);
    const auto records = (*sam->roundRecords(m_desk->clock.now().addDays(-30), m_desk->clock.now()))({});
    QVERIFY2(records.ok(), why(records));
    QCOMPARE(records->size(), 3);
}

/// It was read anew at each call, thrice a letter.
void tst_pack_versions::aVersionIsReadOnceWhileItsFileStays()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const auto first = rulebookOfVersion(nora->rulebook(), PackFolder::firstVersion());
    QVERIFY2(first.ok(), why(first));
    QCOMPARE(*rulebookOfVersion(nora->rulebook(), PackFolder::firstVersion()), *first);
    PlanTerms terms = nora->rulebook().terms;
    terms.effective.insert(versionKey(QStringLiteral("MED140"), PackFolder::firstVersion()),
        {QDate(2011, 1, 1), QStringLiteral("Sam"), m_desk->clock.now()});
    const auto entered = loadRulebook(m_packs->path(), nora->rulebook().zone, terms);
    QVERIFY2(entered.ok(), why(entered));
    QCOMPARE((*rulebookOfVersion(**entered, PackFolder::firstVersion()))->policy.effective, QStringLiteral("2011-01-01"));
    QVERIFY((*rulebookOfVersion(nora->rulebook(), PackFolder::firstVersion()))->policy.effective.isEmpty());
    m_packs->correctFirst();
    const auto corrected = rulebookOfVersion(nora->rulebook(), PackFolder::firstVersion());
    QVERIFY2(corrected.ok(), why(corrected));
    QVERIFY((*corrected)->policy.digest != (*first)->policy.digest);
    m_packs->removeFirst();
    QVERIFY(!rulebookOfVersion(nora->rulebook(), PackFolder::firstVersion()).ok());
}

void tst_pack_versions::aDraftGoesOnUnderTheVersionInForce()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    StoredCase draft = nora->loadCase(m_draft.id).value();
    const auto before = rulebookOfVersion(nora->rulebook(), PackFolder::firstVersion());
    QVERIFY2(before.ok(), why(before));
    QCOMPARE(answersToLookAt(draft.reviewCase, &(*before)->policy, nora->rulebook().policy),
        (QStringList{QStringLiteral("progressive"), QStringLiteral("symptomatic")}));
    draft.reviewCase.nurseNote = QStringLiteral("looked at");
    const Result<StoredCase> saved = nora->saveDraft(draft);
    QVERIFY2(saved.ok(), why(saved));
    const Result<StoredCase> now = nora->loadCase(m_draft.id);
    QVERIFY2(now.ok(), why(now));
    QCOMPARE(now->reviewCase.policyVersion, PackFolder::secondVersion());
    QVERIFY(!now->reviewCase.facts.contains(QStringLiteral("symptomatic")));
    QVERIFY(!now->reviewCase.evidence.contains(QStringLiteral("symptomatic")));
    QVERIFY(now->reviewCase.recorded.items.isEmpty());
    QCOMPARE(now->reviewCase.facts.value(QStringLiteral("progressive")).value, QStringLiteral("false"));
    QVERIFY(nora->history(m_draft.id)->constLast().changes.contains("/facts/symptomatic")); // kept there
    const Result<void> sound = opened("sam")->verify();
    QVERIFY2(sound.ok(), why(sound));
}

/// The screen still has what the version does not ask, and the version's name from the first save on.
void tst_pack_versions::whatItDoesNotAskStaysOut()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    StoredCase onScreen = nora->loadCase(m_draft.id).value();
    for (const char *typed : {"one", "two"}) {
        onScreen.reviewCase.nurseNote = QString::fromLatin1(typed);
        const Result<StoredCase> saved = nora->saveDraft(onScreen);
        QVERIFY2(saved.ok(), why(saved));
        onScreen.rowVersion = saved->rowVersion;
        onScreen.reviewCase.policyVersion = saved->reviewCase.policyVersion;
        const Result<StoredCase> now = nora->loadCase(m_draft.id);
        QVERIFY2(now.ok(), why(now));
        QVERIFY(!now->reviewCase.facts.contains(QStringLiteral("symptomatic")));
    }
}

/// A window that reads requests stands open over the day.
void tst_pack_versions::whatCameInUnderTheEarlierOneIsRead()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const Result<StoredCase> made = nora->createCase(draftContent());
    QVERIFY2(made.ok(), why(made));
    const Result<StoredCase> loaded = nora->loadCase(made->id);
    QVERIFY2(loaded.ok(), why(loaded));
    QCOMPARE(*loaded, *made);
}

void tst_pack_versions::turningItsPagesChangesNothing()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    StoredCase draft = nora->loadCase(m_draft.id).value();
    draft.page = QStringLiteral("tumor");
    QVERIFY(nora->saveDraft(draft).ok());
    const StoredCase now = nora->loadCase(m_draft.id).value();
    QCOMPARE(now.page, QStringLiteral("tumor"));
    QCOMPARE(now.rowVersion, draft.rowVersion);
    QCOMPARE(now.reviewCase, draft.reviewCase);
}

void tst_pack_versions::aClosedRoundKeepsItsOwn()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const Result<IssuedLetter> issued = nora->issueLetter(letterFor(m_approved, "approval", "provider"));
    QVERIFY2(issued.ok(), why(issued));
    QCOMPARE(issued->policyVersion, PackFolder::firstVersion());
    QCOMPARE(issued->policyDigest, m_rules->policy.digest);
    const std::shared_ptr<const Rulebook> now = nora->sharedRulebook();
    QCOMPARE((*rulebookOfRound(m_approved.reviewCase, m_approved.status, now))->policy.version, PackFolder::firstVersion());
    QCOMPARE(*rulebookOfRound(m_draft.reviewCase, m_draft.status, now), now);
    IssuedLetter other = letterFor(m_pended, "information_request", "member"); // open: by the version in force
    QCOMPARE(nora->issueLetter(other)->policyVersion, PackFolder::secondVersion());
    const Result<void> sound = opened("sam")->verify();
    QVERIFY2(sound.ok(), why(sound));
}

void tst_pack_versions::withoutItsPackNoLetterIsWritten()
{
    follow();
    m_packs->removeFirst();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const Result<IssuedLetter> refused = nora->issueLetter(letterFor(m_approved, "approval", "provider"));
    QCOMPARE(codeOf(refused), QStringLiteral("other_pack"));
    QVERIFY2(refused.error().message.contains(PackFolder::firstVersion()), why(refused));
    QCOMPARE(codeOf(rulebookOfRound(m_approved.reviewCase, m_approved.status, nora->sharedRulebook())), QStringLiteral("other_pack"));
    QCOMPARE(nora->letters(m_approved.id)->constFirst().policyVersion, PackFolder::firstVersion());
    const Result<void> sound = opened("sam")->verify();
    QVERIFY2(sound.ok(), why(sound));
}

void tst_pack_versions::anotherRoundIsOfTheVersionInForce()
{
    follow();
    const std::unique_ptr<Workspace> sam = opened("sam");
    const Result<StoredCase> again = sam->act(sam->loadCase(m_approved.id).value(), Action::Reopen, QStringLiteral("more came"));
    QVERIFY2(again.ok(), why(again));
    const Result<QList<KeptRound>> rounds = sam->rounds(m_approved.id);
    QVERIFY2(rounds.ok(), why(rounds));
    QCOMPARE(rounds->size(), 2);
    QCOMPARE(rounds->at(0).content.policyVersion, PackFolder::firstVersion());
    QCOMPARE(rounds->at(1).content.policyVersion, PackFolder::secondVersion());
    const Result<void> sound = sam->verify();
    QVERIFY2(sound.ok(), why(sound));
}

/// The rules of time changed with the same update that brought the version.
void tst_pack_versions::dueDatesAreRenewed()
{
    if (StoreDesk::isOnServer())
        QSKIP("its administrator renews them: tst_server");
    follow();
    const auto due = [this] {
        return m_desk->database()->row(QStringLiteral("SELECT due_at FROM cases WHERE id = ?"), {m_draft.id})->value(0).toLongLong();
    };
    const qint64 right = due();
    QVERIFY(m_desk->database()->script("UPDATE settings SET value = '' WHERE name = 'due_rules';"
                                       "UPDATE cases SET due_at = due_at + 1 WHERE status = 'draft'").ok());
    QCOMPARE(due(), right + 1);
    opened("nora").reset();
    QCOMPARE(due(), right);
}

void tst_pack_versions::whatWasSetAsideComesBack()
{
    if (!StoreDesk::isOnServer())
        QSKIP("a folder is never away");
    const QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toUtf8());
    UnsavedDraft typed{m_draft.id, m_draft.reviewCase.number, m_draft.rowVersion, {}, m_draft.reviewCase, m_draft.reviewCase, {},
        m_desk->clock.now().toUTC()};
    typed.content.nurseNote = QStringLiteral("typed while it was away");
    QVERIFY(opened("nora")->keepUnsaved(typed).ok());
    follow();
    const Result<QList<UnsavedDraft>> kept = opened("nora")->unsaved();
    QVERIFY2(kept.ok(), why(kept));
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().content, typed.content);
}

void tst_pack_versions::aFileOfAnotherVersionIsStillRefused()
{
    follow();
    const std::unique_ptr<Workspace> nora = opened("nora");
    const QByteArray file = canonicalJson(toJson(m_draft.reviewCase, m_rules->policy));
    const CaseReading reading = readCase(file, nora->rulebook().policy, nora->rulebook().caseSchema);
    QVERIFY(!reading.ok());
    QCOMPARE(reading.problems.constFirst().code, QStringLiteral("policy_mismatch"));
    QVERIFY(readCase(file, nora->rulebook().policy, nora->rulebook().caseSchema, CaseSource::Workspace).ok());
}

QTEST_GUILESS_MAIN(tst_pack_versions)
#include "tst_pack_versions.moc"
