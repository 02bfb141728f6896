#pragma once

#include <string>
#include <string_view>

namespace reviewdesk {

/// Walks one JSON text strictly as RFC 8259 has it, without building anything: for streams of lines, where a value for
/// each would cost too much. The text must be valid UTF-8. Every function answers false once the text has turned out
/// not to be JSON; nothing read is then of use.
class JsonScanner {
public:
    static constexpr int maxDepth = 64; ///< containers inside each other

    explicit JsonScanner(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) { }

    /// The next character that is no white space, which stays; NUL at the end.
    char next()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\r' || *m_at == '\n'))
            ++m_at;
        return m_at < m_end ? *m_at : '\0';
    }
    /// Takes the character that next() showed.
    void take() { ++m_at; }
    bool takeIf(char expected)
    {
        if (next() != expected)
            return false;
        take();
        return true;
    }
    /// Only white space is left.
    bool atEnd();

    /// A string, its opening quote next. `raw`: what stands between the quotes; `escaped`: unescape it before use.
    bool string(std::string_view &raw, bool &escaped);
    /// A member's name and its colon.
    bool name(std::string_view &raw, bool &escaped) { return next() == '"' && string(raw, escaped) && takeIf(':'); }
    /// Passes any value. `depth`: how many containers it stands in.
    bool skipValue(int depth);
    /// Takes `expected` if exactly these bytes come: true, false or null; or a name as it is mostly written.
    bool word(std::string_view expected)
    {
        if (!std::string_view(m_at, static_cast<std::size_t>(m_end - m_at)).starts_with(expected))
            return false;
        m_at += expected.size();
        return true;
    }

    /// What a string that string() has let pass means, as UTF-8.
    static void unescape(std::string_view raw, std::string &into);

private:
    bool escape();
    bool number();
    bool skipContainer(int depth);

    const char *m_at;
    const char *m_end;
};

/// Adds `text` (UTF-8) as a JSON string: only the quote, the backslash and U+0000 to U+001F are escaped.
void appendJsonString(std::string &to, std::string_view text);

} // namespace reviewdesk
