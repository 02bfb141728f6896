#include "policy/JsonScanner.h"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace reviewdesk {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// -1: not a hexadecimal digit.
int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The four hexadecimal digits at `at`, or -1.
int codeUnit(const char *at, const char *end)
{
    if (end - at < 4)
        return -1;
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexValue(at[i]);
        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

bool isHighSurrogate(int unit)
{
    return unit >= 0xd800 && unit < 0xdc00;
}

bool isLowSurrogate(int unit)
{
    return unit >= 0xdc00 && unit < 0xe000;
}

void appendUtf8(std::string &to, std::uint32_t point)
{
    const auto add = [&to](std::uint32_t byte) { to.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        add(point);
        return;
    }
    if (point < 0x800) {
        add(0xc0 | point >> 6);
    } else {
        if (point < 0x10000) {
            add(0xe0 | point >> 12);
        } else {
            add(0xf0 | point >> 18);
            add(0x80 | (point >> 12 & 0x3f));
        }
        add(0x80 | (point >> 6 & 0x3f));
    }
    add(0x80 | (point & 0x3f));
}

constexpr std::uint64_t everyByte(std::uint8_t byte)
{
    return 0x0101010101010101u * byte;
}

/// A high bit in each byte of `bytes` that is below `bound` (at most 0x80); above the first such byte there may be
/// more.
std::uint64_t below(std::uint64_t bytes, std::uint8_t bound)
{
    return (bytes - everyByte(bound)) & ~bytes & everyByte(0x80);
}

/// The first quote, backslash or control character, or `end`.
const char *plainEnd(const char *at, const char *end)
{
    if constexpr (std::endian::native == std::endian::little) {
        for (; end - at >= 8; at += 8) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, at, 8);
            const std::uint64_t found =
                below(bytes, 0x20) | below(bytes ^ everyByte('"'), 1) | below(bytes ^ everyByte('\\'), 1);
            if (found != 0)
                return at + std::countr_zero(found) / 8;
        }
    }
    while (at < end && static_cast<unsigned char>(*at) >= 0x20 && *at != '"' && *at != '\\')
        ++at;
    return at;
}

} // namespace

bool JsonScanner::atEnd()
{
    next();
    return m_at == m_end;
}

bool JsonScanner::string(std::string_view &raw, bool &escaped)
{
    const char *const begin = ++m_at;
    escaped = false;
    for (;;) {
        m_at = plainEnd(m_at, m_end);
        if (m_at == m_end || static_cast<unsigned char>(*m_at) < 0x20)
            return false;
        if (*m_at == '"') {
            raw = {begin, static_cast<std::size_t>(m_at - begin)};
            ++m_at;
            return true;
        }
        escaped = true;
        if (!escape())
            return false;
    }
}

/// Passes one escape, its backslash at the cursor. A surrogate without its other half is refused.
bool JsonScanner::escape()
{
    if (m_end - m_at < 2)
        return false;
    const char kind = m_at[1];
    m_at += 2;
    if (kind != 'u')
        return std::string_view("\"\\/bfnrt").find(kind) != std::string_view::npos;
    const int unit = codeUnit(m_at, m_end);
    if (unit < 0 || isLowSurrogate(unit))
        return false;
    m_at += 4;
    if (!isHighSurrogate(unit))
        return true;
    if (m_end - m_at < 6 || m_at[0] != '\\' || m_at[1] != 'u' || !isLowSurrogate(codeUnit(m_at + 2, m_end)))
        return false;
    m_at += 6;
    return true;
}

bool JsonScanner::number()
{
    const auto digits = [this] {
        const char *const begin = m_at;
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
        return m_at > begin;
    };
    const auto takeHere = [this](char a, char b) {
        const bool there = m_at < m_end && (*m_at == a || *m_at == b);
        m_at += there ? 1 : 0;
        return there;
    };
    takeHere('-', '-');
    if (!takeHere('0', '0') && !digits())
        return false;
    if (takeHere('.', '.') && !digits())
        return false;
    if (takeHere('e', 'E')) {
        takeHere('+', '-');
        return digits();
    }
    return true;
}

bool JsonScanner::skipContainer(int depth)
{
    if (depth >= maxDepth)
        return false;
    const bool isObject = *m_at == '{';
    const char close = isObject ? '}' : ']';
    take();
    if (takeIf(close))
        return true;
    do {
        std::string_view raw;
        bool escaped = false;
        if ((isObject && !name(raw, escaped)) || !skipValue(depth + 1))
            return false;
    } while (takeIf(','));
    return takeIf(close);
}

bool JsonScanner::skipValue(int depth)
{
    std::string_view raw;
    bool escaped = false;
    switch (next()) {
    case '{':
    case '[':
        return skipContainer(depth);
    case '"':
        return string(raw, escaped);
    case 't':
        return word("true");
    case 'f':
        return word("false");
    case 'n':
        return word("null");
    default:
        return number();
    }
}

void JsonScanner::unescape(std::string_view raw, std::string &into)
{
    into.clear();
    const char *at = raw.data();
    const char *const end = at + raw.size();
    while (at < end) {
        if (*at != '\\') {
            into.push_back(*at++);
            continue;
        }
        const char kind = at[1];
        at += 2;
        if (kind != 'u') {
            static constexpr std::string_view letters = "bfnrt";
            const std::size_t letter = letters.find(kind);
            into.push_back(letter == std::string_view::npos ? kind : "\b\f\n\r\t"[letter]);
            continue;
        }
        std::uint32_t point = static_cast<std::uint32_t>(codeUnit(at, end));
        at += 4;
        if (isHighSurrogate(static_cast<int>(point))) {
            point = 0x10000 + ((point - 0xd800) << 10) + (static_cast<std::uint32_t>(codeUnit(at + 2, end)) - 0xdc00);
            at += 6;
        }
        appendUtf8(into, point);
    }
}

void appendJsonString(std::string &to, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    static constexpr std::array<char, 14> letters{0, 0, 0, 0, 0, 0, 0, 0, 'b', 't', 'n', 0, 'f', 'r'};
    to.push_back('"');
    const char *at = text.data();
    const char *const end = at + text.size();
    for (;;) {
        const char *const plain = plainEnd(at, end);
        to.append(at, plain);
        if (plain == end)
            break;
        const unsigned char c = static_cast<unsigned char>(*plain);
        to.push_back('\\');
        if (c >= 0x20) {
            to.push_back(*plain);
        } else if (c < letters.size() && letters[c] != 0) {
            to.push_back(letters[c]);
        } else {
            to.append("u00");
            to.push_back(digits[c >> 4]);
            to.push_back(digits[c & 15]);
        }
        at = plain + 1;
    }
    to.push_back('"');
}

} // namespace reviewdesk
