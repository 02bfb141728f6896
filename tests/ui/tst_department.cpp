#include "DepartmentQuestions.h"
#include "ReferredCase.h"

#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/review/ReviewPage.h"
#include "ui/settings/DepartmentSettings.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/DrawSampleDialog.h"
#include "ui/supervisor/QualityPage.h"
#include "ui/supervisor/ReleasePage.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/StatusGlyph.h"
#include "ui/worklist/CaseTable.h"
#include "ui/worklist/WorklistDelegate.h"
#include "ui/worklist/WorklistModel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>

using namespace reviewdesk;

namespace {

/// The due chip and the glyph of the outcome; they were plain words here.
void looksAsInTheWorklist(const CaseTable &cases)
{
    QVERIFY(qobject_cast<WorklistDelegate *>(cases.itemDelegate()));
    const auto told = [&cases](int column, int role) { return cases.model()->index(0, column).data(role); };
    QCOMPARE(told(0, WorklistModel::ChipToneRole).value<Tone>(), Tone::Neutral);
    QVERIFY(told(0, Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Due: ")));
    QCOMPARE(told(4, WorklistModel::GlyphRole).value<Glyph>(), Glyph::Met);
    QVERIFY(told(2, WorklistModel::QuietRole).toBool());
    QCOMPARE(cases.styleSheet(), QString()); // the colours of the theme that is in force
}

} // namespace

/// The supervisor's screens, on a real workspace.
class TestDepartment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNumberOpensItsCasesAndTheyAreGivenAway()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        wizard.signIn("sam");
        WorkloadPage page(*wizard.workshop, wizard.clock());
        showFor(page);
        QTRY_VERIFY(cellOf(page, QStringLiteral("Nora Example"), QStringLiteral("Open")).first >= 0);
        const auto [row, column] = cellOf(page, QStringLiteral("Nora Example"), QStringLiteral("Open"));
        QCOMPARE(page.people()->item(row, column)->text(), QStringLiteral("1"));
        page.people()->setFocus();
        page.people()->setCurrentCell(row, column);
        QTest::keyClick(page.people(), Qt::Key_Return);
        QTRY_COMPARE(page.cases()->rowCount(), 1);
        QTRY_VERIFY(page.cases()->hasFocus());
        QCOMPARE(page.cases()->item(0, 1)->text(), QStringLiteral("Ana Example"));
        looksAsInTheWorklist(*page.cases());
        QSignalSpy opened(&page, &WorkloadPage::caseWanted);
        QTest::keyClick(page.cases(), Qt::Key_Return);
        QCOMPARE(opened.first().first().toString(), wizard.stored.id);
        page.receiver()->setCurrentIndex(page.receiver()->findData(idOf(wizard, "ned")));
        QTRY_VERIFY(page.assignButton()->isEnabled());
        QTest::mouseClick(page.assignButton(), Qt::LeftButton);
        QTRY_COMPARE(wizard.kept().assignedTo, idOf(wizard, "ned"));
        QTRY_COMPARE(page.people()->item(row, column)->text(), QStringLiteral("0"));
        QTRY_COMPARE(page.cases()->rowCount(), 0); // they are not hers any more
    }

    void lettersAreReleasedTogether()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        wizard.signIn("sam");
        ReleasePage page(*wizard.workshop, wizard.clock());
        showFor(page);
        QTRY_COMPARE(page.cases()->rowCount(), 1);
        QSignalSpy released(&page, &ReleasePage::releaseWanted);
        page.cases()->selectAll();
        QTest::mouseClick(page.releaseButton(), Qt::LeftButton);
        QCOMPARE(released.first().first().toStringList(), QStringList(wizard.stored.id));
    }

    /// Which letters go out: not of decided cases alone.
    void theLettersThatWaitAreNamed()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        const auto pended = done(wizard, [](Workspace &workspace) -> Result<StoredCase> {
            Result<StoredCase> made = workspace.createCase(StoreDesk::approvable());
            if (!made)
                return made;
            made->reviewCase.determination.plainReason = QStringLiteral("words");
            return workspace.act(*made, Action::Pend);
        });
        QVERIFY2(pended.ok(), why(pended));
        wizard.signIn("sam");
        ReleasePage page(*wizard.workshop, wizard.clock());
        showFor(page);
        CaseTable &cases = *page.cases();
        QTRY_COMPARE(cases.rowCount(), 2);
        const int letters = cases.columnCount() - 1;
        QCOMPARE(cases.horizontalHeaderItem(letters)->text(), QStringLiteral("Letters"));
        QMap<QString, QString> told; // by status
        for (int row = 0; row < 2; ++row)
            told.insert(cases.item(row, 3)->text(), cases.item(row, letters)->text());
        QCOMPARE(told.value(QStringLiteral("Approved")), QStringLiteral("Approval"));
        QCOMPARE(told.value(QStringLiteral("Pended")), QStringLiteral("Request for information"));
    }

    /// What is listed at once has an end; the person is told, and how many there are.
    void limitsAreSaid()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        for (int i = 0; i < 2; ++i) {
            const auto approved = done(wizard, [](Workspace &workspace) -> Result<StoredCase> {
                const Result<StoredCase> made = workspace.createCase(StoreDesk::approvable());
                const Result<StoredCase> open = workspace.createCase(StoreDesk::approvable());
                return made && open ? workspace.act(*made, Action::Approve) : made;
            });
            QVERIFY2(approved.ok(), why(approved));
        }
        wizard.signIn("sam");
        ReleasePage letters(*wizard.workshop, wizard.clock(), nullptr, 2);
        showFor(letters);
        QTRY_COMPARE(letters.cases()->rowCount(), 2);
        QVERIFY2(letters.summary()->text().startsWith(QStringLiteral("The first 2 of 3 cases")),
            qPrintable(letters.summary()->text()));
        WorkloadPage loads(*wizard.workshop, wizard.clock(), nullptr, 1);
        showFor(loads);
        QTRY_VERIFY(cellOf(loads, QStringLiteral("Nora Example"), QStringLiteral("Open")).first >= 0);
        const auto [row, column] = cellOf(loads, QStringLiteral("Nora Example"), QStringLiteral("Open"));
        loads.people()->setCurrentCell(row, column);
        QTest::keyClick(loads.people(), Qt::Key_Return);
        QTRY_COMPARE(loads.cases()->rowCount(), 1);
        QVERIFY2(loads.heading()->text().contains(QStringLiteral("the first 1 of 2 by due date")),
            qPrintable(loads.heading()->text()));
        ReleasePage all(*wizard.workshop, wizard.clock());
        showFor(all);
        QTRY_COMPARE(all.summary()->text(), QStringLiteral("Cases with letters to release: 3"));
    }

    void aSampleIsDrawnReviewedBlindAndCompared()
    {
        ReferredCase wizard;
        StoredCase current = wizard.kept();
        current.reviewCase.determination.rationale = QStringLiteral("Stable.");
        QVERIFY(done(wizard, [current](Workspace &workspace) { return workspace.act(current, Action::Deny); }).ok());
        wizard.signIn("sam");
        const QString sample = [&] {
            QualityPage page(*wizard.workshop, wizard.clock());
            showFor(page);
            DrawSampleDialog *dialog = page.openDraw();
            require(QTest::qWaitFor([dialog] { return dialog->drawButton()->isEnabled(); }));
            dialog->seed()->setText(QStringLiteral("many"));
            QTest::mouseClick(dialog->drawButton(), Qt::LeftButton);
            if (!dialog->notice()->message().contains(QStringLiteral("whole number")))
                qFatal("a seed that is no number was taken");
            dialog->seed()->setText(QStringLiteral("7"));
            dialog->reviewer()->setCurrentIndex(dialog->reviewer()->findData(idOf(wizard, "ned")));
            QTest::mouseClick(dialog->drawButton(), Qt::LeftButton);
            require(QTest::qWaitFor([&page] { return page.cases()->rowCount() == 1; }));
            if (page.cases()->item(0, 4)->text() != QLatin1String("hidden until it is finished"))
                qFatal("the first reviewer is named");
            return done(wizard, [](Workspace &workspace) { return workspace.samples(); })->first().id;
        }();
        wizard.signIn("ned");
        {
            const StoredCase draft =
                done(wizard, [sample](Workspace &workspace) { return workspace.secondReview(sample, 1); }).value();
            ReviewPage page(*wizard.workshop, draft, wizard.clock(), nullptr, SecondReview{sample, 1});
            showFor(page);
            QVERIFY(page.finishButton());
            const QList<QPushButton *> buttons = page.findChildren<QPushButton *>();
            for (const QPushButton *button : buttons) // either would tell what the first reviewer found
                QVERIFY2(!button->text().startsWith(QStringLiteral("Histor")) && !button->text().endsWith(QStringLiteral("marks…")),
                    qPrintable(button->text()));
            ReviewSession &session = page.session();
            for (const auto &[fact, value] : StoreDesk::approvable().facts.asKeyValueRange()) {
                const int index = wizard.fact(qPrintable(fact));
                const auto &options = wizard.policy().facts.at(index).options;
                for (int option = 0; option < options.size(); ++option) {
                    if (options.at(option).value == value.value)
                        session.setAnswer(index, option);
                }
            }
            QVERIFY(!session.allowed(Action::Approve).ok()); // it decides nothing
            page.goTo(QStringLiteral("recommendation"));
            QTRY_VERIFY(page.finishButton()->isVisible());
            QSignalSpy closed(&page, &ReviewPage::closed);
            QTest::mouseClick(page.finishButton(), Qt::LeftButton);
            QVERIFY(closed.wait(5000));
        }
        QCOMPARE(wizard.kept().status, Status::Denied);
        QCOMPARE(wizard.kept().reviewCase.facts, StoreDesk::adverse().facts);
        wizard.signIn("sam");
        QualityPage page(*wizard.workshop, wizard.clock());
        showFor(page);
        QTRY_VERIFY(page.disagreements()->rowCount() >= 3);
        QStringList told;
        for (int row = 0; row < page.disagreements()->rowCount(); ++row)
            told << page.disagreements()->item(row, 2)->text() + QLatin1Char('/') +
                    page.disagreements()->item(row, 3)->text();
        QVERIFY(told.contains(QStringLiteral("No/Yes")));
        QVERIFY(page.agreement()->rowCount() > 5);
        QCOMPARE(page.agreement()->item(0, 0)->text(), QStringLiteral("Overall"));
        QVERIFY(page.agreement()->item(0, 3)->text().startsWith(QStringLiteral("0.0%")));
        QSignalSpy opened(&page, &QualityPage::caseWanted);
        QVERIFY(page.tabs()->tabBar()->focusPolicy() & Qt::TabFocus); // it was no stop, though it looked like one
        page.tabs()->tabBar()->setFocus();
        for (int right = 0; right < 2; ++right)
            QTest::keyClick(page.tabs()->tabBar(), Qt::Key_Right);
        QCOMPARE(page.tabs()->currentIndex(), 2);
        page.disagreements()->setFocus();
        page.disagreements()->setCurrentCell(0, 0);
        QTest::keyClick(page.disagreements(), Qt::Key_Return);
        QCOMPARE(opened.first().first().toString(), wizard.stored.id);
    }

    /// The same second review in two windows: the later save overwrote the other's answers, and one that was finished
    /// elsewhere was tried again every five seconds for ever.
    void aSecondReviewInTwoWindowsLosesNothing()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        wizard.signIn("sam");
        SampleWish wish;
        wish.until = wizard.clock().now().date().addDays(1);
        wish.from = wish.until.addDays(-7);
        wish.reviewerId = idOf(wizard, "ned");
        const QString sample =
            done(wizard, [wish](Workspace &workspace) { return workspace.drawSample(wish); })->id;
        wizard.signIn("ned");
        const auto kept = [&] {
            return done(wizard, [sample](Workspace &workspace) { return workspace.secondReview(sample, 1); });
        };
        const StoredCase draft = kept().value();
        const auto answer = [&](ReviewPage &page, const char *fact, int option) {
            page.session().setAnswer(wizard.fact(fact), option);
        };
        ReviewPage one(*wizard.workshop, draft, wizard.clock(), nullptr, SecondReview{sample, 1});
        ReviewPage other(*wizard.workshop, draft, wizard.clock(), nullptr, SecondReview{sample, 1});
        showFor(one);
        showFor(other);
        answer(one, "procedure", 0);
        one.flush();
        QVERIFY(!one.session().hasUnsaved());
        answer(other, "procedure", 1);
        other.flush();
        QCOMPARE(other.session().saving(), ReviewSession::Saving::Stale);
        QTRY_VERIFY(other.session().keptMeanwhile());
        QVERIFY2(other.notice()->message().contains(QStringLiteral("saved in another window")),
            qPrintable(other.notice()->message()));
        QCOMPARE(kept()->reviewCase.facts, one.session().content().facts); // nothing was overwritten
        const CaseMerge merge = other.session().merge();
        QCOMPARE(merge.conflicts.size(), 1);
        QVERIFY(other.session()
                    .takeMerged(KeptMeanwhile(*other.session().keptMeanwhile()), merge, {merge.conflicts.constFirst().thing})
                    .ok());
        other.flush();
        QCOMPARE(other.session().saving(), ReviewSession::Saving::Saved);
        QCOMPARE(kept()->reviewCase.facts, other.session().content().facts);

        // the first window is behind now: nothing of its own is at stake, so it goes on with what is kept
        QSignalSpy closed(&one, &ReviewPage::closed);
        one.goTo(QStringLiteral("recommendation"));
        QTest::mouseClick(one.finishButton(), Qt::LeftButton);
        QTRY_COMPARE(one.session().content().facts, other.session().content().facts);
        QCOMPARE(closed.size(), 0);
        for (const auto &[fact, value] : StoreDesk::approvable().facts.asKeyValueRange()) {
            const int index = wizard.fact(qPrintable(fact));
            const auto &options = wizard.policy().facts.at(index).options;
            for (int option = 0; option < options.size(); ++option) {
                if (options.at(option).value == value.value)
                    one.session().setAnswer(index, option);
            }
        }
        QTest::mouseClick(one.finishButton(), Qt::LeftButton);
        QVERIFY2(closed.wait(5000), qPrintable(one.notice()->message()));

        // it is finished: the other window says so, tries nothing again and can be left
        answer(other, "procedure", 0);
        QTRY_VERIFY(other.session().isEnded());
        QVERIFY2(other.notice()->message().contains(QStringLiteral("finished in another window")),
            qPrintable(other.notice()->message()));
        QVERIFY(!other.session().editable() && !other.finishButton()->isEnabled());
        QVERIFY(!other.hasUnsaved());
        QSignalSpy saving(&other.session(), &ReviewSession::savingChanged);
        QVERIFY(!saving.wait(5500)); // the retry came after five seconds
        QSignalSpy left(&other, &ReviewPage::closed);
        for (QPushButton *button : other.findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("&Close"))
                button->click();
        }
        QCOMPARE(left.size(), 1);
    }

    void settingsAreKeptAndChecked()
    {
        Wizard wizard("sam"); // the case is nora's
        DepartmentSettings page(*wizard.workshop);
        showFor(page);
        QTRY_COMPARE(page.organisation()->text(), QStringLiteral("Example Health Plan"));
        QCOMPARE(page.approvalDays()->value(), 90);
        QVERIFY(!page.saveButton()->isEnabled());
        page.approvalDays()->setValue(60);
        page.readingLimit(LineOfBusiness::Qhp)->setValue(7);
        QSignalSpy saved(&page, &DepartmentSettings::saved);
        QTest::mouseClick(page.saveButton(), Qt::LeftButton);
        QVERIFY(saved.wait(5000));
        QTRY_COMPARE(wizard.workshop->rulebook().terms.approvalDays, 60); // in force at once
        const WorkspaceSettings kept = done(wizard, [](Workspace &workspace) { return workspace.settings(); }).value();
        QCOMPARE(kept.terms.readingLimits.value(LineOfBusiness::Qhp), 7);
        QVERIFY(!page.saveButton()->isEnabled());
        wizard.signIn("nora");
        DepartmentSettings another(*wizard.workshop);
        showFor(another);
        QTRY_COMPARE(another.approvalDays()->value(), 60);
        another.approvalDays()->setValue(30);
        QTest::mouseClick(another.saveButton(), Qt::LeftButton);
        QTRY_VERIFY(another.notice()->message().contains(QStringLiteral("Only a supervisor")));
    }

    void othersSeeOnlyTheirSecondReviews()
    {
        Wizard wizard("nora");
        DepartmentPage page(*wizard.workshop, wizard.clock());
        QCOMPARE(page.sections()->count(), 1);
        QCOMPARE(page.sections()->item(0)->text(), QStringLiteral("Quality"));
        wizard.signIn("sam");
        DepartmentPage whole(*wizard.workshop, wizard.clock());
        QVERIFY(whole.sections()->count() >= 3);
    }
};

QTEST_MAIN(TestDepartment)
#include "tst_department.moc"
