#pragma once

#include "policy/Policy.h"
#include "support/Result.h"

#include <QByteArray>

namespace reviewdesk {

/// A pack that was read, or every problem that it has (each with its JSON pointer in `place`).
struct PolicyReading {
    Policy policy; ///< of use only when `problems` is empty
    QList<Error> problems;

    bool ok() const { return problems.isEmpty(); }
};

/// Reads and checks a pack: JSON with places and repeated keys, `schema` (policy.schema.json), then everything a schema
/// cannot say. All problems are found in one run, in the document's order; only a text that is no JSON ends at its first.
/// Codes: those of readJson and schemaProblems (`missing_member`, `unknown_member`, `wrong_type`, `unknown_value`, `empty`,
/// `too_large`, ...), `missing_text`, `wrong_form`, `repeated_id`, `repeated_value`, `unknown_fact`, `unknown_criterion`,
/// `unknown_section`, `unknown_documentation`, `unknown_subject`, `later_fact`, `criterion_not_allowed`, `condition_form`,
/// `count_too_large`, `yes_no_options`, `empty_section`, `missing_parent`, `parent_after_child`, `criterion_cycle`,
/// `first_outcome`, `never_met`, `no_outcome`, `overlapping_outcomes`, `too_entangled`.
PolicyReading readPolicy(const QByteArray &json, const QByteArray &schema);

} // namespace reviewdesk
