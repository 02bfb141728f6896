#pragma once

#include "cases/Rulebook.h"
#include "store/Database.h"

namespace reviewdesk {

/// Walks the whole database: every page in use (each is authenticated by the cipher when it is read), indexes, foreign
/// keys, every history chain, each round and status against the chain, each issued letter. The first broken place as
/// `damaged`, or success.
///
/// Not found by it: what someone who holds the database key writes anew from end to end, and pages of the free list.
Result<void> verifyDatabase(Database &database, const Rulebook &rulebook);

} // namespace reviewdesk
