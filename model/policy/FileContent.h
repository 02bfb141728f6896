#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QString>

namespace reviewdesk {

constexpr qint64 largestFile = 16 << 20; ///< bytes; more than any file of rules, templates or a case may have

/// The bytes of a file (":/…" for one compiled in). Bounded: a device that never ends is no file of ours. Errors, with
/// the path as their place: `unreadable`, `too_large`.
Result<QByteArray> fileContent(const QString &path, qint64 most = largestFile);

} // namespace reviewdesk
