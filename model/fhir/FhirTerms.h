#pragma once

#include <QString>

namespace reviewdesk::fhir {

/// Names of HL7 and X12 that stand in messages.
inline const QString pas = QStringLiteral("http://hl7.org/fhir/us/davinci-pas/StructureDefinition/");
inline const QString npiSystem = QStringLiteral("http://hl7.org/fhir/sid/us-npi");
inline const QString icd10System = QStringLiteral("http://hl7.org/fhir/sid/icd-10-cm");
inline const QString reviewActionSystem = QStringLiteral("https://codesystem.x12.org/005010/306");
inline const QString reviewReasonSystem = QStringLiteral("https://codesystem.x12.org/external/886");
inline const QString loincSystem = QStringLiteral("http://loinc.org");
/// Of our own numbers: cases, facts of a policy, document types.
inline const QString ownSystem = QStringLiteral("urn:reviewdesk:");

} // namespace reviewdesk::fhir
