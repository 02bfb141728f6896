#include "policy/CaseLine.h"
#include "policy/JsonScanner.h"

namespace reviewdesk {

namespace {

std::string quoted(const QString &text)
{
    std::string made;
    appendJsonString(made, text.toStdString());
    return made;
}

} // namespace

AnswerLineWriter::AnswerLineWriter(const Policy &policy)
    : m_afterId(",\"policy\":" + quoted(policy.id) + ",\"version\":" + quoted(policy.version) + ",\"outcome\":")
{
    m_outcomes.push_back("\"undetermined\",\"criteria\":{");
    for (const OutcomeRule &rule : policy.outcomes)
        m_outcomes.push_back(quoted(rule.id) + ",\"criteria\":{");
    for (const Criterion &criterion : policy.criteria) {
        m_criteria.push_back(quoted(criterion.id));
        for (const char *status : {"met", "not_met", "not_applicable", "unknown"}) // in the order of CriterionStatus
            m_statuses.push_back((m_criteria.size() > 1 ? "," : "") + m_criteria.back() + ":\"" + status + '"');
    }
    for (const Fact &fact : policy.facts)
        m_facts.push_back(quoted(fact.id));
}

void AnswerLineWriter::appendList(
    std::string_view member, const std::vector<int> &positions, const std::vector<std::string> &names, std::string &to)
{
    to += member;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i > 0)
            to += ',';
        to += names[static_cast<std::size_t>(positions[i])];
    }
    to += ']';
}

void AnswerLineWriter::appendChanges(const std::vector<Assignment> &changes, std::string &to) const
{
    to += ",\"would_meet\":[";
    for (std::size_t i = 0; i < changes.size(); ++i) {
        to += i > 0 ? ",{" : "{";
        for (std::size_t j = 0; j < changes[i].size(); ++j) {
            if (j > 0)
                to += ',';
            to += m_facts[static_cast<std::size_t>(changes[i][j].first)];
            to += changes[i][j].second == 0 ? ":true" : ":false";
        }
        to += '}';
    }
    to += ']';
}

void AnswerLineWriter::appendBeginning(const CaseLine &line, std::string &to)
{
    to += "{\"id\":";
    appendJsonString(to, line.id);
}

void AnswerLineWriter::appendRest(const Evaluation &evaluation, std::string &to) const
{
    to += m_afterId;
    to += m_outcomes[static_cast<std::size_t>(evaluation.outcome + 1)];
    for (std::size_t i = 0; i < evaluation.criteria.size(); ++i)
        to += m_statuses[4 * i + static_cast<std::size_t>(evaluation.criteria[i])];
    appendList("},\"basis\":[", evaluation.basis, m_criteria, to);
    appendList(",\"unmet\":[", evaluation.unmet, m_criteria, to);
    appendList(",\"needed\":[", evaluation.needed, m_facts, to);
    appendChanges(evaluation.wouldMeet, to);
    appendList(",\"decisive\":[", evaluation.decisive, m_facts, to);
    to += "}\n";
}

void AnswerLineWriter::appendError(const CaseLine &line, std::string &to)
{
    to += "{\"id\":";
    if (line.hasId)
        appendJsonString(to, line.id);
    else
        to += "null";
    to += ",\"error\":{\"code\":";
    appendJsonString(to, line.errorCode);
    to += ",\"message\":";
    appendJsonString(to, line.errorMessage);
    to += ",\"pointer\":";
    appendJsonString(to, line.errorPointer);
    to += "}}\n";
}

} // namespace reviewdesk
