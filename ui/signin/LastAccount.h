#pragma once

#include <QString>

namespace reviewdesk {

/// The login name that last signed in to a workspace on this computer, kept in this person's own settings: the key
/// file names the accounts anyway, and nothing of a member is in it. Empty when nobody did.
QString lastAccount(const QString &workspace);
void rememberAccount(const QString &workspace, const QString &loginName);

} // namespace reviewdesk
