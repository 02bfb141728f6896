#include "Wizard.h"

#include "ui/Appearance.h"
#include "ui/Desk.h"
#include "ui/review/ReviewPage.h"
#include "ui/settings/DepartmentSettings.h"
#include "ui/supervisor/CaseTable.h"
#include "ui/supervisor/DepartmentPage.h"
#include "ui/supervisor/DrawSampleDialog.h"
#include "ui/supervisor/QualityPage.h"
#include "ui/supervisor/ReleasePage.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/widgets/Notice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>

using namespace reviewdesk;

namespace {

template <typename Job> auto done(Wizard &wizard, Job job)
{
    auto future = wizard.workshop->run(job);
    future.waitForFinished();
    return future.result();
}

QString idOf(Wizard &wizard, const char *login)
{
    const QList<UserAccount> users = done(wizard, [](Workspace &workspace) { return workspace.users(); }).value();
    for (const UserAccount &user : users) {
        if (user.loginName == QLatin1String(login))
            return user.id;
    }
    return {};
}

/// The cell of a person's number.
QPair<int, int> cellOf(const WorkloadPage &page, const QString &name, const QString &title)
{
    const QTableWidget *table = page.people();
    for (int row = 0; row < table->rowCount(); ++row) {
        for (int column = 0; column < table->columnCount(); ++column) {
            if (table->item(row, 0)->text() == name && table->horizontalHeaderItem(column)->text() == title)
                return {row, column};
        }
    }
    return {-1, -1};
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
        QCOMPARE(page.cases()->item(0, 2)->text(), QStringLiteral("Ana Example"));
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

    void aSampleIsDrawnReviewedBlindAndCompared()
    {
        Wizard wizard("nora", StoreDesk::adverse());
        QVERIFY(wizard.act(Action::Refer).ok());
        wizard.signIn("phil");
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
        QVERIFY(page.agreement()->item(0, 3)->text().startsWith(QStringLiteral("0.0 %")));
        QSignalSpy opened(&page, &QualityPage::caseWanted);
        page.tabs()->setCurrentIndex(2);
        page.disagreements()->setFocus();
        page.disagreements()->setCurrentCell(0, 0);
        QTest::keyClick(page.disagreements(), Qt::Key_Return);
        QCOMPARE(opened.first().first().toString(), wizard.stored.id);
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
