#pragma once

#include "cases/Rulebook.h"

namespace reviewdesk {

/// How the days from which versions of policies hold stand among a workspace's settings: one row a version, as JSON,
/// empty once it was taken back.
QString effectiveSetting(const QString &versionKey); ///< the row's name
/// The version of such a row; empty: the row is another setting.
QString effectiveVersion(const QString &name);
QString effectiveValue(const EffectiveEntry &entry); ///< an invalid day: nothing is entered
std::optional<EffectiveEntry> effectiveFrom(const QString &value);

} // namespace reviewdesk
