#include "store/DurableFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace reviewdesk {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString tr(const char *text)
{
    return QCoreApplication::translate("DurableFiles", text);
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
            tr("The disk is full: %1 cannot be written. Make room and try again; nothing was changed.").arg(path),
            path};
    case EROFS:
    case EACCES:
    case EPERM:
        return {QStringLiteral("read_only"),
            tr("%1 cannot be written (%2). Check the folder's permissions and try again.").arg(path, why), path};
    default:
        return {QStringLiteral("unreadable"),
            tr("%1 cannot be read or written (%2). Check the disk and try again.").arg(path, why), path};
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

Result<void> copyDurably(const QString &from, const QString &to)
{
    QFile source(from);
    errno = 0;
    if (!source.copy(to)) {
        const int number = errno;
        QFile::remove(to);
        return fileError(to, number);
    }
    if (!QFile::setPermissions(to, ownerOnly))
        return fileError(to, EACCES);
    if (Result<void> done = syncFile(to); !done)
        return done;
    return syncFolder(QFileInfo(to).path());
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
                QStringLiteral("no_workspace"), tr("The folder %1 is not there (any more).").arg(folder), folder};
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
                tr("Another ReviewDesk is changing the keys or the files of %1. Try again when it is done.")
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
