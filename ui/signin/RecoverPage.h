#pragma once

#include "store/Workshop.h"
#include "ui/signin/Entrance.h"

#include <QWidget>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace reviewdesk {

class NewPassphrase;
class Notice;

/// Opens the workspace with the recovery key as its first account, with a new passphrase.
class RecoverPage : public QWidget {
    Q_OBJECT
public:
    RecoverPage(Workshop &workshop, Entrance entrance, QWidget *parent = nullptr);

Q_SIGNALS:
    void signedIn();
    void cancelled();

private:
    void attempt();
    void setWorking(bool working);

    Workshop &m_workshop;
    Entrance m_entrance;
    QLineEdit *m_key;
    NewPassphrase *m_passphrase;
    Notice *m_notice;
    QProgressBar *m_progress;
    QPushButton *m_open;
    QPushButton *m_cancel;
};

} // namespace reviewdesk
