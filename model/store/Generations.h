#pragma once

#include <QString>

namespace reviewdesk {

/// A workspace's database is "workspace.db", and after each change of its key or restoring "workspace-2.db",
/// "workspace-3.db", …: the key file names the one that counts. A number is not used again while its file is there.

/// The number in a database's file name; 0 when it is none.
int generationOf(const QString &fileName);
/// A name that no file in `directory` has had.
QString nextGenerationIn(const QString &directory);
/// Removes what an interrupted change left: copies that were never named, databases before the one called `current`
/// and half-written key files. Never a database after it: the key file might be an old one put back. (A change that was
/// killed right before its key file was written leaves one; it goes with the next change.) Only with the
/// folder's lock held.
void sweepGenerations(const QString &directory, const QString &current);

} // namespace reviewdesk
