#pragma once

#include <QString>

#include <optional>

namespace reviewdesk {

/// The code at the foot of a letter, "7K2M-Q9XW-3HTC": the first 60 bits of its digest in Crockford's base 32, which
/// has no letters that are read as digits. It finds the issued letter; it proves nothing by itself. Empty when `digest`
/// is not hexadecimal.
QString verificationCode(const QString &digest);

/// How the digest of the letter with this code begins: 15 hexadecimal digits, lower case. Read as a person types it
/// (small letters, O for 0, I and L for 1), but with its two hyphens: other words are no code.
std::optional<QString> digestStartFor(const QString &typed);

} // namespace reviewdesk
