#include "store/Changes.h"

#include <QMap>
#include <QSet>

namespace reviewdesk {

namespace {

struct Sides {
    const JsonValue *before = nullptr;
    const JsonValue *after = nullptr;
};
using Fields = QMap<QString, Sides>;

void compare(const JsonValue *before, const JsonValue *after, const QString &place, Fields &fields);

/// Whatever the order of the members of objects in a list: what is kept has them sorted.
bool isSame(const JsonValue &one, const JsonValue &other)
{
    return one == other || (one.asArray() && other.asArray() && canonicalJson(one) == canonicalJson(other));
}

void compareMembers(
    const JsonValue &one, const JsonValue *before, const JsonValue *after, const QString &place, Fields &fields)
{
    for (const JsonValue::Member &member : *one.asObject()) {
        const JsonValue *const was = before ? before->member(member.first) : nullptr;
        const JsonValue *const is = after ? after->member(member.first) : nullptr;
        if (was && is && *was == *is) // most of it, mostly
            continue;
        const QString field = jsonPointer(place, member.first);
        if (!fields.contains(field))
            compare(was, is, field, fields);
    }
}

void compare(const JsonValue *before, const JsonValue *after, const QString &place, Fields &fields)
{
    const bool objects = (!before || before->asObject()) && (!after || after->asObject());
    if (!objects) {
        if (!before || !after || !isSame(*before, *after))
            fields.insert(place, {before, after});
        return;
    }
    if (before)
        compareMembers(*before, before, after, place, fields);
    if (after)
        compareMembers(*after, before, after, place, fields);
}

} // namespace

QByteArray changesBetween(const JsonValue &before, const JsonValue &after)
{
    Fields fields;
    compare(&before, &after, {}, fields);
    JsonValue::Array changes;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        JsonValue::Object one{{QStringLiteral("field"), field.key()}};
        if (field->before)
            one.emplace_back(QStringLiteral("before"), *field->before);
        if (field->after)
            one.emplace_back(QStringLiteral("after"), *field->after);
        changes.emplace_back(std::move(one));
    }
    return canonicalJson(changes);
}

JsonValue change(const QString &field, const QString &before, const QString &after)
{
    return JsonValue::Object{
        {QStringLiteral("after"), after}, {QStringLiteral("before"), before}, {QStringLiteral("field"), field}};
}

} // namespace reviewdesk
