#include "ui/intake/WatchedFolder.h"

#include "ui/Aside.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace reviewdesk {

WatchedFolder::WatchedFolder(QObject *parent) : WatchedFolder({QStringLiteral("*.json"), QStringLiteral("*.csv")}, parent) { }

WatchedFolder::WatchedFolder(const QStringList &patterns, QObject *parent) : QObject(parent), m_patterns(patterns)
{
    m_time.start();
    m_timer.setInterval(1'500);
    connect(&m_timer, &QTimer::timeout, this, &WatchedFolder::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WatchedFolder::look);
}

void WatchedFolder::setPace(int lookEvery, int settledAfter)
{
    m_timer.setInterval(lookEvery);
    m_settledAfter = settledAfter;
}

void WatchedFolder::watch(const QString &folder)
{
    if (m_folder == folder)
        return;
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_folder = folder;
    m_files.clear();
    m_seen.clear();
    m_isThere = false;
    m_looking = false;
    if (folder.isEmpty()) {
        m_timer.stop();
    } else {
        m_timer.start();
        look();
    }
    Q_EMIT changed();
}

WatchedFolder::Look WatchedFolder::lookAt(const QString &folder, const QStringList &patterns)
{
    Look look;
    const QDir dir(folder);
    look.isThere = dir.exists() && dir.isReadable();
    if (!look.isThere)
        return look;
    const QFileInfoList found = dir.entryInfoList(patterns, QDir::Files | QDir::Readable, QDir::Time);
    for (const QFileInfo &file : found.mid(0, mostFiles)) {
        const QDateTime changed = file.lastModified().toUTC();
        const QDateTime born = file.birthTime().toUTC();
        look.files.append({file.absoluteFilePath(), file.size(), changed, born.isValid() ? born : changed, false});
    }
    return look;
}

void WatchedFolder::look()
{
    if (m_folder.isEmpty() || m_looking)
        return;
    m_looking = true;
    runAside(
        this, [folder = m_folder, patterns = m_patterns] { return lookAt(folder, patterns); },
        [this, folder = m_folder](Look look) { take(folder, std::move(look)); });
}

void WatchedFolder::take(const QString &folder, Look look)
{
    if (folder != m_folder)
        return;
    m_looking = false;
    if (look.isThere && m_watcher.directories().isEmpty())
        m_watcher.addPath(folder);
    QHash<QString, Seen> seen;
    for (IncomingFile &file : look.files) {
        Seen before = m_seen.value(file.path);
        if (before.size != file.size || before.changed != file.changed)
            before = {file.size, file.changed, m_time.elapsed()};
        file.isWhole = m_time.elapsed() - before.since >= m_settledAfter;
        seen.insert(file.path, before);
    }
    m_seen = std::move(seen);
    if (look.isThere == m_isThere && look.files == m_files)
        return;
    m_isThere = look.isThere;
    m_files = std::move(look.files);
    Q_EMIT changed();
}

} // namespace reviewdesk
