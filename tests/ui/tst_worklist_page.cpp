#include "WorklistDesktop.h"

#include "ui/widgets/Theme.h"
#include "ui/worklist/WorklistModel.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>

using namespace reviewdesk;

/// The worklist by keyboard and mouse.
class TestWorklistPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opensWithTheViewOfTheRole_data();
    void opensWithTheViewOfTheRole();
    void opensACaseByKeyboard();
    void opensACaseByDoubleClick();
    void searchFindsAndForgets();
    void aSearchWithoutResultSaysWhatToDo();
    void anEmptyViewSaysWhatToDo();
    void rowsReachTheEdge();
    void theBarBesideRowsNeedsNoOneBelow();
    void closedCasesStandLast();
    void aClickOnTheHeaderOrders();
    void theKeyboardOrdersToo();
    void columnsAreChosenAndKept();
    void newReviewByKeyboard();

private:
    QString make(const char *member, int receivedDaysAgo, std::optional<Action> action = {});

    QTemporaryDir m_settings;
    StoreDesk m_desk;
};

void TestWorklistPage::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    Theme::apply(*qApp, Theme::Scheme::Light);
    m_desk.made();
    make("Closed Early", 90, Action::Withdraw);
    make("Bea Later", 1);
    make("Ann Sooner", 9);
    make("Cleo Referred", 3, Action::Refer);
}

void TestWorklistPage::init()
{
    QSettings().clear();
}

QString TestWorklistPage::make(const char *member, int receivedDaysAgo, std::optional<Action> action)
{
    const std::unique_ptr<Workspace> workspace = m_desk.opened(QStringLiteral("nora"));
    ReviewCase content = action == Action::Refer ? StoreDesk::adverse() : StoreDesk::request();
    content.member.name = QString::fromLatin1(member);
    content.request.receivedAt = m_desk.clock.now().addDays(-receivedDaysAgo);
    Result<StoredCase> made = workspace->createCase(content);
    require(made.ok());
    if (action)
        made = workspace->act(*made, *action, QStringLiteral("On the provider's word."));
    require(made.ok());
    return made->id;
}

void TestWorklistPage::opensWithTheViewOfTheRole_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<WorklistView>("view");
    QTest::addColumn<QStringList>("members");
    QTest::addColumn<bool>("mayStart");
    const QString ann = QStringLiteral("Ann Sooner");
    const QString bea = QStringLiteral("Bea Later");
    const QString cleo = QStringLiteral("Cleo Referred");
    QTest::newRow("nurse") << QByteArray("nora") << WorklistView::Mine << QStringList{ann, cleo, bea} << true;
    QTest::newRow("another nurse") << QByteArray("ned") << WorklistView::Mine << QStringList() << true;
    QTest::newRow("physician") << QByteArray("phil") << WorklistView::AwaitingPhysician << QStringList{cleo} << true;
    QTest::newRow("supervisor") << QByteArray("sam") << WorklistView::All
                                << QStringList{ann, cleo, bea, QStringLiteral("Closed Early")} << false;
}

void TestWorklistPage::opensWithTheViewOfTheRole()
{
    QFETCH(QByteArray, who);
    QFETCH(WorklistView, view);
    QFETCH(QStringList, members);
    QFETCH(bool, mayStart);
    const WorklistDesktop desktop(m_desk, who.constData());
    QCOMPARE(desktop.views()->view(), view);
    QCOMPARE(desktop.members(), members);
    QCOMPARE(desktop.button(QStringLiteral("New review")) != nullptr, mayStart);
    QTest::keyClick(desktop.views(), Qt::Key_Home); // the first row is a heading
    QCOMPARE(desktop.views()->view(), WorklistView::Mine);
}

void TestWorklistPage::opensACaseByKeyboard()
{
    const WorklistDesktop desktop(m_desk, "nora");
    desktop.page->focusSearch();
    QTest::keyClick(desktop.search(), Qt::Key_Down);
    QVERIFY(desktop.table()->hasFocus());
    QTest::keyClick(desktop.table(), Qt::Key_Down);
    QCOMPARE(desktop.table()->currentIndex().row(), 1);
    QTest::keyClick(desktop.table(), Qt::Key_Return);
    QCOMPARE(desktop.opened->count(), 1);
    QCOMPARE(desktop.opened->first().first(), desktop.table()->currentIndex().data(WorklistModel::CaseIdRole));
    // Tab leaves the table instead of walking its cells
    QTest::keyClick(desktop.table(), Qt::Key_Tab);
    QVERIFY(!desktop.table()->hasFocus());
}

void TestWorklistPage::opensACaseByDoubleClick()
{
    const WorklistDesktop desktop(m_desk, "nora");
    const QModelIndex bea = desktop.table()->model()->index(2, 1);
    const QPoint at = desktop.table()->visualRect(bea).center();
    QTest::mouseClick(desktop.table()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(desktop.table()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(desktop.opened->count(), 1);
    QCOMPARE(desktop.opened->first().first(), bea.data(WorklistModel::CaseIdRole));
}

void TestWorklistPage::searchFindsAndForgets()
{
    WorklistDesktop desktop(m_desk, "nora");
    desktop.page->focusSearch();
    QTest::keyClicks(desktop.search(), QStringLiteral("bea"));
    desktop.settle();
    QCOMPARE(desktop.members(), QStringList{QStringLiteral("Bea Later")});
    QTest::keyClick(desktop.search(), Qt::Key_Return); // on to what it found
    desktop.settle();
    QVERIFY(desktop.table()->hasFocus());
    desktop.page->focusSearch();
    QTest::keyClick(desktop.search(), Qt::Key_Escape);
    desktop.settle();
    QVERIFY(desktop.search()->text().isEmpty());
    QCOMPARE(desktop.members().size(), 3);
    QVERIFY(desktop.search()->hasFocus());
}

void TestWorklistPage::aSearchWithoutResultSaysWhatToDo()
{
    WorklistDesktop desktop(m_desk, "nora");
    desktop.page->focusSearch();
    QTest::keyClicks(desktop.search(), QStringLiteral("closed early"));
    QTest::keyClick(desktop.search(), Qt::Key_Return);
    desktop.settle();
    QVERIFY(!desktop.table()->isVisible());
    QVERIFY(desktop.search()->hasFocus()); // not lost with the table
    QVERIFY(desktop.says(QStringLiteral("No case in “Mine” has “closed early”")));
    QPushButton *everywhere = desktop.button(QStringLiteral("Search all cases"));
    QVERIFY(everywhere);
    everywhere->setFocus();
    QTest::keyClick(everywhere, Qt::Key_Space);
    desktop.settle();
    QCOMPARE(desktop.views()->view(), WorklistView::All);
    QCOMPARE(desktop.members(), QStringList{QStringLiteral("Closed Early")});
    desktop.page->focusSearch();
    QTest::keyClicks(desktop.search(), QStringLiteral("nobody"));
    desktop.settle();
    QVERIFY(desktop.says(QStringLiteral("Check the spelling")));
    QPushButton *clear = desktop.button(QStringLiteral("Clear the search"));
    QVERIFY(clear);
    QTest::mouseClick(clear, Qt::LeftButton);
    desktop.settle();
    QCOMPARE(desktop.members().size(), 4);
}

void TestWorklistPage::anEmptyViewSaysWhatToDo()
{
    WorklistDesktop desktop(m_desk, "ned");
    QVERIFY(desktop.says(QStringLiteral("No cases in “Mine”")));
    QVERIFY(desktop.says(QStringLiteral("New review starts one (Ctrl+N)")));
    QPushButton *all = desktop.button(QStringLiteral("Show all cases"));
    QVERIFY(all);
    QTest::mouseClick(all, Qt::LeftButton);
    desktop.settle();
    QCOMPARE(desktop.members().size(), 4);
    desktop.views()->setFocus();
    QTest::keyClick(desktop.views(), Qt::Key_Up); // by keyboard to the view above: letters issued
    desktop.settle();
    QCOMPARE(desktop.views()->view(), WorklistView::LettersIssued);
    QVERIFY(desktop.members().isEmpty());
}

void TestWorklistPage::rowsReachTheEdge()
{
    const WorklistDesktop desktop(m_desk, "sam");
    QCOMPARE(desktop.table()->horizontalHeader()->length(), desktop.table()->viewport()->width());
    desktop.table()->showColumns({WorklistColumn::Number, WorklistColumn::Member}); // whichever is the last
    QCOMPARE(desktop.table()->horizontalHeader()->length(), desktop.table()->viewport()->width());
}

/// Columns that filled the width until the rows' scroll bar took some of it were scrolled sideways, for a few pixels.
void TestWorklistPage::theBarBesideRowsNeedsNoOneBelow()
{
    StoreDesk many;
    many.made();
    const std::unique_ptr<Workspace> nora = many.opened(QStringLiteral("nora"));
    for (int number = 0; number < 24; ++number) {
        ReviewCase content = StoreDesk::approvable();
        content.member.name = QStringLiteral("Tomás Müller-Lüdenscheid the younger"); // more than there is room for
        QVERIFY(nora->createCase(content).ok());
    }
    WorklistFilter nobody;
    nobody.states = {QStringLiteral("NY")};
    WorklistDesktop desktop(many, "nora");
    const int height = desktop.page->height();
    for (int width = 1256; width < 1356; width += 2) { // whatever is left beside what stands in the columns
        desktop.page->resize(width, height);
        desktop.page->showFiltered(WorklistView::All, nobody);
        QTRY_COMPARE(desktop.table()->model()->rowCount(), 0);
        desktop.page->showFiltered(WorklistView::All, {});
        QTRY_COMPARE(desktop.table()->model()->rowCount(), 24);
        QTRY_VERIFY(desktop.table()->verticalScrollBar()->isVisible());
        QTest::qWait(10);
        QVERIFY2(desktop.table()->horizontalScrollBar()->maximum() == 0, qPrintable(QStringLiteral("%1: %2 over").arg(width).arg(desktop.table()->horizontalHeader()->length() - desktop.table()->viewport()->width())));
        QCOMPARE(desktop.table()->horizontalHeader()->length(), desktop.table()->viewport()->width());
    }
}

void TestWorklistPage::closedCasesStandLast()
{
    WorklistDesktop desktop(m_desk, "sam");
    QCOMPARE(desktop.column(0).last(), QStringLiteral("Closed"));
    QCOMPARE(desktop.members().last(), QStringLiteral("Closed Early"));
    desktop.table()->sortByColumn(0, Qt::DescendingOrder);
    desktop.settle();
    QCOMPARE(desktop.members().first(), QStringLiteral("Bea Later"));
    QCOMPARE(desktop.members().last(), QStringLiteral("Closed Early"));
}

void TestWorklistPage::aClickOnTheHeaderOrders()
{
    WorklistDesktop desktop(m_desk, "sam");
    QVERIFY(desktop.says(QStringLiteral("by due, earliest first")));
    QHeaderView *header = desktop.table()->horizontalHeader();
    const auto click = [&](int section) {
        const QPoint at(header->sectionViewportPosition(section) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        desktop.settle();
    };
    const QAbstractItemModel *model = desktop.table()->model();
    const auto spoken = [&](int section) {
        return model->headerData(section, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken(0), QStringLiteral("Due, sorted, earliest first"));
    QCOMPARE(spoken(1), QStringLiteral("Member"));
    click(1);
    QCOMPARE(desktop.members().first(), QStringLiteral("Ann Sooner"));
    QCOMPARE(spoken(1), QStringLiteral("Member, sorted, A to Z"));
    QCOMPARE(spoken(0), QStringLiteral("Due"));
    QVERIFY(desktop.says(QStringLiteral("by member, A to Z")));
    click(1);
    QCOMPARE(desktop.members().first(), QStringLiteral("Closed Early"));
    QCOMPARE(spoken(1), QStringLiteral("Member, sorted, Z to A"));
    QVERIFY(desktop.says(QStringLiteral("by member, Z to A")));
}

void TestWorklistPage::theKeyboardOrdersToo()
{
    WorklistDesktop desktop(m_desk, "sam");
    QToolButton *order = desktop.menuButton(QStringLiteral("Order"));
    QVERIFY(order);
    QVERIFY(order->focusPolicy() & Qt::TabFocus);
    const auto choose = [&](const QString &entry) {
        QTimer::singleShot(0, order, [&entry] {
            QWidget *menu = QApplication::activePopupWidget();
            for (int i = 0; menu && i < 20 && qobject_cast<QMenu *>(menu); ++i) {
                const QAction *active = static_cast<QMenu *>(menu)->activeAction();
                if (active && active->text() == entry) {
                    QTest::keyClick(menu, Qt::Key_Return);
                    return;
                }
                QTest::keyClick(menu, Qt::Key_Down);
            }
            if (menu)
                menu->close();
        });
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Space); // returns when the menu has closed
        desktop.settle();
    };
    choose(QStringLiteral("Member"));
    QCOMPARE(desktop.members().first(), QStringLiteral("Ann Sooner"));
    choose(QStringLiteral("Z to A"));
    QCOMPARE(desktop.members().first(), QStringLiteral("Closed Early"));
    QCOMPARE(desktop.table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

void TestWorklistPage::columnsAreChosenAndKept()
{
    const int procedure = 3;
    {
        const WorklistDesktop desktop(m_desk, "nora");
        QVERIFY(!desktop.table()->isColumnHidden(procedure));
        QMenu *menu = desktop.menuButton(QStringLiteral("Columns"))->menu();
        QVERIFY(!menu->actions().at(1)->isEnabled()); // the member's name always stays
        menu->actions().at(procedure)->trigger();
        QVERIFY(desktop.table()->isColumnHidden(procedure));
    }
    const WorklistDesktop again(m_desk, "nora");
    QVERIFY(again.table()->isColumnHidden(procedure));
    QVERIFY(!again.menuButton(QStringLiteral("Columns"))->menu()->actions().at(procedure)->isChecked());
    QVERIFY(!again.table()->isColumnHidden(1));
}

void TestWorklistPage::newReviewByKeyboard()
{
    const WorklistDesktop desktop(m_desk, "nora");
    QSignalSpy wanted(desktop.page.get(), &WorklistPage::newReviewWanted);
    QTest::keyClick(desktop.search(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(wanted.count(), 1); // the button is seen to be pressed
}

QTEST_MAIN(TestWorklistPage)
#include "tst_worklist_page.moc"
