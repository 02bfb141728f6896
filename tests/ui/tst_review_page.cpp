#include "Wizard.h"

#include "ui/review/AnswerButtons.h"
#include "ui/review/CriteriaPanel.h"
#include "ui/review/CriterionRow.h"
#include "ui/review/NextStepCard.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/StepList.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace reviewdesk;

namespace {

QuestionCard *cardOf(ReviewPage &page, int fact)
{
    return static_cast<QuestionsPage *>(page.currentPage())->card(fact);
}

StepButton *stepOf(ReviewPage &page, const char *id)
{
    for (StepButton *button : page.steps()->buttons()) {
        if (button->step().id == QLatin1String(id))
            return button;
    }
    return nullptr;
}

CriterionRow *rowOf(ReviewPage &page, const char *id)
{
    return page.panel()->row(page.session().policy().criterionIndex(QString::fromLatin1(id)));
}

} // namespace

/// The wizard as a person works it: keys and clicks on the real page over a real workspace.
class TestReviewPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersByKeyboardMeetACriterion()
    {
        Wizard wizard("nora", colorectal());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("liver_disease"));
        QCOMPARE(page.panel()->headline(), QStringLiteral("Not decided: 6 answers left"));
        for (const char *id : {"unresectable", "liver_dominant", "diffuse", "progressive"}) {
            QuestionCard *card = cardOf(page, wizard.fact(id));
            QVERIFY(!card->isHidden());
            card->focusAnswer();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y);
            QCOMPARE(page.session().answer(wizard.fact(id)), 0);
        }
        QCOMPARE(rowOf(page, "I.B.3.b.i")->glyph(), Glyph::Met);
        QCOMPARE(rowOf(page, "I.B.3.b")->glyph(), Glyph::Open);
        QTest::keyClick(&page, Qt::Key_5, Qt::AltModifier);
        page.goTo(QStringLiteral("prior_therapy"));
        cardOf(page, wizard.fact("chemotherapy_refractory"))->focusAnswer();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y);
        QCOMPARE(rowOf(page, "I.B.3.b")->glyph(), Glyph::Met);
        QCOMPARE(page.panel()->headline(), QStringLiteral("Criteria met: I.B.3, I.B.3.b.i, I.B.3.b.ii"));
        page.flush();
        QCOMPARE(wizard.kept().reviewCase.facts.value(QStringLiteral("progressive")).value, QStringLiteral("true"));
    }

    void answersByMouseArrowsAndDelete()
    {
        Wizard wizard("nora", colorectal());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("liver_disease"));
        const int fact = wizard.fact("unresectable");
        AnswerButtons *answers = cardOf(page, fact)->answers();
        QTest::mouseClick(answers->button(1), Qt::LeftButton);
        QCOMPARE(page.session().answer(fact), 1);
        QTest::keyClick(answers->button(1), Qt::Key_Right);
        QCOMPARE(page.session().answer(fact), int(Answers::NotDocumented));
        QVERIFY(page.session().content().facts.contains(QStringLiteral("unresectable")));
        QTest::keyClick(answers->button(Answers::NotDocumented), Qt::Key_Delete);
        QCOMPARE(page.session().answer(fact), int(Answers::Absent));
        QVERIFY(!page.session().content().facts.contains(QStringLiteral("unresectable")));
        int stops = 0;
        for (const int answer : {0, 1, int(Answers::NotDocumented)})
            stops += (answers->button(answer)->focusPolicy() & Qt::TabFocus) ? 1 : 0;
        QCOMPARE(stops, 1);
    }

    void linksBetweenCriterionAndQuestionGoBothWays()
    {
        Wizard wizard("nora", colorectal());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        QTest::mouseClick(rowOf(page, "I.B.3.b.ii"), Qt::LeftButton);
        QCOMPARE(page.currentStep(), QStringLiteral("prior_therapy"));
        QuestionCard *card = cardOf(page, wizard.fact("chemotherapy_refractory"));
        QVERIFY(card->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(rowOf(page, "I.B.3.b.ii")->isLit());
        QCOMPARE(card->badge(), QStringLiteral("decides I.B.3.b.ii"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_C);
        QCOMPARE(QApplication::focusWidget(), rowOf(page, "I.B.3.b.ii"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(QApplication::focusWidget(), rowOf(page, "I.B.3.b.i"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(page.currentStep(), QStringLiteral("liver_disease"));
        QVERIFY(rowOf(page, "I.B.3.b.i")
                    ->accessibleName()
                    .startsWith(QStringLiteral("I.B.3.b.i, open: The disease is liver-dominant")));
        QPushButton *next = page.panel()->nextLinks().first();
        QTest::keyClick(next, Qt::Key_Space);
        QVERIFY(cardOf(page,
            page.session().view().interview.next(page.session().policy(), page.session().view().evaluation).front())
                    ->isAncestorOf(QApplication::focusWidget()));
    }

    void whatDoesNotApplyFoldsAway()
    {
        Wizard wizard("nora", colorectal());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        QVERIFY(rowOf(page, "II")->isHidden());
        QCOMPARE(page.panel()->fold()->text(), QStringLiteral("10 others do not apply"));
        QVERIFY(page.panel()->fold()->toolTip().startsWith(QStringLiteral("I.A, ")));
        QCOMPARE(page.panel()->fold()->toolTip().count(QLatin1Char(',')), 9);
        QTest::mouseClick(page.panel()->fold(), Qt::LeftButton);
        QVERIFY(!rowOf(page, "II")->isHidden());
    }

    void oneAnswerDecidesTae()
    {
        Wizard wizard;
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("procedure"));
        const int fact = wizard.fact("procedure");
        QTest::mouseClick(cardOf(page, fact)->answers()->button(1), Qt::LeftButton);
        QCOMPARE(page.panel()->headline(), QStringLiteral("Criteria met: II"));
        QCOMPARE(stepOf(page, "location")->step().words, QStringLiteral("1 answer for the letter"));
        auto *questions = static_cast<QuestionsPage *>(page.currentPage());
        QSignalSpy skip(questions, &QuestionsPage::skipWanted);
        QPushButton *toRecommendation = nullptr;
        for (QPushButton *button : questions->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("To the recommendation"))
                toRecommendation = button;
        }
        QVERIFY(toRecommendation && toRecommendation->isVisible());
        QTest::mouseClick(toRecommendation, Qt::LeftButton);
        QCOMPARE(page.currentStep(), QStringLiteral("recommendation"));
        NextStepCard *next = static_cast<RecommendationPage *>(page.currentPage())->nextStep();
        QVERIFY(!next->choice(Action::Approve)->isEnabled());
        QVERIFY(next->reasonAgainst(Action::Approve).contains(QStringLiteral("Location")));
    }

    void stepsByAltNumberAndReopensWhereItWasLeft()
    {
        Wizard wizard("nora", colorectal());
        {
            ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
            showFor(page);
            QCOMPARE(page.currentStep(), QStringLiteral("request"));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_7, Qt::AltModifier);
            QCOMPARE(page.currentStep(), QStringLiteral("documents"));
            QCOMPARE(stepOf(page, "documents")->step().state, StepState::Missing);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_5, Qt::AltModifier);
            page.flush();
        }
        ReviewPage again(*wizard.workshop, wizard.kept(), wizard.clock());
        QCOMPARE(again.currentStep(), QStringLiteral("liver_disease"));
    }

    void wrongEntriesKeepWhatWasTyped_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no such day") << QStringLiteral("/member/birth_date") << QStringLiteral("1961-02-30")
                                     << QStringLiteral("is not a day of the calendar");
        QTest::newRow("no date") << QStringLiteral("/service/planned_on") << QStringLiteral("12/04/2026")
                                 << QStringLiteral("write it as yyyy-mm-dd");
        QTest::newRow("NPI check digit") << QStringLiteral("/provider/npi") << QStringLiteral("1234567890")
                                         << QStringLiteral("check digit");
        QTest::newRow("no time") << QStringLiteral("/received_time") << QStringLiteral("25:00")
                                 << QStringLiteral("is not a time of day");
    }
    void wrongEntriesKeepWhatWasTyped()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, typed);
        QFETCH(QString, reason);
        Wizard wizard;
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        auto *request = static_cast<RequestPage *>(page.currentPage());
        QVERIFY(request->showField(pointer));
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, typed);
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(edit->text(), typed);
        QVERIFY2(request->field(pointer)->message().contains(reason), qPrintable(request->field(pointer)->message()));
    }

    void theTitleSaysSavedOnlyWhenAllIs()
    {
        Wizard wizard;
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        QSignalSpy told(&page, &ReviewPage::savedAt);
        showFor(page);
        QTRY_VERIFY(!page.hasUnsaved()); // the page it stands on
        QTRY_VERIFY(!told.isEmpty() && told.last().first().toDateTime().isValid());
        static_cast<RequestPage *>(page.currentPage())->showField(QStringLiteral("/member/name"));
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("a"));
        QVERIFY(page.hasUnsaved());
        QVERIFY(!told.last().first().toDateTime().isValid());
        QTRY_VERIFY(!page.hasUnsaved());
        QTRY_VERIFY(told.last().first().toDateTime().isValid());
    }

    void aNewFormIsNotReproachedBeforeItIsLeft()
    {
        Wizard wizard("nora", ReviewCase());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        QCOMPARE(stepOf(page, "request")->step().state, StepState::Quiet);
        QVERIFY(stepOf(page, "request")->step().words.endsWith(QStringLiteral(" missing")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(stepOf(page, "request")->step().state, StepState::Missing);
        QVERIFY(stepOf(page, "request")->step().count > 0);
    }

    void approvesAndWantsTheLetter()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        NextStepCard *next = static_cast<RecommendationPage *>(page.currentPage())->nextStep();
        QVERIFY(!next->choice(Action::Deny));
        QVERIFY(!next->choice(Action::ApproveException));
        QVERIFY2(next->choice(Action::Approve)->isChecked(), qPrintable(next->reasonAgainst(Action::Approve)));
        QSignalSpy letter(&page, &ReviewPage::letterWanted);
        next->button()->setFocus();
        QTest::keyClick(next->button(), Qt::Key_Space);
        QVERIFY(letter.wait(5000));
        QCOMPARE(letter.first().first().toString(), wizard.stored.id);
        QCOMPARE(wizard.kept().status, Status::Approved);
    }

    void anAdverseOutcomeIsOnlyReferred()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        NextStepCard *next = static_cast<RecommendationPage *>(page.currentPage())->nextStep();
        QVERIFY(!next->choice(Action::Approve)->isEnabled());
        QVERIFY(next->reasonAgainst(Action::Approve).contains(QStringLiteral("criteria are not met")));
        QSignalSpy closed(&page, &ReviewPage::closed);
        QTest::mouseClick(next->button(), Qt::LeftButton);
        QVERIFY(closed.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Referred);
    }

    void aWithdrawalGoesToItsLetter()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        NextStepCard *next = static_cast<RecommendationPage *>(page.currentPage())->nextStep();
        next->choice(Action::Withdraw)->click();
        QVERIFY(!next->button()->isEnabled());
        for (QLineEdit *word : next->findChildren<QLineEdit *>()) {
            if (word->accessibleName().startsWith(QLatin1String("Withdrawn on whose word")))
                QTest::keyClicks(word, QStringLiteral("Dr. Example, by phone"));
        }
        QSignalSpy letter(&page, &ReviewPage::letterWanted);
        QTest::mouseClick(next->button(), Qt::LeftButton);
        QVERIFY(letter.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Withdrawn);
    }

    // The workflow's table lets a physician record one in a draft, and no screen offered it.
    void aPhysicianRecordsAProvisionInADraft()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        {
            ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
            showFor(page);
            page.goTo(QStringLiteral("recommendation"));
            QVERIFY(!static_cast<RecommendationPage *>(page.currentPage())->nextStep()->choice(Action::RecordProvision)); // a nurse
        }
        wizard.signIn("phil");
        ReviewPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        NextStepCard *next = static_cast<RecommendationPage *>(page.currentPage())->nextStep();
        QRadioButton *choice = next->choice(Action::RecordProvision);
        QVERIFY(choice && choice->isEnabled());
        QTest::mouseClick(choice, Qt::LeftButton, {}, {8, choice->height() / 2});
        QVERIFY(choice->isChecked());
        QVERIFY(next->refusal().contains(QStringLiteral("both its citation and its words")));
        QLineEdit *citation = nullptr;
        for (QLineEdit *edit : next->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == QLatin1String("Contract provision"))
                citation = edit;
        }
        QVERIFY(citation && citation->isVisible());
        citation->setFocus();
        QTest::keyClicks(citation, QStringLiteral("Member booklet, p. 41"));
        QVERIFY(!next->button()->isEnabled());
        QTest::keyClick(citation, Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Covered for liver metastases."));
        QCOMPARE(next->refusal(), QString());
        page.flush();
        QVERIFY(!wizard.kept().reviewCase.determination.contractProvision); // no part of the draft before it is recorded
        QSignalSpy left(&page, &ReviewPage::closed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), next->button());
        QTest::keyClick(next->button(), Qt::Key_Space);
        QTRY_VERIFY(wizard.kept().reviewCase.determination.contractProvision);
        const StoredCase kept = wizard.kept();
        QCOMPARE(kept.reviewCase.determination.contractProvision->citation, QStringLiteral("Member booklet, p. 41"));
        QCOMPARE(kept.reviewCase.determination.contractProvision->text, QStringLiteral("Covered for liver metastases."));
        QCOMPARE(kept.status, Status::Draft);
        QCOMPARE(kept.preparedBy.name, QStringLiteral("Nora Example")); // goes beside the work on the case
        const auto history = wizard.workshop->run([id = kept.id](Workspace &workspace) { return workspace.history(id); }).result();
        QCOMPARE(history->last().action, toWord(Action::RecordProvision));
        QVERIFY(history->last().changes.contains("Member booklet"));
        QTRY_VERIFY(!next->choice(Action::RecordProvision)->isChecked()); // what the outcome suggests is next
        QVERIFY(left.isEmpty());
        QCOMPARE(page.currentStep(), QStringLiteral("recommendation"));
    }

    void aReplyDayThatIsOverIsRefusedWhereItIsTyped()
    {
        ReviewCase content = colorectal();
        answer(content, {{"progressive", nullptr}});
        Wizard wizard("nora", content);
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        NextStepCard *next = static_cast<RecommendationPage *>(page.currentPage())->nextStep();
        QVERIFY2(next->choice(Action::Pend)->isEnabled(), qPrintable(next->reasonAgainst(Action::Pend)));
        next->choice(Action::Pend)->click();
        QVERIFY(next->button()->isEnabled());
        for (DateField *day : next->findChildren<DateField *>()) {
            if (day->lineEdit()->accessibleName() == QLatin1String("Reply by"))
                QTest::keyClicks(day->lineEdit(), QStringLiteral("2026-11-20"));
        }
        QVERIFY(next->choice(Action::Pend)->isEnabled()); // its entry must be there to be corrected
        QVERIFY(!next->button()->isEnabled());
        QVERIFY2(next->button()->accessibleDescription().contains(QLatin1String("too early")),
            qPrintable(next->button()->accessibleDescription()));
        for (DateField *day : next->findChildren<DateField *>()) { // long after the decision is due in Washington
            if (day->lineEdit()->accessibleName() == QLatin1String("Reply by")) {
                day->lineEdit()->selectAll();
                QTest::keyClicks(day->lineEdit(), QStringLiteral("2027-06-01"));
            }
        }
        QVERIFY(!next->button()->isEnabled());
        QVERIFY2(next->button()->accessibleDescription().contains(QLatin1String("too late")),
            qPrintable(next->button()->accessibleDescription()));
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_review_page.moc"
