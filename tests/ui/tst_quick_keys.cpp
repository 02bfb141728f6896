#include "DialogDesk.h"

#include "store/Workshop.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/ViewList.h"
#include "ui/worklist/WorklistModel.h"
#include "ui/worklist/WorklistPage.h"
#include "ui/worklist/WorklistTable.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds; keys are derived, on a busy machine

/// The worklist as it stands right after the sign-in: its cases are asked for, and no answer is here before the event loop turns.
struct QuickDesk {
    explicit QuickDesk(StoreDesk &desk)
    {
        require(workshop.open([&desk] { return desk.tryOpen(QStringLiteral("nora"), "nora"); }).ok());
        page = std::make_unique<WorklistPage>(workshop, desk.clock);
        page->resize(1280, 800);
        page->show();
        page->activateWindow();
        require(QTest::qWaitForWindowActive(page.get()));
        page->focusSearch();
        page->refresh();
    }
    WorklistTable *table() const { return page->findChild<WorklistTable *>(); }
    QLineEdit *search() const { return page->findChild<QLineEdit *>(); }
    void settle() const { require(QTest::qWaitFor([this] { return table()->model()->rowCount() > 0; }, patience)); }

    Workshop workshop;
    std::unique_ptr<WorklistPage> page;
};

QString noticeOf(const QWidget &page)
{
    for (const Notice *notice : page.findChildren<Notice *>()) {
        if (!notice->isHidden())
            return notice->message();
    }
    return {};
}

} // namespace

/// Keys that come before what they are meant for is there.
class tst_quick_keys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk.make(); }
    void cleanup() { m_desk.close(); }
    void enterTwiceOpensTheFirstCase();
    void downGoesIntoTheCases();
    void whoTypesOnStaysInTheSearch();
    void whoGoesElsewhereStaysThere();
    void aPageThatIsLeftTakesNoKeys();

private:
    DialogDesk m_desk;
};

/// As it does a moment later; the second Enter was lost.
void tst_quick_keys::enterTwiceOpensTheFirstCase()
{
    const QuickDesk worklist(m_desk.store());
    const QSignalSpy opened(worklist.page.get(), &WorklistPage::caseOpened);
    QCOMPARE(worklist.table()->model()->rowCount(), 0);
    QTest::keyClick(worklist.search(), Qt::Key_Return);
    QTest::keyClick(worklist.search(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    QCOMPARE(opened.first().first(), worklist.table()->model()->index(0, 0).data(WorklistModel::CaseIdRole));
    QTest::qWait(100);
    QCOMPARE(opened.size(), 1);
}

void tst_quick_keys::downGoesIntoTheCases()
{
    const QuickDesk worklist(m_desk.store());
    QTest::keyClick(worklist.search(), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(worklist.table()->hasFocus(), patience);
    QCOMPARE(worklist.table()->currentIndex().row(), 0);
}

// The rows that Enter had asked for took the focus away, and the rest of the name with it.
void tst_quick_keys::whoTypesOnStaysInTheSearch()
{
    const QuickDesk worklist(m_desk.store());
    const QSignalSpy opened(worklist.page.get(), &WorklistPage::caseOpened);
    QTest::keyClick(worklist.search(), Qt::Key_Return);
    QTest::keyClicks(worklist.search(), QStringLiteral("Ana"));
    worklist.settle();
    QTest::qWait(300);
    QVERIFY(worklist.search()->hasFocus());
    QCOMPARE(worklist.search()->text(), QStringLiteral("Ana"));
    QVERIFY(opened.isEmpty());
}

void tst_quick_keys::whoGoesElsewhereStaysThere()
{
    const QuickDesk worklist(m_desk.store());
    QTest::keyClick(worklist.search(), Qt::Key_Return);
    auto *views = worklist.page->findChild<ViewList *>();
    views->setFocus();
    worklist.settle();
    QTest::qWait(100);
    QVERIFY(views->hasFocus());
}

/// Back, and Ctrl+P before the case's page was there: the letter's dialog came up over the case.
void tst_quick_keys::aPageThatIsLeftTakesNoKeys()
{
    m_desk.open();
    m_desk.signIn();
    Desk &desk = *deskOf(*m_desk.window());
    const auto letter = [&desk] { return qobject_cast<LetterPage *>(desk.casePage()); };
    desk.openLetter(m_desk.caseId());
    QTRY_VERIFY_WITH_TIMEOUT(letter() && letter()->isVisible(), patience);
    const QList<QPushButton *> buttons = letter()->findChildren<QPushButton *>();
    const auto back = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton *button) { return button->text().remove(QLatin1Char('&')) == QLatin1String("Back"); });
    QVERIFY(back != buttons.end());
    QTest::keyClick(letter(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY2(noticeOf(*letter()).contains(QStringLiteral("Issue it first")), qPrintable(noticeOf(*letter()))); // it is heard
    for (Notice *notice : letter()->findChildren<Notice *>())
        notice->clear();
    (*back)->click();
    QTest::keyClick(letter(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClick(letter(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(noticeOf(*letter()), QString());
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ReviewPage *>(desk.casePage()) && desk.casePage()->isVisible(), patience);
    QVERIFY(!QApplication::activeModalWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2, Qt::AltModifier); // which hears its keys
    QCOMPARE(static_cast<ReviewPage *>(desk.casePage())->currentStep(), QStringLiteral("procedure"));
}

QTEST_MAIN(tst_quick_keys)
#include "tst_quick_keys.moc"
