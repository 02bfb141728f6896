#include "PageWords.h"
#include "ReferredCase.h"
#include "Wizard.h"

#include "ui/decision/CaseHistory.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/DecisionPage.h"
#include "ui/decision/PolicyColumn.h"
#include "ui/decision/RecordColumn.h"
#include "ui/letter/TranslatedReason.h"
#include "ui/review/ApprovalEntries.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/DateField.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>

using namespace reviewdesk;

/// A physician's decision on a referred case.
class TestDecisionPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deniesOnlyWithReasons()
    {
        ReferredCase wizard;
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QVERIFY(page.form());
        QTRY_VERIFY(page.form()->isEnabled());
        QVERIFY(!page.signButton()->isEnabled());
        QVERIFY(!page.form()->choice(Action::Approve)->isEnabled());
        QVERIFY(page.form()->reasonUnder(Action::Approve).contains(QStringLiteral("criteria are not met")));
        QRadioButton *deny = page.form()->choice(Action::Deny);
        QCOMPARE(deny->text(), QStringLiteral("Deny: investigational\nunder IV"));
        deny->setFocus();
        QTest::keyClick(deny, Qt::Key_Space);
        QCOMPARE(page.form()->refusal(), QStringLiteral("Write the clinical rationale first."));
        QTest::keyClicks(textOf(*page.form(), "Clinical rationale"), QStringLiteral("CT shows stable disease."));
        QVERIFY(page.form()->refusal().contains(QStringLiteral("plain words")));
        QTest::keyClicks(textOf(*page.form(), "Reason in plain words"), QStringLiteral("Your scans show no growth."));
        QCOMPARE(page.form()->refusal(), QString());
        QSignalSpy letter(&page, &DecisionPage::letterWanted);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(letter.wait(5000));
        const StoredCase kept = wizard.kept();
        QCOMPARE(kept.status, Status::Denied);
        QCOMPARE(kept.reviewCase.determination.rationale, QStringLiteral("CT shows stable disease."));
        QCOMPARE(kept.reviewCase.determination.by.name, QStringLiteral("Phil Example"));
    }

    /// They were told by the weight of their letters alone.
    void whatDecidesIsSaidInWords()
    {
        ReferredCase wizard;
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        const Evaluation &evaluation = page.session().view().evaluation;
        QVERIFY(!evaluation.decisive.empty());
        int said = 0;
        int bold = 0;
        for (QLabel *label : page.findChild<RecordColumn *>()->findChildren<QLabel *>()) {
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(label);
            said += heard->text(QAccessible::Name).contains(QStringLiteral("(decides the outcome)")) ? 1 : 0;
            bold += label->text().contains(QStringLiteral("font-weight:600")) ? 1 : 0;
        }
        QCOMPARE(said, static_cast<int>(evaluation.decisive.size()));
        QCOMPARE(bold, said);
    }

    void theSpanishReasonIsWrittenBesideTheEnglish()
    {
        ReviewCase content = StoreDesk::adverse();
        content.member.language = QStringLiteral("es-US");
        ReferredCase wizard(content);
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::Deny)->setChecked(true);
        QTest::keyClicks(textOf(*page.form(), "Clinical rationale"), QStringLiteral("CT shows stable disease."));
        QTest::keyClicks(textOf(*page.form(), "Reason in plain words"), QStringLiteral("Your scans show no growth."));
        auto *spanish = page.form()->findChild<TranslatedReason *>();
        QVERIFY(spanish && spanish->isVisible());
        QTest::keyClicks(spanish->findChild<QPlainTextEdit *>(), QStringLiteral("Sus estudios no muestran crecimiento."));
        QVERIFY(!spanish->findChild<QPushButton *>()->isVisible()); // nothing is drafted here
        const QByteArray written = page.form()->written(); // what is half written comes back
        spanish->setText({});
        page.form()->restore(written);
        QCOMPARE(spanish->text(), QStringLiteral("Sus estudios no muestran crecimiento."));
        QSignalSpy letter(&page, &DecisionPage::letterWanted);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(letter.wait(5000));
        const Determination kept = wizard.kept().reviewCase.determination;
        QCOMPARE(kept.plainReason, QStringLiteral("Your scans show no growth."));
        QCOMPARE(kept.plainReasonTranslated, QStringLiteral("Sus estudios no muestran crecimiento."));
    }

    void wouldMeetIsToldInTwoParts()
    {
        ReviewCase content = StoreDesk::adverse(); // progressive: no
        answer(content, {{"diffuse", nullptr}});
        Wizard wizard("nora", content);
        const QList<WouldMeet> ways = wouldMeetInWords(wizard.policy(), viewOf(content, wizard.workshop->rulebook()));
        QCOMPARE(ways.size(), 1);
        QVERIFY(ways.first().notShown.contains(QStringLiteral("diffuse")));
        QVERIFY(!ways.first().notShown.contains(QStringLiteral("progressive")));
        QVERIFY(ways.first().otherwise.contains(QStringLiteral("progressive")));
        QVERIFY(!ways.first().otherwise.contains(QStringLiteral("diffuse")));
    }

    // A nurse's own submitted case opened for reading only, although the table lets her decide it.
    void offersWhatTheTableHas_data()
    {
        QTest::addColumn<QList<Action>>("before"); // by the nurse
        QTest::addColumn<QString>("person");
        QTest::addColumn<QList<Action>>("choices");
        using A = Action;
        const QList<A> submitted{A::Submit};
        const QList<A> pended{A::Pend};
        const QList<A> referred{A::Refer};
        QTest::newRow("nurse, submitted")
            << submitted << QStringLiteral("nora") << QList<A>{A::Approve, A::Refer, A::Pend, A::Withdraw};
        QTest::newRow("another nurse, submitted")
            << submitted << QStringLiteral("ned") << QList<A>{A::Approve, A::Refer, A::Pend, A::Withdraw};
        QTest::newRow("nurse, pended") << pended << QStringLiteral("nora") << QList<A>{A::Resume, A::Withdraw};
        QTest::newRow("nurse, referred") << referred << QStringLiteral("nora") << QList<A>{A::Withdraw};
        QTest::newRow("physician, submitted")
            << submitted << QStringLiteral("phil")
            << QList<A>{A::Approve, A::Refer, A::Pend, A::RecordProvision, A::ReturnToNurse, A::Withdraw};
        QTest::newRow("physician, referred")
            << referred << QStringLiteral("phil")
            << QList<A>{A::Approve, A::ApproveException, A::Deny, A::Pend, A::AskOpinion, A::GiveOpinion,
                   A::RecordProvision, A::ReturnToNurse, A::Withdraw};
        QTest::newRow("supervisor, draft") << QList<A>() << QStringLiteral("sam") << QList<A>{A::RecordProvision};
        QTest::newRow("supervisor, submitted")
            << submitted << QStringLiteral("sam") << QList<A>{A::RecordProvision, A::ReturnToNurse};
        QTest::newRow("supervisor, referred")
            << referred << QStringLiteral("sam") << QList<A>{A::RecordProvision, A::ReturnToNurse};
        QTest::newRow("supervisor, pended") << pended << QStringLiteral("sam") << QList<A>{A::Resume};
    }
    void offersWhatTheTableHas()
    {
        QFETCH(QList<Action>, before);
        QFETCH(QString, person);
        QFETCH(QList<Action>, choices);
        ReviewCase content = colorectal();
        answer(content, {{"progressive", nullptr}});
        Wizard wizard("nora", content);
        for (const Action action : before)
            QVERIFY(wizard.act(action).ok());
        wizard.signIn(person.toUtf8().constData());
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QVERIFY(page.form());
        QTRY_VERIFY(page.form()->isEnabled());
        QCOMPARE(DecisionForm::choicesFor(page.session()), choices);
        for (const Action action : choices)
            QVERIFY(page.form()->choice(action));
        const bool nurse = page.session().actor().role == Role::Nurse;
        QVERIFY(!nurse || (!page.form()->choice(Action::Deny) && !page.form()->choice(Action::ApproveException)));
        QCOMPARE(page.form()->mayDecideOtherwise(), choices.contains(Action::Deny));
    }

    void aNurseApprovesASubmittedCase()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Submit).ok());
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        QCOMPARE(page.form()->refusal(), QStringLiteral("Choose a decision."));
        QRadioButton *approve = page.form()->choice(Action::Approve);
        approve->setFocus();
        QTest::keyClick(approve, Qt::Key_Space);
        auto *dates = page.form()->findChild<ApprovalEntries *>();
        QVERIFY(dates->isVisible());
        QTest::keyClicks(dates->validTo()->lineEdit(), QStringLiteral("12/4"));
        QVERIFY(page.form()->refusal().contains(QStringLiteral("write it as yyyy-mm-dd")));
        dates->validTo()->lineEdit()->selectAll();
        QTest::keyClicks(dates->validTo()->lineEdit(), QStringLiteral("2027-01-31"));
        QCOMPARE(page.form()->refusal(), QString());
        QSignalSpy letter(&page, &DecisionPage::letterWanted);
        page.signButton()->setFocus();
        QTest::keyClick(page.signButton(), Qt::Key_Space);
        QVERIFY(letter.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Approved);
        QCOMPARE(wizard.kept().reviewCase.determination.validTo, QDate(2027, 1, 31));
    }

    void aNurseEntersAnAppealThatTheDenierMayNotHear()
    {
        ReferredCase wizard;
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            page.form()->choice(Action::Deny)->click();
            QTest::keyClicks(textOf(*page.form(), "Clinical rationale"), QStringLiteral("CT shows stable disease."));
            QTest::keyClicks(textOf(*page.form(), "Reason in plain words"), QStringLiteral("No growth."));
            QSignalSpy letter(&page, &DecisionPage::letterWanted);
            QTest::mouseClick(page.signButton(), Qt::LeftButton);
            QVERIFY(letter.wait(5000));
        }
        wizard.signIn("nora");
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QVERIFY(page.form());
            QTRY_VERIFY(page.form()->isEnabled());
            QCOMPARE(DecisionForm::choicesFor(page.session()), (QList<Action>{Action::Appeal}));
            QTest::keyClick(page.form()->choice(Action::Appeal), Qt::Key_Space);
            QCOMPARE(page.form()->refusal(), QStringLiteral("Say in a comment who appeals and on what ground."));
            QTest::keyClicks(textOf(*page.form(), "On what ground"), QStringLiteral("Member: new CT of 20 November."));
            QSignalSpy closed(&page, &DecisionPage::closed);
            QTest::mouseClick(page.signButton(), Qt::LeftButton);
            QVERIFY(closed.wait(5000));
        }
        QCOMPARE(wizard.kept().status, Status::Referred);
        QCOMPARE(wizard.kept().round, 2);
        wizard.signIn("phil");
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            QVERIFY(!page.form()->choice(Action::Deny)->isEnabled());
            QCOMPARE(page.form()->reasonUnder(Action::Deny),
                QStringLiteral("You denied this case; another physician must hear the appeal."));
        }
        wizard.signIn("pia");
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        QVERIFY(page.form()->choice(Action::Deny)->isEnabled());
    }

    void aNurseRefersASubmittedCaseWithANote()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Submit).ok());
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        QVERIFY(!page.form()->choice(Action::Approve)->isEnabled());
        QVERIFY(page.form()->reasonUnder(Action::Approve).contains(QStringLiteral("criteria are not met")));
        QTest::mouseClick(page.form()->choice(Action::Refer), Qt::LeftButton);
        QTest::keyClicks(textOf(*page.form(), "Note to the physician"), QStringLiteral("CT reads stable."));
        QSignalSpy closed(&page, &DecisionPage::closed);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(closed.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Referred);
        QCOMPARE(wizard.kept().reviewCase.nurseNote, QStringLiteral("CT reads stable."));
        QVERIFY(wizard.kept().reviewCase.determination.rationale.isEmpty());
    }

    void aNurseResumesAPendedCase()
    {
        Wizard wizard("nora", colorectal());
        StoredCase asked = wizard.stored;
        answer(asked.reviewCase, {{"progressive", nullptr}});
        {
            ReviewSession session(*wizard.workshop, asked, wizard.clock());
            session.setNurseNote(QStringLiteral("asked"));
            session.flush();
        }
        QVERIFY(wizard.act(Action::Pend).ok());
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::Withdraw)->click();
        QVERIFY(page.form()->refusal().contains(QStringLiteral("on whose word")));
        page.form()->choice(Action::Resume)->click();
        QSignalSpy review(&page, &DecisionPage::reviewWanted);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(review.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Draft);
    }

    void aDecidedCaseIsForReading()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        for (const char *person : {"nora", "phil", "sam"}) {
            wizard.signIn(person);
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            const bool mayReopen = page.session().actor().role == Role::Supervisor;
            QCOMPARE(
                DecisionForm::choicesFor(page.session()), mayReopen ? QList<Action>{Action::Reopen} : QList<Action>{});
            QCOMPARE(page.form() != nullptr, mayReopen);
            QCOMPARE(page.signButton() != nullptr, mayReopen);
            QTRY_VERIFY(page.history()->list()->count() >= 2);
            const QString last = page.history()->list()->item(0)->text();
            QVERIFY2(last.contains(QStringLiteral("Nora Example: Approve (Authorization number: added ")), qPrintable(last));
        }
    }

    void aNursesRationaleDoesNotDeny()
    {
        ReviewCase content = StoreDesk::adverse();
        content.determination.rationale = QStringLiteral("written by the nurse");
        ReferredCase wizard(content);
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::ApproveException)->click();
        QCOMPARE(page.form()->refusal(), QStringLiteral("Write the clinical rationale first."));
    }

    void whatIsHalfWrittenComesBack()
    {
        ReferredCase wizard;
        {
            DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
            showFor(page);
            QTRY_VERIFY(page.form()->isEnabled());
            QSignalSpy saved(&page, &DecisionPage::savedAt);
            page.form()->choice(Action::Deny)->click();
            QTest::keyClicks(textOf(*page.form(), "Clinical rationale"), QStringLiteral("CT shows stable disease."));
            QVERIFY(page.hasUnsaved());
            QTRY_VERIFY_WITH_TIMEOUT(!page.hasUnsaved(), 5000);
            QVERIFY(saved.count() >= 1);
            // Closed with a key not yet saved: the words go with it.
            QTest::keyClicks(textOf(*page.form(), "Reason in plain words"), QStringLiteral("No growth."));
        }
        DecisionPage again(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(again);
        QTRY_VERIFY(again.form()->isEnabled());
        QCOMPARE(again.form()->chosen(), std::optional(Action::Deny));
        QCOMPARE(textOf(*again.form(), "Clinical rationale")->toPlainText(), QStringLiteral("CT shows stable disease."));
        QCOMPARE(textOf(*again.form(), "Reason in plain words")->toPlainText(), QStringLiteral("No growth."));
        QVERIFY(again.signButton()->isEnabled());
        wizard.signIn("pia");
        DecisionPage another(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(another);
        QTRY_VERIFY(another.form()->isEnabled());
        QVERIFY(textOf(*another.form(), "Clinical rationale")->toPlainText().isEmpty());
        QVERIFY(!another.form()->chosen());
    }

    void returnsToTheNurseWithAComment()
    {
        ReferredCase wizard;
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.form()->isEnabled());
        page.form()->choice(Action::ReturnToNurse)->click();
        QVERIFY(!page.signButton()->isEnabled());
        QTest::keyClicks(textOf(*page.form(), "Comment to the nurse"), QStringLiteral("Ask for the March CT."));
        QVERIFY(page.signButton()->isEnabled());
        QSignalSpy closed(&page, &DecisionPage::closed);
        QTest::mouseClick(page.signButton(), Qt::LeftButton);
        QVERIFY(closed.wait(5000));
        QCOMPARE(wizard.kept().status, Status::Draft);
    }

    void theHeaderGivesWayInLargeText_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("below");
        QTest::addRow("100 %%") << 1.0 << false;
        QTest::addRow("150 %%") << 1.5 << true;
    }

    /// At 150 % the birth date, the member ID and the number stood one word a line, the last ones cut, in a header that
    /// took a third of the screen.
    void theHeaderGivesWayInLargeText()
    {
        QFETCH(double, scale);
        QFETCH(bool, below);
        ReferredCase wizard;
        Theme::apply(*qApp, Theme::Scheme::Light, scale);
        DecisionPage page(*wizard.workshop, wizard.kept(), wizard.clock());
        showFor(page);
        auto *header = page.findChild<CaseHeader *>();
        QLabel *identity = nullptr;
        QLabel *name = nullptr;
        for (QLabel *label : header->findChildren<QLabel *>()) {
            if (label->text().contains(wizard.stored.reviewCase.number))
                identity = label;
            if (label->text() == wizard.stored.reviewCase.member.name)
                name = label;
        }
        QVERIFY(identity && name);
        QCOMPARE(identity->geometry().top() > name->geometry().bottom(), below);
        QVERIFY2(header->height() <= Theme::scaled(80), qPrintable(QString::number(header->height())));
        QVERIFY(identity->heightForWidth(identity->width()) <= identity->height()); // nothing is cut
        page.resize(2200, 800); // with room it is one line again
        QTRY_VERIFY(identity->geometry().top() <= name->geometry().bottom());
        Theme::apply(*qApp, Theme::Scheme::Light);
    }
};

QTEST_MAIN(TestDecisionPage)
#include "tst_decision_page.moc"
