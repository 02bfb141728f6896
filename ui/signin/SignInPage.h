#pragma once

#include "store/Workshop.h"
#include "ui/signin/Entrance.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace reviewdesk {

class Notice;
class CapsLockNote;
class PassphraseEdit;

/// Opens the workspace with an account's passphrase. The key is derived on the workshop's thread. Wrong attempts are
/// answered in place and slowed: 1, 2, 4 … 30 s. With an `onlyAccount` it is the lock: the account stands, nothing of a
/// member is named.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    SignInPage(Workshop &workshop, Entrance entrance, const QString &onlyAccount = {}, QWidget *parent = nullptr);
    ~SignInPage() override; ///< ends a backup that is being made on the way in

    /// A line under the form, e.g. how the practice caseload is opened.
    void setHint(const QString &hint);
    /// Fills the passphrase in: for the practice caseload, where there is nothing to protect.
    void setPassphrase(const QByteArray &passphrase);
    void setPracticeOffered(bool offered);
    void setOtherAccountOffered(bool offered);
    void stop(); ///< a backup that is being made on the way in; nothing is changed then

Q_SIGNALS:
    void signedIn();
    void otherUserWanted(); ///< from the lock
    void recoveryWanted();
    void practiceWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildForm(const QString &onlyAccount);
    void offerAccounts(const QStringList &names);
    void attempt();
    void answered(const Result<void> &answer);
    void setWorking(bool working);
    void countDown();
    Workspace::Progress backedUp();
    void showBackedUp(int done, int of);

    Workshop &m_workshop;
    Entrance m_entrance;
    QString m_onlyAccount;
    QComboBox *m_account = nullptr;
    PassphraseEdit *m_passphrase;
    CapsLockNote *m_capsLock;
    Notice *m_notice;
    QPushButton *m_open;
    QPushButton *m_recover;
    QPushButton *m_other;
    QPushButton *m_practice;
    QProgressBar *m_progress;
    QLabel *m_migrating; ///< what takes so long
    QPushButton *m_stop;
    std::shared_ptr<std::atomic<bool>> m_stopped; ///< read on the workshop's thread
    QLabel *m_hint;
    int m_wrong = 0;
    int m_waitSeconds = 0;
    QTimer m_wait;
};

} // namespace reviewdesk
