#pragma once

#include "policy/Answers.h"
#include "policy/Evaluation.h"
#include "policy/Policy.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reviewdesk {

class JsonScanner;

/// One line of JSON Lines that holds a case to evaluate: `{"id":…,"facts":{…}}`. Keep one and read line after line into
/// it.
struct CaseLine {
    bool hasId = false; ///< a valid `id` that is not repeated
    std::string id;
    Answers answers; ///< of use when there is no error
    std::string_view errorCode; ///< empty: the line can be evaluated
    std::string errorMessage; ///< English: it is part of a machine's answer
    std::string errorPointer; ///< RFC 6901

    bool ok() const { return errorCode.empty(); }
};

/// Reads such lines for one policy, strictly: what is wrong comes with its code and place. Immutable; any number of
/// threads.
class CaseLineReader {
public:
    static constexpr std::size_t maxLineBytes = 1'048'576; ///< without the line's end
    static constexpr std::size_t maxIdBytes = 256;

    explicit CaseLineReader(const Policy &policy);

    /// Nothing but spaces, tabs and carriage returns: not a case.
    static bool isBlank(std::string_view line);
    /// `line` without its end.
    void read(std::string_view line, CaseLine &into) const;

private:
    struct KnownFact {
        std::string id;
        std::string member; ///< the id as a name is mostly written: quoted, its colon right after it
        bool isYesNo = false;
        std::vector<std::string> values;
    };
    class Reading;

    int factOf(std::string_view id) const;

    std::vector<KnownFact> m_facts;
    std::vector<std::int8_t> m_slots; ///< positions in m_facts by hashOf(id); -1: free
};

/// Writes the answers, a line each. Immutable; any number of threads.
class AnswerLineWriter {
public:
    explicit AnswerLineWriter(const Policy &policy);

    /// An answered line is its beginning, which holds the id, and its rest, which holds what the policy says.
    static void appendBeginning(const CaseLine &line, std::string &to);
    void appendRest(const Evaluation &evaluation, std::string &to) const;
    static void appendError(const CaseLine &line, std::string &to);

private:
    static void appendList(std::string_view member, const std::vector<int> &positions,
        const std::vector<std::string> &names, std::string &to);
    void appendChanges(const std::vector<Assignment> &changes, std::string &to) const;

    std::string m_afterId; ///< policy and version, up to the outcome's value
    std::vector<std::string> m_outcomes; ///< quoted, up to the first criterion; the first is "undetermined"
    std::vector<std::string> m_statuses; ///< four for each criterion: its member, with the comma before it
    std::vector<std::string> m_criteria; ///< quoted
    std::vector<std::string> m_facts; ///< quoted
};

} // namespace reviewdesk
