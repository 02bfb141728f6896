#include "WindowDesk.h"

#include "ui/help/HelpSheet.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/ReviewPage.h"

#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTimer>

using namespace reviewdesk;

/// The lock hides the desk whatever stands on it, and nothing typed is lost.
class TestWindowLock : public QObject, private WindowDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { openWindow(); }
    void cleanup() { m_window.reset(); }
    void lockHidesEverything();
    void locksItselfAfterTheWorkspacesMinutes();
    void lockWhileTypingLosesNothing();
    void lockClosesTheHelp();
    void lockWaitsForNoDialog();
    void aRemarkHalfTypedIsThereAfterTheLock();
    void closingBehindTheLockAsksWhatToLose();
};

void TestWindowLock::lockHidesEverything()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_window).contains(memberName), patience); // on the worklist
    openCase(caseId);
    const QString number = kept(caseId).reviewCase.number;
    QVERIFY(m_window->windowTitle().contains(number));
    m_window->activateWindow();
    m_window->lock();
    QVERIFY(m_window->isLocked());
    const QString seen = readable(*m_window);
    QVERIFY2(!seen.contains(memberName) && !seen.contains(number), qPrintable(seen));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("ReviewDesk"));
    QVERIFY(!deskOf(*m_window)->isVisible());
    signIn("nora");
    QVERIFY(!m_window->isLocked());
    QCOMPARE(deskOf(*m_window)->caseId(), caseId); // as it was left
    QVERIFY(readable(*m_window).contains(memberName));
}

/// The minutes are read when somebody signs in; the time is the window's clock's.
void TestWindowLock::locksItselfAfterTheWorkspacesMinutes()
{
    const auto keep = [this](int minutes) {
        Result<std::unique_ptr<Workspace>> workspace = opened("sam");
        QVERIFY(workspace.ok());
        WorkspaceSettings settings = (*workspace)->settings().value();
        settings.idleMinutes = minutes;
        QVERIFY((*workspace)->saveSettings(settings).ok());
    };
    keep(7);
    FixedClock clock(m_clock.now());
    m_window = std::make_unique<MainWindow>(m_start, clock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    signIn("nora");
    QTRY_COMPARE_WITH_TIMEOUT(m_window->idleWatch().minutes(), 7, patience);
    clock.advance(7 * 60'000 - 1);
    m_window->idleWatch().look();
    QVERIFY(!m_window->isLocked());
    clock.advance(1);
    m_window->idleWatch().look();
    QVERIFY(m_window->isLocked());
    keep(3);
    signIn("nora");
    QTRY_COMPARE_WITH_TIMEOUT(m_window->idleWatch().minutes(), 3, patience);
    keep(IdleLock::usualMinutes);
}

void TestWindowLock::lockWhileTypingLosesNothing()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    QLineEdit *field = memberField();
    QVERIFY(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral(" Junior"));
    m_window->lock();
    QVERIFY(m_window->isLocked());
    QCOMPARE(kept(caseId).reviewCase.member.name, memberName + QStringLiteral(" Junior"));
    QTest::qWait(1500); // timers of the hidden page fire while the workspace is closed
    signIn("nora");
    field = deskOf(*m_window)->casePage()->findChild<QLineEdit *>();
    QVERIFY(readable(*m_window).contains(QStringLiteral("Junior")));
    QVERIFY(!readable(*m_window).contains(QStringLiteral("Not saved")));
    for (QLineEdit *again : deskOf(*m_window)->casePage()->findChildren<QLineEdit *>()) {
        if (again->text().endsWith(QStringLiteral("Junior")))
            field = again;
    }
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral(" II"));
    QVERIFY(deskOf(*m_window)->flush());
    QCOMPARE(kept(caseId).reviewCase.member.name, memberName + QStringLiteral(" Junior II"));
}

// A letterhead that was changed asked what to lose, and the window stayed unlocked until somebody answered.
void TestWindowLock::lockWaitsForNoDialog()
{
    signIn("sam");
    deskOf(*m_window)->editLetterhead();
    auto *dialog = m_window->findChild<LetterheadDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QPlainTextEdit *field = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((field = dialog->findChild<QPlainTextEdit *>()) && field->isVisible(), patience);
    QTRY_VERIFY(field->isEnabled());
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("Example Plan"));
    bool asked = false;
    QTimer::singleShot(3000, this, [&asked] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = true;
            box->reject();
        }
    });
    m_window->lock();
    QVERIFY(!asked && m_window->isLocked());
    QVERIFY(!dialog->isVisible());
    signIn("sam");
    QVERIFY(dialog->isVisible());
    QVERIFY(field->toPlainText().contains(QStringLiteral("Example Plan")));
}

/// The lock threw away what was typed in a dialog that keeps it with its button alone.
void TestWindowLock::aRemarkHalfTypedIsThereAfterTheLock()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    auto *page = qobject_cast<ReviewPage *>(deskOf(*m_window)->casePage());
    QVERIFY(page);
    const QPointer<NotesSheet> sheet = page->openNotes();
    QTRY_VERIFY_WITH_TIMEOUT(sheet->isVisible() && sheet->remark(), patience);
    QTest::keyClicks(sheet->remark(), QStringLiteral("Dr. Lee called back"));
    m_window->lock();
    QVERIFY(m_window->isLocked());
    QVERIFY(sheet && !sheet->isVisible());
    signIn("nora");
    QVERIFY(sheet && sheet->isVisible());
    QCOMPARE(sheet->remark()->toPlainText(), QStringLiteral("Dr. Lee called back"));
    m_window->lock(); // and nobody else sees it
    auto *entrance = m_window->findChild<SignInPage *>();
    QVERIFY(entrance);
    Q_EMIT entrance->otherUserWanted();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!sheet);
}

/// What could not be saved before the lock was lost when the window was closed behind it.
void TestWindowLock::closingBehindTheLockAsksWhatToLose()
{
    QVERIFY(typeOverAnothersSave());
    m_window->lock();
    QVERIFY(m_window->isLocked());
    QString asked;
    QTimer::singleShot(200, this, [&asked] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = box->text();
            box->reject();
        }
    });
    QVERIFY(!m_window->close());
    QVERIFY2(asked.contains(QStringLiteral("Unlock it to save them")), qPrintable(asked));
    QVERIFY(!asked.contains(memberName));
    QVERIFY(m_window->isVisible() && m_window->isLocked());
}

void TestWindowLock::lockClosesTheHelp()
{
    signIn("nora");
    m_window->showHelp();
    QTest::keyClick(m_window->help(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(!m_window->help()->isOpen());
    signIn("nora"); // the sign-in can be operated
}

QTEST_MAIN(TestWindowLock)
#include "tst_window_lock.moc"
