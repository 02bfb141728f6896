#pragma once

#include "support/Result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace reviewdesk {

/// JSON as it came: members in their order, whole numbers exact (1.0 is read as 1). Made by readJson; written by
/// canonicalJson.
class JsonValue {
public:
    using Array = std::vector<JsonValue>;
    using Member = std::pair<QString, JsonValue>;
    using Object = std::vector<Member>;

    JsonValue() = default; ///< null
    JsonValue(std::nullptr_t) { }
    JsonValue(bool value) : m_value(value) { }
    JsonValue(qint64 value) : m_value(value) { }
    JsonValue(int value) : m_value(qint64{value}) { }
    JsonValue(double value) : m_value(value) { }
    JsonValue(const char *) = delete; // would become true
    JsonValue(QString value) : m_value(std::move(value)) { }
    JsonValue(Array value) : m_value(std::move(value)) { }
    JsonValue(Object value) : m_value(std::move(value)) { }

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    const bool *asBool() const { return std::get_if<bool>(&m_value); }
    const qint64 *asInteger() const { return std::get_if<qint64>(&m_value); }
    const double *asDouble() const { return std::get_if<double>(&m_value); }
    const QString *asString() const { return std::get_if<QString>(&m_value); }
    const Array *asArray() const { return std::get_if<Array>(&m_value); }
    const Object *asObject() const { return std::get_if<Object>(&m_value); }

    /// The member of an object; nullptr when there is none or this is no object.
    const JsonValue *member(QStringView name) const;
    /// The member's text; empty when there is none.
    QString text(QStringView name) const;
    QJsonValue toQJson() const;

    friend bool operator==(const JsonValue &, const JsonValue &) = default;

private:
    std::variant<std::monostate, bool, qint64, double, QString, Array, Object> m_value;
};

/// Limits that a reader of outside JSON keeps.
struct JsonLimits {
    qsizetype bytes = 8 * 1024 * 1024;
    int depth = 64;
    qsizetype values = 1'000'000;
};

/// The one reader of JSON from outside: RFC 8259, UTF-8 checked, repeated keys (after unescaping), lone surrogates, too
/// deep and too large refused. Errors: `invalid_utf8`, `invalid_json`, `duplicate_key`, `too_large`, `too_deep`;
/// `place` is a JSON pointer, or "line N, column M" where the text is not JSON at all.
Result<JsonValue> readJson(const QByteArray &utf8, const JsonLimits &limits = {});

/// Canonical JSON: members sorted by UTF-8 bytes of their names, no spaces, UTF-8, `"` `\` and U+0000..U+001F escaped
/// alone. A number that is no whole number is refused by assertion: kept documents have none.
QByteArray canonicalJson(const JsonValue &value);

/// `pointer` with one more reference token, escaped as RFC 6901 says.
QString jsonPointer(const QString &pointer, QStringView token);
QString jsonPointer(const QString &pointer, qsizetype index);

/// Puts problems into the order of the document that their places point into.
void sortByPlace(QList<Error> &problems, const JsonValue &document);

/// Problems of `value` under a JSON Schema (draft 7): each with its pointer, in the document's order. Texts of
/// more than 20,000 characters (1,000 where the schema has patterns) are too large. Codes: `missing_member`,
/// `unknown_member`, `wrong_type`, `unknown_value`, `wrong_form`, `empty`, `too_small`, `too_large`, `out_of_range`,
/// `repeated`, `schema`.
QList<Error> schemaProblems(const JsonValue &value, const QByteArray &schema);

} // namespace reviewdesk
