#pragma once

#include "policy/JsonValue.h"

#include <initializer_list>

namespace reviewdesk::fhir {

using Object = JsonValue::Object;
using Array = JsonValue::Array;

/// Adds a member where there is something in it.
void put(Object &object, const char *name, const QString &text);
void put(Object &object, const char *name, JsonValue value);

JsonValue coding(const QString &system, const QString &code, const QString &display = {});
JsonValue conceptOf(JsonValue coding); ///< CodeableConcept with one coding
JsonValue reference(const QString &address);
JsonValue identifier(const QString &system, const QString &value);
/// `member`: "valueString" and the like.
JsonValue extension(const QString &url, const char *member, JsonValue value);
JsonValue extensionOf(const QString &url, Array inner);
/// "urn:uuid:…", the same for the same words.
QString stableUrl(const QString &words);
JsonValue entry(const QString &fullUrl, JsonValue resource);

/// Members sorted, no spaces, one newline at the end: the same value gives the same bytes. Unlike canonicalJson it
/// takes numbers that are not whole, as messages have them.
QByteArray fhirJson(const JsonValue &value);

} // namespace reviewdesk::fhir
