#include "cases/NumberWords.h"

#include <array>

namespace reviewdesk {

namespace {

/// As the languages' own rules have it; QLocale knows the sign, not the space.
bool hasSpaceBeforePercent(const QLocale &locale)
{
    constexpr std::array languages{QLocale::Catalan, QLocale::Czech, QLocale::Danish, QLocale::Finnish, QLocale::French,
        QLocale::Galician, QLocale::German, QLocale::NorwegianBokmal, QLocale::Romanian, QLocale::Russian,
        QLocale::Slovak, QLocale::Slovenian, QLocale::Spanish, QLocale::Swedish};
    if (locale.language() == QLocale::Spanish && locale.territory() == QLocale::Mexico)
        return false;
    for (const QLocale::Language language : languages) {
        if (locale.language() == language)
            return true;
    }
    return false;
}

} // namespace

QString countWords(qint64 count)
{
    return QLocale().toString(count);
}

QString percentWords(const QString &number)
{
    const QLocale locale;
    return number + (hasSpaceBeforePercent(locale) ? QStringLiteral("\u00a0") : QString()) + locale.percent();
}

QString percentWords(qint64 percent)
{
    return percentWords(countWords(percent));
}

} // namespace reviewdesk
