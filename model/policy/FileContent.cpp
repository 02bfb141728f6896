#include "policy/FileContent.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

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

Result<void> writeWhole(const QString &path, const std::function<Result<void>(QFileDevice &to)> &write)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Error{QStringLiteral("unwritable"),
            QCoreApplication::translate("FileContent", "“%1” could not be written: %2. Choose another place.")
                .arg(path, file.errorString()),
            path};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    if (Result<void> written = write(file); !written)
        return file.error() == QFileDevice::NoError ? written : failed();
    if (file.flush() && file.commit()) // commit() alone does not see that the last buffer had no room
        return {};
    return failed();
}

Result<void> writeWhole(
    const QString &path, const QByteArray &bytes, const std::function<bool(qint64 done, qint64 of)> &progress)
{
    return writeWhole(path, [&](QFileDevice &to) -> Result<void> {
        constexpr qsizetype block = 1024 * 1024;
        for (qsizetype done = 0; done < bytes.size(); done += block) {
            if (progress && !progress(done, bytes.size()))
                return Error{QStringLiteral("stopped"),
                    QCoreApplication::translate("FileContent", "It was stopped; no file was written."), path};
            const qsizetype size = std::min(block, bytes.size() - done);
            if (to.write(bytes.constData() + done, size) != size)
                return Error{QStringLiteral("unwritable"), to.errorString(), path};
        }
        return {};
    });
}

} // namespace reviewdesk
