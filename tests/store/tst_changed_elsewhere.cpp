#include "StoreDesk.h"

#include "store/Workshop.h"

#include <QSignalSpy>
#include <QTest>

using namespace reviewdesk;

namespace {

const QString med140 = QStringLiteral("MED140");
const QString version = QStringLiteral("origin-2010-12");
const QDate january(2011, 1, 1);
const QString otherNpi = QStringLiteral("1679576722");

IssuedLetter letterOf(const StoredCase &stored)
{
    IssuedLetter letter;
    letter.caseId = stored.id;
    letter.kind = QStringLiteral("approval");
    letter.recipient = QStringLiteral("member");
    letter.title = letter.html = letter.text = letter.templateVersion = letter.digest = QStringLiteral("x");
    letter.sample = true;
    return letter;
}

} // namespace

/// Settings and accounts that are changed in one window, while others stand open.
class tst_changed_elsewhere : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void noLetterGoesOutWithoutTheDayThatWasEntered();
    void aDecisionTakesTheTermsOfThePlan();
    void whoDecidesIsWhoTheAccountSaysNow();
    void theWindowLearnsOfIt();
    void aDisabledAccountDoesNothingMore();

private:
    std::unique_ptr<StoreDesk> m_desk;
    std::unique_ptr<Workspace> m_sam;
};

void tst_changed_elsewhere::init()
{
    m_sam.reset();
    m_desk = std::make_unique<StoreDesk>();
    m_sam = m_desk->made();
}

void tst_changed_elsewhere::noLetterGoesOutWithoutTheDayThatWasEntered()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const StoredCase approved = nora->act(nora->createCase(StoreDesk::approvable()).value(), Action::Approve).value();
    QVERIFY(m_sam->setEffectiveDate(med140, version, january).ok());
    QCOMPARE(codeOf(nora->issueLetter(letterOf(approved))), QStringLiteral("rules_changed"));
    QVERIFY(nora->letters(approved.id)->isEmpty());
    QCOMPARE(nora->rulebook().policy.effective, QStringLiteral("2011-01-01"));
    const Result<IssuedLetter> issued = nora->issueLetter(letterOf(approved)); // composed anew
    QVERIFY2(issued.ok(), why(issued));
}

void tst_changed_elsewhere::aDecisionTakesTheTermsOfThePlan()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const StoredCase draft = nora->createCase(StoreDesk::approvable()).value();
    WorkspaceSettings settings = *m_sam->settings();
    settings.terms.approvalDays = 30;
    QVERIFY(m_sam->saveSettings(settings).ok());
    const Result<StoredCase> approved = nora->act(draft, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    const Determination &made = approved->reviewCase.determination;
    QCOMPARE(made.validTo, made.validFrom.addDays(30));
    QCOMPARE(nora->rulebook().terms.approvalDays, 30);
}

void tst_changed_elsewhere::whoDecidesIsWhoTheAccountSaysNow()
{
    const std::unique_ptr<Workspace> nora = m_desk->opened(QStringLiteral("nora"));
    const std::unique_ptr<Workspace> phil = m_desk->opened(QStringLiteral("phil"));
    const StoredCase referred = nora->act(nora->createCase(StoreDesk::adverse()).value(), Action::Refer, QStringLiteral("see the scan")).value();
    UserAccount corrected = phil->user();
    corrected.npi = otherNpi;
    corrected.specialty = QStringLiteral("Interventional radiology");
    const Result<void> kept = m_sam->correctUser(corrected);
    QVERIFY2(kept.ok(), why(kept));
    StoredCase denied = referred;
    denied.reviewCase.determination.rationale = QStringLiteral("Not shown to be progressive.");
    denied.reviewCase.determination.plainReason = QStringLiteral("The record does not show it.");
    const Result<StoredCase> done = phil->act(denied, Action::Deny);
    QVERIFY2(done.ok(), why(done));
    QCOMPARE(done->reviewCase.determination.by.npi, otherNpi);
    QCOMPARE(done->reviewCase.determination.by.specialty, corrected.specialty);
    QCOMPARE(phil->user(), corrected);
    const Result<void> sound = m_sam->verify();
    QVERIFY2(sound.ok(), why(sound));
}

void tst_changed_elsewhere::theWindowLearnsOfIt()
{
    Workshop workshop;
    QVERIFY(workshop.open([this] { return m_desk->tryOpen(QStringLiteral("nora"), "nora"); }).ok());
    UserAccount corrected = workshop.user();
    corrected.credential = QStringLiteral("BSN");
    QVERIFY(m_sam->correctUser(corrected).ok());
    QVERIFY(m_sam->setEffectiveDate(med140, version, january).ok());
    const Result<StoredCase> approved = workshop.run([](Workspace &workspace) {
        return workspace.act(workspace.createCase(StoreDesk::approvable()).value(), Action::Approve);
    }).takeResult();
    QVERIFY2(approved.ok(), why(approved));
    QTRY_COMPARE(workshop.user().credential, QStringLiteral("BSN"));
    QCOMPARE(workshop.rulebook().policy.effective, QStringLiteral("2011-01-01"));
}

void tst_changed_elsewhere::aDisabledAccountDoesNothingMore()
{
    const std::unique_ptr<Workspace> ned = m_desk->opened(QStringLiteral("ned"));
    const StoredCase draft = ned->createCase(StoreDesk::approvable()).value();
    const StoredCase approved = ned->act(ned->createCase(StoreDesk::approvable()).value(), Action::Approve).value();
    const Result<void> disabled = m_sam->disableUser(ned->user().id);
    QVERIFY2(disabled.ok(), why(disabled));
    StoredCase typed = draft;
    typed.reviewCase.nurseNote = QStringLiteral("after all");
    const QString saving = codeOf(ned->saveDraft(typed));
    const QString acting = codeOf(ned->act(draft, Action::Approve));
    const QString issuing = codeOf(ned->issueLetter(letterOf(approved)));
    const QString making = codeOf(ned->createCase(StoreDesk::request()));
    for (const QString &code : {saving, acting, issuing, making})
        QVERIFY2(!code.isEmpty(), qPrintable(QStringList({saving, acting, issuing, making}).join(u'|')));
    qInfo("%s", qPrintable(QStringList({saving, acting, issuing, making}).join(u'|')));
    QCOMPARE(m_sam->loadCase(draft.id)->reviewCase, draft.reviewCase);
    QVERIFY(m_sam->letters(approved.id)->isEmpty());
}

QTEST_GUILESS_MAIN(tst_changed_elsewhere)
#include "tst_changed_elsewhere.moc"
