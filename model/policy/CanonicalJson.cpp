#include "policy/CanonicalJson.h"

#include "policy/JsonValue.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// How a byte that may not stand in a text is written; empty: as it is.
QByteArray escaped(char character)
{
    static constexpr char hex[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(character);
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return byte < 0x20 ? QByteArray("\\u00") + hex[byte >> 4] + hex[byte & 15] : QByteArray();
    }
}

bool isPlain(char character)
{
    return static_cast<unsigned char>(character) >= 0x20 && character != '"' && character != '\\';
}

void write(const JsonValue &value, QByteArray &to);

void writeArray(const JsonValue::Array &array, QByteArray &to)
{
    to += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        if (i > 0)
            to += ',';
        write(array[i], to);
    }
    to += ']';
}

void writeObject(const JsonValue::Object &object, QByteArray &to)
{
    // Byte order of UTF-8 is not QString's order: that one compares UTF-16 units.
    std::vector<std::pair<QByteArray, const JsonValue *>> members;
    members.reserve(object.size());
    for (const JsonValue::Member &member : object)
        members.emplace_back(member.first.toUtf8(), &member.second);
    std::stable_sort(members.begin(), members.end(), [](const auto &a, const auto &b) { return a.first < b.first; });

    to += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0)
            to += ',';
        appendCanonicalText(members[i].first, to);
        to += ':';
        write(*members[i].second, to);
    }
    to += '}';
}

void write(const JsonValue &value, QByteArray &to)
{
    if (const bool *truth = value.asBool())
        to += *truth ? "true" : "false";
    else if (const qint64 *number = value.asInteger())
        to += QByteArray::number(*number);
    else if (const QString *text = value.asString())
        appendCanonicalText(text->toUtf8(), to);
    else if (const JsonValue::Array *array = value.asArray())
        writeArray(*array, to);
    else if (const JsonValue::Object *object = value.asObject())
        writeObject(*object, to);
    else {
        Q_ASSERT_X(value.isNull(), "canonicalJson", "kept documents have whole numbers only");
        to += "null";
    }
}

} // namespace

void appendCanonicalText(QByteArrayView utf8, QByteArray &to)
{
    to += '"';
    const char *from = utf8.begin();
    while (from != utf8.end()) {
        const char *const stop = std::find_if_not(from, utf8.end(), isPlain);
        to.append(from, stop - from);
        from = stop;
        if (stop != utf8.end())
            to += escaped(*from++);
    }
    to += '"';
}

QByteArray canonicalJson(const JsonValue &value)
{
    QByteArray to;
    write(value, to);
    return to;
}

} // namespace reviewdesk
