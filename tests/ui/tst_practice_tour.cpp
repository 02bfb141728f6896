#include "StoreDesk.h"

#include "tests/ui/DeskOf.h"
#include "ui/AccountMenu.h"
#include "ui/DeskBar.h"
#include "ui/help/HelpSheet.h"
#include "ui/signin/FirstStartPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/tour/PracticeTour.h"
#include "ui/widgets/Notice.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QtTest>

using namespace reviewdesk;

namespace {

const QByteArray passphrase("seven quiet herons");
constexpr int patience = 30'000; // milliseconds

} // namespace

/// The tour of each role over the practice caseload: when it comes, comes again and stays away.
class tst_practice_tour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void cleanup();
    void everyRoleSeesItsTour_data();
    void everyRoleSeesItsTour();
    void onceClosedItIsNotShownAgain();
    void theAccountMenuStartsItAgain();
    void theHelpOpensOverItAndGoesBackToItsStop();
    void theLockEndsItAndItComesBack();
    void theGuideOpensFromTheAccountMenu();
    void aRealWorkspaceHasNone();
    void theAccountMenuLeavesPractice();
    void anUpgradeIsSaidOnce();

private:
    void openPractice(Role role = Role::Nurse);
    QString said() const;
    void chooseInAccountMenu(const QString &text);

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    std::unique_ptr<MainWindow> m_window;
};

void tst_practice_tour::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
}

void tst_practice_tour::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

/// The program as `--demo` starts it, as somebody of this role.
void tst_practice_tour::openPractice(Role role)
{
    m_folder = std::make_unique<QTemporaryDir>();
    Start start;
    start.entrance = {m_folder->filePath(QStringLiteral("none")), StoreDesk::rulebook(), &m_clock, KeyCost::cheap()};
    Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(QStringLiteral(":"));
    Result<Letterhead> letterhead = sampleLetterhead(QStringLiteral(":"));
    QVERIFY(composer.ok() && letterhead.ok());
    start.makeDesk = deskMaker(*composer, *letterhead);
    start.practicePassphrase = passphrase;
    start.startInPractice = true;
    const QString directory = m_folder->filePath(QStringLiteral("practice"));
    start.practice = [this, directory, role]() -> Result<std::unique_ptr<Workspace>> {
        NewUser sam = StoreDesk::newUser(QStringLiteral("sam"), Role::Supervisor);
        sam.passphrase = passphrase;
        WorkspaceSettings settings;
        settings.organisation = QStringLiteral("Practice");
        settings.timeZone = "UTC";
        Result<Workspace::Created> created =
            Workspace::create(directory, sam, settings, StoreDesk::rulebook(), m_clock, KeyCost::cheap());
        if (!created)
            return created.error();
        if (Result<void> added = created->workspace->addSamples(60, 140, passphrase, KeyCost::cheap()); !added)
            return added.error();
        const Result<QList<UserAccount>> users = created->workspace->users();
        for (const UserAccount &user : *users) {
            if (user.role == role)
                require(created->workspace->signInAs(user.loginName, passphrase).ok());
        }
        return std::move(created->workspace);
    };
    m_window = std::make_unique<MainWindow>(std::move(start), m_clock);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window), patience);
}

QString tst_practice_tour::said() const
{
    QStringList words;
    for (const QLabel *label : m_window->tour()->card()->findChildren<QLabel *>())
        words.append(label->text());
    return words.join(QLatin1Char('\n'));
}

void tst_practice_tour::chooseInAccountMenu(const QString &text)
{
    QMenu *menu = deskOf(*m_window)->bar()->findChild<AccountMenu *>()->menu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text().remove(QLatin1Char('&')) == text) {
            action->trigger();
            return;
        }
    }
    QFAIL(qPrintable(text + QLatin1String(" is not in the menu")));
}

void tst_practice_tour::everyRoleSeesItsTour_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QStringList>("titles");
    QTest::newRow("nurse") << Role::Nurse
                           << QStringList{QStringLiteral("Your cases"), QStringLiteral("A new request"),
                                  QStringLiteral("The questions"), QStringLiteral("The policy, live"),
                                  QStringLiteral("What happens next"), QStringLiteral("The letter"),
                                  QStringLiteral("Help at any time")};
    QTest::newRow("physician") << Role::Physician
                               << QStringList{QStringLiteral("Cases for a physician"),
                                      QStringLiteral("What the record shows"), QStringLiteral("The policy"),
                                      QStringLiteral("Your decision"), QStringLiteral("The letter"),
                                      QStringLiteral("Help at any time")};
    QTest::newRow("supervisor") << Role::Supervisor
                                << QStringList{QStringLiteral("All cases"), QStringLiteral("The department"),
                                       QStringLiteral("Reports"), QStringLiteral("A case, to read"),
                                       QStringLiteral("The letter"), QStringLiteral("Help at any time")};
}

void tst_practice_tour::everyRoleSeesItsTour()
{
    QFETCH(const Role, role);
    QFETCH(const QStringList, titles);
    openPractice(role);
    Tour &tour = *m_window->tour();
    QTRY_VERIFY_WITH_TIMEOUT(tour.isRunning(), patience);
    QCOMPARE(tour.count(), titles.size());
    for (int stop = 0; stop < titles.size(); ++stop) {
        QTRY_VERIFY_WITH_TIMEOUT(!tour.lit().isEmpty(), patience);
        QCOMPARE(tour.current(), stop);
        QVERIFY2(said().contains(titles.at(stop)), qPrintable(said()));
        QVERIFY2(said().contains(QStringLiteral("%1 of %2").arg(stop + 1).arg(titles.size())), qPrintable(said()));
        QVERIFY(tour.rect().contains(tour.card()->geometry()));
        QVERIFY(tour.isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QVERIFY(!tour.isRunning());
    QVERIFY(!deskOf(*m_window)->casePage());
    QVERIFY(isTourSeen(role));
}

void tst_practice_tour::onceClosedItIsNotShownAgain()
{
    openPractice();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tour()->isRunning(), patience);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_window->tour()->isRunning());
    m_window.reset();
    openPractice();
    QTest::qWait(500);
    QVERIFY(!m_window->tour()->isRunning());
    QVERIFY(!isTourSeen(Role::Physician)); // each role has its own
}

void tst_practice_tour::theAccountMenuStartsItAgain()
{
    rememberTour(Role::Nurse);
    openPractice();
    chooseInAccountMenu(QStringLiteral("Tour"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tour()->isRunning(), patience);
}

/// The tour itself says that F1 explains the page, and the key was dead there.
void tst_practice_tour::theHelpOpensOverItAndGoesBackToItsStop()
{
    openPractice();
    Tour &tour = *m_window->tour();
    QTRY_VERIFY_WITH_TIMEOUT(tour.isRunning(), patience);
    for (const char *topic : {"worklist", "worklist", "review"}) {
        QTRY_VERIFY_WITH_TIMEOUT(!tour.lit().isEmpty(), patience);
        const int stop = tour.current();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY(m_window->help()->isOpen());
        QCOMPARE(m_window->help()->topic(), QString::fromLatin1(topic));
        QVERIFY(m_window->help()->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(m_window->childAt(m_window->rect().center())->parentWidget()->accessibleName(), QStringLiteral("Help text"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier); // no key reaches what is under it
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QVERIFY(m_window->help()->isOpen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_window->help()->isOpen());
        QVERIFY(tour.isRunning());
        QCOMPARE(tour.current(), stop);
        QVERIFY(tour.isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(tour.current(), stop + 1);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier); // the lock takes both away
    QVERIFY(m_window->isLocked());
    QVERIFY(!tour.isRunning() && !m_window->help()->isOpen());
}

void tst_practice_tour::theLockEndsItAndItComesBack()
{
    openPractice();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tour()->isRunning(), patience);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_window->isLocked());
    QVERIFY(!m_window->tour()->isRunning());
    auto *page = m_window->findChild<SignInPage *>();
    for (QPushButton *button : page->findChildren<QPushButton *>()) {
        if (button->text().contains(QLatin1String("nlock")))
            button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isLocked(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tour()->isRunning(), patience);
}

/// By keys alone: from the menu to the guide, to a page of it, back, and out.
void tst_practice_tour::theGuideOpensFromTheAccountMenu()
{
    rememberTour(Role::Nurse);
    openPractice();
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window)->isVisible(), patience);
    chooseInAccountMenu(QStringLiteral("User guide"));
    const HelpSheet &help = *m_window->help();
    QVERIFY(help.isOpen());
    auto *text = help.findChild<QTextBrowser *>();
    QVERIFY(text->toPlainText().contains(QLatin1String("Ten minutes, from the start to a letter")));
    QVERIFY(text->toPlainText().contains(QLatin1String("Accounts, keys and backups")));
    QVERIFY(!text->toPlainText().contains(QChar::ObjectReplacementCharacter)); // pictures that are not here
    QTest::keyClick(text, Qt::Key_Tab);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(help.topic(), QStringLiteral("sign-in"));
    QVERIFY(text->toPlainText().contains(QLatin1String("User guide")));
    QTest::keyClick(text, Qt::Key_Tab);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(help.topic(), QStringLiteral("guide"));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!help.isOpen());
}

void tst_practice_tour::aRealWorkspaceHasNone()
{
    UserAccount nora;
    nora.name = QStringLiteral("Nora Example");
    const AccountMenu real(nora, {}, false);
    Q_EMIT real.menu()->aboutToShow();
    for (const QAction *action : real.menu()->actions())
        QVERIFY(action->text() != QLatin1String("&Tour"));
}

/// One had to lock the window first, and to say there that one is somebody else.
void tst_practice_tour::theAccountMenuLeavesPractice()
{
    rememberTour(Role::Nurse);
    openPractice();
    QTRY_VERIFY_WITH_TIMEOUT(deskOf(*m_window)->isVisible(), patience);
    QStringList keys;
    QMenu *menu = deskOf(*m_window)->bar()->findChild<AccountMenu *>()->menu();
    Q_EMIT menu->aboutToShow();
    for (const QAction *action : menu->actions()) {
        if (const qsizetype at = action->text().indexOf(QLatin1Char('&')); at >= 0)
            keys.append(action->text().mid(at + 1, 1).toLower());
    }
    QCOMPARE(keys.removeDuplicates(), 0);
    chooseInAccountMenu(QStringLiteral("Leave practice"));
    QVERIFY(!deskOf(*m_window));
    QVERIFY(!m_window->isLocked());
    QTRY_VERIFY(m_window->findChild<FirstStartPage *>() && m_window->findChild<FirstStartPage *>()->isVisible());
}

void tst_practice_tour::anUpgradeIsSaidOnce()
{
    rememberTour(Role::Nurse);
    openPractice(); // the first use is no upgrade
    QVERIFY(deskOf(*m_window)->findChildren<Notice *>().size() > 0);
    const auto told = [this]() -> Notice * {
        for (Notice *notice : deskOf(*m_window)->findChildren<Notice *>()) {
            if (notice->isVisible() && notice->message().contains(QLatin1String("version")))
                return notice;
        }
        return nullptr;
    };
    QVERIFY(!told());
    m_window.reset();
    QCoreApplication::setApplicationVersion(QStringLiteral("1.3.0"));
    openPractice();
    QVERIFY(told());
    QCOMPARE(told()->message(), QStringLiteral("ReviewDesk is now version 1.3.0."));
    told()->findChild<QPushButton *>()->click();
    QVERIFY(m_window->help()->isOpen());
    QVERIFY(m_window->help()->findChild<QTextBrowser *>()->toPlainText().contains(QLatin1String("The first version")));
    m_window->help()->dismiss();
    QTRY_VERIFY(!told());
    m_window.reset();
    openPractice();
    QVERIFY(!told());
    chooseInAccountMenu(QStringLiteral("What's new"));
    QVERIFY(m_window->help()->isOpen());
}

QTEST_MAIN(tst_practice_tour)
#include "tst_practice_tour.moc"
