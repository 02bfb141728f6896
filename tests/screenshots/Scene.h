#pragma once

#include "cases/Rulebook.h"
#include "support/Clock.h"
#include "support/Result.h"

#include <QStringList>

#include <memory>

namespace reviewdesk {

/// What a picture cannot be taken without.
template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().message));
    return std::move(result).value();
}

inline void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().code), qPrintable(result.error().message));
}

/// The workspace of the pictures, with an invented caseload, and the cases that they show.
struct Scene {
    static const QByteArray passphrase; ///< of every account
    static Scene made(const QString &directory, const std::shared_ptr<const Rulebook> &rulebook, const Clock &clock);

    QString directory;
    QString draft; ///< one answer left
    QString complete; ///< ready to approve
    QString referred;
    QString approved;
    QString spanish; ///< approved, of a member who reads Spanish
    QStringList toRelease; ///< decided, their letters not issued
};

} // namespace reviewdesk
