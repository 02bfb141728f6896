#pragma once

#include "cases/ReviewCase.h"
#include "policy/JsonValue.h"
#include "support/Result.h"

#include <QByteArray>

namespace reviewdesk {

/// A case file that was read, or every problem it has, each with its JSON pointer.
struct CaseReading {
    ReviewCase reviewCase;
    JsonValue letterhead; ///< the file's `letterhead` object; null when there is none
    QList<Error> problems;

    bool ok() const { return problems.isEmpty(); }
};

/// Reads the JSON form of one case (resources/rules/case.schema.json): schema, closed lists, the policy's facts and
/// options, document types and recorded items. Unknown members are refused with their place.
CaseReading readCase(const QByteArray &json, const Policy &policy, const QByteArray &schema);

/// The file form. Members that have no value are left out. With canonicalJson it is what a workspace keeps.
JsonValue toJson(const ReviewCase &reviewCase, const Policy &policy);

} // namespace reviewdesk
