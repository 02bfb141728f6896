#include "letter/PageText.h"

#include <QList>

#include <algorithm>

namespace reviewdesk {

namespace {

constexpr char16_t FirstStrongIsolate = 0x2068;
constexpr char16_t PopDirectionalIsolate = 0x2069;
constexpr char16_t PopDirectionalFormatting = 0x202C;

bool opensIsolate(char16_t c)
{
    return c >= 0x2066 && c <= 0x2068;
}

bool opensEmbedding(char16_t c)
{
    return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

bool isDirectional(QChar c)
{
    switch (c.direction()) {
    case QChar::DirR:
    case QChar::DirAL:
    case QChar::DirAN:
    case QChar::DirLRE:
    case QChar::DirLRO:
    case QChar::DirRLE:
    case QChar::DirRLO:
    case QChar::DirPDF:
    case QChar::DirLRI:
    case QChar::DirRLI:
    case QChar::DirFSI:
    case QChar::DirPDI:
        return true;
    default:
        return c == QChar(0x200F) || c == QChar(0x200E) || c == QChar(0x061C);
    }
}

/// Drops closers without opener and closes what is open, so that the text ends as it began.
QString balanced(const QString &text)
{
    QString out;
    QList<char16_t> open; // the closer that each open one waits for
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (opensIsolate(unit)) {
            open.append(PopDirectionalIsolate);
        } else if (opensEmbedding(unit)) {
            open.append(PopDirectionalFormatting);
        } else if (unit == PopDirectionalIsolate || unit == PopDirectionalFormatting) {
            if (open.isEmpty() || open.last() != unit)
                continue;
            open.removeLast();
        }
        out += c;
    }
    while (!open.isEmpty())
        out += QChar(open.takeLast());
    return out;
}

/// The letters of a ligature that was typed as one character ("ﬁ"): as such, no search for the name finds it.
QString lettersOf(QChar ligature)
{
    static const QStringList letters{QStringLiteral("ff"), QStringLiteral("fi"), QStringLiteral("fl"),
        QStringLiteral("ffi"), QStringLiteral("ffl"), QStringLiteral("st"), QStringLiteral("st")};
    return letters.value(ligature.unicode() - 0xFB00);
}

/// What XML and a page cannot hold: lone surrogates, noncharacters.
QString wellFormed(const QString &raw)
{
    QString out;
    out.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar c = raw.at(i);
        if (c.isHighSurrogate() && i + 1 < raw.size() && raw.at(i + 1).isLowSurrogate()) {
            out += c;
            out += raw.at(++i);
        } else if (c.isSurrogate() || c.isNonCharacter()) {
            out += QChar(QChar::ReplacementCharacter);
        } else if (c.isSpace()) {
            out += u' ';
        } else if (c >= QChar(0xFB00) && c <= QChar(0xFB06)) {
            out += lettersOf(c);
        } else if (c.category() != QChar::Other_Control) {
            out += c;
        }
    }
    return out;
}

} // namespace

QString pageText(const QString &raw)
{
    const QString text = wellFormed(raw).simplified();
    for (const QChar c : text) {
        if (isDirectional(c))
            return QChar(FirstStrongIsolate) + balanced(text) + QChar(PopDirectionalIsolate);
    }
    bool astralRightToLeft =
        false; // scripts beyond the first plane that run from right to left: U+10800 to U+10FFF, U+1E800 to U+1EFFF
    for (const char32_t c : text.toUcs4())
        astralRightToLeft = astralRightToLeft || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
    return astralRightToLeft ? QChar(FirstStrongIsolate) + text + QChar(PopDirectionalIsolate) : text;
}

QStringList pageParagraphs(const QString &raw)
{
    QString lines = raw;
    lines.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    lines.replace(u'\r', u'\n');
    lines.replace(QChar(QChar::ParagraphSeparator), u'\n');
    lines.replace(QChar(QChar::LineSeparator), u'\n');
    QStringList paragraphs;
    const QStringList parts = lines.split(u'\n');
    for (const QString &part : parts) {
        const QString text = pageText(part);
        if (!text.isEmpty())
            paragraphs.append(text);
    }
    return paragraphs;
}

} // namespace reviewdesk
