#include "ReferredCase.h"
#include "Wizard.h"

#include "cases/DateWords.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/decision/OpinionEntries.h"
#include "ui/decision/TalkCard.h"
#include "ui/history/HistorySheet.h"
#include "ui/history/RoundsSheet.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/DueSheet.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>

using namespace reviewdesk;

namespace {

ReviewCase medicare()
{
    ReviewCase content = StoreDesk::approvable();
    content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
    return content;
}

QList<CaseNote> notesOf(Wizard &wizard)
{
    auto future = wizard.workshop->run([id = wizard.stored.id](Workspace &workspace) { return workspace.notes(id); });
    future.waitForFinished();
    return future.result().value();
}

QString idOf(Wizard &wizard, const char *login)
{
    auto future = wizard.workshop->run([](Workspace &workspace) { return workspace.users(); });
    future.waitForFinished();
    const QList<UserAccount> users = future.result().value();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String(login))
            return user.id;
    }
    return {};
}

} // namespace

/// What is said about a case, and what rules its time: the sheets over the wizard and the decision page.
class TestNotesAndTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theChipShowsEveryRule()
    {
        Wizard wizard("nora", StoreDesk::approvable()); // commercial in Washington: the state's row and the federal one
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        QTest::keyClick(&page, Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(page.window()->findChild<DueSheet *>());
        auto *sheet = page.window()->findChild<DueSheet *>();
        const QStringList lines = sheet->lines();
        QVERIFY(lines.contains(QStringLiteral("RCW 48.43.830")));
        QVERIFY(lines.contains(QStringLiteral("45 CFR 147.136; 29 CFR 2560.503-1(f)(2)(iii)(A)")));
        QCOMPARE(lines.count(QStringLiteral("This one binds")), 1);
        QVERIFY(lines.indexOf(QStringLiteral("This one binds")) < lines.indexOf(QStringLiteral("RCW 48.43.830")));
        QVERIFY(!lines.filter(QStringLiteral("received Fri 20 Nov 09:10 + 5 calendar days")).isEmpty());
        QVERIFY(!sheet->reason()); // Washington gives no more time
        QCOMPARE(lines.first(), sheet->windowTitle());
        for (const Card *card : sheet->findChildren<Card *>()) // a frame as of the keyboard's place is for that alone
            QCOMPARE(card->property("panel").toString(), QStringLiteral("card"));
        QVERIFY(!lines.filter(QStringLiteral("RCW 48.43.830) allows no more time")).isEmpty());
    }

    void timeIsExtendedFromTheSheet()
    {
        Wizard wizard("nora", medicare());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        auto *header = page.findChild<CaseHeader *>();
        DueSheet *sheet = header->openDueSheet();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        QVERIFY(!sheet->extendButton()->isEnabled());
        sheet->reason()->setFocus();
        QTest::keyClicks(sheet->reason(), QStringLiteral("The CT is on its way."));
        QVERIFY(sheet->extendButton()->isEnabled());
        QSignalSpy letter(&page, &ReviewPage::letterWanted); // its notice must go out
        sheet->extendButton()->setFocus();
        QTest::keyClick(sheet->extendButton(), Qt::Key_Space);
        QVERIFY(letter.wait(5000));
        const StoredCase kept = wizard.kept();
        QVERIFY(kept.clock.extendedAt.isValid());
        QCOMPARE(kept.status, Status::Draft);
        QCOMPARE(kept.reviewCase.determination.extensionReason, QStringLiteral("The CT is on its way."));
        QCOMPARE(kept.reviewCase.determination.extendedTo, QDate(2026, 12, 11));
        DueSheet *again = header->openDueSheet();
        QVERIFY(!again->reason());
        QVERIFY(!again->lines().filter(QStringLiteral("extended once already")).isEmpty());
        QVERIFY(!again->lines().filter(QStringLiteral("it counts once its notice is issued")).isEmpty());
    }

    void remarksAreAddedAndStay()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        NotesSheet *sheet = page.openNotes();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        // nothing was said: no row of a list, and nothing to be chosen
        const auto nothing = [sheet] {
            for (const QLabel *label : sheet->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text() == QStringLiteral("Nothing was said on this case yet."))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(nothing());
        QVERIFY(!sheet->list()->isVisible());
        QCOMPARE(sheet->findChild<QLabel *>()->text(), sheet->windowTitle());
        QVERIFY(!sheet->people()); // a nurse assigns nothing
        QVERIFY(!sheet->addButton()->isEnabled());
        QTest::keyClicks(sheet->remark(), QStringLiteral("Called the clinic."));
        QTest::keyClick(sheet->remark(), Qt::Key_Tab);
        QCOMPARE(sheet->focusWidget(), sheet->addButton());
        QTest::keyClick(sheet->addButton(), Qt::Key_Space);
        QTRY_VERIFY(sheet->remark()->toPlainText().isEmpty());
        QTRY_VERIFY(sheet->list()->item(0)->text().endsWith(QStringLiteral("\nCalled the clinic.")));
        QVERIFY(sheet->list()->isVisible() && !nothing());
        QCOMPARE(notesOf(wizard).first().words, QStringLiteral("Called the clinic."));
    }

    void aSupervisorAssignsFromTheSheet()
    {
        ReferredCase wizard(StoreDesk::adverse(), "sam");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        NotesSheet *sheet = page.openNotes();
        QTRY_VERIFY(sheet->people()->count() > 3);
        QVERIFY(!sheet->outcome()); // talks are the physician's and the nurse's to record
        QCOMPARE(sheet->people()->currentText(), QStringLiteral("nobody yet"));
        sheet->people()->setCurrentIndex(sheet->people()->findData(idOf(wizard, "pia")));
        QTRY_VERIFY(sheet->assignButton()->isEnabled());
        QTest::mouseClick(sheet->assignButton(), Qt::LeftButton);
        QTRY_COMPARE(wizard.kept().assignedTo, idOf(wizard, "pia"));
        QTRY_VERIFY(!sheet->assignButton()->isEnabled()); // it is hers
    }

    void aTalkStandsBesideTheDecision()
    {
        ReferredCase wizard;
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_COMPARE(
            page.talks()->lines(), QStringList(QStringLiteral("No peer-to-peer talk is on record in this round.")));
        NotesSheet *sheet = page.openNotes();
        sheet->outcome()->setCurrentIndex(sheet->outcome()->findText(label(TalkOutcome::NotTakenUp)));
        QTest::keyClicks(sheet->talkWords(), QStringLiteral("Two times offered."));
        QTRY_VERIFY(sheet->talkButton()->isEnabled());
        QTest::mouseClick(sheet->talkButton(), Qt::LeftButton);
        QTRY_COMPARE(page.talks()->lines(),
            QStringList(
                QStringLiteral("Peer-to-peer offered, not taken up, %1, with Lee Müller, MD: Two times offered.")
                    .arg(dayAndClockWords(wizard.clock().now().toTimeZone(StoreDesk::rulebook()->zone)))));
    }

    /// It is written down afterwards; the record says when it took place.
    void aTalkTookPlaceBeforeItIsWrittenDown()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.clock().advance(26 * 3'600'000);
        wizard.signIn("phil");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        NotesSheet *sheet = page.openNotes();
        const QTimeZone zone = StoreDesk::rulebook()->zone;
        const QDateTime now = wizard.clock().now().toTimeZone(zone);
        QCOMPARE(sheet->talkDay()->date(), now.date()); // now, unless another is typed
        QCOMPARE(sheet->talkTime()->text(), now.time().toString(QStringLiteral("HH:mm")));
        sheet->outcome()->setCurrentIndex(sheet->outcome()->findText(label(TalkOutcome::Held)));
        QTest::keyClicks(sheet->talkWords(), QStringLiteral("He agrees."));
        QTRY_VERIFY(sheet->talkButton()->isEnabled());
        const auto typeTime = [&](const char *time) {
            sheet->talkTime()->setFocus();
            sheet->talkTime()->selectAll();
            QTest::keyClicks(sheet->talkTime(), QLatin1String(time));
        };
        typeTime("25:10");
        QVERIFY(!sheet->talkButton()->isEnabled());
        typeTime(qPrintable(now.addSecs(3600).time().toString(QStringLiteral("HH:mm"))));
        QVERIFY(sheet->talkButton()->isEnabled());
        QTest::mouseClick(sheet->talkButton(), Qt::LeftButton);
        QTRY_VERIFY2(sheet->notice()->message().contains(QStringLiteral("still to come")), qPrintable(sheet->notice()->message()));
        QCOMPARE(sheet->talkWords()->toPlainText(), QStringLiteral("He agrees.")); // what was typed stays
        const QDateTime held = now.addSecs(-3600);
        typeTime(qPrintable(held.time().toString(QStringLiteral("HH:mm"))));
        QTRY_VERIFY(sheet->talkButton()->isEnabled());
        QTest::mouseClick(sheet->talkButton(), Qt::LeftButton);
        QTRY_COMPARE(page.talks()->lines(),
            QStringList(QStringLiteral("Peer-to-peer held, %1, with Lee Müller, MD: He agrees.").arg(dayAndClockWords(held))));
        QTRY_VERIFY2(sheet->list()->item(0)->text().contains(dayAndClockWords(held)), qPrintable(sheet->list()->item(0)->text()));
        QCOMPARE(sheet->talkTime()->text(), now.time().toString(QStringLiteral("HH:mm"))); // the next one is now again
    }

    void aSecondOpinionIsAskedAndGiven()
    {
        ReferredCase wizard;
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            QVERIFY(page.form()->choice(Action::GiveOpinion)->isHidden()); // nobody asked him
            page.form()->choice(Action::AskOpinion)->click();
            QTRY_VERIFY(!page.form()->opinion()->physicianId().isEmpty());
            QCOMPARE(page.form()->opinion()->physicianId(), idOf(wizard, "pia"));
            QVERIFY(page.form()->refusal().contains(QStringLiteral("what you want to know")));
            QTest::keyClicks(page.form()->opinion()->words(), QStringLiteral("Stable or growing?"));
            QCOMPARE(page.form()->refusal(), QString());
            QSignalSpy closed(&page, &DecisionPage::closed);
            QTest::mouseClick(page.signButton(), Qt::LeftButton);
            QVERIFY(closed.wait(5000));
        }
        QCOMPARE(wizard.kept().assignedTo, idOf(wizard, "pia"));
        wizard.signIn("pia");
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(!page.form()->choice(Action::GiveOpinion)->isHidden());
            QTRY_VERIFY(page.form()->isEnabled());
            page.form()->choice(Action::GiveOpinion)->click();
            QCOMPARE(page.form()->refusal(), QStringLiteral("Write your opinion first."));
            QTest::keyClicks(page.form()->opinion()->words(), QStringLiteral("Stable."));
            QSignalSpy closed(&page, &DecisionPage::closed);
            QTest::mouseClick(page.signButton(), Qt::LeftButton);
            QVERIFY(closed.wait(5000));
        }
        QCOMPARE(notesOf(wizard).last().words, QStringLiteral("Stable."));
        wizard.signIn("phil");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_COMPARE(page.talks()->lines().filter(QStringLiteral("Pia Example answered")).size(), 1);
        QCOMPARE(wizard.kept().status, Status::Referred); // an opinion decides nothing
    }

    void aSupervisorRecordsAProvisionAndThePhysicianSeesIt_data()
    {
        QTest::addColumn<QList<Action>>("before");
        QTest::addColumn<QList<Action>>("after");
        QTest::newRow("in a draft") << QList<Action>() << QList<Action>{Action::Refer};
        QTest::newRow("in a submitted case") << QList<Action>{Action::Submit} << QList<Action>{Action::Refer};
        QTest::newRow("in a referred case") << QList<Action>{Action::Refer} << QList<Action>();
    }
    void aSupervisorRecordsAProvisionAndThePhysicianSeesIt()
    {
        QFETCH(QList<Action>, before);
        QFETCH(QList<Action>, after);
        Wizard wizard("nora", StoreDesk::adverse());
        for (const Action action : before)
            QVERIFY(wizard.act(action).ok());
        wizard.signIn("sam");
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            QVERIFY(!page.form()->choice(Action::Deny));
            page.form()->choice(Action::RecordProvision)->click();
            QVERIFY(page.form()->refusal().contains(QStringLiteral("both its citation and its words")));
            for (QLineEdit *edit : page.form()->findChildren<QLineEdit *>()) {
                if (edit->accessibleName() == QLatin1String("Contract provision"))
                    QTest::keyClicks(edit, QStringLiteral("Member booklet, p. 41"));
            }
            for (QPlainTextEdit *edit : page.form()->findChildren<QPlainTextEdit *>()) {
                if (edit->isVisible())
                    QTest::keyClicks(edit, QStringLiteral("Covered for liver metastases."));
            }
            QCOMPARE(page.form()->refusal(), QString());
            QSignalSpy closed(&page, &DecisionPage::closed);
            QTest::mouseClick(page.signButton(), Qt::LeftButton);
            QVERIFY(closed.wait(5000));
        }
        QCOMPARE(wizard.kept().reviewCase.determination.contractProvision->citation,
            QStringLiteral("Member booklet, p. 41"));
        wizard.signIn("nora");
        for (const Action action : after)
            QVERIFY(wizard.act(action).ok());
        wizard.signIn("phil");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        QCOMPARE(page.session().content().determination.contractProvision->text,
            QStringLiteral("Covered for liver metastases."));
    }

    void roundsAreCompared()
    {
        ReferredCase wizard;
        StoredCase current = wizard.kept();
        current.reviewCase.determination.rationale = QStringLiteral("Stable.");
        auto denied =
            wizard.workshop->run([current](Workspace &workspace) { return workspace.act(current, Action::Deny); });
        denied.waitForFinished();
        QVERIFY(denied.result().ok());
        wizard.signIn("sam");
        QVERIFY(wizard.act(Action::Reopen, QStringLiteral("Another scan came.")).ok());
        RoundsSheet sheet(*wizard.workshop, wizard.stored.id);
        showFor(sheet, {900, 600});
        QTRY_COMPARE(sheet.earlier()->count(), 2);
        QVERIFY(sheet.earlier()->currentText().startsWith(QStringLiteral("Round 1, first review")));
        QVERIFY(sheet.later()->currentText().endsWith(QStringLiteral(": draft")));
        QMap<QString, QString> before;
        for (int row = 0; row < sheet.table()->rowCount(); ++row)
            before.insert(sheet.table()->item(row, 1)->text(), sheet.table()->item(row, 2)->text());
        QCOMPARE(before.value(QStringLiteral("Clinical rationale")), QStringLiteral("Stable."));
        QCOMPARE(before.value(QStringLiteral("Decision")), label(Decision::Denied));
        QCOMPARE(before.value(QStringLiteral("Decided")), QStringLiteral("23 Nov 2026 10:00")); // not UTC's
        sheet.earlier()->setCurrentIndex(1);
        QCOMPARE(sheet.table()->rowCount(), 0);
        QVERIFY(!sheet.findChildren<QLabel *>().isEmpty());
    }

    /// Who prepares a case sees what was done to it where she works on it, and what a round before it said.
    void theHistoryIsBesideTheReview()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        wizard.signIn("sam");
        QVERIFY(wizard.act(Action::Reopen, QStringLiteral("Another scan came.")).ok());
        wizard.signIn("nora");
        ReviewPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        Request request = page.session().content().request;
        request.urgency = Urgency::Expedited;
        page.session().setRequest(request);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::AltModifier);
        QTRY_VERIFY(page.window()->findChild<HistorySheet *>());
        auto *sheet = page.window()->findChild<HistorySheet *>();
        QVERIFY(QTest::qWaitForWindowActive(sheet));
        QTRY_VERIFY(sheet->list()->count() >= 4); // begun, approved, reopened, edited
        QVERIFY(sheet->list()->hasFocus());
        const QListWidgetItem *last = sheet->list()->item(0);
        QVERIFY2(last->text().endsWith(QStringLiteral("Nora Example: Edit (Urgency: Standard → Expedited)")), qPrintable(last->text()));
        QVERIFY(last->toolTip().contains(QStringLiteral("Edit<br>Urgency: Standard → Expedited")));
        QVERIFY(last->data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("(Urgency: from Standard to Expedited)")));
        const QString reopened = sheet->list()->item(1)->text(); // which took the approval's number back
        QVERIFY2(reopened.contains(QStringLiteral("Sam Example: Reopen, “Another scan came.” (Authorization number: removed ")),
            qPrintable(reopened));
        QTest::keyClick(sheet->list(), Qt::Key_P, Qt::AltModifier);
        QTRY_VERIFY(sheet->findChild<RoundsSheet *>());
        QTRY_COMPARE(sheet->findChild<RoundsSheet *>()->earlier()->count(), 2);
    }

    void oneRoundIsComparedWithNothing()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        ReviewPage page(*wizard.workshop, wizard.stored, wizard.clock());
        showFor(page);
        QVERIFY(!page.openHistory()->roundsButton());
    }
};

QTEST_MAIN(TestNotesAndTime)
#include "tst_notes_and_time.moc"
