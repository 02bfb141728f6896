// Lists that are asked for again while somebody has selected cases in them: what is done then is done to these alone.
#include "DepartmentQuestions.h"

#include "ui/supervisor/QualityPage.h"
#include "ui/supervisor/ReleasePage.h"
#include "ui/supervisor/WorkloadPage.h"
#include "ui/worklist/CaseTable.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistPage.h"
#include "ui/worklist/WorklistTable.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>

using namespace reviewdesk;

namespace {

/// More cases of the person who is signed in.
void makeCases(Wizard &wizard, int count)
{
    for (int number = 1; number <= count; ++number) {
        const ReviewCase request = StoreDesk::request(QStringLiteral("Member %1").arg(number));
        require(done(wizard, [request](Workspace &workspace) { return workspace.createCase(request); }).ok());
    }
}

void approveMore(Wizard &wizard, int count)
{
    for (int more = 0; more < count; ++more) {
        const auto approved = done(wizard, [](Workspace &workspace) -> Result<StoredCase> {
            const Result<StoredCase> made = workspace.createCase(StoreDesk::approvable());
            return made ? workspace.act(*made, Action::Approve) : made;
        });
        require(approved.ok());
    }
}

void openCasesOf(WorkloadPage &page, const QString &name)
{
    QTRY_VERIFY(cellOf(page, name, QStringLiteral("Open")).first >= 0);
    const QPair<int, int> cell = cellOf(page, name, QStringLiteral("Open"));
    page.people()->setCurrentCell(cell.first, cell.second);
    QTest::keyClick(page.people(), Qt::Key_Return);
    QTRY_VERIFY(page.cases()->hasFocus());
}

void clickRow(CaseTable &table, int row, Qt::KeyboardModifiers keys = {})
{
    const QPoint place = table.visualItemRect(table.item(row, 1)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, keys, place);
}

/// As the page does each minute.
template <typename Page> void askAgain(Wizard &wizard, Page &page)
{
    page.refresh();
    wizard.workshop->drain();
    QTest::qWait(50);
}

QString caseOf(const WorklistTable &table, int row)
{
    return table.model()->index(row, 0).data(WorklistModel::CaseIdRole).toString();
}

QStringList selectedCases(const WorklistTable &table)
{
    QStringList ids;
    for (const RowRange &range : table.selectedRanges()) {
        for (int row = range.first; row <= range.last; ++row)
            ids.append(caseOf(table, row));
    }
    return ids;
}

} // namespace

class TestCaseSelection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The list is asked for again each minute: whoever had picked cases and pressed Assign then gave away another one.
    void whatIsSelectedStaysWhenTheListIsAskedForAgain()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        makeCases(wizard, 3);
        wizard.signIn("sam");
        WorkloadPage page(*wizard.workshop, wizard.clock());
        showFor(page);
        openCasesOf(page, QStringLiteral("Nora Example"));
        CaseTable &cases = *page.cases();
        QCOMPARE(cases.rowCount(), 4);
        QCOMPARE(cases.selectedIds().size(), 1); // of a new list the first
        clickRow(cases, 1);
        clickRow(cases, 3, Qt::ControlModifier);
        const QStringList chosen = cases.selectedIds();
        const QString current = cases.item(3, 2)->text();
        QCOMPARE(chosen.size(), 2);
        askAgain(wizard, page);
        QCOMPARE(cases.selectedIds(), chosen);
        QCOMPARE(cases.item(cases.currentRow(), 2)->text(), current);
        QVERIFY(page.assignButton()->isEnabled());

        // one is given away elsewhere: the other stays, nothing is selected in its place; then nothing is
        const QString ned = idOf(wizard, "ned");
        const auto giveAway = [&wizard, &ned](const QString &caseId) {
            return done(wizard, [&](Workspace &workspace) { return workspace.assign({caseId}, ned); }).ok();
        };
        QVERIFY(giveAway(chosen.first()));
        askAgain(wizard, page);
        QCOMPARE(cases.rowCount(), 3);
        QCOMPARE(cases.selectedIds(), QStringList(chosen.last()));
        QCOMPARE(cases.item(cases.currentRow(), 2)->text(), current);
        QVERIFY(giveAway(chosen.last()));
        askAgain(wizard, page);
        QCOMPARE(cases.rowCount(), 2);
        QCOMPARE(cases.selectedIds(), QStringList());
        QVERIFY(!page.assignButton()->isEnabled());
        QCOMPARE(cases.currentRow(), 1); // the keyboard goes on where it was
        openCasesOf(page, QStringLiteral("Ned Example"));
        QTRY_COMPARE(cases.selectedIds().size(), 1);
        QCOMPARE(cases.currentRow(), 0);
    }

    void thePlaceInTheListStaysToo()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        makeCases(wizard, 40);
        wizard.signIn("sam");
        WorkloadPage page(*wizard.workshop, wizard.clock());
        showFor(page, {1280, 600});
        openCasesOf(page, QStringLiteral("Nora Example"));
        CaseTable &cases = *page.cases();
        QTest::keyClick(&cases, Qt::Key_End);
        cases.verticalScrollBar()->setValue(7);
        const QStringList chosen = cases.selectedIds();
        askAgain(wizard, page);
        QCOMPARE(cases.verticalScrollBar()->value(), 7);
        QCOMPARE(cases.selectedIds(), chosen);
    }

    /// Somebody new stands before her in the table: it is still her number that Enter opens, and still he who receives.
    void somebodyNewTakesNobodysPlace()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        wizard.signIn("sam");
        WorkloadPage page(*wizard.workshop, wizard.clock());
        showFor(page);
        openCasesOf(page, QStringLiteral("Nora Example"));
        const QString ned = idOf(wizard, "ned");
        page.receiver()->setCurrentIndex(page.receiver()->findData(ned));
        NewUser ada = StoreDesk::newUser(QStringLiteral("ada"), Role::Nurse);
        QVERIFY(done(wizard, [ada](Workspace &workspace) { return workspace.addUser(ada, KeyCost::cheap()); }).ok());
        askAgain(wizard, page);
        QCOMPARE(page.people()->item(0, 0)->text(), ada.name);
        QCOMPARE(page.people()->item(page.people()->currentRow(), 0)->text(), QStringLiteral("Nora Example"));
        QCOMPARE(page.receiver()->currentData().toString(), ned);
        page.receiver()->setCurrentIndex(-1);
        QVERIFY(!page.assignButton()->isEnabled());
        page.receiver()->setFocus();
        QTest::keyClick(page.receiver(), Qt::Key_Down);
        QVERIFY(page.assignButton()->isEnabled());
    }

    void lettersThatAreChosenStayChosen()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        approveMore(wizard, 3);
        wizard.signIn("sam");
        ReleasePage page(*wizard.workshop, wizard.clock());
        showFor(page);
        QTRY_COMPARE(page.cases()->rowCount(), 4);
        QCOMPARE(page.cases()->selectedIds().size(), 1);
        clickRow(*page.cases(), 2);
        clickRow(*page.cases(), 3, Qt::ControlModifier);
        const QStringList chosen = page.cases()->selectedIds();
        askAgain(wizard, page);
        QCOMPARE(page.cases()->selectedIds(), chosen);
        QVERIFY2(page.releaseButton()->text().contains(QStringLiteral("2 cases")), qPrintable(page.releaseButton()->text()));
        QSignalSpy released(&page, &ReleasePage::releaseWanted);
        QTest::mouseClick(page.releaseButton(), Qt::LeftButton);
        QCOMPARE(released.first().first().toStringList(), chosen);
    }

    void theCaseOfASampleStaysCurrent()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        QVERIFY(wizard.act(Action::Approve).ok());
        approveMore(wizard, 2);
        wizard.signIn("sam");
        SampleWish wish;
        wish.until = wizard.clock().now().date().addDays(1);
        wish.from = wish.until.addDays(-7);
        wish.size = 3;
        wish.reviewerId = idOf(wizard, "ned");
        QVERIFY(done(wizard, [wish](Workspace &workspace) { return workspace.drawSample(wish); }).ok());
        QualityPage page(*wizard.workshop, wizard.clock());
        showFor(page);
        QTRY_COMPARE(page.cases()->rowCount(), 3);
        page.cases()->setFocus();
        QTest::keyClick(page.cases(), Qt::Key_Down);
        QCOMPARE(page.cases()->currentRow(), 1);
        askAgain(wizard, page);
        wizard.workshop->drain(); // the sample's cases are asked for when the samples are here
        QTest::qWait(50);
        QCOMPARE(page.cases()->currentRow(), 1);
    }

    void theWorklistKeepsWhatIsSelected()
    {
        Wizard wizard("nora", StoreDesk::approvable());
        makeCases(wizard, 4);
        wizard.signIn("sam");
        const std::unique_ptr<Workshop> elsewhere = wizard.seatOf("nora");
        WorklistPage page(*wizard.workshop, wizard.clock());
        page.setView(WorklistView::Drafts);
        showFor(page);
        auto *table = page.findChild<WorklistTable *>();
        askAgain(wizard, page);
        QTRY_COMPARE(table->model()->rowCount(), 5);
        QCOMPARE(selectedCases(*table), QStringList(caseOf(*table, 0))); // of a new list the first
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        const QStringList chosen = selectedCases(*table);
        QCOMPARE(chosen.size(), 3);
        const auto withdraw = [&elsewhere](const QString &caseId) {
            auto future = elsewhere->run([caseId](Workspace &workspace) -> Result<StoredCase> {
                const Result<StoredCase> stored = workspace.loadCase(caseId);
                return stored ? workspace.act(*stored, Action::Withdraw, QStringLiteral("words")) : stored;
            });
            future.waitForFinished();
            return future.result().ok();
        };
        QVERIFY(withdraw(chosen.at(1)));
        askAgain(wizard, page);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        QCOMPARE(selectedCases(*table), QStringList({chosen.at(0), chosen.at(2)}));
        QCOMPARE(caseOf(*table, table->currentIndex().row()), chosen.at(2));
        QVERIFY(withdraw(chosen.at(0)));
        QVERIFY(withdraw(chosen.at(2)));
        askAgain(wizard, page);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(selectedCases(*table), QStringList());
        QVERIFY(table->currentIndex().isValid());
        for (const QPushButton *button : page.findChildren<QPushButton *>())
            QVERIFY2(!button->text().contains(QStringLiteral("ssign")) || !button->isEnabled(), qPrintable(button->text()));
    }
};

QTEST_MAIN(TestCaseSelection)
#include "tst_case_selection.moc"
