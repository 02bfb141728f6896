#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace reviewdesk {

/// Files that must be on the disk when a call returns. Errors: `read_only`, `disk_full`, `unreadable`.

/// What a system call's `number` (errno) means for a person, at `path`.
Error fileError(const QString &path, int number);
/// The names in `folder` are on the disk.
Result<void> syncFolder(const QString &folder);
/// The content of `file` is on the disk.
Result<void> syncFile(const QString &file);
/// `file` holds `content`, for the owner's eyes only: the earlier one is there whole until the new one is. (QSaveFile
/// reports success where the disk was too full for its last buffer, and puts an empty file in the place.) Error
/// `not_synced`: the new one is in its place, but whether it would be after a power cut is not certain.
Result<void> replaceDurably(const QString &file, const QByteArray &content);
/// Whether replaceDurably put the new file in its place, even where it answered with an error.
bool isInPlace(const Result<void> &replaced);
/// `to` becomes what `from` is called, replacing a file of that name, and is on the disk.
Result<void> renameDurably(const QString &from, const QString &to);
/// A copy for the owner's eyes only; `to` must not exist. Where it does not go on, nothing is left: error `stopped`.
Result<void> copyDurably(const QString &from, const QString &to, const std::function<bool()> &goesOn = {});
/// Makes `folder` and those above it, for the owner alone.
Result<void> makePrivateFolder(const QString &folder);
/// Removes a database with what SQLite keeps beside it; what is not there is removed already.
void removeDatabase(const QString &file);

/// The right to change which files a workspace is made of, among all processes: an flock on the folder itself, so that
/// nothing is added to it. Taken after the database's write lock where both are needed. Moves only.
class FolderLock {
public:
    /// Waits that long. Errors: `locked`, `no_workspace` when there is no such folder.
    static Result<FolderLock> take(const QString &folder, int milliseconds = 5000);
    ~FolderLock();
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor = -1;
};

} // namespace reviewdesk
