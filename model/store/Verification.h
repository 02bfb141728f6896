#pragma once

#include "cases/Rulebook.h"
#include "store/AuditLog.h"

namespace reviewdesk {

/// Walks the whole database: every page in use (each is authenticated by the cipher when it is read), indexes, foreign
/// keys, every history chain, each round and status against the chain, each issued letter. The first broken place as
/// `damaged`, or success. `progress` counts the histories' entries, which take the most time.
///
/// Not found by it: entries that the last people to write took away again before anybody else's entry bound them, a
/// whole older copy put back, and pages of the free list.
Result<void> verifyDatabase(Database &database, const Rulebook &rulebook, AuditLog::Check check,
    const Database::Progress &progress = {});

} // namespace reviewdesk
