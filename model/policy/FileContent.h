#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QFileDevice;

namespace reviewdesk {

constexpr qint64 largestFile = 16 << 20; ///< bytes; more than any file of rules, templates or a case may have

/// The bytes of a file (":/…" for one compiled in). Bounded: a device that never ends is no file of ours. Errors, with
/// the path as their place: `unreadable`, `too_large`.
Result<QByteArray> fileContent(const QString &path, qint64 most = largestFile);

/// Writes a file whole or not at all: what fails, or what `write` gives up with an error of its own, leaves what was there.
/// Error `unwritable`, with the path as its place and in its words.
Result<void> writeWhole(const QString &path, const std::function<Result<void>(QFileDevice &to)> &write);
/// The same of bytes that are there. It goes on as long as `progress` says, which is told how many of them are written
/// (error `stopped`).
Result<void> writeWhole(const QString &path, const QByteArray &bytes,
    const std::function<bool(qint64 done, qint64 of)> &progress = {});

} // namespace reviewdesk
