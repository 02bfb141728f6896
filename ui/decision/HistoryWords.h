#pragma once

#include "policy/Policy.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// A step of a case's history for a person, without when and who: "Approve, “as agreed” (Progressive disease: Yes)".
/// `most`: so many changes are named.
QString stepInWords(const AuditEntry &entry, const Policy &policy, qsizetype most = 5);

} // namespace reviewdesk
