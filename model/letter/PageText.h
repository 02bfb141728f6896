#pragma once

#include <QString>
#include <QStringList>

namespace reviewdesk {

/// Text from a case as it may stand in a letter, on one line: control characters removed, white space folded, and a
/// text that carries bidirectional controls or right-to-left letters closed in itself and isolated (FSI ... PDI, UAX
/// #9), so that it cannot turn the words around it. The record keeps what was typed.
QString pageText(const QString &raw);

/// The same for text of several paragraphs; empty ones are left out.
QStringList pageParagraphs(const QString &raw);

} // namespace reviewdesk
