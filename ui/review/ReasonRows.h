#pragma once

#include "cases/Rulebook.h"
#include "ui/review/CriterionRow.h"

namespace reviewdesk {

class CriterionLinks;

/// The facts that a criterion's own content reads, each as it speaks for or against it in this case. A criterion that
/// was ruled out by a choice (a tumor type the policy does not cover) has the choices of its children's gates instead.
QList<FactMark> reasonMarks(const Policy &policy, const CriterionLinks &links, const CaseView &view, int criterion);

/// The shape of a criterion where it is cited. A criterion of an adverse outcome (IV) that holds is no good news: an
/// alert, not a check; one that is not met although the case is approvable (IV again, or another way to approval) is
/// said quietly.
Glyph glyphFor(const Policy &policy, const Evaluation &evaluation, int criterion);

} // namespace reviewdesk
