#pragma once

#include "letter/ReadingCounts.h"

#include <QString>

#include <optional>

namespace reviewdesk {

/// How easy a Spanish text is to read: the perspicuity of Szigriszt Pazos (Sistemas predictivos de legilibilidad del
/// mensaje escrito, Madrid 1993), read on the INFLESZ scale (Barrio-Cantalejo and others, An. Sist. Sanit. Navar. 31,
/// 2008). It gives no school grade.
struct SpanishReading : ReadingCounts {
    /// 206.835 - 62.3 syllables per word - words per sentence: 100 easy to 0 hard; nothing without a word.
    std::optional<double> score() const;
};

SpanishReading spanishReading(const QString &text);

/// Syllables of one word in small letters; its vowels count, a diphthong as one.
int spanishSyllables(const QString &word);

/// INFLESZ: from 55 a text is "normal", which press and health leaflets aim at.
inline constexpr double spanishEasyEnough = 55;

} // namespace reviewdesk
