#pragma once

#include "cases/Rulebook.h"

namespace reviewdesk::fhir {

/// The policy pack as a Questionnaire: one item a fact with its options, shown as the pack says when it is asked, and
/// one attachment for each required document.
JsonValue questionnaire(const Policy &policy);

/// The case's answers to it: linkId = fact; an answer that is not documented is an item without an answer. Answers of
/// hidden questions are left out.
JsonValue questionnaireResponse(const ReviewCase &reviewCase, const Policy &policy);

} // namespace reviewdesk::fhir
