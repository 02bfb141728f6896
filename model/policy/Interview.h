#pragma once

#include "policy/Answers.h"
#include "policy/Evaluation.h"
#include "policy/Policy.h"

namespace reviewdesk {

/// Whether a condition over facts holds in answers. An unknown fact makes its test false (a question whose ground is
/// not known is not asked). `condition` must name no criterion.
bool holdsIn(const Condition &condition, const Answers &answers);

/// Which questions show, and the answers that are evaluated: those of the questions shown. Hidden answers are kept by the
/// caller and return when their question does.
struct Interview {
    std::vector<int> shown; ///< facts, in policy order
    Answers effective; ///< hidden facts are Absent

    bool shows(int fact) const;
    /// Shown choice questions without a value (null is none): nothing is approved or denied before this is empty.
    std::vector<int> openChoices(const Policy &policy) const;
    /// Shown questions that are needed, in the order in which to ask; a shown choice that hides others first. The first is
    /// the next best question.
    std::vector<int> next(const Policy &policy, const Evaluation &evaluation) const;
};

/// Top to bottom: a question shows while its condition holds in the answers of the questions shown.
Interview interview(const Policy &policy, const Answers &given);

} // namespace reviewdesk
