#pragma once

#include <string_view>
#include <vector>

namespace reviewdesk {

/// Takes a page's content (ISO 32000-1, 7.8.2) apart: an operator with its operands at a time. Views into the content.
class PdfScanner {
public:
    explicit PdfScanner(std::string_view content) : m_content(content) { }

    /// False at the end, or where it is not content.
    bool next();
    bool failed() const { return m_failed; }

    std::string_view instruction() const { return m_instruction; } ///< operands and operator
    std::string_view name() const { return m_name; }
    const std::vector<std::string_view> &operands() const
    {
        return m_operands;
    } ///< each a number, name, string, array or dictionary

private:
    enum class Token { Operand, Operator, End, Fault };
    Token token();
    Token nested(char close);
    Token string();

    std::string_view m_content;
    std::size_t m_at = 0;
    std::string_view m_token;
    std::string_view m_instruction;
    std::string_view m_name;
    std::vector<std::string_view> m_operands;
    bool m_failed = false;
};

/// The number that stands there; 0 where none does.
double numberOf(std::string_view token);

} // namespace reviewdesk
