#include "letter/CriteriaContent.h"

#include "letter/CitedCriteria.h"
#include "letter/LetterContent.h"

#include <algorithm>

namespace reviewdesk {

namespace {

class CriteriaContent {
public:
    CriteriaContent(JsonValue::Object &members, const Policy &policy, const ReviewCase &reviewCase,
        const CaseView &view, const CitedCriteria &cited, const LetterLanguage &language)
        : m_members(members), m_policy(policy), m_case(reviewCase), m_view(view), m_cited(cited), m_language(language)
    {
    }

    void addCriteria();
    void addWouldMeet();

private:
    void set(const char *name, const JsonValue &value) { m_members.emplace_back(QString::fromLatin1(name), value); }
    QString criteriaIds(const QList<int> &criteria) const;

    JsonValue::Object &m_members;
    const Policy &m_policy;
    const ReviewCase &m_case;
    const CaseView &m_view;
    const CitedCriteria &m_cited;
    const LetterLanguage &m_language;
};

void CriteriaContent::addCriteria()
{
    QSet<int> adverse;
    for (const OutcomeRule &outcome : m_policy.outcomes) {
        if (outcome.effect == OutcomeEffect::Adverse)
            adverse.unite(QSet<int>(outcome.criteria.begin(), outcome.criteria.end()));
    }
    JsonValue::Array rows;
    const QList<int> path = m_cited.path();
    for (const int i : path) {
        const Criterion &criterion = m_policy.criteria.at(i);
        const CriterionStatus status = m_view.evaluation.criteria[static_cast<std::size_t>(i)];
        QStringList facts;
        const QList<int> own = m_cited.ownFacts(i);
        for (const int fact : own) {
            if (m_view.interview.effective.isKnown(fact))
                facts.append(statementOf(m_policy, m_view, fact));
        }
        const bool applies = adverse.contains(i) && status == CriterionStatus::Met;
        rows.push_back(JsonValue::Object{{QStringLiteral("id"), criterion.id},
            {QStringLiteral("words"), criterion.words},
            {QStringLiteral("is_met"), status == CriterionStatus::Met && !applies},
            {QStringLiteral("is_not_met"), status == CriterionStatus::NotMet},
            {QStringLiteral("is_not_applicable"), status == CriterionStatus::NotApplicable},
            {QStringLiteral("is_unknown"), status == CriterionStatus::Unknown}, {QStringLiteral("applies"), applies},
            {QStringLiteral("facts_sentence"), m_language.list(facts)}});
    }
    set("criteria", rows);
    JsonValue::Array reasons;
    const QList<int> failing = m_cited.reasons();
    for (const int fact : failing)
        reasons.push_back(JsonValue::Object{{QStringLiteral("statement"), statementOf(m_policy, m_view, fact)},
            {QStringLiteral("source"), sourceWords(m_case.evidence.value(m_policy.facts.at(fact).id), m_language)}});
    set("reasons", reasons);
}

/// The two parts that are never mixed: what the records do not show, and what they show otherwise. In an alternative
/// that needs both, the second part says so without naming the first's points again.
void CriteriaContent::addWouldMeet()
{
    QList<int> unknown;
    QStringList clauses;
    JsonValue::Array otherwise;
    for (const Assignment &alternative : m_view.evaluation.wouldMeet) {
        QStringList parts;
        bool alsoUnknown = false;
        for (const auto &[fact, option] : alternative) {
            if (m_view.interview.effective.isKnown(fact)) {
                parts.append(m_policy.facts.at(fact).options.at(option).counterfactual);
            } else {
                alsoUnknown = true;
                if (!unknown.contains(fact))
                    unknown.append(fact);
            }
        }
        const QString clause = m_language.list(parts);
        if (parts.isEmpty() || clauses.contains(clause))
            continue;
        clauses.append(clause);
        otherwise.push_back(
            JsonValue::Object{{QStringLiteral("clause"), clause}, {QStringLiteral("also_unknown"), alsoUnknown}});
    }
    std::sort(unknown.begin(), unknown.end());
    JsonValue::Array notShown;
    for (const int fact : unknown) {
        notShown.push_back(JsonValue::Object{{QStringLiteral("whether"), m_policy.facts.at(fact).whether},
            {QStringLiteral("criteria_ids"), criteriaIds(m_cited.criteriaThatAsk(fact))}});
    }
    set("none_would_meet", otherwise.empty() && notShown.empty());
    set("not_shown", notShown);
    set("otherwise", otherwise);
}

QString CriteriaContent::criteriaIds(const QList<int> &criteria) const
{
    QStringList ids;
    for (const int criterion : criteria)
        ids.append(m_policy.criteria.at(criterion).id);
    return ids.join(QStringLiteral(", "));
}

} // namespace

void addCriteriaContent(JsonValue::Object &members, const Policy &policy, const ReviewCase &reviewCase,
    const CaseView &view, const CitedCriteria &cited, const LetterLanguage &language)
{
    CriteriaContent content(members, policy, reviewCase, view, cited, language);
    content.addCriteria();
    content.addWouldMeet();
}

QString statementOf(const Policy &policy, const CaseView &view, int fact)
{
    return policy.facts.at(fact).options.at(view.interview.effective.at(fact)).statement;
}

} // namespace reviewdesk
