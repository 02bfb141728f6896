#pragma once

#include <QList>
#include <QString>

namespace reviewdesk {

/// A run of words that two texts share, or that only one of them has.
struct TextRun {
    enum Kind { Same, Removed, Added };
    Kind kind = Same;
    QString words; ///< one space between them; a line's end is the word "\n"

    friend bool operator==(const TextRun &, const TextRun &) = default;
};

/// What changes `before` into `after`, word by word, the fewest words removed and added. What is removed stands before
/// what is added in its place.
QList<TextRun> textDiff(const QString &before, const QString &after);

} // namespace reviewdesk
