#pragma once

#include "store/Secret.h"
#include "support/Result.h"

#include <QString>

namespace reviewdesk {

/// The key that is printed and locked away: 144 random bits as 30 characters in six groups, "7K2QF-…". The alphabet is
/// Crockford's base32 (no I, L, O, U); the last character is a check (Luhn, modulo 32) that sees every single wrong
/// character and nearly every swap of neighbours.
class RecoveryKey {
public:
    static constexpr std::size_t secretBytes = 18;

    static Secret random() { return Secret::random(secretBytes); }
    static QString toText(const Secret &secret);
    /// Lower case, missing or other dashes, spaces, and O I L for 0 1 1 are borne. Error: `wrong_recovery_key`.
    static Result<Secret> fromText(const QString &text);
};

} // namespace reviewdesk
