#pragma once

#include <QLocale>
#include <QString>

namespace reviewdesk {

/// A number as the person's language writes it (QLocale()): "1,234", "1.234". Files for machines have plain digits.
QString countWords(qint64 count);
/// Of a number in words: "75.00%", in Spanish "75,00 %" with a space at which no line is broken.
QString percentWords(const QString &number);
QString percentWords(qint64 percent);

} // namespace reviewdesk
