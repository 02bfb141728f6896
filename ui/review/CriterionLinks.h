#pragma once

#include "policy/Evaluation.h"
#include "policy/Interview.h"
#include "policy/Policy.h"

#include <vector>

namespace reviewdesk {

/// Which questions stand behind which criteria: the links between wizard and criteria panel, made once from the pack.
class CriterionLinks {
public:
    explicit CriterionLinks(const Policy &policy);

    /// Facts that the criterion's own content reads, in policy order; those below it not included.
    const std::vector<int> &contentFacts(int criterion) const { return m_content[static_cast<std::size_t>(criterion)]; }
    /// Facts of the criterion's gate, without its ancestors'.
    const std::vector<int> &gateFacts(int criterion) const { return m_gate[static_cast<std::size_t>(criterion)]; }

    /// The criteria that read a fact and are not ruled out, in policy order; when none of them reads it as content, the
    /// first whose gate does.
    std::vector<int> criteriaOf(int fact, const Evaluation &evaluation) const;
    /// Whether any criterion that is not ruled out reads the fact.
    bool isRead(int fact, const Evaluation &evaluation) const { return !criteriaOf(fact, evaluation).empty(); }
    /// The question to go to from a criterion: one that is needed before others, shown ones only; -1: none is shown.
    int questionOf(int criterion, const Interview &interview, const Evaluation &evaluation) const;

private:
    const Policy &m_policy;
    std::vector<std::vector<int>> m_content;
    std::vector<std::vector<int>> m_gate;
};

/// Whether `fact` given as `option` speaks for the condition (1), against it (-1) or either way (0), all else being
/// open.
int bearing(const Condition &condition, int fact, int option);

} // namespace reviewdesk
