#include "letter/ReadingCounts.h"

#include <QStringList>

namespace reviewdesk {

ReadingCounts countReading(const QString &text, const QRegularExpression &end, const QRegularExpression &word,
    const std::function<int(const QString &)> &syllables)
{
    ReadingCounts counts;
    const QStringList sentences = text.split(end, Qt::SkipEmptyParts);
    for (const QString &sentence : sentences) {
        int words = 0;
        QRegularExpressionMatchIterator found = word.globalMatch(sentence);
        while (found.hasNext()) {
            ++words;
            counts.syllables += syllables(found.next().captured());
        }
        counts.words += words;
        counts.sentences += words > 0 ? 1 : 0;
    }
    return counts;
}

} // namespace reviewdesk
