#include "policy/PolicyReader.h"

#include "policy/PolicyDraft.h"

#include <QCryptographicHash>

#include <algorithm>

namespace reviewdesk {

namespace {

/// A pack is written by people: far more than any has, far less than what could keep a computer busy.
constexpr JsonLimits packLimits{2 * 1024 * 1024, 64, 100'000};

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
