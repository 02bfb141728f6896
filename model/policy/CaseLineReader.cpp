#include "policy/CaseLine.h"
#include "policy/JsonScanner.h"

#include <simdjson.h>

#include <algorithm>
#include <cassert>
#include <cstring>

namespace reviewdesk {

namespace {

std::size_t hashOf(std::string_view word)
{
    // Length, both ends and the middle tell a pack's few ids apart; what they leave is compared whole anyway.
    if (word.empty())
        return 0;
    const auto byte = [&word](std::size_t place) {
        return static_cast<std::size_t>(static_cast<unsigned char>(word[place]));
    };
    std::size_t hash = word.size() * 0x9e37u;
    hash += byte(0) * 0x85ebu + byte(word.size() - 1) * 0xc2b3u + byte(word.size() / 2) * 0x27d5u +
        byte(word.size() / 4) * 0x1657u;
    return hash ^ hash >> 9;
}

/// RFC 6901: a reference token.
std::string tokenOf(std::string_view name)
{
    std::string token = "/";
    for (const char c : name) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

bool isAscii(std::string_view text)
{
    unsigned char all = 0;
    for (const char c : text)
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
    return all < 0x80;
}

} // namespace

CaseLineReader::CaseLineReader(const Policy &policy) : m_slots(256, -1)
{
    assert(policy.facts.size() <= maxFacts);
    for (const Fact &fact : policy.facts) {
        KnownFact known{fact.id.toStdString(), {}, fact.kind == FactKind::YesNo, {}};
        appendJsonString(known.member, known.id);
        known.member += ':';
        for (const FactOption &option : fact.options)
            known.values.push_back(option.value.toStdString());
        std::size_t slot = hashOf(known.id);
        while (m_slots[slot & (m_slots.size() - 1)] >= 0)
            ++slot;
        m_slots[slot & (m_slots.size() - 1)] = static_cast<std::int8_t>(m_facts.size());
        m_facts.push_back(std::move(known));
    }
}

int CaseLineReader::factOf(std::string_view id) const
{
    for (std::size_t slot = hashOf(id);; ++slot) {
        const int fact = m_slots[slot & (m_slots.size() - 1)];
        if (fact < 0 || m_facts[static_cast<std::size_t>(fact)].id == id)
            return fact;
    }
}

bool CaseLineReader::isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// One pass over a line. It goes on to the end after the first problem: a text that is no JSON further on counts before
/// it, and the id may still come.
class CaseLineReader::Reading {
public:
    Reading(const CaseLineReader &reader, std::string_view line, CaseLine &into)
        : m_reader(reader), m_scanner(line), m_into(into)
    {
    }

    /// False: the line is no JSON.
    bool run();

private:
    bool member();
    bool idValue();
    bool factsValue();
    bool factMember();
    bool factMember(int fact);
    bool factValue(int fact);
    /// What a name or a string says; stays valid until the next call.
    std::string_view meaning(std::string_view raw, bool escaped);
    /// Only the first problem counts: they are met in the order of their places.
    void note(std::string_view code, std::string pointer, std::string message);

    const CaseLineReader &m_reader;
    JsonScanner m_scanner;
    CaseLine &m_into;
    std::string m_unescaped;
    int m_ids = 0;
    int m_factObjects = 0;
    std::uint64_t m_factsSeen = 0; ///< a bit for each fact
    std::size_t m_nextFact = 0; ///< after the last one met: facts mostly come in policy order
};

std::string_view CaseLineReader::Reading::meaning(std::string_view raw, bool escaped)
{
    if (!escaped)
        return raw;
    JsonScanner::unescape(raw, m_unescaped);
    return m_unescaped;
}

void CaseLineReader::Reading::note(std::string_view code, std::string pointer, std::string message)
{
    if (!m_into.ok())
        return;
    m_into.errorCode = code;
    m_into.errorPointer = std::move(pointer);
    m_into.errorMessage = std::move(message);
}

bool CaseLineReader::Reading::run()
{
    if (m_scanner.next() != '{') {
        if (!m_scanner.skipValue(0) || !m_scanner.atEnd())
            return false;
        note("not_an_object", {}, "A line is one JSON object with the members id and facts.");
        return true;
    }
    m_scanner.take();
    if (!m_scanner.takeIf('}')) {
        do {
            if (!member())
                return false;
        } while (m_scanner.takeIf(','));
        if (!m_scanner.takeIf('}'))
            return false;
    }
    if (!m_scanner.atEnd())
        return false;
    m_into.hasId = m_into.hasId && m_ids == 1;
    if (m_ids == 0)
        note("missing_id", {}, "There is no id.");
    if (m_factObjects == 0)
        note("missing_facts", {}, "There are no facts; {} stands for none.");
    return true;
}

bool CaseLineReader::Reading::member()
{
    std::string_view raw;
    bool escaped = false;
    if (!m_scanner.name(raw, escaped))
        return false;
    const std::string_view name = meaning(raw, escaped);
    if (name == "id") {
        if (++m_ids == 1)
            return idValue();
        note("duplicate_key", "/id", "The id stands here a second time.");
    } else if (name == "facts") {
        if (++m_factObjects == 1)
            return factsValue();
        note("duplicate_key", "/facts", "The facts stand here a second time.");
    } else if (m_into.ok()) {
        note("unknown_member", tokenOf(name), "A line has the members id and facts, no others.");
    }
    return m_scanner.skipValue(1);
}

bool CaseLineReader::Reading::idValue()
{
    if (m_scanner.next() != '"') {
        note("invalid_id", "/id", "The id is not a string.");
        return m_scanner.skipValue(1);
    }
    std::string_view raw;
    bool escaped = false;
    if (!m_scanner.string(raw, escaped))
        return false;
    const std::string_view id = meaning(raw, escaped);
    if (id.empty() || id.size() > maxIdBytes) {
        note("invalid_id", "/id", id.empty() ? "The id is empty." : "The id is longer than 256 bytes.");
        return true;
    }
    m_into.hasId = true;
    m_into.id = id;
    return true;
}

bool CaseLineReader::Reading::factsValue()
{
    if (m_scanner.next() != '{') {
        note("invalid_facts", "/facts", "The facts are not an object.");
        return m_scanner.skipValue(1);
    }
    m_scanner.take();
    if (m_scanner.takeIf('}'))
        return true;
    do {
        if (!factMember())
            return false;
    } while (m_scanner.takeIf(','));
    return m_scanner.takeIf('}');
}

bool CaseLineReader::Reading::factMember()
{
    const std::size_t guessesEnd = std::min(m_nextFact + 3, m_reader.m_facts.size());
    for (std::size_t guess = m_nextFact; guess < guessesEnd; ++guess) {
        if (m_scanner.word(m_reader.m_facts[guess].member))
            return factMember(static_cast<int>(guess));
    }
    std::string_view raw;
    bool escaped = false;
    if (!m_scanner.name(raw, escaped))
        return false;
    const std::string_view name = meaning(raw, escaped);
    if (const int fact = m_reader.factOf(name); fact >= 0)
        return factMember(fact);
    if (m_into.ok())
        note("unknown_fact", "/facts" + tokenOf(name), "The policy knows no such fact.");
    return m_scanner.skipValue(2);
}

bool CaseLineReader::Reading::factMember(int fact)
{
    m_nextFact = static_cast<std::size_t>(fact) + 1;
    const std::uint64_t bit = std::uint64_t{1} << fact;
    if ((m_factsSeen & bit) == 0) {
        m_factsSeen |= bit;
        return factValue(fact);
    }
    if (m_into.ok())
        note("duplicate_key", "/facts" + tokenOf(m_reader.m_facts[static_cast<std::size_t>(fact)].id),
            "The fact stands here a second time.");
    return m_scanner.skipValue(2);
}

bool CaseLineReader::Reading::factValue(int fact)
{
    const KnownFact &known = m_reader.m_facts[static_cast<std::size_t>(fact)];
    switch (m_scanner.next()) {
    case 'n':
        m_into.answers.set(fact, Answers::NotDocumented);
        return m_scanner.word("null");
    case 't':
    case 'f': {
        const bool isTrue = m_scanner.next() == 't';
        if (!m_scanner.word(isTrue ? "true" : "false"))
            return false;
        if (known.isYesNo)
            m_into.answers.set(fact, isTrue ? 0 : 1);
        else
            note("wrong_type", "/facts" + tokenOf(known.id), "This fact takes one of its listed strings or null.");
        return true;
    }
    case '"': {
        std::string_view raw;
        bool escaped = false;
        if (!m_scanner.string(raw, escaped))
            return false;
        if (known.isYesNo) {
            note("wrong_type", "/facts" + tokenOf(known.id), "This fact takes true, false or null.");
            return true;
        }
        const std::string_view value = meaning(raw, escaped);
        const auto found = std::find(known.values.begin(), known.values.end(), value);
        if (found != known.values.end())
            m_into.answers.set(fact, static_cast<int>(found - known.values.begin()));
        else
            note("unknown_value", "/facts" + tokenOf(known.id), "The fact has no such value.");
        return true;
    }
    default:
        if (m_into.ok())
            note("wrong_type", "/facts" + tokenOf(known.id),
                known.isYesNo ? "This fact takes true, false or null."
                              : "This fact takes one of its listed strings or null.");
        return m_scanner.skipValue(2);
    }
}

void CaseLineReader::read(std::string_view line, CaseLine &into) const
{
    const auto refuse = [&into](std::string_view code, std::string_view message) {
        into.hasId = false; // a line that is no JSON has no members
        into.errorCode = code;
        into.errorPointer.clear();
        into.errorMessage = message;
    };
    into.hasId = false;
    into.errorCode = {};
    if (line.size() > maxLineBytes)
        return refuse("line_too_long", "The line is longer than 1,048,576 bytes.");
    if (!isAscii(line) && !simdjson::validate_utf8(line.data(), line.size()))
        return refuse("invalid_utf8", "The line is not UTF-8.");
    into.answers.reset(static_cast<int>(m_facts.size()));
    if (!Reading(*this, line, into).run())
        refuse("invalid_json", "The line is not JSON.");
}

} // namespace reviewdesk
