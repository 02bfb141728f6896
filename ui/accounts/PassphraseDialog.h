#pragma once

#include "store/Workspace.h"

#include <QDialog>

class QPushButton;

namespace reviewdesk {

class NewPassphrase;
class Notice;
class PassphraseEdit;
class Workshop;

/// One's own new passphrase, or one that a supervisor gives to somebody. The database is not written anew.
class PassphraseDialog : public QDialog {
    Q_OBJECT
public:
    /// Asks for the present one.
    static PassphraseDialog *forOneself(Workshop &workshop, QWidget *parent);
    static PassphraseDialog *forAccount(Workshop &workshop, const UserAccount &account, QWidget *parent);
    /// Costs as in the tests' workspaces; else they are measured.
    void setCost(const KeyCost &cost) { m_cost = cost; }

private:
    PassphraseDialog(Workshop &workshop, const UserAccount &account, bool oneself, QWidget *parent);
    void attempt();
    void answered(const Result<void> &answer);

    Workshop &m_workshop;
    UserAccount m_account;
    KeyCost m_cost;
    PassphraseEdit *m_present = nullptr; ///< nullptr: not asked for
    NewPassphrase *m_next;
    Notice *m_notice;
    QPushButton *m_go;
};

} // namespace reviewdesk
