#include "ui/review/CriterionLinks.h"

#include <algorithm>

namespace reviewdesk {

namespace {

void collectFacts(const Condition &condition, std::vector<int> &facts)
{
    if (condition.kind == Condition::Kind::FactIs)
        facts.push_back(condition.fact);
    for (const Condition &part : condition.parts)
        collectFacts(part, facts);
}

std::vector<int> factsOf(const Condition &condition)
{
    std::vector<int> facts;
    collectFacts(condition, facts);
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

bool holds(const std::vector<int> &sorted, int value)
{
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

/// The first of `facts` that is shown and, if asked so, needed; -1: none.
int firstShown(const std::vector<int> &facts, const Interview &interview, const Evaluation &evaluation, bool onlyNeeded)
{
    for (const int fact : facts) {
        const bool needed =
            std::find(evaluation.needed.begin(), evaluation.needed.end(), fact) != evaluation.needed.end();
        if (interview.shows(fact) && (needed || !onlyNeeded))
            return fact;
    }
    return -1;
}

} // namespace

CriterionLinks::CriterionLinks(const Policy &policy) : m_policy(policy)
{
    for (const Criterion &criterion : policy.criteria) {
        m_content.push_back(factsOf(criterion.content));
        m_gate.push_back(factsOf(criterion.gate));
    }
}

std::vector<int> CriterionLinks::criteriaOf(int fact, const Evaluation &evaluation) const
{
    std::vector<int> reading;
    int gated = -1;
    for (std::size_t index = 0; index < m_content.size(); ++index) {
        if (evaluation.criteria[index] == CriterionStatus::NotApplicable)
            continue;
        if (holds(m_content[index], fact))
            reading.push_back(static_cast<int>(index));
        else if (gated < 0 && holds(m_gate[index], fact))
            gated = static_cast<int>(index);
    }
    if (reading.empty() && gated >= 0)
        reading.push_back(gated);
    return reading;
}

int CriterionLinks::questionOf(int criterion, const Interview &interview, const Evaluation &evaluation) const
{
    for (const bool onlyNeeded : {true, false}) {
        // From the criterion itself down to its children, then the gates up to its ancestors'.
        std::vector<int> open{criterion};
        while (!open.empty()) {
            const int at = open.front();
            open.erase(open.begin());
            const int fact = firstShown(contentFacts(at), interview, evaluation, onlyNeeded);
            if (fact >= 0)
                return fact;
            for (const int child : m_policy.criteria.at(at).children) {
                if (evaluation.criteria[static_cast<std::size_t>(child)] != CriterionStatus::NotApplicable)
                    open.push_back(child);
            }
        }
        for (int at = criterion; at >= 0; at = m_policy.criteria.at(at).parent) {
            const int fact = firstShown(gateFacts(at), interview, evaluation, onlyNeeded);
            if (fact >= 0)
                return fact;
        }
    }
    return -1;
}

int bearing(const Condition &condition, int fact, int option)
{
    int sign = 0;
    if (condition.kind == Condition::Kind::FactIs && condition.fact == fact) {
        const bool listed =
            std::find(condition.options.begin(), condition.options.end(), option) != condition.options.end();
        return listed ? 1 : -1;
    }
    for (const Condition &part : condition.parts) {
        sign = bearing(part, fact, option);
        if (sign != 0)
            break;
    }
    return condition.kind == Condition::Kind::Not ? -sign : sign;
}

} // namespace reviewdesk
