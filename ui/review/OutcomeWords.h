#pragma once

#include "ui/review/ReviewSession.h"

#include <QString>

namespace reviewdesk {

/// Sentences about a case's outcome that several places of a screen say alike.

bool isAdverse(const ReviewSession &session); ///< decided, and the criteria are not met
bool isApprovable(const ReviewSession &session); ///< decided, and the criteria are met
/// "Not decided: 2 answers left", "Criteria met: I.B.3.b", "Criteria not met: refer to a physician".
QString outcomeHeadline(const ReviewSession &session);
/// What forces the outcome: "Procedure: Bland embolization (TAE)".
QString decisiveInWords(const ReviewSession &session);
/// Labels of shown choices without a value: "Location, Tumor origin"; empty: none.
QString openChoicesInWords(const ReviewSession &session);
/// "Progressive disease: No"; not documented and not answered are said so.
QString factInWords(const Policy &policy, int fact, int answer);
/// The answer alone: "No", "not documented", "not answered".
QString answerInWords(const Policy &policy, int fact, int answer);
/// "I.B.3.b.i, I.B.3"
QString criterionIds(const Policy &policy, const std::vector<int> &criteria);
/// "MED140 origin-2010-12, effective date not stated"
QString policyInWords(const Policy &policy);

} // namespace reviewdesk
