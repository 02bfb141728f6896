#pragma once

#include "support/Result.h"

#include <QIODevice>
#include <QString>

namespace reviewdesk {

/// Looks through SQLite's write-ahead log (fileformat2.html, "The WAL File Format"; the pages in it are encrypted, the
/// checksums are over the encrypted bytes). SQLite itself takes the first frame that does not add up for the log's end
/// and drops what follows: commits could go unseen. This tells such a place from an end: where a transaction of the
/// log's present cycle (by its salts) ends behind it, or was begun before it, or what lies there is of no cycle at all.
/// What a killed program leaves is an end: frames of a transaction that never ended, and the half of one.
/// What it cannot see: a log that was cut off where a transaction ends, or put back to an earlier state.
/// Only while nobody writes: with the database's write lock held. Errors: `damaged` with the frame in `place`,
/// `unreadable`.
Result<void> checkWriteAheadLog(QIODevice &log, const QString &name);

} // namespace reviewdesk
