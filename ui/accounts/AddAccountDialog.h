#pragma once

#include "ui/signin/Entrance.h"

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
    QLineEdit *m_name;
    QLineEdit *m_login;
    QComboBox *m_role;
    QLineEdit *m_credential;
    QLineEdit *m_specialty;
    QLineEdit *m_npi;
    QLineEdit *m_state;
    NewPassphrase *m_passphrase;
    Notice *m_notice;
    QPushButton *m_go;
};

} // namespace reviewdesk
