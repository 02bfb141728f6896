#pragma once

#include "policy/JsonValue.h"

#include <memory>

namespace reviewdesk {

/// A JSON Schema (draft 7), compiled once: reading one takes longer than checking a document by it. A value; shared by
/// all threads. schemaProblems() is for a schema that is used once.
class JsonSchema {
public:
    JsonSchema() = default; ///< none: every document has the problem `schema`
    /// Error `schema` where it is none.
    static Result<JsonSchema> compile(const QByteArray &schema);

    /// As schemaProblems() says.
    QList<Error> problems(const JsonValue &value) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

} // namespace reviewdesk
