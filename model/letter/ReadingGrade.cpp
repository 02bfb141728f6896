#include "letter/ReadingGrade.h"

#include <QStringList>

#include <algorithm>

namespace reviewdesk {

namespace {

bool isVowel(QChar c)
{
    return QStringLiteral("aeiouy").contains(c);
}

/// Of one word in small letters without accents. A run of vowels is one syllable; a last "e" is silent, and so is the
/// one of "-es" and "-ed" where no sound needs it.
int syllablesOf(const QString &word)
{
    int runs = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const bool starts = isVowel(word.at(i)) && (i == 0 || !isVowel(word.at(i - 1)));
        // vowels that meet and do not melt: "being", "diet", "quiet", "radiation", "science", "area", "radio"
        static const QRegularExpression hiatus(QStringLiteral("^(eing|iet|iat|ience|ia$|io$|ea$|eo$)"));
        const bool parts = i > 0 && isVowel(word.at(i)) && isVowel(word.at(i - 1)) && i >= 2 &&
            !isVowel(word.at(i - 2)) && hiatus.match(word.mid(i - 1)).hasMatch();
        runs += starts || parts ? 1 : 0;
    }
    static const QRegularExpression silent(
        QStringLiteral("([^aeiouyl]e|[aeiouy]le|[^aeioutdy]ed|[^aeiouyscgxzh]es|[^s]hes|[aeiouy]the)$"));
    static const QRegularExpression sounded(QStringLiteral("(ches|shes)$"));
    if (runs > 1 && silent.match(word).hasMatch() && !sounded.match(word).hasMatch())
        --runs;
    return std::max(runs, 1);
}

/// Small letters a to z; accents are taken off.
QString plain(const QString &word)
{
    QString letters;
    for (const QChar c : word.normalized(QString::NormalizationForm_D).toLower()) {
        if (c >= u'a' && c <= u'z')
            letters += c;
    }
    return letters;
}

/// Capitals are said letter by letter ("CT" is two), a number figure by figure at most four.
int syllablesSpoken(const QString &word)
{
    const QString letters = plain(word);
    if (letters.isEmpty())
        return static_cast<int>(std::min<qsizetype>(word.size(), 4));
    const bool shortened =
        letters.size() > 1 && letters.size() <= 5 && word == word.toUpper() && letters.size() == word.size();
    return shortened ? static_cast<int>(letters.size()) : syllablesOf(letters);
}

} // namespace

std::optional<double> ReadingGrade::grade() const
{
    if (words == 0)
        return std::nullopt;
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
}

std::optional<double> ReadingGrade::ease() const
{
    if (words == 0)
        return std::nullopt;
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words;
}

ReadingGrade readingGrade(const QString &text)
{
    // A stop ends a sentence where a space and no small letter follows: not in "3.5", "e.g. this" or "I.B.3".
    static const QRegularExpression end(
        QStringLiteral("(?<!\\b(?:Dr|Mr|Ms|vs|No))[.!?]+[\"”’)\\]]*(?:\\s+(?=[^a-z\\s])|$)|\\n\\s*\\n|\\n"));
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’.,]*(?<![.,'’])"));
    return {countReading(text, end, word, syllablesSpoken)};
}

double gradeLimit(std::optional<LineOfBusiness> lineOfBusiness, const QMap<LineOfBusiness, int> &own)
{
    if (lineOfBusiness && own.contains(*lineOfBusiness))
        return own.value(*lineOfBusiness);
    return lineOfBusiness == LineOfBusiness::MedicaidManagedCare ? 6 : 8;
}

} // namespace reviewdesk
