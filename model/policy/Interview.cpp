#include "policy/Interview.h"

#include <algorithm>

namespace reviewdesk {

namespace {

bool mentions(const Condition &condition, int fact)
{
    if (condition.kind == Condition::Kind::FactIs)
        return condition.fact == fact;
    return std::any_of(
        condition.parts.begin(), condition.parts.end(), [&](const Condition &part) { return mentions(part, fact); });
}

bool contains(const std::vector<int> &facts, int fact)
{
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

} // namespace

bool holdsIn(const Condition &condition, const Answers &answers)
{
    const auto holds = [&](const Condition &part) { return holdsIn(part, answers); };
    switch (condition.kind) {
    case Condition::Kind::Always:
        return true;
    case Condition::Kind::Never:
        return false;
    case Condition::Kind::All:
        return std::all_of(condition.parts.begin(), condition.parts.end(), holds);
    case Condition::Kind::Any:
        return std::any_of(condition.parts.begin(), condition.parts.end(), holds);
    case Condition::Kind::Not:
        return !holdsIn(condition.parts.front(), answers);
    case Condition::Kind::AtLeast:
        return std::count_if(condition.parts.begin(), condition.parts.end(), holds) >= condition.count;
    case Condition::Kind::FactIs:
        return contains(condition.options, answers.at(condition.fact));
    case Condition::Kind::CriterionHolds:
        break;
    }
    Q_ASSERT_X(false, "holdsIn", "the condition names a criterion");
    return false;
}

Interview interview(const Policy &policy, const Answers &given)
{
    const int count = static_cast<int>(policy.facts.size());
    Interview result{{}, Answers(count)};
    for (int fact = 0; fact < count; ++fact) {
        if (!holdsIn(policy.facts.at(fact).askedWhen, result.effective))
            continue;
        result.shown.push_back(fact);
        result.effective.set(fact, given.at(fact));
    }
    return result;
}

bool Interview::shows(int fact) const
{
    return std::binary_search(shown.begin(), shown.end(), fact);
}

std::vector<int> Interview::openChoices(const Policy &policy) const
{
    std::vector<int> open;
    for (const int fact : shown) {
        if (policy.facts.at(fact).kind == FactKind::Choice && !effective.isKnown(fact))
            open.push_back(fact);
    }
    return open;
}

std::vector<int> Interview::next(const Policy &policy, const Evaluation &evaluation) const
{
    const auto hidesOthers = [&](int fact) {
        for (int other = 0; other < policy.facts.size(); ++other) {
            if (!shows(other) && mentions(policy.facts.at(other).askedWhen, fact))
                return true;
        }
        return false;
    };
    std::vector<int> hiding;
    for (const int choice : openChoices(policy)) {
        if (hidesOthers(choice))
            hiding.push_back(choice);
    }

    std::vector<int> needed;
    for (const int fact : evaluation.needed) {
        if (shows(fact))
            needed.push_back(fact);
    }
    // All that can still change the outcome is hidden: what hides it has to be asked first.
    if (needed.empty() && !evaluation.needed.empty())
        return hiding;

    // A question that was answered "not documented" still counts, but asking it again is not the next best thing to do.
    const auto rank = [&](int fact) {
        if (contains(hiding, fact))
            return 0;
        return effective.at(fact) == Answers::Absent ? 1 : 2;
    };
    std::stable_sort(needed.begin(), needed.end(), [&](int a, int b) { return rank(a) < rank(b); });
    return needed;
}

} // namespace reviewdesk
