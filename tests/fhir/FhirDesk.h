#pragma once

#include "fhir/BundleReader.h"

#include <QByteArray>

namespace reviewdesk {

/// The compiled-in rules and the messages of tests/data/fhir.
const Rulebook &fhirRules();
/// "requests/hcc", "examples/Bundle-…"
QByteArray message(const QString &name);
const QDateTime &receipt(); ///< when every message of a test came
Result<fhir::BundleReading> readMessage(const QByteArray &json);

/// `json` with the member at `pointer` (objects and list positions) replaced by `value`, or taken out where it is
/// undefined.
QByteArray altered(const QByteArray &json, const QString &pointer, const QJsonValue &value);

} // namespace reviewdesk
