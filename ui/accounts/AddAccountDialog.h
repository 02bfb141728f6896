#pragma once

#include "ui/accounts/WhoFields.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace reviewdesk {

class NewPassphrase;
class Notice;
class Workshop;

/// A new account with its first passphrase.
class AddAccountDialog : public QDialog {
    Q_OBJECT
public:
    AddAccountDialog(Workshop &workshop, const KeyCost &cost, QWidget *parent = nullptr);

private:
    void attempt();

    Workshop &m_workshop;
    KeyCost m_cost;
    WhoFields m_who;
    QLineEdit *m_login;
    QComboBox *m_role;
    NewPassphrase *m_passphrase;
    Notice *m_notice;
    QPushButton *m_go;
};

} // namespace reviewdesk
