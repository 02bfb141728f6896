#pragma once

#include "policy/Policy.h"

namespace reviewdesk {

/// A condition as a sentence's part, by the labels of facts and options and the ids of criteria: "Unresectable is Yes
/// and (I.B.3.a is met or I.B.3.b is met)".
QString conditionWords(const Condition &condition, const Policy &policy);

/// The same condition by ids alone, so that two packs can be compared whatever they call things: two conditions with
/// one form read the same facts and criteria in the same way.
QString conditionForm(const Condition &condition, const Policy &policy);

} // namespace reviewdesk
