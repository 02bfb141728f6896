#include "letter/TextDiff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace reviewdesk {

namespace {

constexpr qsizetype mostWords = 2000; // of either text; beyond, all of it counts as changed

QStringList wordsOf(const QString &text)
{
    QStringList words;
    const QStringList lines = text.trimmed().split(u'\n');
    for (const QString &line : lines) {
        if (!words.isEmpty())
            words.append(QStringLiteral("\n"));
        words += line.split(u' ', Qt::SkipEmptyParts);
    }
    return words;
}

void add(QList<TextRun> &runs, TextRun::Kind kind, const QString &word)
{
    if (runs.isEmpty() || runs.last().kind != kind)
        runs.append({kind, word});
    else
        runs.last().words += u' ' + word;
}

} // namespace

QList<TextRun> textDiff(const QString &before, const QString &after)
{
    const QStringList a = wordsOf(before);
    const QStringList b = wordsOf(after);
    QList<TextRun> runs;
    if (a.size() > mostWords || b.size() > mostWords) {
        runs.append({TextRun::Removed, a.join(u' ')});
        runs.append({TextRun::Added, b.join(u' ')});
        return runs;
    }
    // length of the longest common part of what is left from (i, j) on
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<quint16> common((static_cast<std::size_t>(a.size()) + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> quint16 & {
        return common[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
    };
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) =
                a.at(i) == b.at(j) ? static_cast<quint16>(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a.at(i) == b.at(j)) {
            add(runs, TextRun::Same, a.at(i));
            ++i;
            ++j;
        } else if (i < a.size() && (j == b.size() || at(i + 1, j) >= at(i, j + 1))) {
            add(runs, TextRun::Removed, a.at(i++));
        } else {
            add(runs, TextRun::Added, b.at(j++));
        }
    }
    return runs;
}

} // namespace reviewdesk
