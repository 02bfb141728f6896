#pragma once

#include "store/Workshop.h"
#include "ui/signin/Entrance.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace reviewdesk {

class NewPassphrase;
class Notice;

/// The first start: the first supervisor, the plan and its time zone make the workspace; then the recovery key is shown
/// and confirmed.
class FirstStartPage : public QWidget {
    Q_OBJECT
public:
    FirstStartPage(Workshop &workshop, Entrance entrance, QWidget *parent = nullptr);

    void setPracticeOffered(bool offered);

Q_SIGNALS:
    void finished(); ///< the workshop is open and the recovery key confirmed
    void practiceWanted();

private:
    void buildForm(QVBoxLayout *column);
    void fillZones();
    void suggestLogin();
    QString problem(); ///< the first, with the focus on its field; empty: none
    void make();
    void made(const Result<void> &answer, const QString &recoveryKey);
    void setWorking(bool working);

    Workshop &m_workshop;
    Entrance m_entrance;
    QStackedLayout *m_steps;
    QWidget *m_form;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QLineEdit *m_credential;
    NewPassphrase *m_passphrase;
    QLineEdit *m_organisation;
    QComboBox *m_zone;
    Notice *m_notice;
    QProgressBar *m_progress;
    QPushButton *m_make;
    QPushButton *m_practice;
};

} // namespace reviewdesk
