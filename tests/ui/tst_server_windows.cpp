#include "ServerWindows.h"

#include "ui/review/MergeDialog.h"
#include "ui/worklist/WorklistModel.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace reviewdesk;

namespace {

constexpr int soon = 5'000; ///< ms; a second on a machine with nothing else to do (tst_server_live says how long it took)

} // namespace

/// Two windows of the program on one server, a nurse at each: they see each other and what the other does at once, neither
/// overwrites the other, and a server that goes away and comes back costs nobody a word.
class TestServerWindows : public QObject, private ServerWindows {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { signInBoth(); }
    void cleanup() { leaveBoth(); }
    void theListFollows();
    void theListStaysWhereItIs();
    void theFirstFoundComeBeforeTheirNumber();
    void eachSeesTheOtherComeAndGo();
    void anOpenCaseFollows();
    void whoIsOvertakenChooses();
    void aServerThatGoesAwayCostsNoWord();
    void whatIsTypedWhileItIsAwayIsThereAtTheLock();

private:
    int rowOf(const QString &caseId) const;
};

int TestServerWindows::rowOf(const QString &caseId) const
{
    return static_cast<WorklistModel *>(m_ned->table()->model())->rowOf(caseId);
}

void TestServerWindows::theListFollows()
{
    QTest::qWait(500); // what it asks for when it opens
    const QString id = made(QStringLiteral("Quillon Hatherleigh"));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(id) >= 0, soon);
    m_nora->open(id);
    QLineEdit *name = m_nora->entry("/member/name");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Wren Hatherleigh"));
    const int column = static_cast<int>(WorklistModel::columns().indexOf(WorklistColumn::Member));
    QTRY_COMPARE_WITH_TIMEOUT(m_ned->table()->model()->index(rowOf(id), column).data().toString(),
        QStringLiteral("Wren Hatherleigh"), soon + 300);
}

/// Somebody who looks at the middle of the list, or has chosen several cases, is not disturbed.
void TestServerWindows::theListStaysWhereItIs()
{
    for (int number = 1; number <= 60; ++number)
        made(QStringLiteral("Member %1").arg(number));
    WorklistTable *table = m_ned->table();
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 60, 3'000);
    QTest::qWait(1'000);
    table->verticalScrollBar()->setValue(20);
    table->setCurrentIndex(table->model()->index(30, 0));
    QTest::qWait(100);
    const int scrolled = table->verticalScrollBar()->value();
    const QString current = table->currentIndex().data(WorklistModel::CaseIdRole).toString();
    const int before = table->model()->rowCount();
    made(QStringLiteral("One more"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), before + 1, soon);
    QCOMPARE(table->verticalScrollBar()->value(), scrolled);
    QCOMPARE(table->currentIndex().data(WorklistModel::CaseIdRole).toString(), current);
    table->selectionModel()->select(
        QItemSelection(table->model()->index(31, 0), table->model()->index(33, 0)),
        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const int selected = table->selectedCount();
    QVERIFY(selected >= 3);
    made(QStringLiteral("Another one"));
    QTest::qWait(1'500);
    QCOMPARE(table->selectedCount(), selected);
    table->clearSelection();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), before + 2, 2 * soon);
}

void TestServerWindows::theFirstFoundComeBeforeTheirNumber()
{
    for (int number = 61; number <= 70; ++number)
        made(QStringLiteral("Member %1").arg(number));
    QAbstractItemModel *model = m_ned->table()->model();
    QTest::qWait(1'500); // what others do is followed by then
    QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
    QSignalSpy resets(model, &QAbstractItemModel::modelReset);
    m_ned->worklist()->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("member"));
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 70, patience);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.constFirst().at(1).toInt(), 64); // after the rows that were there
    QVERIFY(!resets.isEmpty());
    const QList<QLabel *> labels = m_ned->worklist()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("cases: 70")); }));
}

void TestServerWindows::eachSeesTheOtherComeAndGo()
{
    const QString id = made(QStringLiteral("Ana Example"));
    m_nora->open(id);
    QTest::qWait(1'200); // it has looked by itself
    QCOMPARE(m_nora->presence(), QString());
    m_ned->open(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_ned->presence().startsWith(QStringLiteral("Nora Example has this case open")), soon);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->presence().startsWith(QStringLiteral("Ned Example has this case open")), soon);
    QTest::qWait(1'200);
    QVERIFY(deskOf(m_ned->window())->goToWorklist());
    QTRY_COMPARE_WITH_TIMEOUT(m_nora->presence(), QString(), soon);
}

void TestServerWindows::anOpenCaseFollows()
{
    const QString id = made(QStringLiteral("Ana Example"));
    m_nora->open(id);
    m_ned->open(id);
    QTRY_VERIFY_WITH_TIMEOUT(!m_nora->presence().isEmpty(), 3 * soon);
    QLineEdit *plan = m_nora->entry("/member/plan");
    plan->selectAll();
    QTest::keyClicks(plan, QStringLiteral("Gold"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ned->shows(QStringLiteral("Nora Example changed this case at ")), soon + 300);
    QCOMPARE(m_ned->entry("/member/plan")->text(), QStringLiteral("Gold"));
}

/// Both type at the same moment: who is second keeps the words on the screen, and compares.
void TestServerWindows::whoIsOvertakenChooses()
{
    const QString id = made(QStringLiteral("Ana Example"));
    m_nora->open(id);
    m_ned->open(id);
    QTRY_VERIFY_WITH_TIMEOUT(!m_nora->presence().isEmpty(), 3 * soon);
    QLineEdit *noras = m_nora->entry("/member/plan");
    QLineEdit *neds = m_ned->entry("/member/plan");
    noras->selectAll();
    neds->selectAll();
    QTest::keyClicks(noras, QStringLiteral("Gold"));
    QTest::keyClicks(neds, QStringLiteral("Silver"));
    const auto overtaken = [&]() -> ServerSeat * {
        for (ServerSeat *seat : {m_nora.get(), m_ned.get()}) {
            if (seat->button(QStringLiteral("Compare and choose")))
                return seat;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(overtaken(), 3 * soon);
    ServerSeat *second = overtaken();
    const QString mine = second == m_ned.get() ? QStringLiteral("Silver") : QStringLiteral("Gold");
    QCOMPARE(second->entry("/member/plan")->text(), mine);
    QVERIFY(second->title().contains(QStringLiteral("not saved yet")));
    QTest::mouseClick(second->button(QStringLiteral("Compare and choose")), Qt::LeftButton);
    QTRY_VERIFY(second->window().findChild<MergeDialog *>());
    second->window().findChild<MergeDialog *>()->reject();
    QVERIFY(m_sam->loadCase(id)->reviewCase.member.plan != mine); // nothing was overwritten
    second->review()->session().takeKept(*second->review()->session().keptMeanwhile());
}

void TestServerWindows::aServerThatGoesAwayCostsNoWord()
{
    const QString id = made(QStringLiteral("Ana Example"));
    m_nora->open(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->title().contains(QStringLiteral(", saved ")), patience);
    m_ground->cluster.stop();
    QLineEdit *plan = m_nora->entry("/member/plan");
    plan->selectAll();
    QTest::keyClicks(plan, QStringLiteral("Typed while"));
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->title().contains(QStringLiteral("not saved yet")), soon);
    QTest::qWait(500);
    QTest::keyClicks(plan, QStringLiteral(" it was away"));
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->shows(QStringLiteral("Not saved yet: ")), patience); // it was waited for a while
    QVERIFY(m_nora->title().contains(QStringLiteral("not saved yet")));
    QCOMPARE(plan->text(), QStringLiteral("Typed while it was away"));
    m_ground->cluster.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->title().contains(QStringLiteral(", saved ")), 8'000); // nobody did anything
    QVERIFY(!m_nora->shows(QStringLiteral("Not saved yet: ")));
    QCOMPARE(m_sam->loadCase(id)->reviewCase.member.plan, QStringLiteral("Typed while it was away"));
    const QString other = made(QStringLiteral("After it came back"));
    QTRY_VERIFY_WITH_TIMEOUT(rowOf(other) >= 0, 6'000); // ned's list follows again, whatever was missed
}

void TestServerWindows::whatIsTypedWhileItIsAwayIsThereAtTheLock()
{
    const QString id = made(QStringLiteral("Ana Example"));
    m_nora->open(id);
    m_ground->cluster.stop();
    QLineEdit *plan = m_nora->entry("/member/plan");
    plan->selectAll();
    QTest::keyClicks(plan, QStringLiteral("Before the lock"));
    QElapsedTimer time;
    time.start();
    m_nora->window().lock();
    QVERIFY2(time.elapsed() < 12'000, qPrintable(QString::number(time.elapsed())));
    m_ground->cluster.start();
    auto *page = m_nora->window().findChild<SignInPage *>();
    auto *field = page->findChild<PassphraseEdit *>();
    QTest::keyClicks(field, QStringLiteral("nora"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_nora->window().isLocked(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_nora->title().contains(QStringLiteral(", saved ")), 8'000);
    QCOMPARE(m_sam->loadCase(id)->reviewCase.member.plan, QStringLiteral("Before the lock"));
}

QTEST_MAIN(TestServerWindows)
#include "tst_server_windows.moc"
