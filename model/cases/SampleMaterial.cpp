#include "cases/SampleMaterial.h"

#include "cases/CaseFile.h"
#include "policy/FileContent.h"

namespace reviewdesk {

namespace {

// The schema has been checked: members have their types.

const JsonValue::Object &membersOf(const JsonValue &value, QStringView name)
{
    static const JsonValue::Object none;
    const JsonValue *found = value.member(name);
    return found ? *found->asObject() : none;
}

QStringList wordsIn(const JsonValue &array)
{
    QStringList words;
    for (const JsonValue &item : *array.asArray())
        words.append(*item.asString());
    return words;
}

QStringList words(const JsonValue &value, QStringView name)
{
    const JsonValue *found = value.member(name);
    return found ? wordsIn(*found) : QStringList();
}

QMap<QString, QStringList> wordsByName(const JsonValue &value, QStringView name)
{
    QMap<QString, QStringList> all;
    for (const auto &[key, list] : membersOf(value, name))
        all.insert(key, wordsIn(list));
    return all;
}

SampleQuote quoteOf(const JsonValue &value)
{
    return {value.text(u"document"), value.text(u"quote")};
}

SampleTexts textsOf(const JsonValue &value)
{
    return {value.text(u"plain_reason"), value.text(u"rationale")};
}

/// The scenario in the form of a case file.
QByteArray caseFileOf(const JsonValue &scenario)
{
    const auto member = [&scenario](QStringView name) {
        const JsonValue *found = scenario.member(name);
        return found ? *found : JsonValue();
    };
    JsonValue::Object recorded = membersOf(scenario, u"recorded");
    if (scenario.member(u"prior_treatments"))
        recorded.emplace_back(QStringLiteral("prior_treatments"), member(u"prior_treatments"));
    JsonValue::Object service;
    service.emplace_back(QStringLiteral("diagnosis_codes"), member(u"diagnosis_codes"));
    JsonValue::Object file;
    file.emplace_back(QStringLiteral("facts"), member(u"facts"));
    file.emplace_back(QStringLiteral("recorded"), JsonValue(std::move(recorded)));
    file.emplace_back(QStringLiteral("service"), JsonValue(std::move(service)));
    file.emplace_back(QStringLiteral("nurse_note"), scenario.text(u"nurse_note"));
    return canonicalJson(JsonValue(std::move(file)));
}

Result<SampleScenario> scenarioOf(const JsonValue &value, const Rulebook &rulebook, const QString &place)
{
    SampleScenario scenario;
    scenario.id = value.text(u"id");
    CaseReading reading = readCase(caseFileOf(value), rulebook.policy, rulebook.caseSchema);
    if (!reading.ok())
        return Error{
            reading.problems.first().code, reading.problems.first().message, place + reading.problems.first().place};
    scenario.content = std::move(reading.reviewCase);
    for (const JsonValue &codes : *value.member(u"procedure_codes")->asArray())
        scenario.procedureCodes.append(wordsIn(codes));
    for (const auto &[fact, quote] : membersOf(value, u"quotes"))
        scenario.quotes.insert(fact, quoteOf(quote));
    scenario.withoutDocuments = words(value, u"without_documents");
    for (const auto &[ending, texts] : membersOf(value, u"texts"))
        scenario.texts.insert(ending, textsOf(texts));
    const Evaluation evaluation = viewOf(scenario.content, rulebook).evaluation;
    if (evaluation.decided())
        scenario.effect = rulebook.policy.outcomes.at(evaluation.outcome).effect;
    return scenario;
}

} // namespace

Result<SampleMaterial> readSampleMaterial(const Rulebook &rulebook)
{
    const QString path = rulebook.resources + QLatin1String("/samples/practice-caseload.json");
    const Result<QByteArray> content = fileContent(path);
    if (!content.ok())
        return content.error();
    const Result<QByteArray> schema =
        fileContent(rulebook.resources + QLatin1String("/samples/practice-caseload.schema.json"));
    if (!schema.ok())
        return schema.error();
    const Result<JsonValue> read = readJson(*content);
    if (!read.ok())
        return read.error();
    const QList<Error> problems = schemaProblems(*read, *schema);
    if (!problems.isEmpty())
        return Error{problems.first().code, problems.first().message, path + QLatin1Char('#') + problems.first().place};

    SampleMaterial material;
    material.given = words(*read, u"given");
    material.family = words(*read, u"family");
    material.wholeNames = words(*read, u"whole_names");
    material.streets = words(*read, u"streets");
    material.hospitals = words(*read, u"hospitals");
    material.languages = words(*read, u"languages");
    for (const JsonValue &place : *read->member(u"places")->asArray())
        material.places.append({place.text(u"city"), place.text(u"state"), place.text(u"zip"), place.text(u"area")});
    material.plans = wordsByName(*read, u"plans");
    material.documentTitles = wordsByName(*read, u"document_titles");
    for (const auto &[fact, byValue] : membersOf(*read, u"quotes")) {
        for (const auto &[value, quotes] : *byValue.asObject()) {
            for (const JsonValue &quote : *quotes.asArray())
                material.quotes[fact][value].append(quoteOf(quote));
        }
    }
    material.afterwards = wordsByName(*read, u"afterwards");
    material.withdrawal = textsOf(*read->member(u"withdrawal"));
    QString place = path + QStringLiteral("#/scenarios");
    for (const JsonValue &value : *read->member(u"scenarios")->asArray()) {
        Result<SampleScenario> scenario = scenarioOf(value, rulebook, jsonPointer(place, material.scenarios.size()));
        if (!scenario.ok())
            return scenario.error();
        material.scenarios.append(std::move(*scenario));
    }
    return material;
}

} // namespace reviewdesk
