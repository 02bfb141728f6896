#pragma once

#include <QString>
#include <QStringList>

namespace reviewdesk {

/// How well a passphrase stands, in words. A guess at the work of guessing it, not a proof.
struct PassphraseQuality {
    bool enough = false; ///< may be taken
    int grade = 0; ///< 0 not enough, 1 fair, 2 good, 3 strong
    QString words; ///< what it is, or what to change
};

/// At least 12 characters; `personal` are words that others know (name, login name, plan).
PassphraseQuality passphraseQuality(const QString &passphrase, const QStringList &personal = {});

} // namespace reviewdesk
