#include "Wizard.h"

#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/review/AnswerButtons.h"
#include "ui/review/Field.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/PresenceBar.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/QuestionsPage.h"
#include "ui/review/RequestPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/UndoButtons.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace reviewdesk;
using Saving = ReviewSession::Saving;

namespace {

QLineEdit *entryOf(ReviewPage &page, const char *pointer)
{
    page.goTo(QStringLiteral("request"));
    auto *request = static_cast<RequestPage *>(page.currentPage());
    request->showField(QString::fromLatin1(pointer));
    return qobject_cast<QLineEdit *>(request->field(QString::fromLatin1(pointer))->entry());
}

void retype(QLineEdit *edit, const QString &text)
{
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

/// The visible button called so.
QPushButton *buttonOf(const QWidget &page, const QString &words)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->isVisible() && QString(button->text()).remove(QLatin1Char('&')).startsWith(words))
            return button;
    }
    return nullptr;
}

bool shows(const QWidget &page, const QString &words)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

/// What somebody else saves in the case, from another computer.
StoredCase saves(Workshop &seat, const QString &id, const std::function<void(ReviewCase &)> &change)
{
    auto future = seat.run([id, change](Workspace &workspace) -> Result<StoredCase> {
        Result<StoredCase> stored = workspace.loadCase(id);
        if (!stored)
            return stored;
        change(stored->reviewCase);
        return workspace.saveDraft(*stored);
    });
    future.waitForFinished();
    const Result<StoredCase> saved = future.result();
    if (!saved)
        qFatal("%s", why(saved).constData());
    return *saved;
}

StoredCase acts(Workshop &seat, const QString &id, Action action)
{
    auto future = seat.run([id, action](Workspace &workspace) -> Result<StoredCase> {
        Result<StoredCase> stored = workspace.loadCase(id);
        if (!stored)
            return stored;
        stored->reviewCase.determination.rationale = QStringLiteral("Not progressive.");
        stored->reviewCase.determination.plainReason = QStringLiteral("It does not grow.");
        return workspace.act(*stored, action);
    });
    future.waitForFinished();
    const Result<StoredCase> done = future.result();
    if (!done)
        qFatal("%s", why(done).constData());
    return *done;
}

} // namespace

/// Two people in one case, each at a window of their own: they see each other, and neither overwrites the other unseen.
class TestTwoWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSeesWhoIsThere()
    {
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(nora);
        QTest::qWait(50);
        QVERIFY(nora.findChild<PresenceBar *>()->isHidden());
        wizard.clock().advance(60'000);
        auto ned = std::make_unique<ReviewPage>(*seat, wizard.stored, wizard.clock());
        showFor(*ned);
        const QString opened = wizard.clock().now().addSecs(-60).toTimeZone(StoreDesk::rulebook()->zone).toString(
            QStringLiteral("HH:mm"));
        QTRY_COMPARE(ned->findChild<PresenceBar *>()->message(),
            QStringLiteral("Nora Example has this case open since %1.").arg(opened));
        nora.findChild<PresenceBar *>()->look(); // every 20 s by itself
        QTRY_VERIFY(nora.findChild<PresenceBar *>()->message().startsWith(QStringLiteral("Ned Example has this case")));
        ned.reset();
        seat->drain();
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
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(nora);
        nora.flush();
        saves(*seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Gold"); });
        nora.findChild<PresenceBar *>()->look();
        QTRY_VERIFY(shows(nora, QStringLiteral("Ned Example changed this case at ")));
        QVERIFY(shows(nora, QStringLiteral("(Plan)")));
        QCOMPARE(entryOf(nora, "/member/plan")->text(), QStringLiteral("Gold"));
        QTest::mouseClick(buttonOf(nora, QStringLiteral("OK")), Qt::LeftButton);
        QVERIFY(!shows(nora, QStringLiteral("Ned Example changed this case at ")));
    }

    /// By keyboard alone: what is typed stays, the two are shown beside each other, one is chosen, both are in the
    /// record.
    void aConflictIsChosenByKeyboard()
    {
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(nora);
        nora.flush();
        saves(*seat, wizard.stored.id, [](ReviewCase &content) {
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
        Wizard wizard("nora", colorectal());
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(nora);
        nora.goTo(QStringLiteral("liver_disease"));
        nora.flush();
        const int fact = wizard.fact("progressive");
        saves(*seat, wizard.stored.id,
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
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(nora);
        nora.flush();
        saves(*seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Gold"); });
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
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        compareSilverWithGold(nora, *seat);
        saves(*seat, wizard.stored.id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Bronze"); });
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
        Wizard wizard;
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        compareSilverWithGold(nora, *seat);
        const qint64 version = nora.session().keptMeanwhile()->stored.rowVersion;
        saves(*seat, wizard.stored.id, [](ReviewCase &content) { content.member.group = QStringLiteral("Group 7"); });
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
        Wizard wizard("nora", StoreDesk::adverse());
        const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
        ReviewPage nora(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(nora);
        nora.flush();
        acts(*seat, wizard.stored.id, Action::Refer);
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
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("phil");
        const std::unique_ptr<Workshop> seat = wizard.seatOf("pia");
        DecisionPage phil(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(phil);
        QTRY_VERIFY(phil.form()->isEnabled());
        QPlainTextEdit *rationale = nullptr;
        for (QPlainTextEdit *edit : phil.findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QLatin1String("Clinical rationale"))
                rationale = edit;
        }
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
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("phil");
        const std::unique_ptr<Workshop> seat = wizard.seatOf("pia");
        DecisionPage phil(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(phil);
        QTRY_VERIFY(phil.form()->isEnabled());
        phil.form()->choice(Action::Deny)->setChecked(true);
        for (QPlainTextEdit *edit : phil.findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QLatin1String("Clinical rationale") ||
                edit->accessibleName() == QLatin1String("Reason in plain words"))
                QTest::keyClicks(edit, QStringLiteral("Stable."));
        }
        acts(*seat, wizard.stored.id, Action::Pend);
        QTRY_VERIFY(phil.signButton()->isEnabled());
        QTest::mouseClick(phil.signButton(), Qt::LeftButton);
        QTRY_VERIFY(shows(phil, QStringLiteral("Pia Example at ")));
        QVERIFY(!phil.signButton()->isEnabled());
        QCOMPARE(wizard.kept().status, Status::Pended);
        QVERIFY(phil.form()->written().contains("Stable."));
    }

private:
    /// Ned has saved "Gold" where Nora entered "Silver", and she has both before her.
    static void compareSilverWithGold(ReviewPage &nora, Workshop &seat)
    {
        showFor(nora);
        nora.flush();
        saves(seat, nora.session().stored().id, [](ReviewCase &content) { content.member.plan = QStringLiteral("Gold"); });
        retype(entryOf(nora, "/member/plan"), QStringLiteral("Silver"));
        QTRY_VERIFY(buttonOf(nora, QStringLiteral("Compare and choose")));
        QVERIFY(nora.offerMerge());
    }
};

QTEST_MAIN(TestTwoWindows)
#include "tst_two_windows.moc"
