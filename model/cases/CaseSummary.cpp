#include "cases/Rulebook.h"

#include <algorithm>

namespace reviewdesk {

namespace {

bool isAncestor(const Policy &policy, int ancestor, int criterion)
{
    for (int above = policy.criteria.at(criterion).parent; above >= 0; above = policy.criteria.at(above).parent) {
        if (above == ancestor)
            return true;
    }
    return false;
}

/// Those of `cited` that are no ancestor of another: the deepest.
QList<int> deepestOf(const Policy &policy, const std::vector<int> &cited)
{
    QList<int> deepest;
    for (const int criterion : cited) {
        const bool above = std::any_of(cited.begin(), cited.end(),
            [&policy, criterion](int other) { return isAncestor(policy, criterion, other); });
        if (!above)
            deepest.append(criterion);
    }
    return deepest;
}

/// Where every child of a criterion is cited, and there are several, their parent says it in fewer words.
QList<int> foldedIntoParents(const Policy &policy, QList<int> cited)
{
    for (qsizetype index = policy.criteria.size() - 1; index >= 0; --index) {
        const QList<int> &children = policy.criteria.at(index).children;
        const bool allCited = children.size() > 1 &&
            std::all_of(children.begin(), children.end(), [&cited](int child) { return cited.contains(child); });
        if (!allCited)
            continue;
        cited.removeIf([&children](int criterion) { return children.contains(criterion); });
        cited.append(static_cast<int>(index));
    }
    std::sort(cited.begin(), cited.end());
    return cited;
}

QString idsOf(const Policy &policy, const QList<int> &criteria)
{
    QStringList ids;
    for (const int criterion : criteria)
        ids.append(policy.criteria.at(criterion).id);
    return ids.join(QLatin1String(", "));
}

// These words are kept, so they are English whoever saves: cases/SummaryWords tells them in the reader's language.
QString outcomeWords(const Evaluation &evaluation, const Policy &policy)
{
    if (!evaluation.decided()) {
        const int left = static_cast<int>(evaluation.needed.size());
        return left == 1 ? QStringLiteral("1 answer left") : QStringLiteral("%1 answers left").arg(left);
    }
    const OutcomeRule &outcome = policy.outcomes.at(evaluation.outcome);
    const bool met = outcome.effect == OutcomeEffect::Approvable;
    const QList<int> cited =
        met ? foldedIntoParents(policy, deepestOf(policy, evaluation.basis)) : deepestOf(policy, evaluation.unmet);
    if (cited.isEmpty())
        return outcome.label;
    return idsOf(policy, cited) + (met ? QLatin1String(" met") : QLatin1String(" not met"));
}

int toneOf(const Evaluation &evaluation, const Policy &policy)
{
    if (!evaluation.decided())
        return 0;
    return policy.outcomes.at(evaluation.outcome).effect == OutcomeEffect::Approvable ? 1 : -1;
}

QString planWords(const Request &request)
{
    if (!request.lineOfBusiness)
        return request.state;
    const auto withState = [&request](const QString &words) {
        return request.state.isEmpty() ? words : words + QLatin1Char(' ') + request.state;
    };
    switch (*request.lineOfBusiness) {
    case LineOfBusiness::CommercialInsured:
        return withState(QStringLiteral("Commercial"));
    case LineOfBusiness::SelfFundedErisa:
        return QStringLiteral("Self-funded");
    case LineOfBusiness::MedicareAdvantage:
        return QStringLiteral("Medicare Adv.");
    case LineOfBusiness::MedicaidManagedCare:
        return withState(QStringLiteral("Medicaid"));
    case LineOfBusiness::Qhp:
        return withState(QStringLiteral("QHP"));
    }
    return {};
}

QString firstAnswer(const Answers &effective, const Policy &policy)
{
    if (policy.facts.isEmpty() || !effective.isKnown(0))
        return {};
    return policy.facts.first().options.at(effective.at(0)).label;
}

} // namespace

CaseSummary summaryOf(const ReviewCase &reviewCase, const CaseView &view, const Rulebook &rulebook)
{
    CaseSummary summary;
    summary.memberName = reviewCase.member.name;
    summary.memberId = reviewCase.member.memberId;
    summary.providerName = reviewCase.provider.name;
    summary.procedure = firstAnswer(view.interview.effective, rulebook.policy);
    summary.outcome = outcomeWords(view.evaluation, rulebook.policy);
    summary.outcomeTone = toneOf(view.evaluation, rulebook.policy);
    summary.planWords = planWords(reviewCase.request);
    summary.dueAt = view.dueAt();
    summary.expedited = reviewCase.request.urgency == Urgency::Expedited;
    return summary;
}

} // namespace reviewdesk
