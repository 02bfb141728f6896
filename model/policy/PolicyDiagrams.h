#pragma once

#include "policy/DecisionDiagram.h"
#include "policy/Evaluation.h"
#include "policy/Policy.h"

#include <optional>
#include <vector>

namespace reviewdesk {

/// What the evaluator knows of a criterion. Nodes are those of PolicyDiagrams::conditions.
struct CompiledCriterion {
    DiagramNode gate = DiagramBuilder::False; ///< with those of all ancestors
    DiagramNode holds = DiagramBuilder::False; ///< gate and content
    std::optional<DiagramNode> own; ///< the conditions of its own, in a criterion with children
    int parent = -1;
    std::vector<int> children;
    bool canApprove = false; ///< it or one above it is a criterion of an approvable outcome
};

/// A policy as decision diagrams: one of its criteria's conditions, one of its outcome.
struct PolicyDiagrams {
    using Value = DecisionDiagram::Value;

    /// Terminals of both diagrams: false, true, no outcome at all, then the policy's outcomes in order.
    static constexpr Value NoOutcome = 2;
    static constexpr Value FirstOutcome = 3;

    std::vector<CompiledCriterion> criteria;
    DecisionDiagram conditions; ///< False or True; roots as named in `criteria`
    DecisionDiagram outcomes; ///< one root: the first listed outcome that holds, or NoOutcome
    std::vector<OutcomeEffect> effects; ///< of the outcomes
    std::optional<Value> approval; ///< the first approvable outcome's terminal: what wouldMeet aims at
    std::uint64_t yesNoFacts = 0; ///< a bit for each true/false fact
    std::vector<std::pair<int, int>> overlaps; ///< outcomes that hold together in some case
    bool tooLarge = false;

    static PolicyDiagrams of(const Policy &policy);

    /// Position of the outcome of a terminal; Undetermined for every other value.
    static int outcomeOf(Value value)
    {
        return value < FirstOutcome || value == DecisionDiagram::Open ? Evaluation::Undetermined : value - FirstOutcome;
    }
};

} // namespace reviewdesk
