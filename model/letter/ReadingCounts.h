#pragma once

#include <QRegularExpression>
#include <QString>

#include <functional>

namespace reviewdesk {

/// What the measures of reading in each language are made from.
struct ReadingCounts {
    int words = 0;
    int sentences = 0; ///< with at least one word
    int syllables = 0;
};

/// `end` matches what parts two sentences, `word` one word, of which `syllables` says how many it has.
ReadingCounts countReading(const QString &text, const QRegularExpression &end, const QRegularExpression &word,
    const std::function<int(const QString &)> &syllables);

} // namespace reviewdesk
