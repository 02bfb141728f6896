#pragma once

#include "cases/ReviewCase.h"
#include "letter/ReadingCounts.h"

#include <QMap>
#include <QString>

#include <optional>

namespace reviewdesk {

/// How hard an English text is to read (Kincaid and others, Navy Research Branch Report 8-75, 1975; Flesch, Journal of
/// Applied Psychology 32, 1948). Syllables are counted by their vowels, as the published counts are.
struct ReadingGrade : ReadingCounts {
    /// School grade: 0.39 words per sentence + 11.8 syllables per word - 15.59; nothing without a word.
    std::optional<double> grade() const;
    /// Flesch's reading ease, 100 easy to 0 hard.
    std::optional<double> ease() const;
};

ReadingGrade readingGrade(const QString &text);

/// The grade above which a member's letter is warned of: the plan's own limit, else 6 for Medicaid and 8 for others.
double gradeLimit(std::optional<LineOfBusiness> lineOfBusiness, const QMap<LineOfBusiness, int> &own = {});

} // namespace reviewdesk
