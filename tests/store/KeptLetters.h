#pragma once

#include "StoreDesk.h"

namespace reviewdesk {

/// A letter as the composer would give it, by its kind and to whom it goes.
inline IssuedLetter letterFor(const StoredCase &stored, const char *kind, const char *recipient)
{
    IssuedLetter letter;
    letter.caseId = stored.id;
    letter.kind = QString::fromLatin1(kind);
    letter.recipient = QString::fromLatin1(recipient);
    letter.title = QStringLiteral("Approval");
    letter.html = QStringLiteral("<p>Approved for José.</p>");
    letter.text = QStringLiteral("Approved for José.");
    letter.templateVersion = QStringLiteral("1");
    letter.digest = QStringLiteral("0123");
    letter.sample = true;
    return letter;
}

} // namespace reviewdesk
