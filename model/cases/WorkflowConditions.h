#pragma once

#include "cases/Workflow.h"

#include <optional>

namespace reviewdesk {

/// Why this actor may not take a step that the table allows from here: what is still missing, undecided or unsaid. Codes and
/// place as in `afterAction`, which asks the table first; besides `not_on_file`, of who denies, and those of LetterNeeds.h.
std::optional<Error> refusalOf(const CaseState &, Action, const Person &actor);

/// What is said about a case, or put beside it: it makes nothing of the record, and takes no step.
bool isBesideTheCase(Action);

/// Whether a request for information would ask for anything: an answer that still matters, a required document that is missing,
/// or what the reviewer wrote. Without it a case is not pended, and no such letter is written.
bool hasSomethingToAsk(
    const ReviewCase &reviewCase, const Policy &policy, const Interview &interview, const Evaluation &evaluation);

/// Why an appeal of what was decided at `decided` cannot have been received then, entered `now`; to the minute, as times are
/// typed. Code `receipt`.
std::optional<Error> appealReceiptRefusal(const QDateTime &received, const QDateTime &decided, const QDateTime &now);

} // namespace reviewdesk
