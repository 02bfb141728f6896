#include "policy/FileContent.h"

#include <QCoreApplication>
#include <QFile>

namespace reviewdesk {

Result<QByteArray> fileContent(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("unreadable"), file.errorString(), path};
    QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{QStringLiteral("unreadable"), file.errorString(), path};
    if (bytes.size() > most)
        return Error{QStringLiteral("too_large"),
            QCoreApplication::translate("FileContent", "The file has more than %1 bytes.").arg(most), path};
    return bytes;
}

} // namespace reviewdesk
