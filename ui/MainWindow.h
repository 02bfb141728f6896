#pragma once

#include "store/Workshop.h"
#include "support/Later.h"
#include "ui/Appearance.h"
#include "ui/ClipboardWatch.h"
#include "ui/HiddenDialogs.h"
#include "ui/IdleWatch.h"
#include "ui/SessionLockWatch.h"
#include "ui/Workplace.h"
#include "ui/accounts/BackupWatch.h"
#include "ui/signin/Entrance.h"

#include <QMainWindow>

class QStackedWidget;

namespace reviewdesk {

class BusyOverlay;
class HelpSheet;
class SignInPage;
class Tour;

/// What the program's start gives the window. Two ways in:
///  (a) the program on a workspace folder: `entrance` (directory, rulebook, clock, key cost), `makeDesk`.
///  Is there no workspace in
///      the directory, the first start is shown, else the sign-in.
///  (b) `--demo`: besides, `practice` (makes a throw-away workspace with invented cases and signs in as one of its
///  accounts; run on the workshop's
///      thread, behind a progress message) and `practicePassphrase`, the passphrase of all its accounts;
///      `startInPractice` true.
/// With (a), a `practice` that is set offers the practice caseload on the first start and the sign-in.
/// Call QCoreApplication::setOrganizationName and setApplicationName before: QSettings keeps the appearance and what belongs to this computer,
/// never member data.
struct Start {
    Entrance entrance;
    Later<MakeWorkplace> makeDesk; ///< taken when somebody has signed in
    Workshop::Opener practice;
    QByteArray practicePassphrase;
    bool startInPractice = false;
};

/// The one window: first start, sign-in, lock and the desk. While locked no member data is shown and the workspace's
/// key is forgotten; the desk stays as it was, hidden.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `clock` and `start.entrance.clock` outlive the window.
    MainWindow(Start start, const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    bool isLocked() const { return m_locked; }
    Workplace *workplace() const { return m_desk; } ///< nullptr while nobody is signed in
    void lock();
    void showHelp(); ///< of the page that is on the screen
    void showHelpOver(QDialog *dialog); ///< of the dialog, or of the page under it
    IdleWatch &idleWatch() { return m_idle; }
    HelpSheet *help() const { return m_help; }
    void startTour(); ///< of the practice caseload
    Tour *tour() const { return m_tour; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void showEntrance();
    void showSignIn();
    void showRecovery();
    /// Replaces the entrance's screen; `topic`: of its help.
    void showScreen(QWidget *screen, const QString &topic = {});
    void openPractice();
    void signedIn();
    void askPracticeAccounts();
    void sitDown(); ///< at the desk that was made
    void makeDesk();
    void bringDesk(); ///< to the screen
    void changeAccount(const QString &loginName);
    void unlocked();
    void leaveDesk(); ///< whose person signs out; asks what to lose
    void signOut();
    bool mayLoseUnsaved();
    void updateTitle();
    void offerTour(); ///< to whoever has not seen it
    void watchIdle(); ///< from now on, for as long as the workspace and this person want
    void sayRemarks(); ///< what was found when the workspace was opened
    void warn(const QString &title, const QString &words);

    Start m_start;
    const Clock &m_clock;
    Appearance m_appearance;
    Workshop m_workshop;
    IdleWatch m_idle;
    SessionLockWatch m_sessionLock;
    BackupWatch m_backups;
    ClipboardWatch m_clipboard;
    QStackedWidget *m_stack;
    QWidget *m_screen = nullptr; ///< of the entrance
    QString m_topic; ///< of its help
    Workplace *m_desk = nullptr;
    BusyOverlay *m_busy;
    HelpSheet *m_help;
    Tour *m_tour;
    Entrance m_opened; ///< of the workspace that is open or locked; the practice one has its own folder
    QString m_loginName;
    QList<UserAccount> m_practiceAccounts;
    bool m_inPractice = false;
    bool m_locked = false;
    bool m_keptAtLock = true; ///< everything was saved before it was locked
    HiddenDialogs m_dialogs;
};

} // namespace reviewdesk
