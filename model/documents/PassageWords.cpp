#include "documents/PassageWords.h"

#include <algorithm>

namespace reviewdesk {

namespace {

bool isInWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

/// An apostrophe inside a word: isn't, patient's.
bool joinsWord(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    return (c == u'\'' || c == QChar(0x2019)) && at > 0 && at + 1 < text.size() && text.at(at - 1).isLetter() &&
        text.at(at + 1).isLetter();
}

bool isCutWord(QChar c)
{
    return c == QChar(0x00ad) || c == QChar(0xfffe); // a soft hyphen, and what pdfium puts in its place
}

/// What stands between two words, as far as it parts them.
struct Gap {
    bool sentence = false;
    bool comma = false;
};

Gap gapIn(QStringView between, bool nextIsCapital)
{
    Gap gap;
    qsizetype lineEnds = 0;
    for (qsizetype at = 0; at < between.size(); ++at) {
        const QChar c = between.at(at);
        const bool atEnd = at + 1 == between.size();
        lineEnds += c == u'\n' ? 1 : 0;
        if (c == u'!' || c == u'?' || c == u';' || c == QChar(0x2022) || (c == u'.' && (atEnd || between.at(at + 1).isSpace())))
            gap.sentence = gap.sentence || !atEnd || c == u';';
        if (c == u',' || c == u':' || c == u'(' || c == u')' || c == QChar(0x2013) || c == QChar(0x2014))
            gap.comma = true;
    }
    gap.sentence = gap.sentence || lineEnds > 1 || (lineEnds == 1 && nextIsCapital && between.contains(u':'));
    return gap;
}

} // namespace

QList<PassageWord> passageWords(const QString &text)
{
    QList<PassageWord> words;
    qsizetype at = 0;
    qsizetype gapStart = 0;
    while (at < text.size()) {
        if (!isInWord(text.at(at))) {
            ++at;
            continue;
        }
        PassageWord word;
        word.start = static_cast<int>(at);
        const Gap gap = gapIn(QStringView(text).mid(gapStart, at - gapStart), text.at(at).isUpper());
        word.beginsSentence = words.isEmpty() || gap.sentence;
        word.afterComma = gap.comma;
        while (at < text.size() && (isInWord(text.at(at)) || joinsWord(text, at) || isCutWord(text.at(at)))) {
            const QChar c = text.at(at++);
            if (c == QChar(0x2019))
                word.word += u'\'';
            else if (isCutWord(c))
                while (at < text.size() && text.at(at).isSpace())
                    ++at;
            else
                word.word += c.toCaseFolded();
        }
        word.length = static_cast<int>(at) - word.start;
        words.append(word);
        gapStart = at;
    }
    return words;
}

Phrase::Phrase(const QString &words)
{
    QString open = words; // a hyphen parts words as in a text; "a|b" and "a*" stay whole
    open.replace(u'-', u' ');
    const QStringList parts = open.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        QList<Alternative> alternatives;
        const QStringList choices = part.split(u'|', Qt::SkipEmptyParts);
        for (const QString &choice : choices) {
            const bool openEnded = choice.endsWith(u'*');
            alternatives.append({openEnded ? choice.chopped(1) : choice, openEnded});
        }
        m_words.append(alternatives);
    }
}

bool Phrase::fits(const QList<Alternative> &alternatives, const QString &word)
{
    return std::any_of(alternatives.begin(), alternatives.end(), [&word](const Alternative &one) {
        return one.openEnded ? word.startsWith(one.word) : word == one.word;
    });
}

bool Phrase::isAt(const QList<PassageWord> &words, qsizetype at) const
{
    if (m_words.isEmpty() || at < 0 || at + m_words.size() > words.size())
        return false;
    for (qsizetype index = 0; index < m_words.size(); ++index) {
        const PassageWord &word = words.at(at + index);
        if ((index > 0 && (word.beginsSentence || word.afterComma)) || !fits(m_words.at(index), word.word))
            return false;
    }
    return true;
}

QStringList Phrase::beginnings() const
{
    QStringList all;
    for (const Alternative &one : m_words.value(0)) {
        if (one.openEnded)
            return {};
        all.append(one.word);
    }
    return all;
}

} // namespace reviewdesk
