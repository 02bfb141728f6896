#pragma once

#include "cases/Workflow.h"
#include "policy/Policy.h"
#include "support/Result.h"

#include <optional>

namespace reviewdesk {

/// A letter was composed by rules that hold no more: the policy's version or effective date, or the plan's terms. Code
/// `rules_changed`; composed anew it may be issued.
Error rulesChanged();
/// The same of a step that follows from what the policy says of the case, where the person saw that under another one.
std::optional<Error> policyChanged(Action action, const Policy &seen, const Policy &now);

} // namespace reviewdesk
