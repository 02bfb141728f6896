#pragma once

#include "fhir/BundleReader.h"

namespace reviewdesk::fhir {

/// What the pack's code checks say about the draft's codes: where a code clashes with every option of a fact but one,
/// it speaks of that one. Two codes that speak of different options are a clash, and nothing is suggested. A code never
/// proves an attribute: the pack has no check that would.
void suggestFromCodes(BundleReading &reading, const Policy &policy);

} // namespace reviewdesk::fhir
