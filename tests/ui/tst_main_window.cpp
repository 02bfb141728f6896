#include "WindowDesk.h"

#include "ui/AccountMenu.h"
#include "ui/decision/DecisionPage.h"
#include "ui/exports/CaseExports.h"
#include "ui/help/HelpSheet.h"
#include "ui/letter/LetterPage.h"
#include "ui/review/ReviewPage.h"
#include "ui/worklist/WorklistPage.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QTimer>

using namespace reviewdesk;

/// The window over a real workspace: who signs in sees the desk, closing and signing out lose nothing typed.
class TestMainWindow : public QObject, private WindowDesk {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { begin(); }
    void init() { openWindow(); }
    void cleanup() { m_window.reset(); }
    void opensThePageThatTheRoleMayUse_data();
    void opensThePageThatTheRoleMayUse();
    void closingKeepsWhatWasTyped();
    void closingAsksWhatToLose();
    void escapeLeavesThePage();
    void helpOfThePage_data();
    void helpOfThePage();
    void nothingWorksUnderTheHelp();
    void aReasonOfTheLetterLeadsToItsQuestion();
    void aSecondReviewStaysBlind();
    void signingOutLeadsToTheSignIn();
    void signingOutAsksWhatToLose();

private:
    void chooseSignOut();
};

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
