#include "ui/history/ShortChange.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(HistoryWords)
};

constexpr qsizetype longest = 60; ///< characters of a side
constexpr int wordsAround = 2; ///< that did not change, to know the place by
constexpr qsizetype farthest = 24; ///< characters that those may take
constexpr qsizetype partOfWord = 12; ///< characters, where one word takes more

const QString ellipsis = QStringLiteral("…");

bool isSplit(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate();
}

qsizetype commonStart(const QString &one, const QString &other)
{
    const auto [end, ignored] = std::mismatch(one.cbegin(), one.cend(), other.cbegin(), other.cend());
    const qsizetype same = end - one.cbegin();
    return isSplit(one, same) || isSplit(other, same) ? same - 1 : same;
}

qsizetype commonEnd(const QString &one, const QString &other, qsizetype start)
{
    const qsizetype most = std::min(one.size(), other.size()) - start;
    qsizetype same = 0;
    while (same < most && one.at(one.size() - 1 - same) == other.at(other.size() - 1 - same))
        ++same;
    return isSplit(one, one.size() - same) || isSplit(other, other.size() - same) ? same - 1 : same;
}

/// Where to begin reading, so that some words before `at` are read too.
qsizetype beginBefore(const QString &text, qsizetype at)
{
    qsizetype begin = at;
    for (int word = 0; word < wordsAround && begin > 0; ++word) {
        const qsizetype space = begin < 2 ? -1 : text.lastIndexOf(QLatin1Char(' '), begin - 2);
        if (at - (space + 1) > farthest)
            break;
        begin = space + 1;
    }
    const bool within = begin == at && at > 0 && text.at(at - 1) != QLatin1Char(' ');
    if (within)
        begin = std::max<qsizetype>(0, at - partOfWord);
    return isSplit(text, begin) ? begin - 1 : begin;
}

qsizetype endAfter(const QString &text, qsizetype at)
{
    qsizetype end = at;
    for (int word = 0; word < wordsAround && end < text.size(); ++word) {
        const qsizetype space = text.indexOf(QLatin1Char(' '), end + 1);
        const qsizetype next = space < 0 ? text.size() : space;
        if (next - at > farthest)
            break;
        end = next;
    }
    const bool within = end == at && at < text.size() && text.at(at) != QLatin1Char(' ');
    if (within)
        end = std::min(text.size(), at + partOfWord);
    return isSplit(text, end) ? end + 1 : end;
}

QString between(const QString &text, qsizetype begin, qsizetype end)
{
    const QString cut = shortStart(text.mid(begin, end - begin).trimmed());
    const bool isWhole = end >= text.size() || cut.endsWith(ellipsis);
    return (begin > 0 ? ellipsis : QString()) + cut + (isWhole ? QString() : ellipsis);
}

bool areAlike(const QString &one, const QString &other)
{
    const qsizetype start = commonStart(one, other);
    // what begins alike for longer than a row shows would read the same, said one by one
    return start > farthest || 2 * (start + commonEnd(one, other, start)) >= std::max(one.size(), other.size());
}

/// As many items as there is room for.
QString shortList(const QStringList &items, const QString &separator)
{
    QString words = shortStart(items.constFirst());
    for (const QString &item : items.mid(1)) {
        if (words.size() + separator.size() + item.size() > longest)
            return words + separator + ellipsis;
        words += separator + item;
    }
    return words;
}

} // namespace

QString shortStart(const QString &text)
{
    if (text.size() <= longest)
        return text;
    const qsizetype space = text.lastIndexOf(QLatin1Char(' '), longest);
    const qsizetype end = space > longest / 2 ? space : longest;
    return text.left(isSplit(text, end) ? end - 1 : end) + ellipsis;
}

ShortSides shortSides(const QString &before, const QString &after)
{
    if (before.size() <= longest && after.size() <= longest)
        return {before, after};
    const qsizetype start = commonStart(before, after);
    const qsizetype same = commonEnd(before, after, start);
    const qsizetype begin = beginBefore(before, start);
    return {between(before, begin, endAfter(before, before.size() - same)),
        between(after, begin, endAfter(after, after.size() - same))};
}

QString shortListChange(const QStringList &before, const QStringList &after, const QString &separator, bool sentences)
{
    QStringList removed = before;
    QStringList added;
    for (const QString &item : after) {
        if (!removed.removeOne(item))
            added.append(item);
    }
    QStringList parts;
    for (qsizetype was = 0; sentences && was < removed.size();) {
        const QString item = removed.at(was);
        const auto is = std::find_if(
            added.cbegin(), added.cend(), [&item](const QString &other) { return areAlike(item, other); });
        if (is == added.cend()) {
            ++was;
            continue;
        }
        const ShortSides sides = shortSides(item, *is);
        parts.append(Say::tr("%1 → %2").arg(sides.before, sides.after));
        added.erase(is);
        removed.removeAt(was);
    }
    if (!added.isEmpty())
        parts.append(Say::tr("added %1").arg(shortList(added, separator)));
    if (!removed.isEmpty())
        parts.append(Say::tr("removed %1").arg(shortList(removed, separator)));
    return parts.join(QLatin1String(", "));
}

} // namespace reviewdesk
