#include "PageWords.h"
#include "ReferredCase.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/letter/CaseLetters.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/TranslatedReason.h"
#include "ui/review/CriterionLinks.h"
#include "ui/review/RecommendationPage.h"
#include "ui/widgets/CaseHeader.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace reviewdesk;

namespace {

const QString denying = QStringLiteral("Your scans show no growth.");
const QString spanish = QStringLiteral("Sus exploraciones no muestran crecimiento.");

QPlainTextEdit *plainOf(QWidget *form)
{
    return textOf(*form, "Reason in plain words");
}

QPlainTextEdit *rationaleOf(QWidget *form)
{
    return textOf(*form, "Clinical rationale");
}

/// Of a case that does not meet the criteria.
ReviewCase adverse(const char *language = "en")
{
    ReviewCase content = StoreDesk::adverse();
    content.member.language = QString::fromLatin1(language);
    return content;
}

ReviewCase approvableOfMedicare()
{
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    return content;
}

/// What the nurse typed into the draft.
void type(Wizard &wizard, const QString &plain, const QString &translated, const QString &rationale = {})
{
    StoredCase draft = wizard.kept();
    draft.reviewCase.determination.plainReason = plain;
    draft.reviewCase.determination.plainReasonTranslated = translated;
    draft.reviewCase.determination.rationale = rationale;
    auto kept = wizard.workshop->run([draft](Workspace &workspace) { return workspace.saveDraft(draft); });
    kept.waitForFinished();
    require(kept.result().ok());
    wizard.stored = kept.result().value();
}

/// The case's page before whoever sits there, its form open.
class OpenPage : public DecisionPage {
public:
    explicit OpenPage(Wizard &wizard) : DecisionPage(*wizard.workshop, wizard.kept(), wizard.clock())
    {
        showFor(*this);
        require(QTest::qWaitFor([this] { return form()->isEnabled(); }));
    }

    /// What is on the form; whether the page says so.
    template <typename Signal> bool signs(Signal signal)
    {
        QSignalSpy said(this, signal);
        QTest::mouseClick(signButton(), Qt::LeftButton);
        return said.wait(5000);
    }
};

} // namespace

/// Words are typed for one letter; no other one prints them.
class tst_words_of_outcomes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftedDenialIsNotPrintedByAnApproval();
    void wordsBeforeTheChoiceAreOfTheFirstOne();
    void aRecommendationToDenyIsNotPrintedByAnApproval();
    void aCaseThatGoesBackKeepsItsOwnWords();
    void whatIsHiddenIsNotPrintedByAWithdrawal();
    void wordsOfEachLetterComeBack();
    void aWaitingCaseLendsNobodyItsWords();
    void aChangedReasonHasNoOldTranslation();
    void aChangedReasonHasNoOldTranslationOnceAMemberReadsEnglish();
    void moreTimeIsAskedForOnTheWaitingCase();
    void theNoticeIsOpenedFirstOnceTheRequestIsOut();
};

void tst_words_of_outcomes::aDraftedDenialIsNotPrintedByAnApproval()
{
    ReferredCase wizard(adverse());
    OpenPage page(wizard);
    DecisionForm *form = page.form();
    form->choice(Action::Deny)->click();
    plainOf(form)->setPlainText(denying);
    rationaleOf(form)->setPlainText(QStringLiteral("Stable disease."));
    form->choice(Action::ApproveException)->click();
    QCOMPARE(plainOf(form)->toPlainText(), QString());
    QCOMPARE(rationaleOf(form)->toPlainText(), QString());
    QCOMPARE(form->refusal(), QStringLiteral("Write the clinical rationale first."));
    form->choice(Action::Deny)->click(); // nothing that was typed is lost
    QCOMPARE(plainOf(form)->toPlainText(), denying);
    QCOMPARE(rationaleOf(form)->toPlainText(), QStringLiteral("Stable disease."));
    form->choice(Action::ApproveException)->click();
    rationaleOf(form)->setPlainText(QStringLiteral("The tumor board found no other way."));
    QVERIFY(page.signs(&DecisionPage::letterWanted));
    const Determination made = wizard.kept().reviewCase.determination;
    QCOMPARE(made.decision, std::optional(Decision::Approved));
    QCOMPARE(made.plainReason, QString());
    QCOMPARE(made.rationale, QStringLiteral("The tumor board found no other way."));
}

void tst_words_of_outcomes::wordsBeforeTheChoiceAreOfTheFirstOne()
{
    ReferredCase wizard(adverse());
    OpenPage page(wizard);
    DecisionForm *form = page.form();
    rationaleOf(form)->setPlainText(QStringLiteral("Read with the tumor board."));
    form->choice(Action::ApproveException)->click();
    QCOMPARE(rationaleOf(form)->toPlainText(), QStringLiteral("Read with the tumor board."));
    form->choice(Action::Deny)->click();
    QCOMPARE(rationaleOf(form)->toPlainText(), QString());
}

/// The nurse wrote why it cannot be covered; the physician approves it.
void tst_words_of_outcomes::aRecommendationToDenyIsNotPrintedByAnApproval()
{
    Wizard wizard("nora", adverse("es"));
    type(wizard, denying, spanish);
    refer(wizard);
    OpenPage page(wizard);
    DecisionForm *form = page.form();
    form->choice(Action::Deny)->click();
    QCOMPARE(plainOf(form)->toPlainText(), denying);
    QCOMPARE(form->findChild<TranslatedReason *>()->text(), spanish);
    form->choice(Action::ApproveException)->click();
    QCOMPARE(plainOf(form)->toPlainText(), QString());
    QCOMPARE(form->findChild<TranslatedReason *>()->text(), QString());
    rationaleOf(form)->setPlainText(QStringLiteral("The tumor board found no other way."));
    QVERIFY(page.signs(&DecisionPage::letterWanted));
    const Determination made = wizard.kept().reviewCase.determination;
    QCOMPARE(made.decision, std::optional(Decision::Approved));
    QCOMPARE(made.plainReason, QString());
    QCOMPARE(made.plainReasonTranslated, QString());
}

/// What a physician began to write for a denial is hidden when the case goes back: the nurse's letter would print it.
void tst_words_of_outcomes::aCaseThatGoesBackKeepsItsOwnWords()
{
    Wizard wizard("nora", adverse());
    type(wizard, QStringLiteral("The nurse's words."), {}, QStringLiteral("The nurse's rationale."));
    refer(wizard);
    OpenPage page(wizard);
    DecisionForm *form = page.form();
    form->choice(Action::Deny)->click();
    plainOf(form)->setPlainText(denying);
    rationaleOf(form)->setPlainText(QStringLiteral("Stable disease."));
    form->choice(Action::ReturnToNurse)->click();
    textOf(*form, "Comment to the nurse")->setPlainText(QStringLiteral("Page 3, please."));
    QVERIFY(page.signs(&DecisionPage::closed));
    QCOMPARE(wizard.kept().status, Status::Draft);
    QCOMPARE(wizard.kept().reviewCase.determination.plainReason, QStringLiteral("The nurse's words."));
    QCOMPARE(wizard.kept().reviewCase.determination.rationale, QStringLiteral("The nurse's rationale."));
}

void tst_words_of_outcomes::whatIsHiddenIsNotPrintedByAWithdrawal()
{
    Wizard wizard("nora", adverse("es"));
    type(wizard, denying, spanish);
    QVERIFY(wizard.act(Action::Refer).ok());
    OpenPage page(wizard);
    DecisionForm *form = page.form();
    form->choice(Action::Withdraw)->click();
    for (QLineEdit *edit : form->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == u"Withdrawn on whose word")
            QTest::keyClicks(edit, QStringLiteral("Dr. Lee, by phone"));
    }
    QVERIFY(page.signs(&DecisionPage::letterWanted));
    QCOMPARE(wizard.kept().status, Status::Withdrawn);
    QCOMPARE(wizard.kept().reviewCase.determination.plainReason, QString());
    QCOMPARE(wizard.kept().reviewCase.determination.plainReasonTranslated, QString());
}

void tst_words_of_outcomes::wordsOfEachLetterComeBack()
{
    ReferredCase wizard(adverse());
    {
        OpenPage page(wizard);
        page.form()->choice(Action::Deny)->click();
        plainOf(page.form())->setPlainText(denying);
        page.form()->choice(Action::Pend)->click();
        plainOf(page.form())->setPlainText(QStringLiteral("Please send the CT."));
        page.flush();
    }
    OpenPage page(wizard);
    QTRY_COMPARE(page.form()->chosen(), std::optional(Action::Pend));
    QCOMPARE(plainOf(page.form())->toPlainText(), QStringLiteral("Please send the CT."));
    page.form()->choice(Action::Deny)->click();
    QCOMPARE(plainOf(page.form())->toPlainText(), denying);
    page.form()->choice(Action::ApproveException)->click();
    QCOMPARE(plainOf(page.form())->toPlainText(), QString());
}

/// A half-written form on it, kept over its resuming by somebody else, brought the request's words back.
void tst_words_of_outcomes::aWaitingCaseLendsNobodyItsWords()
{
    Wizard wizard("nora", StoreDesk::approvable());
    type(wizard, QStringLiteral("Please send the CT."), {});
    QVERIFY(wizard.act(Action::Pend).ok());
    {
        OpenPage page(wizard);
        page.form()->choice(Action::Withdraw)->click();
        page.flush();
    }
    wizard.signIn("ned");
    QVERIFY(wizard.act(Action::Resume).ok());
    QVERIFY(wizard.act(Action::Submit).ok());
    wizard.signIn("nora");
    OpenPage page(wizard);
    page.form()->choice(Action::Approve)->click();
    QCOMPARE(plainOf(page.form())->toPlainText(), QString());
    QCOMPARE(page.session().content().determination.plainReason, QString());
}

void tst_words_of_outcomes::aChangedReasonHasNoOldTranslation()
{
    Wizard wizard("nora", adverse("es"));
    type(wizard, denying, spanish);
    ReviewSession session(*wizard.workshop, wizard.stored, wizard.clock());
    const CriterionLinks links(session.policy());
    RecommendationPage page(session, links);
    showFor(page, {700, 1600});
    rationaleOf(&page)->setPlainText(QStringLiteral("Stable disease."));
    QCOMPARE(session.content().determination.plainReasonTranslated, spanish); // the reason is as it was
    plainOf(&page)->setPlainText(QStringLiteral("Your scans show growth."));
    QCOMPARE(session.content().determination.plainReasonTranslated, QString());
    session.undo();
    QCOMPARE(session.content().determination.plainReason, denying);
    QCOMPARE(session.content().determination.plainReasonTranslated, spanish);
}

/// The form and the letter's draft show no Spanish to whom gets none.
void tst_words_of_outcomes::aChangedReasonHasNoOldTranslationOnceAMemberReadsEnglish()
{
    {
        Wizard wizard("nora", adverse());
        type(wizard, denying, spanish);
        LetterDraft draft(*wizard.workshop, wizard.stored);
        draft.setDraftedTranslation({});
        auto *plain = draft.findChildren<QPlainTextEdit *>().constFirst();
        QCOMPARE(plain->toPlainText(), denying);
        plain->setPlainText(QStringLiteral("Your scans show growth."));
        QCOMPARE(draft.stored().reviewCase.determination.plainReasonTranslated, QString());
        draft.flush();
    }
    Wizard wizard("nora", adverse());
    type(wizard, denying, spanish);
    refer(wizard);
    OpenPage page(wizard);
    page.form()->choice(Action::Deny)->click();
    QCOMPARE(page.session().content().determination.plainReasonTranslated, spanish);
    plainOf(page.form())->setPlainText(QStringLiteral("Your scans show growth."));
    QCOMPARE(page.session().content().determination.plainReasonTranslated, QString());
}

void tst_words_of_outcomes::moreTimeIsAskedForOnTheWaitingCase()
{
    Wizard wizard("nora", approvableOfMedicare());
    type(wizard, QStringLiteral("Please send the CT."), {});
    QVERIFY(wizard.act(Action::Pend).ok());
    const StoredCase waits = wizard.kept();
    OpenPage page(wizard);
    QSignalSpy letter(&page, &DecisionPage::letterWanted);
    auto *header = page.findChild<CaseHeader *>();
    DueSheet *sheet = header->openDueSheet();
    QVERIFY(sheet);
    auto *why = textOf(*sheet, "Why more time is needed");
    QVERIFY(why);
    why->setPlainText(QStringLiteral("The CT is on its way."));
    for (QPushButton *button : sheet->findChildren<QPushButton *>()) {
        if (button->text().contains(QStringLiteral("tend and write")))
            button->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(letter.size(), 1, 5000);
    const StoredCase kept = wizard.kept();
    QCOMPARE(kept.status, Status::Pended);
    QCOMPARE(kept.reviewCase.determination.extensionReason, QStringLiteral("The CT is on its way."));
    QCOMPARE(kept.reviewCase.determination.replyBy, waits.reviewCase.determination.replyBy);
    QCOMPARE(kept.reviewCase.determination.plainReason, QStringLiteral("Please send the CT."));
}

void tst_words_of_outcomes::theNoticeIsOpenedFirstOnceTheRequestIsOut()
{
    Wizard wizard("nora", approvableOfMedicare());
    QVERIFY(wizard.act(Action::Pend).ok());
    QVERIFY(wizard.act(Action::Extend, QStringLiteral("The CT is on its way.")).ok());
    const StoredCase kept = wizard.kept();
    const Evaluation evaluation = viewOf(kept.reviewCase, wizard.workshop->rulebook(), kept.clock).evaluation;
    using Kinds = QList<LetterKind>;
    QCOMPARE(letterKinds(kept, {}, evaluation, wizard.policy()),
        (Kinds{LetterKind::InformationRequest, LetterKind::ExtensionNotice}));
    QList<IssuedLetter> issued;
    const auto issue = [&issued](const char *kind) {
        for (const char *recipient : {"member", "provider"}) {
            IssuedLetter letter;
            letter.kind = QString::fromLatin1(kind);
            letter.recipient = QString::fromLatin1(recipient);
            letter.round = 1;
            letter.wait = 1;
            issued.append(letter);
        }
    };
    issue("information_request");
    QCOMPARE(letterKinds(kept, issued, evaluation, wizard.policy()),
        (Kinds{LetterKind::ExtensionNotice, LetterKind::InformationRequest}));
    issue("extension_notice");
    QCOMPARE(letterKinds(kept, issued, evaluation, wizard.policy()),
        (Kinds{LetterKind::InformationRequest, LetterKind::ExtensionNotice}));
}

QTEST_MAIN(tst_words_of_outcomes)
#include "tst_words_of_outcomes.moc"
