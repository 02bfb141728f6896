#pragma once

#include "policy/Evaluator.h"
#include "policy/Policy.h"

#include <QString>

namespace reviewdesk {

/// Where a reason against issuing a letter can be mended.
struct ReasonTarget {
    enum Kind { None, PlainReason, Rationale, Review };

    Kind kind = None;
    QString step; ///< of the review, for Review: "request", "documents", "recommendation" (the decision)
    int fact = -1; ///< position of the question, for Review

    friend bool operator==(const ReasonTarget &, const ReasonTarget &) = default;
};

/// `place`: of an Error of LetterComposer. `mayWrite`: the letter's words can be written beside the preview; else they
/// come from the decision. What only the plan's letterhead can mend leads nowhere.
ReasonTarget reasonTarget(const QString &place, const Policy &policy, const Evaluation &evaluation, bool mayWrite);

} // namespace reviewdesk
