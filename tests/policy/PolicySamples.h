#pragma once

#include "policy/Answers.h"
#include "policy/Evaluation.h"
#include "policy/Policy.h"

#include <random>

namespace reviewdesk {

/// A small policy of random shape: facts of both kinds, a tree of criteria with gates, `not`, `at_least`, references
/// and own conditions, two or three outcomes that may overlap or leave cases out.
Policy randomPolicy(std::mt19937 &random);

/// Answers of which about a `known` share (0 to 1) of the choices and of the true/false facts is known; the others are
/// absent or not documented.
Answers randomAnswers(const Policy &policy, double knownChoices, double knownYesNo, std::mt19937 &random);

/// What differs between two evaluations, by the policy's names; empty when nothing does.
QString differences(const Policy &policy, const Evaluation &actual, const Evaluation &expected);

/// The answers by the policy's names, for a failing test's message.
QString described(const Policy &policy, const Answers &answers);

} // namespace reviewdesk
