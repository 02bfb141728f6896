// Filters, views, columns and work on many cases, over a real workspace.
#include "WorklistDesktop.h"

#include "ui/widgets/Theme.h"
#include "ui/worklist/AssignDialog.h"
#include "ui/worklist/ColumnsDialog.h"
#include "ui/worklist/WorklistExport.h"
#include "ui/worklist/WorklistModel.h"

#include <QBuffer>
#include <QHeaderView>
#include <QInputDialog>
#include <QListWidget>
#include <QMessageBox>
#include <QScrollBar>

using namespace reviewdesk;

namespace {

/// The entry at the end of a way through menus, without its mnemonic.
QAction *entry(QMenu *menu, const QStringList &way)
{
    Q_EMIT menu->aboutToShow();
    for (qsizetype at = 0; at < way.size() && menu; ++at) {
        QAction *found = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->text().remove(QLatin1Char('&')) == way.at(at))
                found = action;
        }
        if (!found || at == way.size() - 1)
            return found;
        menu = found->menu();
    }
    return nullptr;
}

/// The number beside a view; -1: there is no such view.
int countOf(const WorklistDesktop &desktop, const QString &view)
{
    for (int row = 0; row < desktop.views()->count(); ++row) {
        const QString said = desktop.views()->item(row)->data(Qt::AccessibleTextRole).toString();
        if (said.startsWith(view + QLatin1String(", ")))
            return said.section(QLatin1Char(' '), -1).toInt();
    }
    return -1;
}

} // namespace

class TestWorklistFilters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void filtersAreChipsAndGoAway();
    void aWaitThatIsOverIsCountedAndFiltered();
    void aFilterWithoutCasesSaysWhatToDo();
    void aViewIsMadeRenamedAndDeleted();
    void columnsAreArrangedByKeyboard();
    void theKeyboardSelects();
    void manyCasesAreAssigned();
    void lettersOfTheSelectedAreWanted();
    void aFileForASpreadsheet();
    void largeTextScrollsNothingSideways();

private:
    StoreDesk m_desk;
};

void TestWorklistFilters::initTestCase()
{
    Theme::apply(*qApp, Theme::Scheme::Light);
    m_desk.made();
    const std::unique_ptr<Workspace> workspace = m_desk.opened(QStringLiteral("nora"));
    const auto make = [&](const char *member, Urgency urgency, const char *state, std::optional<Action> action = {}) {
        ReviewCase reviewCase = StoreDesk::adverse();
        reviewCase.member.name = QString::fromUtf8(member);
        reviewCase.request.urgency = urgency;
        reviewCase.request.state = QString::fromLatin1(state);
        Result<StoredCase> stored = workspace->createCase(reviewCase);
        require(stored.ok());
        if (action)
            require(workspace->act(*stored, *action, QStringLiteral("words")).ok());
    };
    make("Ada One", Urgency::Standard, "WA");
    make("=HYPERLINK(\"x\")", Urgency::Expedited, "OR");
    make("Cy <b>Three</b>", Urgency::Expedited, "WA", Action::Refer);
    make("Núñez, José \"Pepe\"", Urgency::Standard, "OR", Action::Withdraw);
}

void TestWorklistFilters::filtersAreChipsAndGoAway()
{
    WorklistDesktop desktop(m_desk, "sam");
    QVERIFY(!desktop.filters()->isVisible());
    QMenu *menu = desktop.menu(QStringLiteral("Filter"));
    QVERIFY(menu);
    entry(menu, {QStringLiteral("Urgency"), QStringLiteral("Expedited")})->trigger();
    desktop.settle();
    QCOMPARE(desktop.members().size(), 2);
    QVERIFY(desktop.filters()->isVisible());
    QPushButton *chip = desktop.button(QStringLiteral("Urgency: expedited"));
    QVERIFY(chip);
    QCOMPARE(chip->accessibleName(), QStringLiteral("Remove the filter Urgency: expedited"));
    entry(menu, {QStringLiteral("Plan state"), QStringLiteral("WA")})->trigger();
    desktop.settle();
    QCOMPARE(desktop.members(), QStringList{QStringLiteral("Cy <b>Three</b>")});
    chip = desktop.button(QStringLiteral("Urgency"));
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    desktop.settle();
    QCOMPARE(desktop.members().size(), 2);
    QTest::mouseClick(desktop.button(QStringLiteral("Clear filters")), Qt::LeftButton);
    desktop.settle();
    QCOMPARE(desktop.members().size(), 4);
    QVERIFY(!desktop.filters()->isVisible());
}

/// A clock that passes the end of the wait is enough: the view counts the case, the filter finds it.
void TestWorklistFilters::aWaitThatIsOverIsCountedAndFiltered()
{
    StoreDesk desk;
    desk.made();
    {
        const std::unique_ptr<Workspace> workspace = desk.opened(QStringLiteral("nora"));
        ReviewCase content = StoreDesk::adverse();
        content.request.lineOfBusiness = LineOfBusiness::MedicareAdvantage; // 7 days, which run on
        for (const int days : {1, 4}) {
            Result<StoredCase> stored = workspace->createCase(content);
            require(stored.ok());
            stored->reviewCase.determination.plainReason = QStringLiteral("words");
            stored->reviewCase.determination.replyBy = desk.clock.now().date().addDays(days);
            require(workspace->act(*stored, Action::Pend).ok());
        }
    }
    WorklistDesktop desktop(desk, "sam");
    QCOMPARE(countOf(desktop, QStringLiteral("Wait is over")), 0);
    desk.clock.advance(3 * 24 * 3600 * 1000);
    desktop.page->refresh(); // as each minute does
    desktop.settle();
    QCOMPARE(countOf(desktop, QStringLiteral("Wait is over")), 1);
    QCOMPARE(countOf(desktop, QStringLiteral("For information")), 2);
    QMenu *menu = desktop.menu(QStringLiteral("Filter"));
    entry(menu, {QStringLiteral("Wait for information is over")})->trigger();
    desktop.settle();
    QCOMPARE(desktop.members().size(), 1);
    QVERIFY(entry(menu, {QStringLiteral("Wait for information is over")})->isChecked());
    QPushButton *chip = desktop.button(QStringLiteral("Wait is over"));
    QVERIFY(chip);
    QTest::mouseClick(chip, Qt::LeftButton);
    desktop.settle();
    QCOMPARE(desktop.members().size(), 2);
}

void TestWorklistFilters::aFilterWithoutCasesSaysWhatToDo()
{
    WorklistDesktop desktop(m_desk, "sam");
    WorklistFilter filter;
    filter.statuses = {Status::Denied};
    desktop.page->showFiltered(WorklistView::All, filter);
    desktop.settle();
    QVERIFY(!desktop.table()->isVisible());
    QVERIFY(desktop.says(QStringLiteral("fits the filters")));
    QTest::mouseClick(desktop.button(QStringLiteral("Clear all filters")), Qt::LeftButton);
    desktop.settle();
    QCOMPARE(desktop.members().size(), 4);
}

void TestWorklistFilters::aViewIsMadeRenamedAndDeleted()
{
    const auto name = [](WorklistDesktop &desktop, const QString &text) {
        auto *dialog = desktop.page->findChild<QInputDialog *>();
        QVERIFY(dialog);
        auto *edit = dialog->findChild<QLineEdit *>();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
        desktop.pause();
    };
    {
        WorklistDesktop desktop(m_desk, "sam");
        WorklistFilter filter;
        filter.expedited = true;
        desktop.page->showFiltered(WorklistView::All, filter);
        desktop.settle();
        desktop.table()->sortByColumn(1, Qt::DescendingOrder);
        desktop.settle();
        desktop.button(QStringLiteral("Save as view"))->click();
        name(desktop, QStringLiteral("Fast ones"));
        desktop.settle();
        QVERIFY(!desktop.views()->ownView().isEmpty());
        QCOMPARE(countOf(desktop, QStringLiteral("Fast ones")), 2);
    }
    WorklistDesktop again(m_desk, "sam");
    QCOMPARE(again.members().size(), 4);
    again.views()->setFocus();
    again.views()->setCurrentRow(again.views()->count() - 1); // by keyboard: End
    again.settle();
    QCOMPARE(again.members(), QStringList({QStringLiteral("Cy <b>Three</b>"), QStringLiteral("=HYPERLINK(\"x\")")}));
    QVERIFY(again.button(QStringLiteral("Urgency: expedited")));
    QVERIFY(again.says(QStringLiteral("Fast ones · by member, Z to A")));
    QTest::keyClick(again.views(), Qt::Key_F2);
    name(again, QStringLiteral("Expedited"));
    QTRY_COMPARE(countOf(again, QStringLiteral("Expedited")), 2);
    QTest::keyClick(again.views(), Qt::Key_Delete);
    auto *box = again.page->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->text().contains(QStringLiteral("Expedited")));
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().contains(QStringLiteral("Delete")))
            button->click();
    }
    again.settle();
    QCOMPARE(again.views()->view(), WorklistView::All);
    QCOMPARE(again.members().size(), 4);
    const WorklistDesktop other(m_desk, "nora");
    QCOMPARE(countOf(other, QStringLiteral("Expedited")), -1);
}

void TestWorklistFilters::columnsAreArrangedByKeyboard()
{
    {
        WorklistDesktop desktop(m_desk, "ned");
        desktop.views()->setView(WorklistView::All);
        desktop.settle();
        entry(desktop.menu(QStringLiteral("Columns")), {QStringLiteral("Arrange columns…")})->trigger();
        auto *dialog = desktop.page->findChild<ColumnsDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down); // the member
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // before the due date
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space); // no due date
        QTest::keyClick(list, Qt::Key_Return);
        desktop.pause();
        QCOMPARE(desktop.table()->shownColumns().first(), WorklistColumn::Member);
        QVERIFY(!desktop.table()->shownColumns().contains(WorklistColumn::Due));
    }
    const WorklistDesktop again(m_desk, "ned"); // kept in the workspace
    QCOMPARE(again.table()->shownColumns().first(), WorklistColumn::Member);
    QVERIFY(!again.table()->shownColumns().contains(WorklistColumn::Due));
    const WorklistDesktop other(m_desk, "nora"); // for that person alone
    QCOMPARE(other.table()->shownColumns(), WorklistTable::usualColumns());
}

void TestWorklistFilters::theKeyboardSelects()
{
    WorklistDesktop desktop(m_desk, "sam");
    WorklistTable *table = desktop.table();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_End);
    QCOMPARE(table->currentIndex().row(), 3);
    QTest::keyClick(table, Qt::Key_Home);
    QCOMPARE(table->currentIndex().row(), 0);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(table->selectedCount(), 2);
    QTest::keyClick(table, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(table->selectedCount(), 2);
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->selectedCount(), 3);
    QVERIFY(desktop.says(QStringLiteral("selected: 3")));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->selectedCount(), 2);
    QTest::keyClick(table, Qt::Key_Home);
    QTest::keyClick(table, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(table->selectedCount(), 4);
}

void TestWorklistFilters::manyCasesAreAssigned()
{
    {
        const WorklistDesktop nurse(m_desk, "nora");
        QVERIFY(!nurse.button(QStringLiteral("Assign")));
    }
    WorklistDesktop desktop(m_desk, "sam");
    desktop.table()->setFocus();
    QTest::keyClick(desktop.table(), Qt::Key_Home);
    QTest::keyClick(desktop.table(), Qt::Key_Down, Qt::ShiftModifier);
    desktop.button(QStringLiteral("Assign"))->click();
    QTRY_VERIFY(desktop.page->findChild<AssignDialog *>());
    auto *dialog = desktop.page->findChild<AssignDialog *>();
    auto *people = dialog->findChild<QListWidget *>();
    QTRY_VERIFY(people->count() == 4); // no supervisor
    QVERIFY(!people->findItems(QStringLiteral("Ned Example"), Qt::MatchStartsWith).isEmpty());
    people->setCurrentItem(people->findItems(QStringLiteral("Ned Example"), Qt::MatchStartsWith).constFirst());
    QTest::keyClick(people, Qt::Key_Return);
    desktop.settle();
    QTRY_VERIFY(desktop.says(QStringLiteral("Assigned to Ned Example: 2.")));
    const Result<QList<WorklistRow>> his = desktop.workshop
                                               .run([](Workspace &workspace) {
                                                   WorklistQuery query;
                                                   for (const UserAccount &user : *workspace.users()) {
                                                       if (user.loginName == QLatin1String("ned"))
                                                           query.filter.assignedTo = {user.id};
                                                   }
                                                   return workspace.worklist(query);
                                               })
                                               .result();
    QCOMPARE(his->size(), 2);
    const WorklistDesktop ned(m_desk, "ned");
    QCOMPARE(countOf(ned, QStringLiteral("Mine")), 2);
}

void TestWorklistFilters::lettersOfTheSelectedAreWanted()
{
    WorklistDesktop desktop(m_desk, "sam");
    QVERIFY(!desktop.button(QStringLiteral("Print letters"))); // nobody prints: nothing is promised
    QSignalSpy wanted(desktop.page.get(), &WorklistPage::printWanted);
    desktop.page->refresh();
    desktop.settle();
    desktop.table()->selectAll();
    desktop.button(QStringLiteral("Print letters"))->click();
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toStringList().size(), 4);
}

void TestWorklistFilters::aFileForASpreadsheet()
{
    WorklistDesktop desktop(m_desk, "sam");
    ReadingRoom room(desktop.workshop);
    WorklistQuery query;
    query.sort = WorklistColumn::Number;
    const WorklistExport order{query, {WorklistColumn::Member, WorklistColumn::State, WorklistColumn::Status},
        m_desk.clock.now(), QTimeZone::utc()};
    QByteArray bytes;
    std::optional<Result<int>> written;
    room.ask(
        desktop.page.get(),
        [&](WorklistReader &reader) {
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            return order.write(reader, buffer, {});
        },
        [&](const Result<int> &rows) { written = rows; });
    QTRY_VERIFY(written);
    QCOMPARE(**written, 4);
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF")); // spreadsheets know UTF-8 by it
    QCOMPARE(QString::fromUtf8(bytes.mid(3)),
        QStringLiteral("Member,State,Status\r\nAda One,WA,Draft\r\n\"'=HYPERLINK(\"\"x\"\")\",OR,Draft\r\n"
                       "Cy &lt;b&gt;Three&lt;/b&gt;,WA,Referred\r\n\"Núñez, José \"\"Pepe\"\"\",OR,Withdrawn\r\n"));
    written.reset();
    int runs = 0;
    room.ask(
        desktop.page.get(),
        [&](WorklistReader &reader) {
            ++runs;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            return order.write(reader, buffer, [](int, int of) { return of != 4; });
        },
        [&](const Result<int> &rows) { written = rows; });
    QTRY_VERIFY(written);
    QCOMPARE(written->error().code, QStringLiteral("export_stopped"));
    QCOMPARE(runs, 1); // the room did not take it for a stray word to a server
}

void TestWorklistFilters::largeTextScrollsNothingSideways()
{
    Theme::apply(*qApp, Theme::Scheme::Light, 1.5);
    {
        const WorklistDesktop desktop(m_desk, "sam");
        QCOMPARE(desktop.table()->horizontalScrollBar()->maximum(), 0);
        QVERIFY(desktop.page->minimumSizeHint().width() <= 1280);
    }
    Theme::apply(*qApp, Theme::Scheme::Light);
}

QTEST_MAIN(TestWorklistFilters)
#include "tst_worklist_filters.moc"
