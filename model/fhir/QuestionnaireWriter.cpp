#include "fhir/QuestionnaireWriter.h"

#include "cases/CaseFile.h"
#include "fhir/FhirTerms.h"
#include "fhir/FhirWriting.h"
#include "policy/Interview.h"

namespace reviewdesk::fhir {

namespace {

QString canonicalUrl(const Policy &policy)
{
    return ownSystem + QStringLiteral("questionnaire:") + policy.id;
}

QString factSystem(const Policy &policy, const Fact &fact)
{
    return ownSystem + policy.id + u':' + fact.id;
}

JsonValue answerOf(const Policy &policy, int fact, int option)
{
    const Fact &asked = policy.facts.at(fact);
    const FactOption &chosen = asked.options.at(option);
    if (asked.kind == FactKind::YesNo)
        return Object{{QStringLiteral("valueBoolean"), chosen.value == QLatin1String("true")}};
    return Object{{QStringLiteral("valueCoding"), coding(factSystem(policy, asked), chosen.value, chosen.label)}};
}

/// enableWhen knows one level of "all" or "any" over answers: what the packs say of when a question is asked. A
/// condition beyond that leaves the item always shown: asking once too often loses nothing.
struct Enabling {
    Array when;
    bool all = false;
    bool fits = true;
};

void addTests(const Condition &condition, const Policy &policy, Enabling &enabling)
{
    for (const int option : condition.options) {
        Object test{{QStringLiteral("operator"), QStringLiteral("=")},
            {QStringLiteral("question"), policy.facts.at(condition.fact).id}};
        const JsonValue answer = answerOf(policy, condition.fact, option);
        for (const JsonValue::Member &member : *answer.asObject())
            test.emplace_back(QStringLiteral("answer") + QStringView(member.first).mid(5).toString(), member.second);
        enabling.when.emplace_back(std::move(test));
    }
}

Enabling enablingOf(const Condition &condition, const Policy &policy)
{
    Enabling enabling;
    switch (condition.kind) {
    case Condition::Kind::Always:
        break;
    case Condition::Kind::FactIs:
        addTests(condition, policy, enabling);
        break;
    case Condition::Kind::Any:
    case Condition::Kind::All:
        enabling.all = condition.kind == Condition::Kind::All;
        for (const Condition &part : condition.parts) {
            const bool single = part.kind == Condition::Kind::FactIs && (!enabling.all || part.options.size() == 1);
            enabling.fits = enabling.fits && single;
            if (single)
                addTests(part, policy, enabling);
        }
        break;
    default:
        enabling.fits = false;
    }
    if (!enabling.fits)
        enabling.when.clear();
    return enabling;
}

void putEnabling(Object &item, const Condition &condition, const Policy &policy)
{
    const Enabling enabling = enablingOf(condition, policy);
    if (enabling.when.empty())
        return;
    put(item, "enableWhen", enabling.when);
    if (enabling.when.size() > 1)
        put(item, "enableBehavior", enabling.all ? QStringLiteral("all") : QStringLiteral("any"));
}

JsonValue factItem(const Policy &policy, int position)
{
    const Fact &fact = policy.facts.at(position);
    Object item;
    put(item, "linkId", fact.id);
    put(item, "text", fact.question);
    put(item, "type", fact.kind == FactKind::YesNo ? QStringLiteral("boolean") : QStringLiteral("choice"));
    putEnabling(item, fact.askedWhen, policy);
    if (fact.kind == FactKind::Choice) {
        Array options;
        for (int option = 0; option < static_cast<int>(fact.options.size()); ++option)
            options.push_back(answerOf(policy, position, option));
        put(item, "answerOption", std::move(options));
    }
    return item;
}

JsonValue documentItem(const Policy &policy, const DocumentationItem &document)
{
    Object item;
    put(item, "linkId", document.id);
    put(item, "text", document.words);
    put(item, "type", QStringLiteral("attachment"));
    put(item, "repeats", true);
    putEnabling(item, document.requiredWhen, policy);
    return item;
}

} // namespace

JsonValue questionnaire(const Policy &policy)
{
    Array items;
    for (int fact = 0; fact < static_cast<int>(policy.facts.size()); ++fact)
        items.push_back(factItem(policy, fact));
    for (const DocumentationItem &document : policy.documentation)
        items.push_back(documentItem(policy, document));
    Object made;
    put(made, "resourceType", QStringLiteral("Questionnaire"));
    put(made, "id", policy.id);
    put(made, "url", canonicalUrl(policy));
    put(made, "version", policy.version);
    put(made, "title", policy.title);
    put(made, "status", QStringLiteral("active"));
    put(made, "subjectType", Array{QStringLiteral("Patient")});
    put(made, "item", std::move(items));
    return made;
}

JsonValue questionnaireResponse(const ReviewCase &reviewCase, const Policy &policy)
{
    const Interview shown = interview(policy, answersOf(reviewCase, policy));
    Array items;
    for (const int fact : shown.shown) {
        const int answer = shown.effective.at(fact);
        if (answer == Answers::Absent)
            continue;
        Object item;
        put(item, "linkId", policy.facts.at(fact).id);
        put(item, "text", policy.facts.at(fact).question);
        if (answer >= 0)
            put(item, "answer", Array{answerOf(policy, fact, answer)});
        items.emplace_back(std::move(item));
    }
    Object made;
    put(made, "resourceType", QStringLiteral("QuestionnaireResponse"));
    put(made, "questionnaire", canonicalUrl(policy) + u'|' + policy.version);
    put(made, "status", QStringLiteral("completed"));
    put(made, "identifier", identifier(ownSystem + QStringLiteral("case"), reviewCase.number));
    put(made, "authored", toWords(reviewCase.determination.at));
    put(made, "item", std::move(items));
    return made;
}

} // namespace reviewdesk::fhir
