#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace reviewdesk {

/// A file in the folder that requests come into.
struct IncomingFile {
    QString path;
    qint64 size = 0; ///< bytes
    QDateTime changed;
    QDateTime cameAt; ///< when it came into being here; where the disk does not know, when it was last written
    bool isWhole = false; ///< it has stopped growing

    friend bool operator==(const IncomingFile &, const IncomingFile &) = default;
};

/// Watches a folder for files with certain endings: JSON and CSV, unless told otherwise. A file is whole once neither its size nor its time has changed for a while: senders
/// write large messages slowly. The folder is read on another thread, which nothing waits for: it may lie on a share that is away.
class WatchedFolder : public QObject {
    Q_OBJECT
public:
    static constexpr int mostFiles = 2'000; ///< listed; the newest

    explicit WatchedFolder(QObject *parent = nullptr);
    explicit WatchedFolder(const QStringList &patterns, QObject *parent = nullptr); ///< "*.pdf"

    void watch(const QString &folder); ///< empty: none any more
    QString folder() const { return m_folder; }
    bool isThere() const { return m_isThere; } ///< the folder could be read
    const QList<IncomingFile> &files() const { return m_files; } ///< newest first
    void setPace(int lookEvery, int settledAfter); ///< ms; for tests

Q_SIGNALS:
    void changed(); ///< files() or isThere()

private:
    struct Seen {
        qint64 size = -1;
        QDateTime changed;
        qint64 since = 0; ///< of m_time
    };
    struct Look {
        bool isThere = false;
        QList<IncomingFile> files;
    };

    static Look lookAt(const QString &folder, const QStringList &patterns);
    void look();
    void take(const QString &folder, Look look);

    QStringList m_patterns;
    QString m_folder;
    bool m_isThere = false;
    bool m_looking = false;
    int m_settledAfter = 3'000;
    QList<IncomingFile> m_files;
    QHash<QString, Seen> m_seen;
    QElapsedTimer m_time;
    QTimer m_timer;
    QFileSystemWatcher m_watcher;
};

} // namespace reviewdesk
