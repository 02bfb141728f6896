#pragma once

#include "store/Workspace.h"

#include <QDialog>

#include <atomic>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace reviewdesk {

class Notice;
class Workshop;

/// Who may open the workspace, its keys and its backups: a supervisor's work.
class AccountsDialog : public QDialog {
    Q_OBJECT
public:
    explicit AccountsDialog(Workshop &workshop, QWidget *parent = nullptr);
    /// Costs as in the tests' workspaces; else they are measured.
    void setCost(const KeyCost &cost) { m_cost = cost; }

protected:
    void reject() override; ///< stops what is being written

private:
    QWidget *buildAccounts();
    QWidget *buildKeys();
    QWidget *buildBackups();
    void load();
    void list(const QList<UserAccount> &accounts);
    void showFiles(bool onServer);
    void choose();
    const UserAccount *chosen() const;
    void add();
    void correct();
    void givePassphrase();
    void disable();
    void renewRecoveryKey();
    void rotateKey();
    void backUp();
    void savePlan();
    void setWorking(const QString &words); ///< empty: not any more
    Workspace::Progress progress();
    bool asked(const QString &title, const QString &words, const QString &action);

    Workshop &m_workshop;
    const QString m_ownId; ///< whose dialog it is, also while the window is locked
    KeyCost m_cost;
    QList<UserAccount> m_accounts;
    QTableWidget *m_table;
    QPushButton *m_correct;
    QPushButton *m_give;
    QPushButton *m_disable;
    QWidget *m_keys;
    QWidget *m_backups;
    QLabel *m_elsewhere; ///< who looks after keys and backups instead
    bool m_onServer = false;
    QSpinBox *m_hours;
    QSpinBox *m_keep;
    QLabel *m_working;
    QProgressBar *m_bar;
    Notice *m_notice;
    QList<QWidget *> m_resting; ///< while something is written
    std::shared_ptr<std::atomic<bool>> m_stop;
};

} // namespace reviewdesk
