#include "policy/JsonFault.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

/// Walks the grammar by recursive descent; the nesting limit bounds the recursion.
class Walker {
public:
    Walker(const QByteArray &utf8, int depth) : m_text(utf8), m_depth(depth) { }

    std::optional<JsonFault> fault()
    {
        skipSpace();
        if (value(0)) {
            skipSpace();
            if (m_at < m_text.size())
                fail(QT_TRANSLATE_NOOP("JsonReader", "Something follows after the end of the document."));
        }
        return m_fault;
    }

private:
    char here() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }
    bool ended() const { return m_at >= m_text.size(); }

    bool fail(const char *message)
    {
        if (!m_fault)
            m_fault = JsonFault{std::min(m_at, m_text.size()), Say::tr(message), false};
        return false;
    }

    void skipSpace()
    {
        while (!ended() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r'))
            ++m_at;
    }

    bool value(int depth)
    {
        if (ended())
            return fail(QT_TRANSLATE_NOOP("JsonReader", "The document ends where a value is expected."));
        switch (here()) {
        case '{':
        case '[':
            if (depth >= m_depth) {
                fail(QT_TRANSLATE_NOOP("JsonReader", "The document is nested too deeply."));
                m_fault->tooDeep = true;
                return false;
            }
            return here() == '{' ? object(depth + 1) : array(depth + 1);
        case '"':
            return string();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            if (here() == '-' || isDigit())
                return number();
            return fail(QT_TRANSLATE_NOOP("JsonReader", "A value is expected here."));
        }
    }

    bool object(int depth)
    {
        ++m_at;
        skipSpace();
        if (take('}'))
            return true;
        while (true) {
            if (here() != '"')
                return fail(QT_TRANSLATE_NOOP("JsonReader", "A member's name in double quotes is expected here."));
            if (!string())
                return false;
            skipSpace();
            if (!take(':'))
                return fail(QT_TRANSLATE_NOOP("JsonReader", "A colon is expected here."));
            skipSpace();
            if (!value(depth))
                return false;
            skipSpace();
            if (take('}'))
                return true;
            if (!take(','))
                return fail(QT_TRANSLATE_NOOP("JsonReader", "A comma or a closing brace is expected here."));
            skipSpace();
        }
    }

    bool array(int depth)
    {
        ++m_at;
        skipSpace();
        if (take(']'))
            return true;
        while (true) {
            if (!value(depth))
                return false;
            skipSpace();
            if (take(']'))
                return true;
            if (!take(','))
                return fail(QT_TRANSLATE_NOOP("JsonReader", "A comma or a closing bracket is expected here."));
            skipSpace();
        }
    }

    bool string()
    {
        ++m_at;
        while (!ended()) {
            const char character = here();
            if (static_cast<unsigned char>(character) < 0x20)
                return fail(
                    QT_TRANSLATE_NOOP("JsonReader", "A control character stands in a text; it must be escaped."));
            if (character == '\\') {
                if (!escape())
                    return false;
                continue;
            }
            ++m_at;
            if (character == '"')
                return true;
        }
        return fail(QT_TRANSLATE_NOOP("JsonReader", "The document ends inside a text."));
    }

    bool escape()
    {
        const qsizetype next = m_at + 1;
        const char kind = next < m_text.size() ? m_text.at(next) : '\0';
        if (kind != 'u') {
            if (kind == '\0' || !QByteArrayView("\"\\/bfnrt").contains(kind))
                return fail(QT_TRANSLATE_NOOP("JsonReader", "This escape is not one of JSON's."));
            m_at += 2;
            return true;
        }
        const int unit = hexUnit(m_at);
        if (unit < 0)
            return fail(QT_TRANSLATE_NOOP("JsonReader", "Four hexadecimal digits are expected after \\u."));
        const bool high = unit >= 0xd800 && unit < 0xdc00;
        const bool low = unit >= 0xdc00 && unit < 0xe000;
        const int second = high ? hexUnit(m_at + 6) : -1;
        if (low || (high && (second < 0xdc00 || second >= 0xe000)))
            return fail(QT_TRANSLATE_NOOP("JsonReader", "Half of a surrogate pair stands alone."));
        m_at += high ? 12 : 6;
        return true;
    }

    /// The value of "\uXXXX" at `at`; -1 when none stands there.
    int hexUnit(qsizetype at) const
    {
        const QByteArray escape = m_text.mid(at, 6);
        if (escape.size() != 6 || !escape.startsWith("\\u"))
            return -1;
        int unit = 0;
        for (const char digit : escape.mid(2)) {
            const char lower = static_cast<char>(digit | 0x20);
            if (digit >= '0' && digit <= '9')
                unit = unit * 16 + (digit - '0');
            else if (lower >= 'a' && lower <= 'f')
                unit = unit * 16 + (lower - 'a' + 10);
            else
                return -1;
        }
        return unit;
    }

    bool isDigit() const { return here() >= '0' && here() <= '9'; }

    bool digits()
    {
        if (!isDigit())
            return fail(QT_TRANSLATE_NOOP("JsonReader", "A digit is expected here."));
        while (isDigit())
            ++m_at;
        return true;
    }

    bool number()
    {
        take('-');
        if (here() == '0') {
            ++m_at;
            if (isDigit())
                return fail(QT_TRANSLATE_NOOP("JsonReader", "A number must not begin with a zero."));
        } else if (!digits()) {
            return false;
        }
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return digits();
        }
        return true;
    }

    bool word(const char *expected)
    {
        const qsizetype length = static_cast<qsizetype>(qstrlen(expected));
        if (m_text.mid(m_at, length) != expected)
            return fail(QT_TRANSLATE_NOOP("JsonReader", "A value is expected here."));
        m_at += length;
        return true;
    }

    bool take(char expected)
    {
        if (ended() || here() != expected)
            return false;
        ++m_at;
        return true;
    }

    const QByteArray &m_text;
    int m_depth;
    qsizetype m_at = 0;
    std::optional<JsonFault> m_fault;
};

/// Length of the valid UTF-8 sequence at `at` (Unicode, table 3-7); 0 when there is none.
qsizetype sequenceAt(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes.at(at + i)) : 0;
    };
    const auto follows = [&](qsizetype i) { return (byte(i) & 0xc0) == 0x80; };
    const int lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead <= 0xdf)
        return follows(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const bool overlong = lead == 0xe0 && byte(1) < 0xa0;
        const bool surrogate = lead == 0xed && byte(1) > 0x9f;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const bool overlong = lead == 0xf0 && byte(1) < 0x90;
        const bool beyond = lead == 0xf4 && byte(1) > 0x8f;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

} // namespace

std::optional<JsonFault> findJsonFault(const QByteArray &utf8, int depth)
{
    return Walker(utf8, depth).fault();
}

qsizetype findInvalidUtf8(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = sequenceAt(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

QString textPlace(const QByteArray &utf8, qsizetype offset)
{
    const QByteArray before = utf8.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    qsizetype column = 1;
    for (qsizetype at = lineStart; at < offset; ++at)
        column += (static_cast<unsigned char>(utf8.at(at)) & 0xc0) != 0x80 ? 1 : 0;
    return QStringLiteral("line %1, column %2").arg(line).arg(column);
}

} // namespace reviewdesk
