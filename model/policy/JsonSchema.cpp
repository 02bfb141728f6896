#include "policy/JsonSchema.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

// Without it valijson ends the program where it would throw.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <exception>
#include <functional>
#include <iterator>
#include <string>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(JsonSchema)
};

/// valijson's context ("<root>", "[facts]", "[3]") as an RFC 6901 pointer.
QString pointerOf(const std::vector<std::string> &context)
{
    QString pointer;
    for (const std::string &step : context) {
        if (step.size() >= 2 && step.front() == '[')
            pointer = jsonPointer(pointer, QString::fromUtf8(step.data() + 1, static_cast<qsizetype>(step.size()) - 2));
    }
    return pointer;
}

/// What stands in single quotes behind `lead` in valijson's sentence; names may hold quotes and colons themselves.
QString quoted(const QString &sentence, const char *lead)
{
    const qsizetype from = sentence.indexOf(u'\'', sentence.indexOf(QLatin1String(lead)));
    const qsizetype to = sentence.lastIndexOf(u'\'');
    return to > from ? sentence.mid(from + 1, to - from - 1) : QString();
}

QString firstNumber(const QString &sentence)
{
    for (const QString &word : sentence.split(u' ')) {
        if (!word.isEmpty() && (word.at(0).isDigit() || word.at(0) == u'-'))
            return word.contains(u'.') ? QString::number(word.toDouble()) : word;
    }
    return QString();
}

/// A sentence of valijson's in plain words; a null code when it only repeats that something below it failed.
Error problemOf(const QString &pointer, const QString &sentence)
{
    const auto begins = [&](const char *with) { return sentence.startsWith(QLatin1String(with)); };
    if (begins("Object contains a property")) {
        // "… could not be validated using 'properties' or 'additionalProperties' constraints: 'NAME'."
        const QString name = quoted(sentence, "constraints: ");
        return {QStringLiteral("unknown_member"), Say::tr("The member \"%1\" is not known here.").arg(name),
            jsonPointer(pointer, name)};
    }
    if (begins("Missing required property"))
        return {QStringLiteral("missing_member"),
            Say::tr("The member \"%1\" is missing.").arg(quoted(sentence, "Missing ")), pointer};
    if (begins("Missing dependency"))
        return {QStringLiteral("missing_member"),
            Say::tr("The member \"%1\" is missing: another one needs it.").arg(quoted(sentence, "Missing ")), pointer};
    if (begins("Value type not permitted"))
        return {QStringLiteral("wrong_type"), Say::tr("Another kind of value is expected here."), pointer};
    if (begins("Failed to match against any enum") || begins("Failed to match expected value"))
        return {QStringLiteral("unknown_value"), Say::tr("This value is not one of those allowed here."), pointer};
    if (begins("Failed to match regex"))
        return {
            QStringLiteral("wrong_form"), Say::tr("This text does not have the form that is expected here."), pointer};
    if (begins("String should be no fewer") || begins("Array should contain no fewer") ||
        begins("Object should have no fewer")) {
        const QString least = firstNumber(sentence);
        return least == QLatin1String("1")
            ? Error{QStringLiteral("empty"), Say::tr("This is empty."), pointer}
            : Error{QStringLiteral("too_small"), Say::tr("This has fewer than %1 parts.").arg(least), pointer};
    }
    if (begins("String should be no more") || begins("Array should contain no more") ||
        begins("Object should have no more"))
        return {
            QStringLiteral("too_large"), Say::tr("This has more than %1 parts.").arg(firstNumber(sentence)), pointer};
    if (begins("Expected number"))
        return {QStringLiteral("out_of_range"),
            Say::tr("This number is outside the range that is allowed here (limit %1).").arg(firstNumber(sentence)),
            pointer};
    if (begins("String should be a valid"))
        return {QStringLiteral("wrong_form"), Say::tr("This is no valid date or time."), pointer};
    if (begins("Elements at indexes"))
        return {QStringLiteral("repeated"), Say::tr("Two elements of this list are the same."), pointer};
    if (begins("Failed to validate against") && !begins("Failed to validate against exactly one") &&
        !begins("Failed to validate against any"))
        return {}; // the same once more, seen from the parent
    if (begins("Failed to validate item"))
        return {};
    return {QStringLiteral("schema"), Say::tr("This does not follow the schema: %1").arg(sentence), pointer};
}

/// `value` without the members at `pointers`; members leave no gap, so other pointers stay true.
QJsonValue without(const QJsonValue &value, const QSet<QString> &pointers, const QString &pointer = {})
{
    if (value.isObject()) {
        QJsonObject kept;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString place = jsonPointer(pointer, member.key());
            if (!pointers.contains(place))
                kept.insert(member.key(), without(member.value(), pointers, place));
        }
        return kept;
    }
    if (value.isArray()) {
        QJsonArray kept;
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            kept.append(without(array.at(i), pointers, jsonPointer(pointer, i)));
        return kept;
    }
    return value;
}

/// Characters of one text. std::regex recurses for each character and would exhaust the stack on a long one.
qsizetype maxText(const QByteArray &schema)
{
    return schema.contains("\"pattern\"") ? 1'000 : 20'000;
}

/// `value` for the validator, with texts that are too long for any field reported and taken out.
QJsonValue guarded(const JsonValue &value, qsizetype longest, const QString &pointer, QList<Error> &problems)
{
    if (const QString *text = value.asString(); text && text->size() > longest) {
        problems.append(Error{
            QStringLiteral("too_large"), Say::tr("This text has more than %1 characters.").arg(longest), pointer});
        return QString();
    }
    if (const JsonValue::Array *array = value.asArray()) {
        QJsonArray to;
        for (std::size_t i = 0; i < array->size(); ++i)
            to.append(guarded((*array)[i], longest, jsonPointer(pointer, static_cast<qsizetype>(i)), problems));
        return to;
    }
    if (const JsonValue::Object *object = value.asObject()) {
        QJsonObject to;
        for (const JsonValue::Member &member : *object)
            to.insert(member.first, guarded(member.second, longest, jsonPointer(pointer, member.first), problems));
        return to;
    }
    return value.toQJson();
}

/// Place of each pointer in the document's order.
void number(const JsonValue &value, const QString &pointer, QHash<QString, qsizetype> &order)
{
    order.insert(pointer, order.size());
    if (const JsonValue::Object *object = value.asObject()) {
        for (const JsonValue::Member &member : *object)
            number(member.second, jsonPointer(pointer, member.first), order);
    } else if (const JsonValue::Array *array = value.asArray()) {
        for (std::size_t i = 0; i < array->size(); ++i)
            number((*array)[i], jsonPointer(pointer, static_cast<qsizetype>(i)), order);
    }
}

qsizetype countValues(const QJsonValue &value)
{
    qsizetype count = 1;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            count += countValues(element);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue &element : object)
            count += countValues(element);
    }
    return count;
}

constexpr qsizetype maxProblems = 1000; ///< more would help nobody

QList<Error> validate(const QJsonValue &value, const valijson::Schema &schema)
{
    QList<Error> problems;
    QSet<QString> unknown;
    QJsonValue rest = value;
    // valijson names one unknown member of an object: take those away and look again until none is left.
    // Large documents get fewer looks, so that no input can make this long.
    const qsizetype rounds = std::clamp<qsizetype>(2'000'000 / countValues(value), 1, 100);
    QSet<QString> seen;
    for (qsizetype round = 0; round < rounds; ++round) {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::ValidationResults results;
        validator.validate(schema, valijson::adapters::QtJsonAdapter(rest), &results);
        const qsizetype unknownBefore = unknown.size();
        for (const valijson::ValidationResults::Error &result : results) {
            const Error problem = problemOf(pointerOf(result.context), QString::fromStdString(result.description));
            const QString key = problem.place + u'\n' + problem.message;
            if (problem.code.isEmpty() || seen.contains(key))
                continue;
            if (problems.size() >= maxProblems)
                return problems;
            seen.insert(key);
            problems.append(problem);
            if (problem.code == QLatin1String("unknown_member"))
                unknown.insert(problem.place);
        }
        if (unknown.size() == unknownBefore)
            break;
        rest = without(value, unknown);
    }
    return problems;
}

Error unusable(const std::exception &failure)
{
    return {
        QStringLiteral("schema"), Say::tr("The schema cannot be used: %1").arg(QString::fromUtf8(failure.what())), {}};
}

} // namespace

void sortByPlace(QList<Error> &problems, const JsonValue &document)
{
    QHash<QString, qsizetype> order;
    number(document, QString(), order);
    std::stable_sort(problems.begin(), problems.end(),
        [&](const Error &a, const Error &b) { return order.value(a.place) < order.value(b.place); });
}

struct JsonSchema::Compiled {
    valijson::Schema schema;
    qsizetype longestText = 0; ///< characters
};

Result<JsonSchema> JsonSchema::compile(const QByteArray &schema)
{
    const Result<JsonValue> read = readJson(schema);
    if (!read)
        return Error{QStringLiteral("schema"), Say::tr("The schema cannot be read: %1").arg(read.error().message), {}};
    try {
        auto compiled = std::make_shared<Compiled>();
        compiled->longestText = maxText(schema);
        const QJsonValue json = read->toQJson();
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::QtJsonAdapter(json), compiled->schema);
        JsonSchema made;
        made.m_compiled = std::move(compiled);
        return made;
    } catch (const std::exception &failure) {
        return unusable(failure);
    }
}

QList<Error> JsonSchema::problems(const JsonValue &value) const
{
    if (!m_compiled)
        return {Error{QStringLiteral("schema"), Say::tr("There is no schema to check this by."), {}}};
    try {
        QList<Error> problems;
        const QJsonValue document = guarded(value, m_compiled->longestText, QString(), problems);
        const auto isTooLong = [tooLong = problems](const Error &problem) {
            return std::any_of(
                tooLong.begin(), tooLong.end(), [&](const Error &text) { return text.place == problem.place; });
        };
        const QList<Error> found = validate(document, m_compiled->schema);
        std::copy_if(found.begin(), found.end(), std::back_inserter(problems), std::not_fn(isTooLong));
        sortByPlace(problems, value);
        return problems;
    } catch (const std::exception &failure) {
        return {unusable(failure)};
    }
}

QList<Error> schemaProblems(const JsonValue &value, const QByteArray &schema)
{
    const Result<JsonSchema> compiled = JsonSchema::compile(schema);
    return compiled ? compiled->problems(value) : QList<Error>{compiled.error()};
}

} // namespace reviewdesk
