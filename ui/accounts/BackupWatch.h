#pragma once

#include "store/Workspace.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace reviewdesk {

class Workshop;

/// Makes the backups that are due by the workspace's plan, on another thread: saving goes on meanwhile. Looks a while
/// after it was started and then every ten minutes. One that is stopped leaves nothing and is due again.
class BackupWatch : public QObject {
    Q_OBJECT
public:
    explicit BackupWatch(Workshop &workshop, QObject *parent = nullptr);
    ~BackupWatch() override; ///< stops, and waits for nothing

    void start(); ///< tells first when the lock has come too early again and again
    void stop(); ///< looks no more; what is being made is given up, and with it the key that it holds
    void look(); ///< now

Q_SIGNALS:
    void made(const QString &folder);
    void failed(const Error &error); ///< once for each reason, not every ten minutes

private:
    void carryOut(Workspace::BackupJob job);
    void finish(const Result<QString> &result, bool isWanted);

    Workshop &m_workshop;
    QTimer m_first;
    QTimer m_again;
    /// Set: whoever holds it stops. One for the time between start() or look() and stop().
    std::shared_ptr<std::atomic<bool>> m_stopped = std::make_shared<std::atomic<bool>>(false);
    bool m_underWay = false; ///< one is being made, or given up
    int m_givenUp = 0; ///< one after the other
    QString m_said;
};

} // namespace reviewdesk
