#pragma once

#include "policy/JsonValue.h"
#include "store/CaseRepository.h"
#include "store/Signers.h"

namespace reviewdesk {

/// Makes a person's new key known: its public half and an entry of the workspace's chain that names it beside
/// `changes`. Where the entry is the person's own, the key signs it, and from then on. Part of a transaction.
Result<void> introduceKey(Database &database, Signers &signers, const Occasion &occasion, const QString &action,
    const QString &userId, const SigningKey &key, JsonValue::Array changes = {});

} // namespace reviewdesk
