#pragma once

#include "fhir/BundleReader.h"

namespace reviewdesk::fhir {

/// Answers of QuestionnaireResponses whose linkId is a fact of the policy, as suggestions; attachments under a document
/// type's linkId, as documents. Two answers to one fact that differ are a clash, and neither is suggested. Error
/// `wrong_base64`.
Result<void> readQuestionnaires(BundleReading &reading, const Policy &policy);

} // namespace reviewdesk::fhir
