#include "OtherSeat.h"
#include "PageWords.h"
#include "ReferredCase.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/review/PresenceBar.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/UndoButtons.h"

#include <QRadioButton>

using namespace reviewdesk;

/// Two people in one case, each at a window of their own: they see each other and what the other does.
class TestTwoWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSeesWhoIsThere()
    {
        TwoSeats wizard;
        ReviewPage &nora = wizard.nora;
        QTest::qWait(50);
        QVERIFY(nora.findChild<PresenceBar *>()->isHidden());
        wizard.clock().advance(60'000);
        auto ned = std::make_unique<ReviewPage>(*wizard.seat, wizard.stored, wizard.clock());
        showFor(*ned);
        const QString opened = wizard.clock().now().addSecs(-60).toTimeZone(StoreDesk::rulebook()->zone).toString(
            QStringLiteral("HH:mm"));
        QTRY_COMPARE(ned->findChild<PresenceBar *>()->message(),
            QStringLiteral("Nora Example has this case open since %1.").arg(opened));
        nora.findChild<PresenceBar *>()->look(); // every 20 s by itself
        QTRY_VERIFY(nora.findChild<PresenceBar *>()->message().startsWith(QStringLiteral("Ned Example has this case")));
        ned.reset();
        wizard.seat->drain();
        nora.findChild<PresenceBar *>()->look();
        QTRY_VERIFY(nora.findChild<PresenceBar *>()->isHidden());
    }

    /// From the decision to the letter, say: the page that goes says that the case is closed, after the one that comes
    /// said that it is open.
    void whoGoesFromPageToPageIsStillThere()
    {
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        auto before = std::make_unique<ReviewPage>(*wizard.workshop, wizard.stored, wizard.clock());
        const ReviewPage after(*wizard.workshop, wizard.stored, wizard.clock());
        before.reset();
        const auto others = [&] {
            wizard.workshop->drain();
            auto said = seat->run([id = wizard.stored.id](Workspace &workspace) { return workspace.enterCase(id); });
            return said.takeResult().value().size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(others(), 1, 10'000);
    }

    void anOpenPageFollowsWhatIsSavedElsewhere()
    {
        TwoSeats wizard;
        ReviewPage &nora = wizard.nora;
        saves(*wizard.seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Gold"); });
        nora.findChild<PresenceBar *>()->look();
        QTRY_VERIFY(shows(nora, QStringLiteral("Ned Example changed this case at ")));
        QVERIFY(shows(nora, QStringLiteral("(Plan)")));
        QCOMPARE(entryOf(nora, "/member/plan")->text(), QStringLiteral("Gold"));
        QTest::mouseClick(buttonOf(nora, QStringLiteral("OK")), Qt::LeftButton);
        QVERIFY(!shows(nora, QStringLiteral("Ned Example changed this case at ")));
    }

    void undoneAndDoneAgainByKeysAndButtons()
    {
        Wizard wizard("nora", colorectal());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        auto *buttons = page.findChild<UndoButtons *>();
        QVERIFY(!buttons->undo()->isEnabled() && !buttons->redo()->isEnabled());
        QLineEdit *plan = entryOf(page, "/member/plan");
        const QString before = plan->text();
        retype(plan, QStringLiteral("Gold"));
        QVERIFY(buttons->undo()->isEnabled());
        QCOMPARE(buttons->undo()->toolTip(), QStringLiteral("Undo Plan (Ctrl+Z)"));
        page.goTo(QStringLiteral("liver_disease"));
        const int fact = wizard.fact("progressive");
        static_cast<QuestionsPage *>(page.currentPage())->card(fact)->focusAnswer();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y);
        QCOMPARE(page.session().answer(fact), 0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page.session().answer(fact), int(Answers::Absent));
        QCOMPARE(page.currentStep(), QStringLiteral("liver_disease"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page.currentStep(), QStringLiteral("request")); // leads to what changed
        QCOMPARE(QApplication::focusWidget(), plan);
        QCOMPARE(plan->text(), before);
        QTest::keyClick(plan, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // not the entry's own
        QCOMPARE(plan->text(), QStringLiteral("Gold"));
        QTest::mouseClick(buttons->redo(), Qt::LeftButton);
        QCOMPARE(page.session().answer(fact), 0);
        QCOMPARE(page.currentStep(), QStringLiteral("liver_disease"));
        QVERIFY(!buttons->redo()->isEnabled());
        QTest::mouseClick(buttons->undo(), Qt::LeftButton);
        QCOMPARE(page.session().answer(fact), int(Answers::Absent));
        QTRY_VERIFY(!page.hasUnsaved());
        QCOMPARE(wizard.kept().reviewCase.member.plan, QStringLiteral("Gold"));
    }

    void theDecisionPageSaysThatTheCaseChanged()
    {
        ReferredCase wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("pia");
        DecisionPage phil(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(phil);
        QTRY_VERIFY(phil.form()->isEnabled());
        QPlainTextEdit *rationale = textOf(phil, "Clinical rationale");
        QVERIFY(rationale);
        QTest::keyClicks(rationale, QStringLiteral("Stable on two scans."));
        acts(*seat, wizard.stored.id, Action::Deny);
        phil.findChild<PresenceBar *>()->look();
        QTRY_VERIFY(shows(phil, QStringLiteral("Pia Example at ")));
        QVERIFY(shows(phil, QStringLiteral("There is nothing left to decide here.")));
        QVERIFY(!phil.signButton()->isEnabled());
        QCOMPARE(rationale->toPlainText(), QStringLiteral("Stable on two scans."));
        QVERIFY(phil.hasUnsaved()); // leaving asks first
        QSignalSpy reopen(&phil, &DecisionPage::reopenWanted);
        QTest::mouseClick(buttonOf(phil, QStringLiteral("Show it as it is now")), Qt::LeftButton);
        QCOMPARE(reopen.size(), 1);
    }

    /// Without waiting for the next look: the step itself is refused, and the words stay.
    void aDecisionOnWhatChangedIsRefused()
    {
        ReferredCase wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("pia");
        DecisionPage phil(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(phil);
        QTRY_VERIFY(phil.form()->isEnabled());
        phil.form()->choice(Action::Deny)->setChecked(true);
        for (const char *field : {"Clinical rationale", "Reason in plain words"})
            QTest::keyClicks(textOf(phil, field), QStringLiteral("Stable."));
        acts(*seat, wizard.stored.id, Action::Pend);
        QTRY_VERIFY(phil.signButton()->isEnabled());
        QTest::mouseClick(phil.signButton(), Qt::LeftButton);
        QTRY_VERIFY(shows(phil, QStringLiteral("Pia Example at ")));
        QVERIFY(!phil.signButton()->isEnabled());
        QCOMPARE(wizard.kept().status, Status::Pended);
        QVERIFY(phil.form()->written().contains("Stable."));
    }
};

QTEST_MAIN(TestTwoWindows)
#include "tst_two_windows.moc"
