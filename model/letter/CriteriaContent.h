#pragma once

#include "cases/Rulebook.h"
#include "policy/JsonValue.h"

namespace reviewdesk {

class CitedCriteria;
class LetterLanguage;

/// Adds what the evaluation says, as the members that templates name: the cited criteria with their status, the
/// reasons, and what would have met them.
void addCriteriaContent(JsonValue::Object &members, const Policy &policy, const ReviewCase &reviewCase,
    const CaseView &view, const CitedCriteria &cited, const LetterLanguage &language);

/// What the record shows of a fact that has a value, as a sentence's part.
QString statementOf(const Policy &policy, const CaseView &view, int fact);

} // namespace reviewdesk
