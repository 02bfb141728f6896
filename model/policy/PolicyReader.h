#pragma once

#include "policy/Policy.h"
#include "support/Result.h"

#include <QByteArray>

namespace reviewdesk {

/// A pack that was read, or every problem that it has (each with its JSON pointer in `place`).
struct PolicyReading {
    Policy policy; ///< of use only when `problems` is empty
    QList<Error> problems;

    bool ok() const { return problems.isEmpty(); }
};

/// Reads and checks a pack: JSON with places and repeated keys, `schema` (policy.schema.json), then everything a schema
/// cannot say: unknown facts, values outside a domain, criteria no case can meet, repeated ids, missing text or digest.
PolicyReading readPolicy(const QByteArray &json, const QByteArray &schema);

} // namespace reviewdesk
