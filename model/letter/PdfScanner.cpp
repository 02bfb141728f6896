#include "letter/PdfScanner.h"

namespace reviewdesk {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDelimiter(char c)
{
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '/' || c == '%' || c == '{' ||
        c == '}';
}

} // namespace

bool PdfScanner::next()
{
    m_operands.clear();
    std::size_t from = std::string_view::npos;
    for (;;) {
        const Token kind = token();
        if (kind == Token::End || kind == Token::Fault) {
            m_failed = kind == Token::Fault || !m_operands.empty(); // operands without an operator
            return false;
        }
        const auto begin = static_cast<std::size_t>(m_token.data() - m_content.data());
        if (from == std::string_view::npos)
            from = begin;
        if (kind == Token::Operator) {
            m_name = m_token;
            m_instruction = m_content.substr(from, begin + m_token.size() - from);
            return true;
        }
        m_operands.push_back(m_token);
    }
}

PdfScanner::Token PdfScanner::token()
{
    while (m_at < m_content.size() && isSpace(m_content[m_at]))
        ++m_at;
    if (m_at >= m_content.size())
        return Token::End;
    const std::size_t from = m_at;
    const char first = m_content[m_at];
    Token kind = Token::Operand;
    if (first == '(') {
        kind = string();
    } else if (first == '[') {
        kind = nested(']');
    } else if (first == '<' && m_content.substr(m_at, 2) == "<<") {
        kind = nested('>');
    } else if (first == '<') {
        const std::size_t end = m_content.find('>', m_at);
        m_at = end == std::string_view::npos ? m_content.size() : end + 1;
        kind = end == std::string_view::npos ? Token::Fault : Token::Operand;
    } else if (first == '/' || !isDelimiter(first)) {
        ++m_at;
        while (m_at < m_content.size() && !isSpace(m_content[m_at]) && !isDelimiter(m_content[m_at]))
            ++m_at;
        const bool word =
            (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first == '\'' || first == '"';
        kind = word ? Token::Operator : Token::Operand;
    } else {
        kind = Token::Fault; // a comment, too: nobody writes one there
    }
    m_token = m_content.substr(from, m_at - from);
    return kind;
}

/// An array or a dictionary, as one operand.
PdfScanner::Token PdfScanner::nested(char close)
{
    m_at += close == '>' ? 2 : 1;
    for (;;) {
        while (m_at < m_content.size() && isSpace(m_content[m_at]))
            ++m_at;
        if (m_at >= m_content.size())
            return Token::Fault;
        if (m_content[m_at] == close && (close != '>' || m_content.substr(m_at, 2) == ">>")) {
            m_at += close == '>' ? 2 : 1;
            return Token::Operand;
        }
        if (token() == Token::Fault)
            return Token::Fault;
    }
}

PdfScanner::Token PdfScanner::string()
{
    int depth = 0;
    for (; m_at < m_content.size(); ++m_at) {
        const char c = m_content[m_at];
        if (c == '\\')
            ++m_at;
        else if (c == '(')
            ++depth;
        else if (c == ')' && --depth == 0) {
            ++m_at;
            return Token::Operand;
        }
    }
    return Token::Fault;
}

double numberOf(std::string_view token)
{
    const bool negative = !token.empty() && token.front() == '-';
    double value = 0;
    double place = 0; // of the next digit behind the point
    for (const char c : token.substr(negative ? 1 : 0)) {
        if (c == '.' && place == 0)
            place = 0.1;
        else if (c < '0' || c > '9')
            return 0;
        else if (place > 0) {
            value += (c - '0') * place;
            place /= 10;
        } else {
            value = value * 10 + (c - '0');
        }
    }
    return negative ? -value : value;
}

} // namespace reviewdesk
