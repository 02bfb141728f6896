#include "ui/MainWindow.h"

#include "ui/KeysEverywhere.h"
#include "ui/help/HelpDialog.h"
#include "ui/help/HelpSheet.h"
#include "ui/signin/FirstStartPage.h"
#include "ui/signin/RecoverPage.h"
#include "ui/signin/SignInPage.h"
#include "ui/tour/Tour.h"
#include "ui/widgets/BusyOverlay.h"
#include "ui/widgets/StayOrLose.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMessageBox>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>

#include <utility>

namespace reviewdesk {

MainWindow::MainWindow(Start start, const Clock &clock, QWidget *parent)
    : QMainWindow(parent), m_start(std::move(start)), m_clock(clock), m_idle(clock),
      m_backups(m_workshop), m_stack(new QStackedWidget), m_busy(nullptr), m_help(nullptr),
      m_tour(new Tour(this))
{
    setCentralWidget(m_stack);
    m_busy = new BusyOverlay(m_stack);
    m_help = new HelpSheet({m_stack, m_tour}, this);
    const QSize wanted(1280, 800);
    resize(wanted.boundedTo(screen()->availableSize()));
    constexpr int frame = 40; // what a window manager's title and borders may take
    const QSize room = screen()->availableSize() - QSize(0, frame);
    if (wanted.boundedTo(room) != wanted)
        setWindowState(Qt::WindowMaximized);
    auto *lockKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(lockKey, &QShortcut::activated, this, &MainWindow::lock);
    auto *helpKey = new QShortcut(QKeySequence(Qt::Key_F1), this);
    connect(helpKey, &QShortcut::activated, this, &MainWindow::showHelp);
    auto *inDialogs = new KeysEverywhere(this);
    connect(inDialogs, &KeysEverywhere::lockPressed, this, &MainWindow::lock);
    connect(inDialogs, &KeysEverywhere::helpPressed, this, &MainWindow::showHelpOver);
    connect(&m_idle, &IdleWatch::idle, this, &MainWindow::lock);
    connect(&m_sessionLock, &SessionLockWatch::locked, this, &MainWindow::lock);
    connect(&m_backups, &BackupWatch::failed, this, [this](const Error &error) {
        warn(tr("No backup could be made"), error.message);
    });
    connect(&m_appearance, &Appearance::textChanged, this, [this] {
        if (!m_desk || m_locked || !m_desk->flush())
            return;
        m_help->deleteLater();
        m_help = new HelpSheet({m_stack, m_tour}, this);
        const Workplace &before = *m_desk; // until the next turn of the event loop
        makeDesk();
        bringDesk();
        m_desk->openAsAt(before);
    });
    connect(m_tour, &Tour::ended, this, [this] {
        rememberTour(m_workshop.user().role);
        m_desk->goToWorklist();
    });
    m_opened = m_start.entrance;
    updateTitle();
    if (m_start.startInPractice)
        openPractice();
    else
        showEntrance();
}

MainWindow::~MainWindow()
{
    // a field says that its editing is finished when it loses the focus: not from within its page's destruction
    if (QWidget *field = focusWidget())
        field->clearFocus();
    // pages refer to the workshop
    delete m_stack;
    m_stack = nullptr;
}

void MainWindow::showEntrance()
{
    if (Workspace::exists(m_start.entrance.directory)) {
        showSignIn();
        return;
    }
    auto *page = new FirstStartPage(m_workshop, m_start.entrance, m_stack);
    page->setPracticeOffered(static_cast<bool>(m_start.practice));
    connect(page, &FirstStartPage::finished, this, &MainWindow::signedIn);
    connect(page, &FirstStartPage::practiceWanted, this, &MainWindow::openPractice);
    showScreen(page, QStringLiteral("first-start"));
}

void MainWindow::showSignIn()
{
    auto *page = new SignInPage(m_workshop, m_start.entrance, {}, m_stack); // in its place: what moves is styled anew
    page->setPracticeOffered(static_cast<bool>(m_start.practice));
    connect(page, &SignInPage::signedIn, this, &MainWindow::signedIn);
    connect(page, &SignInPage::recoveryWanted, this, &MainWindow::showRecovery);
    connect(page, &SignInPage::practiceWanted, this, &MainWindow::openPractice);
    showScreen(page, QStringLiteral("sign-in"));
}

void MainWindow::showRecovery()
{
    auto *page = new RecoverPage(m_workshop, m_start.entrance);
    connect(page, &RecoverPage::signedIn, this, &MainWindow::signedIn);
    connect(page, &RecoverPage::cancelled, this, &MainWindow::showSignIn);
    showScreen(page, QStringLiteral("sign-in"));
}

void MainWindow::showHelp()
{
    if (!m_busy->isBusy())
        m_help->open(m_screen ? m_topic : m_desk ? m_desk->helpTopic() : QString());
}

void MainWindow::showHelpOver(QDialog *dialog)
{
    if (m_desk && !m_locked && !m_busy->isBusy() && !m_tour->isRunning())
        HelpDialog::openOver(*dialog, m_desk->helpTopic());
}

void MainWindow::showScreen(QWidget *screen, const QString &topic)
{
    m_help->dismiss();
    m_topic = topic;
    if (m_screen)
        m_screen->deleteLater();
    m_screen = screen;
    if (screen) {
        m_stack->addWidget(screen);
        m_stack->setCurrentWidget(screen);
    }
}

void MainWindow::openPractice()
{
    m_busy->start(tr("Making a practice caseload of invented people…"));
    m_workshop.open(m_start.practice, this, [this](const Result<void> &opened) {
        m_busy->stop();
        if (!opened) {
            showEntrance();
            warn(tr("Practice caseload"), opened.error().message);
            return;
        }
        m_inPractice = true;
        askPracticeAccounts();
    });
}

void MainWindow::askPracticeAccounts()
{
    struct Practice {
        QString directory;
        QList<UserAccount> accounts;
    };
    m_workshop.run(
        this,
        [](Workspace &workspace) -> Result<Practice> {
            Result<QList<UserAccount>> users = workspace.users();
            return Practice{workspace.directory(), users ? *users : QList<UserAccount>()};
        },
        [this](const Result<Practice> &practice) {
            if (!practice)
                return; // closed meanwhile
            m_opened.directory = practice->directory;
            m_practiceAccounts = practice->accounts;
            signedIn();
        });
}

/// The desk is made in one turn of the event loop and shown in the next, so that neither keeps the window.
void MainWindow::signedIn()
{
    m_loginName = m_workshop.user().loginName;
    makeDesk();
    QMetaObject::invokeMethod(this, &MainWindow::sitDown, Qt::QueuedConnection);
}

void MainWindow::sitDown()
{
    if (m_locked || !m_desk)
        return; // meanwhile; unlocked() shows it
    bringDesk();
    watchIdle();
    if (!m_inPractice)
        m_backups.start();
    sayRemarks();
    offerTour();
}

void MainWindow::offerTour()
{
    if (m_inPractice && !isTourSeen(m_workshop.user().role))
        startTour();
}

void MainWindow::startTour()
{
    if (!m_desk->goToWorklist())
        return;
    m_desk->gatherTour([this](const QList<TourStop> &stops) {
        if (!m_locked && !m_tour->isRunning() && !m_help->isOpen())
            m_tour->start(stops);
    });
}

void MainWindow::watchIdle()
{
    m_idle.start();
    m_workshop.run(
        this, [](Workspace &workspace) { return workspace.settings(); },
        [this](const Result<WorkspaceSettings> &settings) {
            if (settings)
                m_idle.setMinutes(settings->idleMinutes);
        });
}

void MainWindow::sayRemarks()
{
    m_workshop.run(
        this, [](Workspace &workspace) { return Result<QStringList>(workspace.remarks()); },
        [this](const Result<QStringList> &remarks) {
            if (!remarks || remarks->isEmpty() || m_locked)
                return;
            warn(tr("The workspace was not closed properly"), remarks->join(QLatin1String("\n\n")));
        });
}

/// Nothing waits for it to be read: it comes in the middle of the workshop's answers.
void MainWindow::warn(const QString &title, const QString &words)
{
    auto *box = new QMessageBox(QMessageBox::Warning, title, words, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::makeDesk()
{
    if (m_desk) {
        m_desk->flush();
        m_desk->deleteLater();
    }
    m_desk = (*m_start.makeDesk)(m_workshop, m_practiceAccounts, m_appearance, m_clock, m_stack);
    connect(m_desk, &Workplace::captionChanged, this, &MainWindow::updateTitle);
    connect(m_desk, &Workplace::lockWanted, this, &MainWindow::lock);
    connect(m_desk, &Workplace::leaveWanted, this, &MainWindow::leaveDesk);
    connect(m_desk, &Workplace::helpWanted, this, &MainWindow::showHelp);
    connect(m_desk, &Workplace::guideWanted, this, [this] { m_help->open(QStringLiteral("guide")); });
    connect(m_desk, &Workplace::newsWanted, this, [this] { m_help->open(QStringLiteral("whats-new")); });
    connect(m_desk, &Workplace::tourWanted, this, &MainWindow::startTour);
    connect(m_desk, &Workplace::accountWanted, this, &MainWindow::changeAccount);
    m_stack->addWidget(m_desk);
}

void MainWindow::bringDesk()
{
    m_stack->setCurrentWidget(m_desk);
    m_desk->focusSearch();
    showScreen(nullptr);
    updateTitle();
}

void MainWindow::changeAccount(const QString &loginName)
{
    if (!m_inPractice || loginName == m_loginName)
        return;
    if (!m_desk->mayLeave())
        return;
    m_busy->start(tr("Changing to another account…"));
    m_workshop.open(
        [entrance = m_opened, loginName, passphrase = m_start.practicePassphrase] {
            return Workspace::open(entrance.directory, loginName, passphrase, entrance.rulebook, *entrance.clock);
        },
        this,
        [this](const Result<void> &opened) {
            m_busy->stop();
            if (opened)
                signedIn();
            else
                warn(tr("Practice caseload"), opened.error().message);
        });
}

void MainWindow::lock()
{
    if (!m_desk || m_locked || m_busy->isBusy())
        return;
    m_help->dismiss();
    m_tour->dismiss();
    m_locked = true;
    m_idle.stop();
    m_backups.stop();
    const bool isAtDialog = QApplication::activeWindow() && QApplication::activeWindow() != this;
    m_dialogs.hide();
    if (isAtDialog)
        activateWindow(); // the passphrase is typed next; some window managers leave the keyboard nowhere
    while (QWidget *popup = QApplication::activePopupWidget()) { // a menu over a menu
        if (!popup->close())
            break;
    }
    m_clipboard.forget();
    auto *page = new SignInPage(m_workshop, m_opened, m_loginName);
    if (m_inPractice) {
        page->setPassphrase(m_start.practicePassphrase);
        page->setHint(tr("Practice: the people are invented, so the passphrase is filled in for you."));
    }
    page->setOtherAccountOffered(false);
    connect(page, &SignInPage::signedIn, this, &MainWindow::unlocked);
    connect(page, &SignInPage::otherUserWanted, this, &MainWindow::signOut);
    showScreen(page, QStringLiteral("sign-in"));
    updateTitle();
    m_stack->repaint(); // nothing of the case is to be seen while the last change is waited for, however long
    m_keptAtLock = m_desk->flush();
    page->setOtherAccountOffered(m_keptAtLock); // what could not be kept waits on the hidden page for its owner
    m_workshop.close();
}

void MainWindow::unlocked()
{
    m_locked = false;
    m_stack->setCurrentWidget(m_desk);
    showScreen(nullptr);
    if (QWidget *before = m_desk->focusWidget()) // the passphrase had it last, and gave it up while it was checked
        before->setFocus(Qt::OtherFocusReason);
    else
        m_desk->focusSearch();
    m_dialogs.bringBack();
    watchIdle();
    if (!m_inPractice)
        m_backups.start();
    updateTitle();
    m_desk->lookAgain();
    offerTour();
}

void MainWindow::leaveDesk()
{
    if (m_busy->isBusy() || !m_desk->mayLeave())
        return;
    m_help->dismiss();
    m_idle.stop();
    m_backups.stop();
    m_dialogs.hide();
    m_clipboard.forget();
    m_workshop.close();
    signOut();
}

void MainWindow::signOut()
{
    m_locked = false;
    m_dialogs.drop();
    m_inPractice = false;
    m_practiceAccounts.clear();
    m_opened = m_start.entrance;
    if (m_desk)
        m_desk->deleteLater();
    m_desk = nullptr;
    showEntrance();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const QString caption = m_desk && !m_locked ? m_desk->caption() : QString();
    setWindowTitle(caption.isEmpty() ? QStringLiteral("ReviewDesk") : tr("%1 – ReviewDesk").arg(caption));
}

/// Behind the lock page: nothing of the case is said, and it cannot be saved before its owner unlocks.
bool MainWindow::mayLoseUnsaved()
{
    if (m_keptAtLock)
        return true;
    return mayLose(this, tr("Not saved"),
        tr("The last changes could not be saved before the window was locked. Unlock it to save them, or close and lose "
           "them?"),
        tr("&Close and lose them"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_desk && !(m_locked ? mayLoseUnsaved() : m_desk->mayLeave())) {
        event->ignore();
        return;
    }
    if (auto *page = qobject_cast<SignInPage *>(m_screen))
        page->stop(); // not to wait for a backup of many cases
    m_workshop.drain();
    m_clipboard.forget();
    event->accept();
}

} // namespace reviewdesk
