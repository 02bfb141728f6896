#include "policy/JsonFault.h"
#include "policy/JsonValue.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <simdjson.h>

#include <cmath>
#include <cstring>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(JsonReader)
};

/// Turns simdjson's tape into values, keeping the place for what it refuses.
class Builder {
public:
    explicit Builder(const JsonLimits &limits) : m_limits(limits) { }

    bool build(const simdjson::dom::element &from, const QString &pointer, int depth, JsonValue &to)
    {
        if (++m_values > m_limits.values)
            return fail("too_large", Say::tr("The document has too many values."), pointer);
        switch (from.type()) {
        case simdjson::dom::element_type::OBJECT:
            return buildObject(from.get_object().value_unsafe(), pointer, depth + 1, to);
        case simdjson::dom::element_type::ARRAY:
            return buildArray(from.get_array().value_unsafe(), pointer, depth + 1, to);
        case simdjson::dom::element_type::STRING: {
            QString text;
            if (!buildText(from.get_string().value_unsafe(), pointer, text))
                return false;
            to = JsonValue(std::move(text));
            return true;
        }
        case simdjson::dom::element_type::INT64:
            to = JsonValue(qint64{from.get_int64().value_unsafe()});
            return true;
        case simdjson::dom::element_type::UINT64:
            return fail("too_large", Say::tr("This number is too large."), pointer);
        case simdjson::dom::element_type::DOUBLE:
            to = number(from.get_double().value_unsafe());
            return true;
        case simdjson::dom::element_type::BOOL:
            to = JsonValue(from.get_bool().value_unsafe());
            return true;
        default:
            to = JsonValue();
            return true;
        }
    }

    const Error &error() const { return m_error; }

private:
    bool fail(const char *code, const QString &message, const QString &pointer)
    {
        m_error = Error{QString::fromLatin1(code), message, pointer};
        return false;
    }

    /// 1.0 and 1e0 are the whole number 1 (as in JSON Schema), so that one number has one canonical form.
    static JsonValue number(double value)
    {
        constexpr double exact = 9007199254740992.0; // 2^53
        if (std::trunc(value) == value && std::abs(value) <= exact)
            return JsonValue(static_cast<qint64>(value));
        return JsonValue(value);
    }

    /// Lone low surrogates come through simdjson as three bytes that are not UTF-8.
    bool buildText(std::string_view from, const QString &pointer, QString &to)
    {
        if (!simdjson::validate_utf8(from))
            return fail("invalid_json", Say::tr("Half of a surrogate pair stands alone."), pointer);
        // Not QString::fromUtf8: it drops a byte order mark that a text begins with.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        to = decoder(QByteArrayView(from.data(), static_cast<qsizetype>(from.size())));
        return true;
    }

    bool enter(const QString &pointer, int depth)
    {
        return depth <= m_limits.depth || fail("too_deep", Say::tr("The document is nested too deeply."), pointer);
    }

    bool buildObject(const simdjson::dom::object &from, const QString &pointer, int depth, JsonValue &to)
    {
        if (!enter(pointer, depth))
            return false;
        JsonValue::Object object;
        QSet<QString> names;
        for (const simdjson::dom::key_value_pair member : from) {
            QString name;
            if (!buildText(member.key, pointer, name))
                return false;
            const QString place = jsonPointer(pointer, name);
            if (names.contains(name))
                return fail("duplicate_key", Say::tr("The member \"%1\" stands here twice.").arg(name), place);
            names.insert(name);
            object.emplace_back(name, JsonValue());
            if (!build(member.value, place, depth, object.back().second))
                return false;
        }
        to = JsonValue(std::move(object));
        return true;
    }

    bool buildArray(const simdjson::dom::array &from, const QString &pointer, int depth, JsonValue &to)
    {
        if (!enter(pointer, depth))
            return false;
        JsonValue::Array array;
        for (const simdjson::dom::element element : from) {
            array.emplace_back();
            if (!build(element, jsonPointer(pointer, static_cast<qsizetype>(array.size()) - 1), depth, array.back()))
                return false;
        }
        to = JsonValue(std::move(array));
        return true;
    }

    const JsonLimits &m_limits;
    qsizetype m_values = 0;
    Error m_error;
};

/// Where the first number stands that no reader can hold; -1: nowhere. Only for what findJsonFault finds no fault in.
qsizetype findTooLargeNumber(const QByteArray &json)
{
    for (qsizetype at = 0; at < json.size(); ++at) {
        if (json.at(at) == '"') {
            for (++at; at < json.size() && json.at(at) != '"'; ++at)
                at += json.at(at) == '\\' ? 1 : 0;
        } else if (json.at(at) == '-' || (json.at(at) >= '0' && json.at(at) <= '9')) {
            const qsizetype start = at;
            while (at + 1 < json.size() && std::strchr("0123456789+-.eE", json.at(at + 1)))
                ++at;
            const QByteArray number = json.mid(start, at + 1 - start);
            const bool isWhole = number.indexOf('.') < 0 && number.toLower().indexOf('e') < 0;
            bool isRepresentable = false;
            if (isWhole)
                number.toLongLong(&isRepresentable);
            else
                number.toDouble(&isRepresentable);
            if (!isRepresentable)
                return start;
        }
    }
    return -1;
}

Error faultOf(const QByteArray &utf8, const JsonLimits &limits, simdjson::error_code code)
{
    if (const std::optional<JsonFault> fault = findJsonFault(utf8, limits.depth)) {
        return Error{fault->tooDeep ? QStringLiteral("too_deep") : QStringLiteral("invalid_json"), fault->message,
            textPlace(utf8, fault->offset)};
    }
    // JSON by the grammar, refused by the parser: a number outside what any reader can hold.
    if (const qsizetype at = findTooLargeNumber(utf8); at >= 0)
        return Error{QStringLiteral("too_large"), Say::tr("This number is too large."), textPlace(utf8, at)};
    return Error{QStringLiteral("too_large"),
        Say::tr("The document holds a value that is too large (%1).")
            .arg(QString::fromLatin1(simdjson::error_message(code))),
        QString()};
}

} // namespace

Result<JsonValue> readJson(const QByteArray &utf8, const JsonLimits &limits)
{
    if (utf8.size() > limits.bytes) {
        return Error{
            QStringLiteral("too_large"), Say::tr("The document has more than %1 bytes.").arg(limits.bytes), QString()};
    }
    if (const qsizetype at = findInvalidUtf8(utf8); at >= 0)
        return Error{QStringLiteral("invalid_utf8"), Say::tr("This is not UTF-8 text."), textPlace(utf8, at)};
    const QByteArray text = utf8.startsWith("\xef\xbb\xbf") ? utf8.mid(3) : utf8;

    simdjson::dom::parser parser;
    simdjson::dom::element root;
    // simdjson counts a scalar as a level too: one more, so that the limit is the builder's.
    simdjson::error_code code =
        parser.allocate(static_cast<std::size_t>(text.size()) + 1, static_cast<std::size_t>(limits.depth) + 1);
    if (!code)
        code = parser.parse(text.constData(), static_cast<std::size_t>(text.size())).get(root);
    if (code)
        return faultOf(text, limits, code);

    Builder builder(limits);
    JsonValue value;
    if (!builder.build(root, QString(), 0, value)) {
        // Versions of simdjson differ in whether they or the builder see these first: the answer is the same.
        const QString &refusal = builder.error().code;
        const bool isSyntax = refusal == QLatin1String("invalid_json") || refusal == QLatin1String("too_deep");
        return isSyntax ? faultOf(text, limits, simdjson::TAPE_ERROR) : builder.error();
    }
    return value;
}

} // namespace reviewdesk
