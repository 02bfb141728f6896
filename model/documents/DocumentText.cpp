#include "documents/DocumentText.h"

#include "policy/JsonValue.h"

#include <QRegularExpression>

#include <algorithm>

namespace reviewdesk {

namespace {

/// A text as it is compared, and where each of its characters stands in the original.
struct Folding {
    QString folded;
    QList<int> origin;
};

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011) || c == QChar(0x00ad) || c == QChar(0xfffe);
}

/// Small letters without accents, white space as one blank, a hyphen at a line's end with what follows it dropped.
Folding fold(const QString &text)
{
    Folding result;
    result.folded.reserve(text.size());
    result.origin.reserve(text.size());
    const int size = static_cast<int>(text.size());
    for (int at = 0; at < size; ++at) {
        const QChar c = text.at(at);
        if (isHyphen(c)) {
            int next = at + 1;
            while (next < size && text.at(next).isSpace())
                ++next;
            const bool atLineEnd = text.mid(at + 1, next - at - 1).contains(u'\n') || c != u'-';
            if (atLineEnd && next < size) {
                at = next - 1;
                continue;
            }
        }
        constexpr char16_t firstBeyondAscii = 0x80;
        if (c.unicode() < firstBeyondAscii && !c.isSpace()) { // most of a record: nothing to take apart
            result.folded += c.toLower();
            result.origin.append(at);
            continue;
        }
        const QString simple = c.isSpace() ? QStringLiteral(" ") : QString(c).normalized(QString::NormalizationForm_KD);
        for (const QChar part : simple) {
            if (part.isMark() || (part == u' ' && result.folded.endsWith(u' ')))
                continue;
            result.folded += part.toCaseFolded();
            result.origin.append(at);
        }
    }
    return result;
}

bool isSentenceEnd(const QString &text, int at)
{
    const QChar c = text.at(at);
    if (c == u'\n')
        return at + 1 < text.size() && (text.at(at + 1) == u'\n' || text.at(at + 1) == u'\r'); // an empty line
    if (c != u'.' && c != u'!' && c != u'?' && c != u';')
        return false;
    const bool beforeSpace = at + 1 >= text.size() || text.at(at + 1).isSpace();
    const bool inNumber = at > 0 && text.at(at - 1).isDigit() && at + 1 < text.size() && text.at(at + 1).isDigit();
    static const QStringList shortened{QStringLiteral("dr"), QStringLiteral("mr"), QStringLiteral("mrs"),
        QStringLiteral("ms"), QStringLiteral("vs"), QStringLiteral("st"), QStringLiteral("no"), QStringLiteral("fig"),
        QStringLiteral("approx"), QStringLiteral("e.g"), QStringLiteral("i.e")};
    int begin = at;
    while (begin > 0 && !text.at(begin - 1).isSpace())
        --begin;
    return beforeSpace && !inNumber && !shortened.contains(text.mid(begin, at - begin).toLower());
}

int middle(int start, int length)
{
    return start + length / 2;
}

bool onOneLine(const PagePlace &one, const PagePlace &other)
{
    const int centre = middle(other.top, other.height);
    return centre >= one.top && centre <= one.top + one.height;
}

PagePlace united(const PagePlace &one, const PagePlace &other)
{
    const int left = std::min(one.left, other.left);
    const int top = std::min(one.top, other.top);
    return {left, top, std::max(one.left + one.width, other.left + other.width) - left,
        std::max(one.top + one.height, other.top + other.height) - top};
}

TextRange rangeOf(const QList<PageWord> &words, qsizetype first, qsizetype last)
{
    if (first < 0 || last < first)
        return {};
    const PageWord &end = words.at(last);
    return {words.at(first).start, end.start + end.length - words.at(first).start};
}

/// The word at a point, or the one that is nearest to it; -1: there is none.
qsizetype wordAt(const QList<PageWord> &words, const PagePlace &point)
{
    qsizetype best = -1;
    qint64 bestDistance = 0;
    for (qsizetype index = 0; index < words.size(); ++index) {
        const PagePlace &place = words.at(index).place;
        const qint64 across = std::max({place.left - point.left, point.left - place.left - place.width, 0});
        const qint64 down = std::max({place.top - point.top, point.top - place.top - place.height, 0});
        const qint64 distance = across * across + 16 * down * down; // the same line comes first
        if (best < 0 || distance < bestDistance) {
            best = index;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace

int DocumentText::confidence() const
{
    qint64 sum = 0;
    qint64 letters = 0;
    for (const PageWord &word : words) {
        sum += qint64{word.confidence} * word.length;
        letters += word.length;
    }
    return letters > 0 ? static_cast<int>(sum / letters) : 0;
}

QByteArray toJson(const DocumentText &text)
{
    JsonValue::Array words;
    for (const PageWord &word : text.words) {
        JsonValue::Array numbers;
        for (const int number : {word.start, word.length, word.place.left, word.place.top, word.place.width,
                 word.place.height, word.confidence})
            numbers.emplace_back(qint64{number});
        words.emplace_back(std::move(numbers));
    }
    return canonicalJson(JsonValue::Object{{QStringLiteral("recognised"), JsonValue(text.recognised)},
        {QStringLiteral("text"), text.text}, {QStringLiteral("words"), std::move(words)}});
}

std::optional<DocumentText> documentTextFromJson(const QByteArray &json)
{
    const Result<JsonValue> read = readJson(json);
    if (!read || !read->asObject())
        return std::nullopt;
    DocumentText text;
    text.text = read->text(u"text");
    const JsonValue *recognised = read->member(u"recognised");
    text.recognised = recognised && recognised->asBool() && *recognised->asBool();
    const JsonValue *words = read->member(u"words");
    if (!words || !words->asArray())
        return text;
    for (const JsonValue &word : *words->asArray()) {
        QList<int> numbers;
        if (const JsonValue::Array *list = word.asArray()) {
            for (const JsonValue &number : *list)
                numbers.append(number.asInteger() ? static_cast<int>(*number.asInteger()) : -1);
        }
        const bool fits = numbers.size() == 7 && *std::min_element(numbers.cbegin(), numbers.cend()) >= 0 && numbers.at(0) + numbers.at(1) <= text.text.size();
        if (!fits)
            return std::nullopt;
        text.words.append({numbers.at(0), numbers.at(1),
            {numbers.at(2), numbers.at(3), numbers.at(4), numbers.at(5)}, numbers.at(6)});
    }
    return text;
}

QList<TextRange> findIn(const QString &text, const QString &wanted)
{
    const QString needle = fold(wanted.simplified()).folded;
    QList<TextRange> found;
    if (needle.isEmpty())
        return found;
    const Folding where = fold(text);
    for (qsizetype at = where.folded.indexOf(needle); at >= 0; at = where.folded.indexOf(needle, at + needle.size())) {
        const int start = where.origin.at(at);
        found.append({start, where.origin.at(at + needle.size() - 1) + 1 - start});
    }
    return found;
}

TextRange sentenceAround(const QString &text, const TextRange &range, int longest)
{
    int begin = range.start;
    while (begin > 0 && range.start - begin < longest / 2 && !isSentenceEnd(text, begin - 1))
        --begin;
    int end = range.start + range.length;
    while (end < text.size() && end - begin < longest && !isSentenceEnd(text, end - 1))
        ++end;
    while (begin < range.start && (text.at(begin).isSpace() || text.at(begin).isPunct()))
        ++begin;
    while (end > range.start + range.length && text.at(end - 1).isSpace())
        --end;
    TextRange sentence = wholeWords(text, {begin, end - begin});
    if (text.mid(sentence.start, sentence.length).endsWith(u';'))
        --sentence.length;
    return sentence;
}

TextRange wholeWords(const QString &text, const TextRange &range)
{
    int begin = std::clamp(range.start, 0, static_cast<int>(text.size()));
    int end = std::clamp(range.start + range.length, begin, static_cast<int>(text.size()));
    while (begin < end && text.at(begin).isSpace())
        ++begin;
    while (end > begin && text.at(end - 1).isSpace())
        --end;
    while (begin > 0 && begin < text.size() && !text.at(begin - 1).isSpace() && !text.at(begin).isSpace())
        --begin;
    while (end < text.size() && end > begin && !text.at(end).isSpace() && !text.at(end - 1).isSpace())
        ++end;
    return {begin, end - begin};
}

QString quoteOf(const QString &text, const TextRange &range)
{
    static const QRegularExpression cut(QStringLiteral("(?<=\\p{L})[\\x{ad}\\x{fffe}\\x{2010}]\\s*"));
    static const QRegularExpression cutAtLineEnd(QStringLiteral("(?<=\\p{L})-[ \\t]*\\r?\\n\\s*(?=\\p{Ll})"));
    QString quote = text.mid(range.start, range.length);
    quote.remove(cut);
    quote.replace(cutAtLineEnd, QStringLiteral("-"));
    return quote.simplified();
}

QList<PagePlace> placesOf(const DocumentText &page, const TextRange &range)
{
    QList<PagePlace> places;
    for (const PageWord &word : page.words) {
        if (word.start < range.start + range.length && word.start + word.length > range.start)
            places.append(word.place);
    }
    return joinedLines(std::move(places));
}

TextRange rangeBetween(const DocumentText &page, const PagePlace &from, const PagePlace &to)
{
    const qsizetype one = wordAt(page.words, from);
    const qsizetype other = wordAt(page.words, to);
    return rangeOf(page.words, std::min(one, other), std::max(one, other));
}

TextRange rangeWithin(const DocumentText &page, const PagePlace &frame)
{
    qsizetype first = -1;
    qsizetype last = -1;
    for (qsizetype index = 0; index < page.words.size(); ++index) {
        const PagePlace &place = page.words.at(index).place;
        const int x = middle(place.left, place.width);
        const int y = middle(place.top, place.height);
        if (x < frame.left || x > frame.left + frame.width || y < frame.top || y > frame.top + frame.height)
            continue;
        first = first < 0 ? index : first;
        last = index;
    }
    return rangeOf(page.words, first, last);
}

QList<PagePlace> joinedLines(QList<PagePlace> places)
{
    QList<PagePlace> lines;
    for (const PagePlace &place : std::as_const(places)) {
        if (!lines.isEmpty() && onOneLine(lines.last(), place))
            lines.last() = united(lines.last(), place);
        else
            lines.append(place);
    }
    return lines;
}

} // namespace reviewdesk
