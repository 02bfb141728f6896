#include "store/FolderKind.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace reviewdesk {

bool isNetworkFileSystem(const QByteArray &type)
{
    constexpr std::array names{"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "coda", "9p",
        "ceph", "glusterfs", "lustre", "gfs", "gfs2", "ocfs2", "beegfs", "davfs", "virtiofs", "vboxsf", "prl_fs",
        "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs",
        "fuse.davfs2", "fuse.smbnetfs", "fuse.curlftpfs", "fuse.google-drive-ocamlfuse", "fuse.gcsfuse",
        "fuse.onedriver", "fuse.vmhgfs-fuse", "fuse.juicefs", "fuse.mfs", "fuse.moosefs"};
    return std::any_of(names.begin(), names.end(), [&](const char *name) { return type == name; });
}

Result<void> checkFolderKind(const QString &directory)
{
    QString there = QDir::cleanPath(QFileInfo(directory).absoluteFilePath());
    while (!QFileInfo::exists(there) && there.size() > 1) // to be made: what is above it decides
        there = QFileInfo(there).path();
    const QByteArray type = QStorageInfo(there).fileSystemType();
    if (!isNetworkFileSystem(type))
        return {};
    return Error{QStringLiteral("network_share"),
        QCoreApplication::translate("FolderKind",
            "%1 is on a network share (%2). A workspace there would be damaged as soon as two computers use it, or the "
            "network fails. Choose a folder on this computer's own disk.")
            .arg(directory, QString::fromLatin1(type)),
        directory};
}

} // namespace reviewdesk
