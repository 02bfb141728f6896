#include "policy/JsonValue.h"

#include <algorithm>

namespace reviewdesk {

namespace {

void write(const JsonValue &value, QByteArray &to);

void writeText(const QByteArray &utf8, QByteArray &to)
{
    static constexpr char hex[] = "0123456789abcdef";
    to += '"';
    for (const char character : utf8) {
        const auto byte = static_cast<unsigned char>(character);
        switch (character) {
        case '"':
            to += "\\\"";
            break;
        case '\\':
            to += "\\\\";
            break;
        case '\b':
            to += "\\b";
            break;
        case '\f':
            to += "\\f";
            break;
        case '\n':
            to += "\\n";
            break;
        case '\r':
            to += "\\r";
            break;
        case '\t':
            to += "\\t";
            break;
        default:
            if (byte < 0x20) {
                to += "\\u00";
                to += hex[byte >> 4];
                to += hex[byte & 15];
            } else {
                to += character;
            }
        }
    }
    to += '"';
}

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
        writeText(members[i].first, to);
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
        writeText(text->toUtf8(), to);
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

QByteArray canonicalJson(const JsonValue &value)
{
    QByteArray to;
    write(value, to);
    return to;
}

} // namespace reviewdesk
