#pragma once

#include "support/Result.h"

#include <QDate>
#include <QList>

namespace reviewdesk {

/// A pack's file, as far as is asked which one holds; of what cannot be read or is no JSON (refused where it is
/// chosen) only where it lies.
struct PackFile {
    QDate begins; ///< its effective date, else its date of origin
    QString path;
    QString id;
    QString version;
};

/// The packs in `resources`/policies in the order in which they begin, whatever their files are called; of two that begin on one
/// day the one whose path sorts last is the later, and it goes before the other also where both are of one version. That a
/// supervisor entered a day for it makes no pack begin: a slip there would change what cases are judged by.
/// What is compiled in (":") is read once: every save asks, and every step. Error: `no_policy`.
Result<QList<PackFile>> packsLyingIn(const QString &resources);

} // namespace reviewdesk
