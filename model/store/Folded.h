#pragma once

#include <QString>
#include <QStringList>

namespace reviewdesk {

/// How names are searched and sorted: compatibility-decomposed, without accents, case folded, single spaces.
QString foldedForSearch(const QString &text);

/// The folded words of a search, at most eight.
QStringList searchWords(const QString &search);

} // namespace reviewdesk
