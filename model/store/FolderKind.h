#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QString>

namespace reviewdesk {

/// Is a file system of this type (as in /proc/mounts: "ext4", "nfs4", "fuse.sshfs") on another computer, or shared with
/// one? SQLite's write-ahead log needs memory shared by all who use it and locks that hold; there they do not, and a
/// workspace would be damaged.
bool isNetworkFileSystem(const QByteArray &type);

/// May a workspace live in `directory` (or be made there)? Error: `network_share`.
Result<void> checkFolderKind(const QString &directory);

} // namespace reviewdesk
