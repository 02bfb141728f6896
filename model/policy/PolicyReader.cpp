#include "policy/PolicyReader.h"

#include "policy/PolicyDraft.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace reviewdesk {

namespace {

/// A pack is written by people: far more than any has, far less than what could keep a computer busy.
constexpr JsonLimits packLimits{2 * 1024 * 1024, 64, 50'000};
constexpr std::size_t maxElements = 1024; // of any list that the schema knows
constexpr std::size_t maxMembers = 64; // of any object

/// Lists and objects that are beyond any pack: looking into them could take long and would help nobody.
void findOversized(const JsonValue &value, const QString &pointer, QList<Error> &problems)
{
    const auto refuse = [&](std::size_t most) {
        problems.append(Error{QStringLiteral("too_large"),
            QCoreApplication::translate("PolicyReader", "This has more than %1 parts.").arg(most), pointer});
    };
    if (const JsonValue::Array *array = value.asArray()) {
        if (array->size() > maxElements)
            return refuse(maxElements);
        for (std::size_t i = 0; i < array->size(); ++i)
            findOversized((*array)[i], jsonPointer(pointer, static_cast<qsizetype>(i)), problems);
    } else if (const JsonValue::Object *object = value.asObject()) {
        if (object->size() > maxMembers)
            return refuse(maxMembers);
        for (const JsonValue::Member &member : *object)
            findOversized(member.second, jsonPointer(pointer, member.first), problems);
    }
}

/// A list over its limit ("/facts"): looking further into it could take long and would help nobody.
bool hasTooLongList(const QList<Error> &problems)
{
    return std::any_of(problems.begin(), problems.end(), [](const Error &problem) {
        return problem.code == QLatin1String("too_large") && problem.place.count(u'/') == 1;
    });
}

} // namespace

PolicyReading readPolicy(const QByteArray &json, const QByteArray &schema)
{
    PolicyReading reading;
    Result<JsonValue> document = readJson(json, packLimits);
    if (!document) {
        reading.problems.append(document.error());
        return reading;
    }
    PolicyDraft draft{std::move(document).value(), {}, {}};
    findOversized(draft.document, QString(), reading.problems);
    if (!reading.ok())
        return reading;
    draft.problems = schemaProblems(draft.document, schema);
    if (draft.document.asObject() && !hasTooLongList(draft.problems)) {
        readFields(draft);
        readConditions(draft);
        checkTexts(draft);
        checkReferences(draft);
        checkCriteria(draft);
        checkMeaning(draft);
    }
    sortByPlace(draft.problems, draft.document);
    reading.problems = draft.problems;
    if (reading.ok()) {
        reading.policy = std::move(draft.policy);
        reading.policy.digest = QString::fromLatin1(
            QCryptographicHash::hash(canonicalJson(draft.document), QCryptographicHash::Sha256).toHex());
    }
    return reading;
}

} // namespace reviewdesk
