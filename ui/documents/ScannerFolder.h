#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace reviewdesk {

/// A folder into which a scanner or a fax server puts files. A file counts as arrived once it has stopped growing: two
/// looks in a row found the same size and time, and it is not empty. Files are only read.
class ScannerFolder : public QObject {
    Q_OBJECT
public:
    explicit ScannerFolder(QObject *parent = nullptr);

    static constexpr int lookMilliseconds = 1500; ///< between two looks
    void setFolder(const QString &folder); ///< empty: none is watched
    QString folder() const { return m_folder; }
    /// The folder can be read; `why` gets the reason when not.
    bool isReadable(QString *why = nullptr) const;
    QStringList arrived() const { return m_arrived; } ///< whole paths, the oldest first
    /// They are taken care of and offered no more, as long as they stay as they are.
    void putAside(const QStringList &files);
    void look(); ///< now

Q_SIGNALS:
    void changed();

private:
    struct Seen {
        qint64 size = -1;
        QDateTime changed;
        bool aside = false;

        friend bool operator==(const Seen &, const Seen &) = default;
    };

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_timer;
    QHash<QString, Seen> m_seen; ///< by path
    QStringList m_arrived;
};

} // namespace reviewdesk
