#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace reviewdesk {

/// A composed letter as words: what stands in each element that has an id, and the whole as plain text.
struct LetterReading {
    QHash<QString, QString> textById; ///< white space folded
    QString text; ///< one paragraph a line, an empty line between blocks, "- " before list items
    QString error; ///< the HTML is not well-formed; empty when it is
};

/// Reads well-formed HTML (the templates are held to that). Head and style are left out.
LetterReading readLetter(const QString &html);

/// What the foot of each page says, as the letter itself carries it, in its language: "Page %1 of %2", "Verification
/// code: %1", and the words of its marks, which stand across the page too.
struct FootWords {
    QString page;
    QString code;
    QString sample;
    QString draft;
    QString copy;
    bool qr = false; ///< the code stands there as a QR code, too
};
FootWords footWords(const QString &html);

/// The lines of the element with this id as its line breaks part them: an address.
QStringList linesOf(const QString &html, const QString &id);

} // namespace reviewdesk
