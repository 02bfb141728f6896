#pragma once

#include "cases/ReviewCase.h"
#include "policy/JsonValue.h"

#include <optional>

namespace reviewdesk {

/// What a person calls a field of the case file: "Member name" for "/member/name", a question's label for
/// "/facts/progressive", "Source of Progressive disease" for its evidence.
QString fieldInWords(const QString &place, const Policy &policy);

/// A field's value as a person reads it: "Yes", "Not documented", "Fax", a document and its page. Empty when it has
/// none.
QString valueInWords(const QString &place, const std::optional<JsonValue> &value, const Policy &policy);

/// The first field in which two states of a draft differ ("/member/name", "/facts/progressive"); empty when none does.
QString changedField(const ReviewCase &before, const ReviewCase &after);

} // namespace reviewdesk
