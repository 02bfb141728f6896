#include "DialogDesk.h"

#include "Wizard.h"

#include "ui/accounts/AccountsDialog.h"
#include "ui/history/HistoryList.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterRunDialog.h"
#include "ui/review/MergeDialog.h"
#include "ui/review/ReviewPage.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/WorklistPage.h"

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace reviewdesk;

namespace {

constexpr int patience = 20'000; // milliseconds; keys are derived, on a busy machine

/// Locks the window in the turn of the event loop after a page has come to the desk, before it is shown.
class LockAtPage : public QObject {
public:
    explicit LockAtPage(MainWindow &window) : m_window(window) { deskOf(window)->installEventFilter(this); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ChildAdded && static_cast<QChildEvent *>(event)->child()->isWidgetType())
            QMetaObject::invokeMethod(&m_window, &MainWindow::lock, Qt::QueuedConnection);
        return false;
    }

private:
    MainWindow &m_window;
};

/// The dialog that is on the screen; nullptr: none is.
const QDialog *dialogOnScreen()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        const auto *dialog = qobject_cast<const QDialog *>(window);
        if (dialog && dialog->isVisible() && !dialog->testAttribute(Qt::WA_DontShowOnScreen)) // one turn until it is hidden
            return dialog;
    }
    return nullptr;
}

} // namespace

/// The window is locked while something is under way: it neither falls nor shows anything, and after the lock what had
/// been asked for is there.
class tst_lock_meanwhile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk.make(); }
    void init() { m_desk.open(); }
    void cleanup() { m_desk.close(); }
    void aHistoryComesAfterTheLock();
    void aPageIsUnderWay_data();
    void aPageIsUnderWay();
    void whatDoesNotOpenIsSaidAfterTheLock();
    void notSavedIsAskedFor_data();
    void notSavedIsAskedFor();
    void aRecoveryKeyComesAfterTheLock();
    void printersAreChosenForARun_data();
    void printersAreChosenForARun();

private:
    int cases();
    QLineEdit *memberField() const;

    DialogDesk m_desk;
};

int tst_lock_meanwhile::cases()
{
    const std::unique_ptr<Workspace> workspace = m_desk.store().opened(QStringLiteral("sam"));
    WorklistQuery query;
    query.view = WorklistView::All;
    const Result<QList<WorklistRow>> rows = workspace->worklist(query);
    return rows ? static_cast<int>(rows->size()) : -1;
}

QLineEdit *tst_lock_meanwhile::memberField() const
{
    const QList<QLineEdit *> fields = deskOf(*m_desk.window())->casePage()->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->isVisible() && field->text().startsWith(QStringLiteral("Ana Example")))
            return field;
    }
    return nullptr;
}

/// It was read with rules that the workshop had given back.
void tst_lock_meanwhile::aHistoryComesAfterTheLock()
{
    Wizard wizard;
    const HistoryList history(*wizard.workshop, wizard.stored.id);
    wizard.workshop->close();
    QCoreApplication::processEvents();
    QVERIFY(history.list()->count() > 0);
    QVERIFY(history.list()->item(0)->text().contains(QStringLiteral("Nora Example")));
}

void tst_lock_meanwhile::aPageIsUnderWay_data()
{
    QTest::addColumn<QByteArray>("wish");
    QTest::addColumn<bool>("isMade");
    for (const char *wish : {"case", "new review", "letter"}) {
        QTest::addRow("%s, asked for", wish) << QByteArray(wish) << false;
        QTest::addRow("%s, made and not shown", wish) << QByteArray(wish) << true;
    }
}

void tst_lock_meanwhile::aPageIsUnderWay()
{
    QFETCH(QByteArray, wish);
    QFETCH(bool, isMade);
    m_desk.signIn();
    MainWindow &window = *m_desk.window();
    const int before = cases();
    const LockAtPage atPage(window);
    if (wish == "case")
        deskOf(window)->openCase(m_desk.caseId());
    else if (wish == "letter")
        deskOf(window)->openLetter(m_desk.caseId());
    else
        Q_EMIT deskOf(window)->worklist()->newReviewWanted();
    if (!isMade)
        window.lock();
    QTRY_VERIFY_WITH_TIMEOUT(window.isLocked(), patience);
    QTest::qWait(200); // what was asked for is answered
    QVERIFY(window.isLocked());
    QVERIFY(!deskOf(window)->casePage());
    QCOMPARE(window.windowTitle(), QStringLiteral("ReviewDesk"));
    deskOf(window)->removeEventFilter(const_cast<LockAtPage *>(&atPage));
    m_desk.signIn();
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(window)->casePage() && deskOf(window)->casePage()->isVisible(), patience);
    const QWidget *page = deskOf(window)->casePage();
    if (wish == "letter")
        QVERIFY(qobject_cast<const LetterPage *>(page));
    else
        QVERIFY(qobject_cast<const ReviewPage *>(page));
    QCOMPARE(deskOf(window)->caseId() == m_desk.caseId(), wish != "new review");
    QVERIFY(wish == "letter" || memberField() || wish == "new review");
    QCOMPARE(cases(), before + (wish == "new review" ? 1 : 0)); // one, and not a second one after the lock
}

void tst_lock_meanwhile::whatDoesNotOpenIsSaidAfterTheLock()
{
    m_desk.signIn();
    MainWindow &window = *m_desk.window();
    deskOf(window)->openCase(QStringLiteral("00000000-0000-7000-8000-000000000000"));
    window.lock();
    QTest::qWait(100);
    m_desk.signIn();
    const QList<Notice *> notices = deskOf(window)->worklist()->findChildren<Notice *>();
    QTRY_VERIFY_WITH_TIMEOUT(std::any_of(notices.begin(), notices.end(), [](const Notice *notice) {
        return notice->isVisible() && !notice->message().isEmpty();
    }), patience);
    QVERIFY(!deskOf(window)->casePage());
    deskOf(window)->openCase(m_desk.caseId()); // it goes on
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(window)->casePage(), patience);
}

void tst_lock_meanwhile::notSavedIsAskedFor_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("leaving the page") << false;
    QTest::newRow("closing the window") << true;
}

/// The lock answers the question with no; what follows that answer came up over the locked window, with both sides' words.
void tst_lock_meanwhile::notSavedIsAskedFor()
{
    QFETCH(bool, closes);
    m_desk.signIn();
    MainWindow &window = *m_desk.window();
    deskOf(window)->openCase(m_desk.caseId());
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(window)->casePage() && deskOf(window)->casePage()->isVisible(), patience);
    QLineEdit *field = memberField();
    QVERIFY(field);
    {
        const std::unique_ptr<Workspace> other = m_desk.store().opened(QStringLiteral("ned"));
        StoredCase stored = other->loadCase(m_desk.caseId()).value();
        stored.reviewCase.member.name = QStringLiteral("Ana Example %1").arg(closes);
        QVERIFY(other->saveDraft(stored).ok());
    }
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral(" Junior"));
    auto *review = qobject_cast<ReviewPage *>(deskOf(window)->casePage());
    QVERIFY(!deskOf(window)->flush());
    QTRY_VERIFY_WITH_TIMEOUT(review->session().keptMeanwhile(), patience); // there is something to bring together
    bool asked = false;
    QTimer::singleShot(200, this, [&] {
        asked = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        window.lock();
    });
    if (closes)
        QVERIFY(!window.close());
    else
        QVERIFY(!deskOf(window)->goToWorklist());
    QVERIFY(asked);
    QVERIFY(window.isLocked());
    QVERIFY2(!dialogOnScreen(), dialogOnScreen() ? dialogOnScreen()->metaObject()->className() : "");
    QVERIFY(!window.findChild<MergeDialog *>());
    m_desk.signIn();
    QCOMPARE(deskOf(window)->casePage(), review);
    QVERIFY(field->text().endsWith(QStringLiteral(" Junior")));
    QVERIFY(review->offerMerge()); // it is all still there
}

/// It opens every case, and it is shown once: neither over the lock, nor not at all.
void tst_lock_meanwhile::aRecoveryKeyComesAfterTheLock()
{
    const QString sam = QStringLiteral("sam");
    m_desk.signIn(sam);
    MainWindow &window = *m_desk.window();
    m_desk.openDialog("add account")->reject();
    auto *accounts = window.findChild<AccountsDialog *>();
    QVERIFY(accounts && accounts->isVisible());
    const QList<QPushButton *> buttons = accounts->findChildren<QPushButton *>();
    const auto renew = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton *button) { return button->text().contains(QStringLiteral("ecovery key")); });
    QVERIFY(renew != buttons.end());
    QTimer::singleShot(100, this, [] {
        const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        require(box);
        const QList<QAbstractButton *> answers = box->buttons();
        for (QAbstractButton *button : answers) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
    });
    (*renew)->click();
    window.lock();
    QVERIFY(window.isLocked());
    for (int turn = 0; turn < 3; ++turn) // the key is made
        QTest::qWait(50);
    QVERIFY2(!dialogOnScreen(), qPrintable(dialogOnScreen() ? dialogOnScreen()->windowTitle() : QString()));
    m_desk.signIn(sam);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QMessageBox *>(QApplication::activeModalWidget()), patience);
    auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    QVERIFY(box->isVisible() && !box->testAttribute(Qt::WA_DontShowOnScreen));
    QVERIFY2(box->windowTitle().contains(QStringLiteral("recovery key")), qPrintable(box->windowTitle()));
    QVERIFY(!box->text().isEmpty());
    box->reject();
}

void tst_lock_meanwhile::printersAreChosenForARun_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::newRow("printer") << QByteArray("Print…");
    QTest::newRow("folder") << QByteArray("Save PDFs…");
}

/// The run goes with the lock, and what is waited for over it is answered before.
void tst_lock_meanwhile::printersAreChosenForARun()
{
    QFETCH(QByteArray, button);
    const std::unique_ptr<Workspace> workspace = m_desk.store().opened(QStringLiteral("nora"));
    ReviewCase content = StoreDesk::approvable();
    content.policyId = StoreDesk::rulebook()->policy.id;
    content.policyVersion = StoreDesk::rulebook()->policy.version;
    const Result<StoredCase> made = workspace->createCase(content);
    QVERIFY2(made.ok(), why(made));
    const Result<StoredCase> approved = workspace->act(*made, Action::Approve);
    QVERIFY2(approved.ok(), why(approved));
    m_desk.signIn();
    MainWindow &window = *m_desk.window();
    Q_EMIT deskOf(window)->worklist()->printWanted({made->id});
    const QPointer<LetterRunDialog> run = window.findChild<LetterRunDialog *>();
    QVERIFY(run);
    const QList<QPushButton *> buttons = run->findChildren<QPushButton *>();
    const auto pressed = std::find_if(buttons.begin(), buttons.end(), [&](const QPushButton *one) {
        return one->text().remove(QLatin1Char('&')) == QString::fromUtf8(button);
    });
    QVERIFY(pressed != buttons.end());
    QTRY_VERIFY_WITH_TIMEOUT((*pressed)->isEnabled(), patience);
    bool asked = false;
    QTimer::singleShot(200, this, [&] {
        asked = QApplication::activeModalWidget() && QApplication::activeModalWidget() != run;
        QMetaObject::invokeMethod(&window, &MainWindow::lock, Qt::QueuedConnection);
    });
    (*pressed)->click();
    QVERIFY(asked);
    QVERIFY(window.isLocked());
    QVERIFY(!dialogOnScreen());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!run);
    m_desk.signIn();
    QVERIFY(!dialogOnScreen());
}

QTEST_MAIN(tst_lock_meanwhile)
#include "tst_lock_meanwhile.moc"
