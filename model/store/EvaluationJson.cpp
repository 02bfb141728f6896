#include "cases/Finding.h"
#include "policy/JsonValue.h"
#include "store/CaseRepository.h"

namespace reviewdesk {

namespace {

QString word(CriterionStatus status)
{
    switch (status) {
    case CriterionStatus::Met:
        return QStringLiteral("met");
    case CriterionStatus::NotMet:
        return QStringLiteral("not_met");
    case CriterionStatus::NotApplicable:
        return QStringLiteral("not_applicable");
    case CriterionStatus::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

template <typename List> JsonValue::Array ids(const std::vector<int> &positions, const List &things)
{
    JsonValue::Array all;
    for (const int position : positions)
        all.emplace_back(things.at(position).id);
    return all;
}

} // namespace

QByteArray evaluationJson(const CaseView &view, const Policy &policy)
{
    const Evaluation &evaluation = view.evaluation;
    JsonValue::Object criteria;
    for (std::size_t i = 0; i < evaluation.criteria.size(); ++i)
        criteria.emplace_back(policy.criteria.at(static_cast<qsizetype>(i)).id, word(evaluation.criteria[i]));
    const QString outcome =
        evaluation.decided() ? policy.outcomes.at(evaluation.outcome).id : QStringLiteral("undetermined");
    return canonicalJson(JsonValue::Object{
        {QStringLiteral("asked"), ids(factsToAsk(view.interview, evaluation), policy.facts)},
        {QStringLiteral("basis"), ids(evaluation.basis, policy.criteria)},
        {QStringLiteral("criteria"), criteria}, {QStringLiteral("decisive"), ids(evaluation.decisive, policy.facts)},
        {QStringLiteral("needed"), ids(evaluation.needed, policy.facts)}, {QStringLiteral("outcome"), outcome},
        {QStringLiteral("unmet"), ids(evaluation.unmet, policy.criteria)}});
}

} // namespace reviewdesk
