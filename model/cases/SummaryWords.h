#pragma once

#include <QString>

namespace reviewdesk {

/// CaseSummary::outcome and ::planWords as the reader's language says them. They are kept in English, whoever saves, so that a
/// case reads, sorts and groups the same for everybody; what is none of these words (a policy's own label, a state) stays as it is.
QString outcomeTold(const QString &kept);
QString planTold(const QString &kept);

} // namespace reviewdesk
