#include "ui/documents/ScannerFolder.h"

#include <QDir>

namespace reviewdesk {

ScannerFolder::ScannerFolder(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(lookMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ScannerFolder::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_timer, qOverload<>(&QTimer::start));
}

void ScannerFolder::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_seen.clear();
    m_arrived.clear();
    m_folder = folder;
    m_timer.stop();
    if (!folder.isEmpty()) {
        m_watcher.addPath(folder);
        m_timer.start();
        look();
    }
    Q_EMIT changed();
}

bool ScannerFolder::isReadable(QString *why) const
{
    const QFileInfo folder(m_folder);
    if (folder.isDir() && folder.isReadable())
        return true;
    if (why)
        *why = folder.exists() ? tr("The scanner folder %1 cannot be read.").arg(m_folder)
                               : tr("The scanner folder %1 is not there.").arg(m_folder);
    return false;
}

void ScannerFolder::look()
{
    static const QStringList endings{QStringLiteral("*.pdf"), QStringLiteral("*.png"), QStringLiteral("*.jpg"),
        QStringLiteral("*.jpeg"), QStringLiteral("*.tif"), QStringLiteral("*.tiff")};
    const QFileInfoList files =
        QDir(m_folder).entryInfoList(endings, QDir::Files | QDir::Readable, QDir::Time | QDir::Reversed);
    QHash<QString, Seen> seen;
    QStringList arrived;
    for (const QFileInfo &file : files) {
        const Seen before = m_seen.value(file.filePath());
        Seen now{file.size(), file.lastModified(), false};
        const bool same = before.size == now.size && before.changed == now.changed;
        now.aside = same && before.aside;
        seen.insert(file.filePath(), now);
        if (same && now.size > 0 && !now.aside)
            arrived << file.filePath();
    }
    m_seen = seen;
    if (!m_timer.isActive())
        m_timer.start(); // on network drives nobody tells that something came
    if (arrived == m_arrived)
        return;
    m_arrived = arrived;
    Q_EMIT changed();
}

void ScannerFolder::putAside(const QStringList &files)
{
    for (const QString &file : files) {
        m_arrived.removeOne(file);
        const auto seen = m_seen.find(file);
        if (seen != m_seen.end())
            seen->aside = true;
    }
    Q_EMIT changed();
}

} // namespace reviewdesk
