#pragma once

#include "store/Workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QThread;

namespace reviewdesk {

class Workshop;

/// Makes the backups that are due by the workspace's plan, on a thread of its own: saving goes on meanwhile. Looks a
/// while after it was started and then every ten minutes.
class BackupWatch : public QObject {
    Q_OBJECT
public:
    explicit BackupWatch(Workshop &workshop, QObject *parent = nullptr);
    ~BackupWatch() override; ///< waits for the one that is being made

    void start();
    void stop(); ///< looks no more; what is being made is finished
    void look(); ///< now

Q_SIGNALS:
    void made(const QString &folder);
    void failed(const Error &error); ///< once for each reason, not every ten minutes

private:
    void carryOut(const Workspace::BackupJob &job);

    Workshop &m_workshop;
    QTimer m_first;
    QTimer m_again;
    std::unique_ptr<QThread> m_thread;
    QString m_said;
};

} // namespace reviewdesk
