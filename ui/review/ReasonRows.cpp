#include "ui/review/ReasonRows.h"

#include "ui/review/CriterionLinks.h"
#include "ui/review/OutcomeWords.h"

#include <algorithm>

namespace reviewdesk {

QList<FactMark> reasonMarks(const Policy &policy, const CriterionLinks &links, const CaseView &view, int criterion)
{
    QList<FactMark> marks;
    const auto add = [&](int fact, const Condition &condition) {
        const int answer = view.interview.effective.at(fact);
        const int sign = answer >= 0 ? bearing(condition, fact, answer) : 0;
        const QString &label = policy.facts.at(fact).label;
        const bool known =
            std::any_of(marks.begin(), marks.end(), [&label](const FactMark &mark) { return mark.words == label; });
        if (!known)
            marks.append({label, answerInWords(policy, fact, answer),
                sign > 0       ? Glyph::Met
                    : sign < 0 ? Glyph::NotMet
                               : Glyph::Open});
    };
    const Criterion &judged = policy.criteria.at(criterion);
    for (const int fact : links.contentFacts(criterion))
        add(fact, judged.content);
    if (view.evaluation.criteria[static_cast<std::size_t>(criterion)] != CriterionStatus::NotMet)
        return marks;
    // Nothing below applies: the choice that every gate refuses is the reason.
    const bool noneApplies =
        !judged.children.isEmpty() && std::all_of(judged.children.begin(), judged.children.end(), [&view](int child) {
            return view.evaluation.criteria[static_cast<std::size_t>(child)] == CriterionStatus::NotApplicable;
        });
    if (!noneApplies)
        return marks;
    for (const int child : judged.children) {
        for (const int fact : links.gateFacts(child)) {
            const int answer = view.interview.effective.at(fact);
            if (answer >= 0 && bearing(policy.criteria.at(child).gate, fact, answer) < 0)
                add(fact, policy.criteria.at(child).gate);
        }
    }
    return marks;
}

Glyph glyphFor(const Policy &policy, const Evaluation &evaluation, int criterion)
{
    for (const OutcomeRule &outcome : policy.outcomes) {
        if (outcome.effect == OutcomeEffect::Adverse && outcome.criteria.contains(criterion) &&
            evaluation.criteria[static_cast<std::size_t>(criterion)] == CriterionStatus::Met)
            return Glyph::Alert;
    }
    const bool approvable =
        evaluation.decided() && policy.outcomes.at(evaluation.outcome).effect == OutcomeEffect::Approvable;
    if (approvable && evaluation.criteria[static_cast<std::size_t>(criterion)] == CriterionStatus::NotMet)
        return Glyph::NotMetQuiet;
    return glyphOf(evaluation.criteria[static_cast<std::size_t>(criterion)]);
}

} // namespace reviewdesk
