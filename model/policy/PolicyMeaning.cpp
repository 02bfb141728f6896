#include "policy/PolicyDraft.h"

#include "policy/Evaluator.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PolicyReader)
};

/// Problems that leave facts, criteria and outcomes sound enough to ask what they mean together.
bool isHarmless(const Error &problem)
{
    static const QStringList parts{QStringLiteral("/facts"), QStringLiteral("/criteria"), QStringLiteral("/outcomes")};
    static const QStringList harmless{QStringLiteral("missing_text"), QStringLiteral("wrong_form"),
        QStringLiteral("unknown_section"), QStringLiteral("unknown_documentation"), QStringLiteral("unknown_member")};
    const bool touches = problem.place.isEmpty() ||
        std::any_of(parts.begin(), parts.end(), [&](const QString &part) { return problem.place.startsWith(part); });
    if (!touches || harmless.contains(problem.code))
        return true;
    return problem.code == QLatin1String("missing_member") && !problem.place.endsWith(QLatin1String("/at_least"));
}

bool isComplete(const PolicyDraft &draft)
{
    const Policy &policy = draft.policy;
    const auto hasOptions = [](const Fact &fact) { return fact.options.size() >= 2; };
    const auto hasCriteria = [](const OutcomeRule &outcome) { return !outcome.criteria.isEmpty(); };
    const JsonValue::Array &criteria = listOf(draft.document, u"criteria");
    return !policy.facts.isEmpty() && !policy.criteria.isEmpty() && !policy.outcomes.isEmpty() &&
        std::all_of(policy.facts.begin(), policy.facts.end(), hasOptions) &&
        std::all_of(policy.outcomes.begin(), policy.outcomes.end(), hasCriteria) &&
        std::all_of(criteria.begin(), criteria.end(),
            [](const JsonValue &item) { return item.member(u"gate") && item.member(u"content"); });
}

} // namespace

void checkMeaning(PolicyDraft &draft)
{
    if (!isComplete(draft) || !std::all_of(draft.problems.begin(), draft.problems.end(), isHarmless))
        return;
    const Policy &policy = draft.policy;
    const Evaluator evaluator(policy);
    if (evaluator.tooLarge()) {
        draft.report("too_entangled",
            Say::tr("The criteria depend on each other in more ways than can be worked out exactly."),
            QStringLiteral("/criteria"));
        return;
    }
    for (const int criterion : evaluator.criteriaNeverMet()) {
        draft.report("never_met", Say::tr("No case can meet \"%1\".").arg(policy.criteria.at(criterion).id),
            itemPointer("criteria", criterion));
    }
    if (evaluator.leavesCaseWithoutOutcome())
        draft.report(
            "no_outcome", Say::tr("Some complete case has none of these outcomes."), QStringLiteral("/outcomes"));
    for (const auto &[first, second] : evaluator.outcomesThatOverlap()) {
        draft.report("overlapping_outcomes",
            Say::tr("Some complete case has both this outcome and \"%1\".").arg(policy.outcomes.at(first).id),
            itemPointer("outcomes", second));
    }
}

} // namespace reviewdesk
