#include "letter/SpanishReading.h"

#include <QStringList>

#include <algorithm>

namespace reviewdesk {

namespace {

bool isStrong(QChar c) // a vowel that is always a syllable's own
{
    return QStringLiteral("aeoáéóíú").contains(c);
}

bool isWeak(QChar c)
{
    return QStringLiteral("iuü").contains(c);
}

} // namespace

int spanishSyllables(const QString &word)
{
    int syllables = 0;
    bool weakBefore = false; // a weak vowel that has a syllable and may lend it to a strong one
    bool vowelBefore = false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word.at(i);
        const bool last = i + 1 == word.size();
        const bool weak = isWeak(c) || (c == u'y' && (last || word.size() == 1));
        if (isStrong(c)) {
            const bool accentedWeak = c == u'í' || c == u'ú';
            if (!weakBefore || accentedWeak)
                ++syllables;
            weakBefore = false;
            vowelBefore = !accentedWeak;
        } else if (weak) {
            if (!vowelBefore) {
                ++syllables;
                weakBefore = true;
            }
            vowelBefore = true;
        } else {
            weakBefore = false;
            vowelBefore = false;
        }
    }
    return std::max(syllables, 1);
}

std::optional<double> SpanishReading::score() const
{
    if (words == 0)
        return std::nullopt;
    return 206.835 - 62.3 * syllables / words - 1.0 * words / sentences;
}

SpanishReading spanishReading(const QString &text)
{
    // a stop ends a sentence where a space and no small letter follows
    static const QRegularExpression end(
        QStringLiteral("(?<!\\bDr|\\bSr|\\bSra|\\bDra|\\bNúm)[.!?]+[\"”’)\\]]*(?:\\s+(?=[^a-záéíóúñ\\s])|$)|\\n"));
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}.,]*(?<![.,])"));
    return {countReading(text, end, word, [](const QString &each) { return spanishSyllables(each.toLower()); })};
}

} // namespace reviewdesk
