#pragma once

#include "support/Result.h"

namespace reviewdesk {

/// A letter was composed by rules that hold no more: the policy's version or effective date, or the plan's terms. Code
/// `rules_changed`; composed anew it may be issued.
Error rulesChanged();

} // namespace reviewdesk
