#include "fhir/CodeSuggestions.h"

#include "policy/Interview.h"

#include <QCoreApplication>

#include <QSet>

#include <algorithm>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CodeSuggestions)
};

bool matches(const QStringList &prefixes, const QString &code)
{
    return std::any_of(
        prefixes.cbegin(), prefixes.cend(), [&code](const QString &prefix) { return code.startsWith(prefix); });
}

void collectFacts(const Condition &condition, std::vector<int> &facts)
{
    if (condition.kind == Condition::Kind::FactIs &&
        std::find(facts.begin(), facts.end(), condition.fact) == facts.end())
        facts.push_back(condition.fact);
    for (const Condition &part : condition.parts)
        collectFacts(part, facts);
}

/// The one option of `fact` that does not clash; -1: none or several.
int onlyOption(const Condition &clash, int fact, const Policy &policy)
{
    int only = -1;
    for (int option = 0; option < static_cast<int>(policy.facts.at(fact).options.size()); ++option) {
        Answers answers(static_cast<int>(policy.facts.size()));
        answers.set(fact, option);
        if (holdsIn(clash, answers))
            continue;
        if (only >= 0)
            return -1;
        only = option;
    }
    return only;
}

QString placeOf(const BundleReading &reading, const QString &field, const QString &code)
{
    for (const Understood &each : reading.understood) {
        if (each.field.startsWith(field) && each.value == code)
            return each.place;
    }
    return {};
}

QList<Suggestion> hints(const BundleReading &reading, const Policy &policy)
{
    QList<Suggestion> all;
    for (const CodeCheck &check : policy.codeChecks) {
        const bool diagnosis = check.system == QLatin1String("ICD-10-CM");
        const Service &service = reading.draft.service;
        const QStringList &codes = diagnosis ? service.diagnosisCodes : service.procedureCodes;
        const bool silent = std::any_of(
            codes.cbegin(), codes.cend(), [&check](const QString &code) { return matches(check.unlessCodes, code); });
        if (silent || !check.clash)
            continue;
        std::vector<int> facts;
        collectFacts(*check.clash, facts);
        for (const QString &code : codes) {
            if (!matches(check.codes, code))
                continue;
            for (const int fact : facts) {
                const int option = onlyOption(*check.clash, fact, policy);
                if (option < 0)
                    continue;
                const FactOption &chosen = policy.facts.at(fact).options.at(option);
                // confirmed, it is the quote of the answer's source: the same words whatever the language of the screen
                all.append({policy.facts.at(fact).id, chosen.value,
                    QStringLiteral("Code %1 speaks of: %2.").arg(code, chosen.label),
                    placeOf(reading,
                        diagnosis ? QStringLiteral("/service/diagnosis_codes")
                                  : QStringLiteral("/service/procedure_codes"),
                        code),
                    true});
            }
        }
    }
    return all;
}

/// What else the codes say of the hint's fact, when they contradict it; empty: nothing does.
QStringList reasonsBeside(const Suggestion &hint, const QList<Suggestion> &all)
{
    QStringList reasons;
    bool contradicted = false;
    for (const Suggestion &other : all) {
        if (other.fact != hint.fact)
            continue;
        contradicted = contradicted || other.value != hint.value;
        if (other.reason != hint.reason && !reasons.contains(other.reason))
            reasons.append(other.reason);
    }
    return contradicted ? reasons : QStringList();
}

} // namespace

void suggestFromCodes(BundleReading &reading, const Policy &policy)
{
    const QList<Suggestion> all = hints(reading, policy);
    QSet<QString> contradicted; // facts, each said once
    for (const Suggestion &hint : all) {
        if (contradicted.contains(hint.fact))
            continue;
        if (const QStringList reasons = reasonsBeside(hint, all); !reasons.isEmpty()) {
            reading.clashes.append(
                {hint.place, Say::tr("%1 %2 Nothing is suggested.").arg(hint.reason, reasons.join(u' ')), hint.fact});
            contradicted.insert(hint.fact);
            continue;
        }
        const auto answered = std::find_if(reading.suggestions.begin(), reading.suggestions.end(),
            [&hint](const Suggestion &said) { return said.fact == hint.fact; });
        if (answered == reading.suggestions.end())
            reading.suggestions.append(hint);
        else if (answered->value != hint.value)
            reading.clashes.append({hint.place,
                Say::tr("%1 The sender's answer says otherwise; it is what is suggested.").arg(hint.reason), hint.fact});
    }
}

} // namespace reviewdesk::fhir
