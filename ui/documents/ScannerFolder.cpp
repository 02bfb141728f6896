#include "ui/documents/ScannerFolder.h"

#include <QFileInfo>

namespace reviewdesk {

ScannerFolder::ScannerFolder(QObject *parent)
    : QObject(parent),
      m_folder({QStringLiteral("*.pdf"), QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"),
          QStringLiteral("*.tif"), QStringLiteral("*.tiff")})
{
    connect(&m_folder, &WatchedFolder::changed, this, &ScannerFolder::changed);
}

bool ScannerFolder::isReadable(QString *why) const
{
    const QFileInfo info(folder());
    if (info.isDir() && info.isReadable())
        return true;
    if (why)
        *why = info.exists() ? tr("The scanner folder %1 cannot be read.").arg(folder())
                             : tr("The scanner folder %1 is not there.").arg(folder());
    return false;
}

QStringList ScannerFolder::arrived() const
{
    QStringList paths;
    for (const IncomingFile &file : m_folder.files()) {
        const auto aside = m_aside.constFind(file.path);
        const bool isAside = aside != m_aside.cend() && *aside == file.changed;
        if (file.isWhole && file.size > 0 && !isAside)
            paths.prepend(file.path);
    }
    return paths;
}

void ScannerFolder::putAside(const QStringList &files)
{
    for (const IncomingFile &file : m_folder.files()) {
        if (files.contains(file.path))
            m_aside.insert(file.path, file.changed);
    }
    Q_EMIT changed();
}

} // namespace reviewdesk
