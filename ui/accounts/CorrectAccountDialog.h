#pragma once

#include "ui/accounts/WhoFields.h"

#include <QDialog>

class QPushButton;

namespace reviewdesk {

class Notice;
class Workshop;

/// Who somebody is, corrected: a name after a wedding, a licence in another state.
class CorrectAccountDialog : public QDialog {
    Q_OBJECT
public:
    CorrectAccountDialog(Workshop &workshop, const UserAccount &account, QWidget *parent = nullptr);

private:
    void attempt();

    Workshop &m_workshop;
    UserAccount m_account;
    WhoFields m_who;
    Notice *m_notice;
    QPushButton *m_go;
};

} // namespace reviewdesk
