#pragma once

#include "store/Database.h"
#include "store/KeyFile.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// Backups are folders named by their instant (UTC) and kind, "20261123T180000.123Z-by-hand". Each is a workspace of
/// its own: the database, encrypted as it was, and the key file of that moment. One is seen under its name only when it
/// is whole and verified.
enum class BackupKind { ByPlan, ByHand, BeforeMigration, Replaced, DamagedLog };

/// The name of one made at `at`, or as many milliseconds later as it takes to be the first of its name in `folder`.
QString backupName(const QString &folder, BackupKind kind, const QDateTime &at);
/// Names of that kind below `folder`, oldest first.
QStringList backupsIn(const QString &folder, BackupKind kind);
/// Those of them that are this workspace's, oldest first: several may have one folder. A workspace is known by its accounts,
/// whose ids stand in the key file; a backup that shares none, or whose key file cannot be read, is somebody else's.
QStringList backupsOf(const KeyFile &workspace, const QString &folder, BackupKind kind);
/// When the newest of its own that holds the workspace whole was made; invalid: never. One whose name lies beyond `now` was
/// made while the computer's clock was wrong: it tells nothing.
QDateTime newestBackup(const KeyFile &workspace, const QString &folder, const QDateTime &now);
/// Removes its oldest by-plan backups beyond `keep`; what cannot be removed stays.
void thinBackups(const KeyFile &workspace, const QString &folder, int keep);

/// What a copy is made from, on any thread.
struct BackupSource {
    QString directory; ///< of the workspace
    Secret key;
    std::shared_ptr<const Rulebook> rulebook;
};

/// Copies, verifies and names it, below `folder` (another disk or a share is fine: the copy there is compared byte for
/// byte). The folder that was made. Errors: those of Database and Workspace::verify; `key_changed`.
Result<QString> makeBackup(
    const BackupSource &source, const QString &folder, const QString &name, const Database::Progress &progress = {});

} // namespace reviewdesk
