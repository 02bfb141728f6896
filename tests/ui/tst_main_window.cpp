#include "StoreDesk.h"

#include "tests/ui/DeskOf.h"
#include "ui/AccountMenu.h"
#include "ui/decision/DecisionPage.h"
#include "ui/exports/CaseExports.h"
#include "ui/help/HelpSheet.h"
#include "ui/letter/LetterPage.h"
#include "ui/letter/LetterheadDialog.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/ReviewPage.h"
#include "ui/signin/PassphraseEdit.h"
#include "ui/signin/SignInPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimer>
#include <QtTest>

#include <algorithm>

using namespace reviewdesk;

namespace {

const QByteArray passphrase("seven quiet herons");
const QString memberName = QStringLiteral("Quillon Hatherleigh");
constexpr int patience = 20'000; // milliseconds; keys are derived, on a busy machine

/// Everything that a person could read on the window now.
QString readable(const QWidget &window)
{
    QStringList words{window.windowTitle()};
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words.append(label->text());
        if (const auto *field = qobject_cast<const QLineEdit *>(widget);
            field && field->echoMode() == QLineEdit::Normal)
            words.append(field->text());
        if (const auto *table = qobject_cast<const QTableView *>(widget)) {
            for (int row = 0; row < table->model()->rowCount(); ++row)
                words.append(table->model()->index(row, 1).data().toString());
        }
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

/// The window over a real workspace: who signs in sees the desk, the lock hides it, nothing typed is lost.
class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void opensThePageThatTheRoleMayUse_data();
    void opensThePageThatTheRoleMayUse();
    void lockHidesEverything();
    void locksItselfAfterTheWorkspacesMinutes();
    void lockWhileTypingLosesNothing();
    void closingKeepsWhatWasTyped();
    void closingAsksWhatToLose();
    void escapeLeavesThePage();
    void helpOfThePage_data();
    void helpOfThePage();
    void nothingWorksUnderTheHelp();
    void lockClosesTheHelp();
    void lockWaitsForNoDialog();
    void aRemarkHalfTypedIsThereAfterTheLock();
    void closingBehindTheLockAsksWhatToLose();
    void aReasonOfTheLetterLeadsToItsQuestion();
    void aSecondReviewStaysBlind();
    void signingOutLeadsToTheSignIn();
    void signingOutAsksWhatToLose();

private:
    QString makeCase(Status status);
    void signIn(const char *loginName);
    void openCase(const QString &caseId);
    void chooseSignOut();
    QLineEdit *typeOverAnothersSave();
    QLineEdit *memberField() const;
    StoredCase kept(const QString &caseId) const;
    Result<std::unique_ptr<Workspace>> opened(const char *loginName) const;

    QTemporaryDir m_folder;
    QTemporaryDir m_settings;
    SystemClock m_clock;
    Start m_start;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    Result<std::shared_ptr<const Rulebook>> rulebook = loadRulebook(QStringLiteral(":"), QTimeZone::utc());
    QVERIFY2(rulebook.ok(), rulebook.ok() ? "" : qPrintable(rulebook.error().message));
    m_start.entrance = {m_folder.filePath(QStringLiteral("workspace")), *rulebook, &m_clock, KeyCost::cheap()};
    Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    QVERIFY(composer.ok() && letterhead.ok());
    m_start.makeDesk = deskMaker(*composer, *letterhead);

    NewUser sam{QStringLiteral("sam"), QStringLiteral("Sam Sample"), Role::Supervisor, {}, {}, {}, {}, passphrase};
    WorkspaceSettings settings;
    settings.organisation = QStringLiteral("Example Plan");
    settings.timeZone = "UTC";
    Result<Workspace::Created> made = Workspace::create(
        m_start.entrance.directory, sam, settings, m_start.entrance.rulebook, m_clock, m_start.entrance.keyCost);
    QVERIFY2(made.ok(), made.ok() ? "" : qPrintable(made.error().message));
    const NewUser others[]{{QStringLiteral("nora"), QStringLiteral("Nora Sample"), Role::Nurse, QStringLiteral("RN"),
                               {}, {}, {}, passphrase},
        {QStringLiteral("phil"), QStringLiteral("Phil Sample"), Role::Physician, QStringLiteral("MD"),
            QStringLiteral("Oncology"), QStringLiteral("1234567893"), QStringLiteral("WA"), passphrase}};
    for (const NewUser &user : others)
        QVERIFY(made->workspace->addUser(user, KeyCost::cheap()).ok());
}

void TestMainWindow::init()
{
    m_window = std::make_unique<MainWindow>(m_start, m_clock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
}

Result<std::unique_ptr<Workspace>> TestMainWindow::opened(const char *loginName) const
{
    return Workspace::open(
        m_start.entrance.directory, QString::fromLatin1(loginName), passphrase, m_start.entrance.rulebook, m_clock);
}

/// A case that nora made; referred ones are open at every choice and are sent to a physician with a comment.
QString TestMainWindow::makeCase(Status status)
{
    Result<std::unique_ptr<Workspace>> workspace = opened("nora");
    ReviewCase content = status == Status::Referred ? StoreDesk::adverse() : ReviewCase();
    content.policyId = (*m_start.entrance.rulebook)->policy.id;
    content.policyVersion = (*m_start.entrance.rulebook)->policy.version;
    content.member.name = memberName;
    content.member.memberId = QStringLiteral("Z99887766");
    Result<StoredCase> made = (*workspace)->createCase(content);
    if (made && status == Status::Withdrawn)
        made = (*workspace)->act(*made, Action::Withdraw, QStringLiteral("The provider took it back."));
    if (made && status == Status::Referred)
        made = (*workspace)->act(*made, Action::Refer, QStringLiteral("Please look at the CT."));
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return made->id;
}

StoredCase TestMainWindow::kept(const QString &caseId) const
{
    Result<std::unique_ptr<Workspace>> workspace = opened("nora");
    Result<StoredCase> stored = (*workspace)->loadCase(caseId);
    return stored ? *stored : StoredCase();
}

void TestMainWindow::signIn(const char *loginName)
{
    auto *page = m_window->findChild<SignInPage *>();
    QVERIFY(page);
    if (auto *account = page->findChild<QComboBox *>())
        account->setCurrentText(QString::fromLatin1(loginName));
    auto *field = page->findChild<PassphraseEdit *>();
    QTest::keyClicks(field, QString::fromLatin1(passphrase));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window) && deskOf(*m_window)->isVisible(), patience);
    m_window->activateWindow(); // without a window manager nobody else does
    QTRY_VERIFY(m_window->isActiveWindow() && QApplication::focusWidget());
}

void TestMainWindow::openCase(const QString &caseId)
{
    deskOf(*m_window)->openCase(caseId);
    QTRY_COMPARE_WITH_TIMEOUT(deskOf(*m_window)->caseId(), caseId, patience);
    QTRY_VERIFY(deskOf(*m_window)->casePage()->isVisible());
}

QLineEdit *TestMainWindow::memberField() const
{
    for (QLineEdit *field : deskOf(*m_window)->casePage()->findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->text() == memberName)
            return field;
    }
    return nullptr;
}

void TestMainWindow::opensThePageThatTheRoleMayUse_data()
{
    QTest::addColumn<QByteArray>("who");
    QTest::addColumn<Status>("status");
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("nurse, draft") << QByteArray("nora") << Status::Draft << QByteArray("reviewdesk::ReviewPage");
    QTest::newRow("nurse, withdrawn") << QByteArray("nora") << Status::Withdrawn
                                      << QByteArray("reviewdesk::DecisionPage");
    QTest::newRow("nurse, referred") << QByteArray("nora") << Status::Referred
                                     << QByteArray("reviewdesk::DecisionPage");
    QTest::newRow("physician, referred") << QByteArray("phil") << Status::Referred
                                         << QByteArray("reviewdesk::DecisionPage");
    QTest::newRow("physician, draft") << QByteArray("phil") << Status::Draft << QByteArray("reviewdesk::ReviewPage");
    QTest::newRow("supervisor, draft") << QByteArray("sam") << Status::Draft << QByteArray("reviewdesk::DecisionPage");
    QTest::newRow("supervisor, withdrawn")
        << QByteArray("sam") << Status::Withdrawn << QByteArray("reviewdesk::DecisionPage");
}

void TestMainWindow::opensThePageThatTheRoleMayUse()
{
    QFETCH(QByteArray, who);
    QFETCH(Status, status);
    QFETCH(QByteArray, page);
    const QString caseId = makeCase(status);
    signIn(who.constData());
    openCase(caseId);
    QCOMPARE(QByteArray(deskOf(*m_window)->casePage()->metaObject()->className()), page);
    QVERIFY(readable(*m_window).contains(memberName));
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("RD-")));
    QVERIFY(!m_window->windowTitle().contains(memberName));
}

void TestMainWindow::lockHidesEverything()
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
void TestMainWindow::locksItselfAfterTheWorkspacesMinutes()
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

void TestMainWindow::lockWhileTypingLosesNothing()
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

void TestMainWindow::closingKeepsWhatWasTyped()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    QLineEdit *field = memberField();
    QVERIFY(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral("-Moss"));
    QVERIFY(m_window->close());
    m_window.reset();
    QCOMPARE(kept(caseId).reviewCase.member.name, memberName + QStringLiteral("-Moss"));
}

/// Somebody else saved the case meanwhile: what is typed here cannot be kept over it, and is not thrown away unasked.
void TestMainWindow::closingAsksWhatToLose()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    {
        Result<std::unique_ptr<Workspace>> workspace = opened("phil");
        QVERIFY(workspace.ok());
        Result<StoredCase> stored = (*workspace)->loadCase(caseId);
        QVERIFY(stored.ok());
        stored->reviewCase.member.plan = QStringLiteral("Changed meanwhile");
        QVERIFY((*workspace)->saveDraft(*stored).ok());
    }
    QLineEdit *field = memberField();
    QVERIFY(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral("-Moss"));
    int asked = 0;
    const auto answer = [&asked](bool leave) {
        QTimer::singleShot(200, qApp, [&asked, leave] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            ++asked;
            QVERIFY(box->text().contains(QStringLiteral("could not be saved")));
            for (QAbstractButton *button : box->buttons()) {
                if (leave && box->buttonRole(button) == QMessageBox::DestructiveRole) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
            QTest::keyClick(box, Qt::Key_Escape); // stays
        });
    };
    answer(false);
    QVERIFY(!m_window->close());
    QCOMPARE(asked, 1);
    QVERIFY(m_window->isVisible());
    QVERIFY(field->text().endsWith(QStringLiteral("-Moss")));
    answer(true);
    QVERIFY(m_window->close());
    QCOMPARE(asked, 2);
    m_window.reset();
    QCOMPARE(kept(caseId).reviewCase.member.plan, QStringLiteral("Changed meanwhile"));
    QCOMPARE(kept(caseId).reviewCase.member.name, memberName);
}

void TestMainWindow::escapeLeavesThePage()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    QLineEdit *field = memberField();
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("x"));
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY(deskOf(*m_window)->worklist()->isVisible());
    QVERIFY(deskOf(*m_window)->caseId().isEmpty());
    QVERIFY(kept(caseId).reviewCase.member.name.contains(QLatin1Char('x')));
}

void TestMainWindow::helpOfThePage_data()
{
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QString>("words");
    QTest::newRow("sign-in") << QByteArray("sign-in") << QStringLiteral("Passphrase forgotten");
    QTest::newRow("worklist") << QByteArray("worklist") << QStringLiteral("Ctrl+K");
    QTest::newRow("review") << QByteArray("review") << QStringLiteral("Not documented");
    QTest::newRow("decision") << QByteArray("decision") << QStringLiteral("rationale");
    QTest::newRow("letter") << QByteArray("letter") << QStringLiteral("Ctrl+P");
    QTest::newRow("first-start") << QByteArray("first-start") << QStringLiteral("recovery key");
}

void TestMainWindow::helpOfThePage()
{
    QFETCH(QByteArray, topic);
    QFETCH(QString, words);
    const QString text = helpText(QString::fromLatin1(topic));
    QVERIFY(text.startsWith(QStringLiteral("# ")));
    QVERIFY(text.contains(words));
    QVERIFY(text.contains(QStringLiteral("## Everywhere")));
    if (topic != "sign-in") {
        if (topic == "first-start")
            return; // another folder
        const QString caseId =
            topic == "worklist" ? QString() : makeCase(topic == "decision" ? Status::Referred : Status::Draft);
        signIn("nora");
        if (!caseId.isEmpty())
            openCase(caseId);
        if (topic == "letter") {
            Q_EMIT static_cast<ReviewPage *>(deskOf(*m_window)->casePage())->letterWanted(caseId);
            QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<LetterPage *>(deskOf(*m_window)->casePage()), patience);
        }
    }
    m_window->activateWindow(); // without a window manager nobody else does
    QTRY_VERIFY(QApplication::focusWidget());
    QWidget *before = QApplication::focusWidget();
    QTest::keyClick(before, Qt::Key_F1);
    QVERIFY(m_window->help()->isOpen());
    QCOMPARE(m_window->help()->topic().toLatin1(), topic);
    auto *browser = m_window->help()->findChild<QTextBrowser *>();
    QVERIFY(browser->hasFocus());
    QVERIFY(browser->toPlainText().contains(words));
    QTest::keyClick(browser, Qt::Key_Escape);
    QVERIFY(!m_window->help()->isOpen());
    QCOMPARE(QApplication::focusWidget(), before);
    QVERIFY(topic == "sign-in" || topic == "worklist" || !deskOf(*m_window)->caseId().isEmpty()); // the page stayed
}

void TestMainWindow::nothingWorksUnderTheHelp()
{
    signIn("nora");
    m_window->showHelp();
    QVERIFY(m_window->help()->isOpen());
    auto *browser = m_window->help()->findChild<QTextBrowser *>();
    QTest::keyClick(browser, Qt::Key_N, Qt::ControlModifier); // no new review
    QTest::keyClick(browser, Qt::Key_K, Qt::ControlModifier); // nor the search
    QVERIFY(browser->hasFocus());
    for (int tab = 0; tab < 5; ++tab) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(m_window->help()->isAncestorOf(QApplication::focusWidget()));
    }
    QTest::qWait(200);
    QVERIFY(deskOf(*m_window)->caseId().isEmpty());
    m_window->resize(900, 600); // it keeps to the window
    QTRY_COMPARE(m_window->help()->size(), m_window->size());
    QPushButton *close = m_window->help()->findChild<QPushButton *>();
    QVERIFY(m_window->rect().contains(QRect(close->mapTo(m_window.get(), QPoint()), close->size())));
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!m_window->help()->isOpen());
}

// A letterhead that was changed asked what to lose, and the window stayed unlocked until somebody answered.
void TestMainWindow::lockWaitsForNoDialog()
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
void TestMainWindow::aRemarkHalfTypedIsThereAfterTheLock()
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

/// Nora's words in a draft that was saved elsewhere meanwhile: they cannot be saved without comparing. Null: it went wrong.
QLineEdit *TestMainWindow::typeOverAnothersSave()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    {
        Result<std::unique_ptr<Workspace>> other = opened("nora");
        if (!other)
            return nullptr;
        StoredCase stored = (*other)->loadCase(caseId).value();
        stored.reviewCase.member.name += QStringLiteral(" Senior");
        if (!(*other)->saveDraft(stored))
            return nullptr;
    }
    QLineEdit *field = memberField();
    if (!field)
        return nullptr;
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral(" Junior"));
    return field;
}

/// What could not be saved before the lock was lost when the window was closed behind it.
void TestMainWindow::closingBehindTheLockAsksWhatToLose()
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

/// Export stood beside it and wrote the first reviewer's answers; another text size put the decided case in its place.
void TestMainWindow::aSecondReviewStaysBlind()
{
    QString sample;
    {
        Result<std::unique_ptr<Workspace>> workspace = opened("nora");
        QVERIFY(workspace.ok());
        ReviewCase content = StoreDesk::approvable();
        content.policyId = (*m_start.entrance.rulebook)->policy.id;
        content.policyVersion = (*m_start.entrance.rulebook)->policy.version;
        const Result<StoredCase> made = (*workspace)->createCase(content);
        QVERIFY2(made.ok(), why(made));
        const Result<StoredCase> approved = (*workspace)->act(*made, Action::Approve);
        QVERIFY2(approved.ok(), why(approved));
        QVERIFY((*workspace)->signInAs(QStringLiteral("sam"), passphrase).ok());
        const QList<UserAccount> users = (*workspace)->users().value();
        SampleWish wish;
        wish.until = m_clock.now().date().addDays(1);
        wish.from = wish.until.addDays(-7);
        for (const UserAccount &user : users) {
            if (user.loginName == QLatin1String("phil"))
                wish.reviewerId = user.id;
        }
        const Result<QualitySample> drawn = (*workspace)->drawSample(wish);
        QVERIFY2(drawn.ok(), why(drawn));
        sample = drawn->id;
    }
    signIn("phil");
    deskOf(*m_window)->openSecondReview(sample, 1);
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window)->casePage() && deskOf(*m_window)->casePage()->isVisible(), patience);
    QVERIFY(deskOf(*m_window)->secondReview());
    QVERIFY(deskOf(*m_window)->caseId().isEmpty()); // whatever opens the case of the desk again opens no decided one
    QVERIFY(!m_window->findChild<CaseExports *>());
    deskOf(*m_window)->goToWorklist();
    QTRY_VERIFY(!deskOf(*m_window)->secondReview());
}

/// Somebody signs out by the menu of the page that is open.
void TestMainWindow::chooseSignOut()
{
    auto *account = deskOf(*m_window)->casePage()->findChild<AccountMenu *>();
    QVERIFY(account);
    Q_EMIT account->menu()->aboutToShow();
    const QList<QAction *> actions = account->menu()->actions();
    const auto leave = std::find_if(actions.begin(), actions.end(),
        [](const QAction *action) { return action->text() == QStringLiteral("Sign &out"); });
    QVERIFY(leave != actions.end());
    (*leave)->trigger();
}

/// One had to lock the window first, and to say there that one is somebody else.
void TestMainWindow::signingOutLeadsToTheSignIn()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    QLineEdit *field = memberField();
    QVERIFY(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, QStringLiteral(" Junior"));
    chooseSignOut();
    QVERIFY(!deskOf(*m_window) && !m_window->isLocked());
    QCOMPARE(kept(caseId).reviewCase.member.name, memberName + QStringLiteral(" Junior"));
    QCOMPARE(m_window->windowTitle(), QStringLiteral("ReviewDesk"));
    QVERIFY(!readable(*m_window).contains(memberName));
    QVERIFY(m_window->findChild<SignInPage *>()->findChild<QComboBox *>()); // anybody may sign in
    signIn("sam");
    QVERIFY(deskOf(*m_window)->caseId().isEmpty());
    m_window->lock(); // and all of it works as it did
    QVERIFY(m_window->isLocked());
}

void TestMainWindow::signingOutAsksWhatToLose()
{
    QLineEdit *field = typeOverAnothersSave();
    QVERIFY(field);
    const QString caseId = deskOf(*m_window)->caseId();
    bool asked = false;
    QTimer::singleShot(200, this, [&asked] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            asked = true;
            box->reject();
        }
    });
    chooseSignOut();
    QVERIFY(asked);
    QCOMPARE(deskOf(*m_window)->caseId(), caseId);
    QVERIFY(field->text().endsWith(QStringLiteral(" Junior")));
}

void TestMainWindow::lockClosesTheHelp()
{
    signIn("nora");
    m_window->showHelp();
    QTest::keyClick(m_window->help(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(!m_window->help()->isOpen());
    signIn("nora"); // the sign-in can be operated
}

void TestMainWindow::aReasonOfTheLetterLeadsToItsQuestion()
{
    const QString caseId = makeCase(Status::Draft);
    signIn("nora");
    openCase(caseId);
    Q_EMIT static_cast<ReviewPage *>(deskOf(*m_window)->casePage())->letterWanted(caseId);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<LetterPage *>(deskOf(*m_window)->casePage()), patience);
    const int location = (*m_start.entrance.rulebook)->policy.factIndex(u"location");
    Q_EMIT static_cast<LetterPage *>(deskOf(*m_window)->casePage())->fixWanted(caseId, {}, location);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ReviewPage *>(deskOf(*m_window)->casePage()), patience);
    auto *review = static_cast<ReviewPage *>(deskOf(*m_window)->casePage());
    QCOMPARE(review->currentStep(), (*m_start.entrance.rulebook)->policy.facts.at(location).section);
    Q_EMIT review->letterWanted(caseId);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<LetterPage *>(deskOf(*m_window)->casePage()), patience);
    Q_EMIT static_cast<LetterPage *>(deskOf(*m_window)->casePage())
        ->fixWanted(caseId, QStringLiteral("recommendation"), -1);
    QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<ReviewPage *>(deskOf(*m_window)->casePage()), patience);
    QCOMPARE(static_cast<ReviewPage *>(deskOf(*m_window)->casePage())->currentStep(), QStringLiteral("recommendation"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
