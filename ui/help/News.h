#pragma once

namespace reviewdesk {

/// Whether the program is another version than the one that was used here last. The first use is no upgrade.
bool isUpgraded();
/// From then on this version is the one that was used last.
void rememberVersion();

} // namespace reviewdesk
