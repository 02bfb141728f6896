#include "Wizard.h"

#include "ui/review/NextStepCard.h"
#include "ui/review/RecommendationPage.h"
#include "ui/review/ReviewPage.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace reviewdesk;
using Saving = ReviewSession::Saving;

namespace {

/// More time may be taken once.
ReviewCase medicare()
{
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    return content;
}

/// What Ned saves from another computer.
void nedSaves(Wizard &wizard, const std::function<void(ReviewCase &)> &change)
{
    const std::unique_ptr<Workshop> seat = wizard.seatOf("ned");
    StoredCase kept = wizard.kept();
    change(kept.reviewCase);
    auto future = seat->run([kept](Workspace &workspace) { return workspace.saveDraft(kept); });
    future.waitForFinished();
    require(future.result().ok());
}

void nedWrites(ReviewCase &content)
{
    content.nurseNote = QStringLiteral("Ned's note");
}

} // namespace

/// A step of the workflow, and what is typed and saved around it.
class TestReviewSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noStepIsTakenOnAStaleDraft_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("comment");
        QTest::newRow("approve") << int(Action::Approve) << QString();
        QTest::newRow("ask for information") << int(Action::Pend) << QString();
        QTest::newRow("withdraw") << int(Action::Withdraw) << QStringLiteral("Dr. Roe by phone");
        QTest::newRow("more time") << int(Action::Extend) << QStringLiteral("The CT is on its way.");
    }
    // The step waited without a word, and was taken on what the merge brought.
    void noStepIsTakenOnAStaleDraft()
    {
        QFETCH(int, action);
        QFETCH(QString, comment);
        Wizard wizard("nora", medicare());
        ReviewSession nora(*wizard.workshop, wizard.stored, wizard.clock());
        nedSaves(wizard, nedWrites);
        nora.setNurseNote(QStringLiteral("Nora's note"));
        nora.flush();
        QCOMPARE(nora.saving(), Saving::Stale);
        QSignalSpy acted(&nora, &ReviewSession::acted);
        QSignalSpy refused(&nora, &ReviewSession::refused);
        nora.perform(Action(action), comment);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!nora.isActing());
        QTRY_VERIFY(nora.keptMeanwhile());
        nora.perform(Action(action), comment);
        QCOMPARE(refused.size(), 2);
        QVERIFY(refused.last().first().value<Error>().message.contains(QStringLiteral("ompare")));
        QVERIFY(nora.takeMerged(KeptMeanwhile(*nora.keptMeanwhile()), nora.merge(), {}).ok());
        QTRY_VERIFY(!nora.hasUnsaved());
        wizard.workshop->drain();
        QTest::qWait(50);
        QVERIFY(acted.isEmpty());
        QCOMPARE(wizard.kept().status, Status::Draft);
        QVERIFY(!wizard.kept().clock.extendedAt.isValid());
        nora.perform(Action(action), comment); // now she has seen it
        QTRY_COMPARE(acted.size() + refused.size() - 2, 1);
    }

    /// The draft turns out to be stale while the step waits for its save.
    void aStepThatWaitsForAStaleSaveIsRefusedOnce()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewSession nora(*wizard.workshop, wizard.stored, wizard.clock());
        nedSaves(wizard, nedWrites);
        QSignalSpy refused(&nora, &ReviewSession::refused);
        nora.setNurseNote(QStringLiteral("Nora's note"));
        nora.perform(Action::Approve);
        QVERIFY(nora.isActing());
        QTRY_COMPARE(nora.saving(), Saving::Stale);
        QCOMPARE(refused.size(), 1);
        QVERIFY(!nora.isActing());
        QTRY_VERIFY(nora.keptMeanwhile());
        nora.takeKept(*nora.keptMeanwhile());
        QTest::qWait(50);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(wizard.kept().status, Status::Draft);
    }

    // The page went on with what Ned saved while the step was under way; its refusal then left the session stale for good.
    void aStepOnWhatWasLeftBehindIsRefusedAndNothingElse()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewSession nora(*wizard.workshop, wizard.stored, wizard.clock());
        connect(&nora, &ReviewSession::keptIsNewer, &nora, [&nora](const KeptMeanwhile &kept) { nora.followKept(kept); });
        nedSaves(wizard, nedWrites);
        QSignalSpy refused(&nora, &ReviewSession::refused);
        nora.look();
        nora.perform(Action::Approve);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(nora.saving(), Saving::Saved);
        QCOMPARE(nora.content().nurseNote, QStringLiteral("Ned's note"));
        QSignalSpy acted(&nora, &ReviewSession::acted);
        nora.perform(Action::Approve);
        QVERIFY(acted.wait(5000));
    }

    void theCardSaysToCompareFirst()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        const NextStepCard &next = *page.findChild<RecommendationPage *>()->nextStep();
        QTRY_VERIFY(next.button()->isEnabled());
        page.flush();
        nedSaves(wizard, nedWrites);
        ReviewSession &nora = page.session();
        nora.setNurseNote(QStringLiteral("Nora's note"));
        nora.flush();
        QCOMPARE(nora.saving(), Saving::Stale);
        QVERIFY(!next.button()->isEnabled());
        QVERIFY2(next.refusal().contains(QStringLiteral("ompare")), qPrintable(next.refusal()));
        QVERIFY(next.choice(Action::Approve)->isChecked());
        QTRY_VERIFY(nora.keptMeanwhile());
        QVERIFY(!next.button()->isEnabled());
        QVERIFY(nora.takeMerged(KeptMeanwhile(*nora.keptMeanwhile()), nora.merge(), {}).ok());
        QTRY_VERIFY(!nora.hasUnsaved());
        QVERIFY2(next.button()->isEnabled(), qPrintable(next.refusal()));
        QTest::mouseClick(next.button(), Qt::LeftButton);
        QTRY_COMPARE(wizard.kept().status, Status::Approved);
    }

    // What was typed while the step was on its way stood on the screen and was saved no more.
    void whatIsTypedWhileMoreTimeIsTakenIsKept()
    {
        Wizard wizard("nora", medicare());
        ReviewSession nora(*wizard.workshop, wizard.stored, wizard.clock());
        QSignalSpy acted(&nora, &ReviewSession::acted);
        nora.perform(Action::Extend, QStringLiteral("The CT is on its way."));
        nora.setNurseNote(QStringLiteral("late"));
        QVERIFY(nora.editable());
        QVERIFY(acted.wait(5000));
        QCOMPARE(nora.content().nurseNote, QStringLiteral("late"));
        QTRY_VERIFY(!nora.hasUnsaved());
        QCOMPARE(nora.saving(), Saving::Saved);
        const StoredCase kept = wizard.kept();
        QCOMPARE(kept.reviewCase.nurseNote, QStringLiteral("late"));
        QCOMPARE(kept.reviewCase.determination.extensionReason, QStringLiteral("The CT is on its way."));
        QVERIFY(kept.clock.extendedAt.isValid());
        nora.setNurseNote(QStringLiteral("later"));
        nora.flush();
        QCOMPARE(nora.saving(), Saving::Saved);
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("later"));
    }

    void leftWhileMoreTimeIsTakenItLosesNothing_data()
    {
        QTest::addColumn<bool>("asks");
        QTest::newRow("flushed") << true;
        QTest::newRow("ended") << false;
    }
    void leftWhileMoreTimeIsTakenItLosesNothing()
    {
        QFETCH(bool, asks);
        Wizard wizard("nora", medicare());
        {
            ReviewSession nora(*wizard.workshop, wizard.stored, wizard.clock());
            QSignalSpy acted(&nora, &ReviewSession::acted);
            nora.perform(Action::Extend, QStringLiteral("The CT is on its way."));
            nora.setNurseNote(QStringLiteral("late"));
            if (asks) {
                nora.flush();
                QVERIFY(!nora.hasUnsaved());
                QVERIFY(acted.isEmpty()); // who leaves is led nowhere meanwhile
                QTRY_COMPARE(acted.size(), 1);
                QTest::qWait(20);
                QCOMPARE(acted.size(), 1);
            }
        }
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("late"));
        QCOMPARE(wizard.kept().reviewCase.determination.extensionReason, QStringLiteral("The CT is on its way."));
    }

    // A date that is half typed was forgotten with the step, and came back over the whole one.
    void whatCannotBeReadOutlastsMoreTime()
    {
        const QString pointer = QStringLiteral("/determination/reply_by");
        Wizard wizard("nora", medicare());
        ReviewSession nora(*wizard.workshop, wizard.stored, wizard.clock());
        nora.setTyped(pointer, QStringLiteral("12/4"), {});
        QSignalSpy acted(&nora, &ReviewSession::acted);
        nora.perform(Action::Extend, QStringLiteral("The CT is on its way."));
        QVERIFY(acted.wait(5000));
        nora.clearTyped(pointer);
        nora.flush();
        auto left =
            wizard.workshop->run([id = wizard.stored.id](Workspace &workspace) { return workspace.decisionDraft(id); });
        left.waitForFinished();
        QCOMPARE(left.result().value(), QByteArray());
    }

    /// From the moment that the step goes, what it decides upon stands.
    void nothingIsTypedWhileItIsDecided()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.goTo(QStringLiteral("recommendation"));
        auto *recommendation = page.findChild<RecommendationPage *>();
        const NextStepCard &next = *recommendation->nextStep();
        QTRY_VERIFY(next.button()->isEnabled());
        page.flush();
        nedSaves(wizard, nedWrites); // the step will be refused
        QPlainTextEdit *rationale = nullptr;
        for (QPlainTextEdit *edit : recommendation->findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QLatin1String("Clinical rationale"))
                rationale = edit;
        }
        QVERIFY(rationale && rationale->isVisible() && rationale->isEnabled());
        QSignalSpy refused(&page.session(), &ReviewSession::refused);
        QTest::mouseClick(next.button(), Qt::LeftButton);
        QVERIFY(page.session().isActing());
        QVERIFY(!page.session().editable());
        QVERIFY(rationale->isVisible()); // nothing leaps
        QVERIFY(!rationale->isEnabled());
        QTest::keyClicks(rationale, QStringLiteral("x"));
        QVERIFY(rationale->toPlainText().isEmpty());
        QTRY_COMPARE(refused.size(), 1);
        QTRY_COMPARE(page.session().content().nurseNote, QStringLiteral("Ned's note"));
        QVERIFY(page.session().editable());
        QVERIFY(rationale->isEnabled());
        QVERIFY2(next.button()->isEnabled(), qPrintable(next.refusal()));
    }

    /// The step of the due sheet, which is open on every page.
    void moreTimeThatIsRefusedIsSaid()
    {
        Wizard wizard("nora", medicare());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        page.flush();
        page.session().perform(Action::Extend, {}); // for no reason
        QTRY_VERIFY(!page.session().isActing());
        bool said = false;
        for (const QLabel *label : page.findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("Say why more time is needed")));
        QVERIFY(said);
    }
};

QTEST_MAIN(TestReviewSteps)
#include "tst_review_steps.moc"
