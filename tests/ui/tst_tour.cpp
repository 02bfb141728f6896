#include "StoreDesk.h"

#include "tests/ui/DeskOf.h"
#include "ui/AccountMenu.h"
#include "ui/DeskBar.h"
#include "ui/help/HelpSheet.h"
#include "ui/signin/FirstStartPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/tour/PracticeTour.h"
#include "ui/widgets/Notice.h"
#include "ui/worklist/WorklistPage.h"

#include <QAccessible>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <QtTest>

using namespace reviewdesk;

namespace {

const QByteArray passphrase("seven quiet herons");
constexpr int patience = 30'000; // milliseconds

} // namespace

/// The tour: lit, read and left by keys or mouse, over a plain window and over the practice caseload of each role.
class tst_tour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void cleanup();
    void nothingUnderItWorks();
    void theFocusGoesRound();
    void theWordsAreRead();
    void theLightFollowsItsWidget();
    void whatComesInItsPlaceIsLit();
    void aStopWhosePageDoesNotComeIsLeftOut();
    void everyRoleSeesItsTour_data();
    void everyRoleSeesItsTour();
    void onceClosedItIsNotShownAgain();
    void theAccountMenuStartsItAgain();
    void theLockEndsItAndItComesBack();
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

void tst_tour::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(QStringLiteral("ReviewDeskTest"));
    QCoreApplication::setApplicationVersion(QStringLiteral("1.2.3"));
}

void tst_tour::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

/// The program as `--demo` starts it, as somebody of this role.
void tst_tour::openPractice(Role role)
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

QString tst_tour::said() const
{
    QStringList words;
    for (const QLabel *label : m_window->tour()->card()->findChildren<QLabel *>())
        words.append(label->text());
    return words.join(QLatin1Char('\n'));
}

void tst_tour::chooseInAccountMenu(const QString &text)
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

namespace {

/// A window with a button, a field with a shortcut, and the tour over them.
struct Plain {
    Plain() : page(new QWidget(&window)), first(new QPushButton(QStringLiteral("&Next door"))), second(new QPushButton), tour(&window)
    {
        auto *layout = new QVBoxLayout(page);
        layout->addWidget(first);
        layout->addWidget(second);
        window.resize(900, 700);
        page->setGeometry(0, 0, 900, 120);
        QObject::connect(first, &QPushButton::clicked, first, [this] { ++pressed; });
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_N), &window);
        QObject::connect(shortcut, &QShortcut::activated, first, [this] { ++pressed; });
        auto *lock = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), &window);
        QObject::connect(lock, &QShortcut::activated, first, [this] { ++locked; });
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus();
        tour.start({{QStringLiteral("One"), QStringLiteral("The first."), {}, [this] { return first; }},
            {QStringLiteral("Two"), QStringLiteral("The second."), {}, [this] { return second; }}});
    }

    QWidget window;
    QWidget *page;
    QPushButton *first;
    QPushButton *second;
    Tour tour;
    int pressed = 0;
    int locked = 0;
};

} // namespace

void tst_tour::nothingUnderItWorks()
{
    Plain plain;
    QCOMPARE(plain.tour.current(), 0);
    const QPoint onFirst = plain.first->mapTo(&plain.window, plain.first->rect().center());
    QCOMPARE(plain.window.childAt(onFirst), &plain.tour);
    QTest::mouseClick(&plain.tour, Qt::LeftButton, {}, onFirst);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(plain.pressed, 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(plain.locked, 1);
    // its own key is not the page's
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier);
    QCOMPARE(plain.tour.current(), 1);
    QCOMPARE(plain.pressed, 0);
    QSignalSpy ended(&plain.tour, &Tour::ended);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!plain.tour.isRunning() && !plain.tour.isVisible());
    QCOMPARE(QApplication::focusWidget(), plain.first);
    QTest::keyClick(plain.first, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(plain.pressed, 1);
}

void tst_tour::theFocusGoesRound()
{
    Plain plain;
    QStringList round;
    for (int i = 0; i < 3; ++i) {
        round.append(static_cast<QPushButton *>(QApplication::focusWidget())->text());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(round, QStringList({QStringLiteral("&Next"), QStringLiteral("&Skip the tour"), QStringLiteral("&Next")}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier); // Back is there now
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(static_cast<QPushButton *>(QApplication::focusWidget())->text(), QStringLiteral("&Back"));
    plain.second->setFocus(); // as a page that comes up does
    QVERIFY(plain.tour.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Done
    QVERIFY(!plain.tour.isRunning());
}

void tst_tour::theWordsAreRead()
{
    Plain plain;
    QAccessibleInterface *next = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
    QVERIFY(next);
    QCOMPARE(next->text(QAccessible::Description), QStringLiteral("One. The first."));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Description),
        QStringLiteral("Two. The second."));
    QCOMPARE(QAccessible::queryAccessibleInterface(QApplication::focusWidget())->text(QAccessible::Name),
        QStringLiteral("Done"));
}

void tst_tour::theLightFollowsItsWidget()
{
    Plain plain;
    const auto isLit = [&] {
        const QRect first(plain.first->mapTo(&plain.window, QPoint()), plain.first->size());
        const QRect inSight = first & plain.window.rect().adjusted(2, 2, -2, -2); // its frame stays in the window
        return !inSight.isEmpty() && plain.tour.lit().contains(inSight) &&
            !plain.tour.lit().intersects(plain.tour.card()->geometry());
    };
    QVERIFY(isLit());
    plain.page->move(100, 300);
    QVERIFY(isLit());
    plain.window.resize(640, 560);
    QTRY_COMPARE(plain.tour.size(), plain.window.size());
    QVERIFY(isLit());
    QVERIFY(plain.tour.rect().contains(plain.tour.card()->geometry()));
}

/// The words "no cases here" give way to the cases once these are read.
void tst_tour::whatComesInItsPlaceIsLit()
{
    Plain plain;
    plain.tour.start({{QStringLiteral("Cases"), QStringLiteral("All of them."), {},
        [&plain] { return plain.first->isVisible() ? plain.first : plain.second; }}});
    const auto placeOf = [&plain](const QWidget *widget) {
        return QRect(widget->mapTo(&plain.window, QPoint()), widget->size()) & plain.window.rect().adjusted(2, 2, -2, -2);
    };
    QVERIFY(plain.tour.lit().contains(placeOf(plain.first)));
    plain.first->hide();
    QTRY_VERIFY(plain.tour.lit().contains(placeOf(plain.second)));
    QCOMPARE(plain.tour.current(), 0);
}

void tst_tour::aStopWhosePageDoesNotComeIsLeftOut()
{
    Plain plain;
    int asked = 0;
    plain.tour.start({{QStringLiteral("One"), {}, {}, [&] { return plain.first; }},
        {QStringLiteral("Never"), {}, {}, [&asked]() -> QWidget * { ++asked; return nullptr; }},
        {QStringLiteral("Three"), {}, {}, [&] { return plain.second; }}});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(plain.tour.current(), 1);
    QVERIFY(plain.tour.lit().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(plain.tour.current(), 2, 60'000);
    QVERIFY(asked > 10);
}

void tst_tour::everyRoleSeesItsTour_data()
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

void tst_tour::everyRoleSeesItsTour()
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

void tst_tour::onceClosedItIsNotShownAgain()
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

void tst_tour::theAccountMenuStartsItAgain()
{
    rememberTour(Role::Nurse);
    openPractice();
    chooseInAccountMenu(QStringLiteral("Tour"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tour()->isRunning(), patience);
}

void tst_tour::theLockEndsItAndItComesBack()
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

void tst_tour::aRealWorkspaceHasNone()
{
    UserAccount nora;
    nora.name = QStringLiteral("Nora Example");
    const AccountMenu real(nora, {}, false);
    Q_EMIT real.menu()->aboutToShow();
    for (const QAction *action : real.menu()->actions())
        QVERIFY(action->text() != QLatin1String("&Tour"));
}

/// One had to lock the window first, and to say there that one is somebody else.
void tst_tour::theAccountMenuLeavesPractice()
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

void tst_tour::anUpgradeIsSaidOnce()
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

QTEST_MAIN(tst_tour)
#include "tst_tour.moc"
