#include "store/DurableFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace reviewdesk {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DurableFiles)
};

/// 0, or the errno that kept some of it from being written.
int writeAll(int descriptor, const char *bytes, qint64 size)
{
    while (size > 0) {
        const ssize_t some = ::write(descriptor, bytes, static_cast<std::size_t>(size));
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0)
            return some < 0 ? errno : ENOSPC;
        bytes += some;
        size -= some;
    }
    return 0;
}

Result<void> synced(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return fileError(path, errno);
    const bool done = ::fsync(descriptor) == 0 || errno == EINVAL; // EINVAL: this file system keeps no such promise
    const int number = errno;
    ::close(descriptor);
    if (!done)
        return fileError(path, number);
    return {};
}

} // namespace

Error fileError(const QString &path, int number)
{
    const QString why = QString::fromLocal8Bit(strerror(number));
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return {QStringLiteral("disk_full"),
            Say::tr("The disk is full: %1 cannot be written. Make room and try again; nothing was changed.").arg(path),
            path};
    case EROFS:
    case EACCES:
    case EPERM:
        return {QStringLiteral("read_only"),
            Say::tr("%1 cannot be written (%2). Check the folder's permissions and try again.").arg(path, why), path};
    default:
        return {QStringLiteral("unreadable"),
            Say::tr("%1 cannot be read or written (%2). Check the disk and try again.").arg(path, why), path};
    }
}

Result<void> syncFolder(const QString &folder)
{
    return synced(folder, O_RDONLY | O_DIRECTORY);
}

Result<void> syncFile(const QString &file)
{
    return synced(file, O_RDONLY);
}

Result<void> renameDurably(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fileError(to, errno);
    return syncFolder(QFileInfo(to).path());
}

Result<void> replaceDurably(const QString &file, const QByteArray &content)
{
    QByteArray fresh = QFile::encodeName(file + QLatin1String(".XXXXXX"));
    const int descriptor = ::mkostemp(fresh.data(), O_CLOEXEC); // for the owner alone
    if (descriptor < 0)
        return fileError(file, errno);
    int number = writeAll(descriptor, content.constData(), content.size());
    if (number == 0 && ::fsync(descriptor) != 0)
        number = errno;
    if (::close(descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0 && ::rename(fresh.constData(), QFile::encodeName(file).constData()) != 0)
        number = errno;
    if (number != 0) {
        ::unlink(fresh.constData());
        return fileError(file, number);
    }
    const Result<void> synced = syncFolder(QFileInfo(file).path());
    return synced ? Result<void>() : Error{QStringLiteral("not_synced"), synced.error().message, file};
}

bool isInPlace(const Result<void> &replaced)
{
    return replaced.ok() || replaced.error().code == QLatin1String("not_synced");
}

Result<void> copyDurably(const QString &from, const QString &to, const std::function<bool()> &goesOn)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Error{
            QStringLiteral("unreadable"), Say::tr("%1 cannot be read: %2.").arg(from, source.errorString()), from};
    const int descriptor =
        ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return fileError(to, errno);
    int number = 0;
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    qint64 size = 0;
    while (number == 0 && (size = source.read(block.data(), block.size())) > 0)
        number = goesOn && !goesOn() ? ECANCELED : writeAll(descriptor, block.constData(), size);
    if (number == 0 && size < 0)
        number = EIO;
    if (number == 0 && ::fsync(descriptor) != 0)
        number = errno;
    if (::close(descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0)
        return syncFolder(QFileInfo(to).path());
    QFile::remove(to);
    if (number == ECANCELED)
        return Error{QStringLiteral("stopped"), Say::tr("The copy was stopped; nothing was changed."), to};
    return fileError(to, number);
}

Result<void> makePrivateFolder(const QString &folder)
{
    errno = 0;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner))
        return fileError(folder, errno == 0 ? EACCES : errno);
    return {};
}

void removeDatabase(const QString &file)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(ending));
}

Result<FolderLock> FolderLock::take(const QString &folder, int milliseconds)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Error{
                QStringLiteral("no_workspace"), Say::tr("The folder %1 is not there (any more).").arg(folder), folder};
        return fileError(folder, errno);
    }
    FolderLock lock(descriptor);
    QElapsedTimer waited;
    waited.start();
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fileError(folder, errno);
        if (waited.elapsed() >= milliseconds)
            return Error{QStringLiteral("locked"),
                Say::tr("Another ReviewDesk is changing the keys or the files of %1. Try again when it is done.")
                    .arg(folder),
                folder};
        QThread::msleep(10);
    }
    return lock;
}

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // and with it the lock
}

FolderLock::FolderLock(FolderLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace reviewdesk
