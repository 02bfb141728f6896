#pragma once

#include "policy/JsonValue.h"

#include <QByteArray>

namespace reviewdesk {

/// What changed between two documents, as canonical JSON: one object a field,
/// [{"after":…,"before":…,"field":"/facts/progressive"}] in the order of the fields. A side where the field is absent
/// is left out; lists are compared whole.
QByteArray changesBetween(const JsonValue &before, const JsonValue &after);

/// One change, for what is no document ("/status").
JsonValue change(const QString &field, const QString &before, const QString &after);

} // namespace reviewdesk
