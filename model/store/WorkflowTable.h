#pragma once

#include "store/Database.h"

namespace reviewdesk {

/// The database's own copy of cases/Workflow, by which its triggers refuse what that does not hold.
Result<bool> holdsWorkflow(Database &database); ///< as it is now
Result<void> keepWorkflow(Database &database); ///< written where it is another

} // namespace reviewdesk
