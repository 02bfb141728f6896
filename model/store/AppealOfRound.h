#pragma once

#include "cases/AppealedDenial.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// The denial that the case's round is an appeal of; nothing: it is no appeal. For its letters.
Result<std::optional<AppealedDenial>> appealOf(Workspace &workspace, const StoredCase &stored);

} // namespace reviewdesk
