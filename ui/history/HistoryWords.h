#pragma once

#include "policy/Policy.h"
#include "store/Workspace.h"

namespace reviewdesk {

/// How much of a step is said, and for whom.
enum class StepForm {
    Row, ///< a line of a list: the first changes, long values cut short
    Whole, ///< a line for the step and one for each change, nothing left out
    Spoken, ///< the same in one line without signs, for a screen reader
    Record, ///< the same in one line, on paper
};

/// A step of a case's history for a person, without when and who, each change with its field, before and after:
/// "Edit (Urgency: Standard → Expedited; Fax number: added 253-555-0101)".
QString stepInWords(const AuditEntry &entry, const Policy &policy, StepForm form = StepForm::Row);

} // namespace reviewdesk
