#pragma once

#include <QHash>
#include <QString>

namespace reviewdesk {

/// A composed letter as words: what stands in each element that has an id, and the whole as plain text.
struct LetterReading {
    QHash<QString, QString> textById; ///< white space folded
    QString text; ///< one paragraph a line, an empty line between blocks, "- " before list items
    QString error; ///< the HTML is not well-formed; empty when it is
};

/// Reads well-formed HTML (the templates are held to that). Head and style are left out.
LetterReading readLetter(const QString &html);

} // namespace reviewdesk
