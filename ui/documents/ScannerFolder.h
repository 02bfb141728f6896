#pragma once

#include "ui/intake/WatchedFolder.h"

namespace reviewdesk {

/// The folder into which a scanner or a fax server puts files. One is offered once it has stopped growing and is not
/// empty, until a person has taken care of it. Files are only read.
class ScannerFolder : public QObject {
    Q_OBJECT
public:
    explicit ScannerFolder(QObject *parent = nullptr);

    void setFolder(const QString &folder) { m_folder.watch(folder); } ///< empty: none is watched
    QString folder() const { return m_folder.folder(); }
    /// The folder can be read; `why` gets the reason when not.
    bool isReadable(QString *why = nullptr) const;
    QStringList arrived() const; ///< whole paths, the oldest first
    /// They are taken care of and offered no more, as long as they stay as they are.
    void putAside(const QStringList &files);
    WatchedFolder &watched() { return m_folder; }

Q_SIGNALS:
    void changed();

private:
    WatchedFolder m_folder;
    QHash<QString, QDateTime> m_aside; ///< path: when it was last written
};

} // namespace reviewdesk
