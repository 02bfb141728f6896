#pragma once

#include "cases/Workflow.h"

#include <optional>

namespace reviewdesk {

/// Why this actor may not take a step that the table allows from here: what is still missing, undecided or unsaid. Codes and
/// place as in `afterAction`, which asks the table first; besides `not_on_file`, of who denies, and those of LetterNeeds.h.
std::optional<Error> refusalOf(const CaseState &, Action, const Person &actor);

} // namespace reviewdesk
