#include "OtherSeat.h"
#include "PageWords.h"

#include "ui/decision/DecisionForm.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/AnswerButtons.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"

using namespace reviewdesk;
using Saving = ReviewSession::Saving;

/// Two people save the same of one case: neither overwrites the other unseen.
class TestConflicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// By keyboard alone: what is typed stays, the two are shown beside each other, one is chosen, both are in the
    /// record.
    void aConflictIsChosenByKeyboard()
    {
        TwoSeats wizard;
        ReviewPage &nora = wizard.nora;
        saves(*wizard.seat, wizard.stored.id, [](ReviewCase &content) {
            content.member.name = QStringLiteral("Ana Example-Ned");
            content.member.group = QStringLiteral("G-77");
        });
        QLineEdit *name = entryOf(nora, "/member/name");
        retype(name, QStringLiteral("Ana Example-Nora"));
        QTRY_COMPARE(nora.session().saving(), Saving::Stale);
        QTest::keyClicks(name, QStringLiteral(" Ruiz")); // typing goes on
        QCOMPARE(name->text(), QStringLiteral("Ana Example-Nora Ruiz"));
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QVERIFY(shows(nora, QStringLiteral("Ned Example saved this case while you were working on it.")));
        QCOMPARE(wizard.kept().reviewCase.member.name, QStringLiteral("Ana Example-Ned"));

        QTest::keyClick(buttonOf(nora, QStringLiteral("Compare and choose")), Qt::Key_Space);
        QTRY_VERIFY(nora.findChild<MergeDialog *>());
        auto *dialog = nora.findChild<MergeDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QCOMPARE(dialog->choices().size(), 1);
        const MergeDialog::Choice &choice = dialog->choices().first();
        QCOMPARE(choice.thing, QStringLiteral("/member/name"));
        QVERIFY(choice.mine->isChecked()); // what is on the screen, unless it takes something away
        QTRY_COMPARE(QApplication::focusWidget(), choice.mine);
        QCOMPARE(choice.mine->accessibleName(), QStringLiteral("Member name, what you entered: Ana Example-Nora Ruiz"));
        QVERIFY(choice.kept->accessibleName().startsWith(
            QStringLiteral("Member name, what is kept now by Ned Example, ")));
        QVERIFY(choice.kept->accessibleName().endsWith(QStringLiteral(": Ana Example-Ned")));
        QVERIFY(shows(*dialog, QStringLiteral("Changed by Ned Example alone, and kept: Group")));
        QTest::keyClick(choice.mine, Qt::Key_Right);
        QVERIFY(choice.kept->isChecked() && !choice.mine->isChecked());
        QTest::keyClick(choice.kept, Qt::Key_Left);
        QVERIFY(choice.mine->isChecked());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(nora.session().saving(), Saving::Saved);
        QTRY_VERIFY(!nora.hasUnsaved());
        QCOMPARE(wizard.kept().reviewCase.member.name, QStringLiteral("Ana Example-Nora Ruiz"));
        QCOMPARE(wizard.kept().reviewCase.member.group, QStringLiteral("G-77"));
        QCOMPARE(entryOf(nora, "/member/group")->text(), QStringLiteral("G-77"));
    }

    void aConflictIsChosenByMouse()
    {
        TwoSeats wizard(colorectal());
        ReviewPage &nora = wizard.nora;
        nora.goTo(QStringLiteral("liver_disease"));
        nora.flush();
        const int fact = wizard.fact("progressive");
        saves(*wizard.seat, wizard.stored.id,
            [](ReviewCase &content) { answer(content, {{"progressive", "false"}, {"diffuse", "true"}}); });
        const auto card = [&](int of) { return static_cast<QuestionsPage *>(nora.currentPage())->card(of); };
        QTest::mouseClick(card(fact)->answers()->button(0), Qt::LeftButton);
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QTest::mouseClick(buttonOf(nora, QStringLiteral("Compare and choose")), Qt::LeftButton);
        QTRY_VERIFY(nora.findChild<MergeDialog *>());
        auto *dialog = nora.findChild<MergeDialog *>();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(dialog->choices().size(), 1);
        QVERIFY(dialog->choices().first().mine->accessibleName().endsWith(QStringLiteral("what you entered: Yes")));
        QTest::mouseClick(buttonOf(*dialog, QStringLiteral("All as kept")), Qt::LeftButton);
        QVERIFY(dialog->choices().first().kept->isChecked());
        QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
        QTRY_COMPARE(nora.session().saving(), Saving::Saved);
        QCOMPARE(nora.session().answer(fact), 1); // the panel and the buttons follow
        QVERIFY(card(fact)->answers()->button(1)->isChecked());
        QVERIFY(card(wizard.fact("diffuse"))->answers()->button(0)->isChecked());
    }

    void notNowLeavesBothAsTheyAre()
    {
        TwoSeats wizard;
        ReviewPage &nora = wizard.nora;
        saves(*wizard.seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Gold"); });
        retype(entryOf(nora, "/member/plan"), QStringLiteral("Silver"));
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QSignalSpy closed(&nora, &ReviewPage::closed);
        QTest::mouseClick(buttonOf(nora, QStringLiteral("Close")), Qt::LeftButton); // asks, rather than lose them
        QVERIFY(closed.isEmpty());
        QTRY_VERIFY(nora.findChild<MergeDialog *>());
        auto *dialog = nora.findChild<MergeDialog *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!nora.findChild<MergeDialog *>());
        QCOMPARE(nora.session().saving(), Saving::Stale);
        QCOMPARE(nora.session().content().member.plan, QStringLiteral("Silver"));
        QCOMPARE(wizard.kept().reviewCase.member.plan, QStringLiteral("Gold"));
    }

    /// A third save while the two are compared: it is asked once more, and nothing is lost.
    void whatIsSavedWhileChoosingIsAskedToo()
    {
        TwoSeats wizard;
        ReviewPage &nora = wizard.nora;
        compareSilverWithGold(wizard);
        saves(*wizard.seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Bronze"); });
        nora.findChild<MergeDialog *>()->saveButton()->click();
        QTRY_VERIFY(nora.session().keptMeanwhile());
        QCOMPARE(nora.session().saving(), Saving::Stale);
        QCOMPARE(nora.session().content().member.plan, QStringLiteral("Silver"));
        QTRY_VERIFY(!nora.findChild<MergeDialog *>());
        QVERIFY(nora.offerMerge());
        nora.findChild<MergeDialog *>()->saveButton()->click();
        QTRY_COMPARE(nora.session().saving(), Saving::Saved);
        QTRY_VERIFY(!nora.hasUnsaved());
        QCOMPARE(wizard.kept().reviewCase.member.plan, QStringLiteral("Silver"));
    }

    /// The window looks for news behind the dialog too: the choices went in over what it found, unseen.
    void whatIsFoundWhileChoosingIsAskedToo()
    {
        TwoSeats wizard;
        ReviewPage &nora = wizard.nora;
        compareSilverWithGold(wizard);
        const qint64 version = nora.session().keptMeanwhile()->stored.rowVersion;
        saves(*wizard.seat, wizard.stored.id, [](ReviewCase &content) { content.member.group = QStringLiteral("Group 7"); });
        nora.session().look();
        QTRY_VERIFY(nora.session().keptMeanwhile()->stored.rowVersion > version);
        nora.findChild<MergeDialog *>()->saveButton()->click();
        QTRY_VERIFY(nora.session().saving() == ReviewSession::Saving::Stale && nora.session().keptMeanwhile());
        QCOMPARE(wizard.kept().reviewCase.member.group, QStringLiteral("Group 7"));
        QTRY_VERIFY(!nora.findChild<MergeDialog *>());
        QVERIFY(nora.offerMerge());
        nora.findChild<MergeDialog *>()->saveButton()->click();
        QTRY_VERIFY(!nora.hasUnsaved());
        QCOMPARE(wizard.kept().reviewCase.member.group, QStringLiteral("Group 7"));
        QCOMPARE(wizard.kept().reviewCase.member.plan, QStringLiteral("Silver"));
    }

    void aCaseThatWasReferredMeanwhileShowsBoth()
    {
        TwoSeats wizard(StoreDesk::adverse());
        ReviewPage &nora = wizard.nora;
        acts(*wizard.seat, wizard.stored.id, Action::Refer);
        retype(entryOf(nora, "/member/plan"), QStringLiteral("Silver"));
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QVERIFY(nora.offerMerge());
        auto *dialog = nora.findChild<MergeDialog *>();
        QVERIFY(!dialog->saveButton());
        QVERIFY(shows(*dialog, QStringLiteral("Ned Example took this case a step on at ")));
        QVERIFY(shows(*dialog, QStringLiteral("Changed by you, not saved: Plan")));
        QTest::mouseClick(buttonOf(*dialog, QStringLiteral("Drop mine")), Qt::LeftButton);
        QTRY_COMPARE(nora.session().stored().status, Status::Referred);
        QVERIFY(shows(nora, QStringLiteral("For reading only")));
    }

    /// What could not be read was kept beside the draft, and there is no draft any more: Close did nothing.
    void aSlipIsDroppedWithTheRest()
    {
        TwoSeats wizard(StoreDesk::adverse());
        ReviewPage &nora = wizard.nora;
        nora.session().setTyped(QStringLiteral("/member/birth_date"), QStringLiteral("12/4"), QStringLiteral("Not a date."));
        nora.flush();
        QVERIFY(!nora.hasUnsaved());
        acts(*wizard.seat, wizard.stored.id, Action::Refer);
        retype(entryOf(nora, "/member/plan"), QStringLiteral("Silver"));
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QVERIFY(nora.offerMerge());
        QTest::mouseClick(buttonOf(*nora.findChild<MergeDialog *>(), QStringLiteral("Drop mine")), Qt::LeftButton);
        QTRY_COMPARE(nora.session().stored().status, Status::Referred);
        QVERIFY(!nora.hasUnsaved());
        QSignalSpy closed(&nora, &ReviewPage::closed);
        QTRY_VERIFY(!nora.findChild<MergeDialog *>());
        QTest::mouseClick(buttonOf(nora, QStringLiteral("Close")), Qt::LeftButton);
        QCOMPARE(closed.size(), 1);
    }

private:
    /// Ned has saved "Gold" where Nora entered "Silver", and she has both before her.
    static void compareSilverWithGold(TwoSeats &wizard)
    {
        ReviewPage &nora = wizard.nora;
        saves(*wizard.seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Gold"); });
        retype(entryOf(nora, "/member/plan"), QStringLiteral("Silver"));
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QVERIFY(nora.offerMerge());
    }
};

QTEST_MAIN(TestConflicts)
#include "tst_conflicts.moc"
