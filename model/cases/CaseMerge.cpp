#include "cases/CaseMerge.h"

#include "cases/CaseFile.h"

#include <QMap>

#include <algorithm>

namespace reviewdesk {

namespace {

using Fields = QMap<QString, JsonValue>; ///< by JSON pointer

/// Objects that mean nothing in parts: a source is one document with its page and quote.
bool isWhole(const QString &place)
{
    return place.startsWith(QLatin1String("/evidence/")) || place == QLatin1String("/determination/contract_provision");
}

void collect(const JsonValue &value, const QString &place, Fields &fields)
{
    const JsonValue::Object *object = value.asObject();
    if (!object || isWhole(place)) {
        fields.insert(place, value);
        return;
    }
    for (const JsonValue::Member &member : *object)
        collect(member.second, jsonPointer(place, member.first), fields);
}

Fields fieldsOf(const ReviewCase &reviewCase, const Policy &policy)
{
    Fields fields;
    collect(toJson(reviewCase, policy), {}, fields);
    for (const char *own : {"/number", "/policy/id", "/policy/version"})
        fields.remove(QLatin1String(own)); // the workspace's, not the draft's
    return fields;
}

std::optional<JsonValue> at(const Fields &fields, const QString &place)
{
    const auto found = fields.constFind(place);
    return found == fields.cend() ? std::nullopt : std::optional<JsonValue>(*found);
}

/// What a field belongs to.
QString thingOf(const QString &place)
{
    constexpr QLatin1String evidence("/evidence/");
    return place.startsWith(evidence) ? QLatin1String("/facts/") + place.mid(evidence.size()) : place;
}

bool contains(const JsonValue::Array &list, const JsonValue &item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Two lists that both kept everything of a third one: theirs and what I added.
std::optional<JsonValue> bothLists(const MergeConflict::Field &field)
{
    static const JsonValue::Array none;
    const JsonValue::Array *base = field.base ? field.base->asArray() : &none;
    const JsonValue::Array *mine = field.mine ? field.mine->asArray() : nullptr;
    const JsonValue::Array *theirs = field.theirs ? field.theirs->asArray() : nullptr;
    if (!base || !mine || !theirs || field.place.endsWith(QLatin1String("/address")))
        return std::nullopt; // lines of an address belong together
    const auto keeps = [&](const JsonValue::Array &list) {
        return list.size() >= base->size() && std::equal(base->begin(), base->end(), list.begin());
    };
    if (!keeps(*mine) || !keeps(*theirs))
        return std::nullopt;
    JsonValue::Array both = *theirs;
    for (auto item = mine->begin() + static_cast<std::ptrdiff_t>(base->size()); item != mine->end(); ++item) {
        if (!contains(both, *item))
            both.push_back(*item);
    }
    return JsonValue(std::move(both));
}

/// What either of the two confirmed is confirmed; what either of them brought that waits, waits.
std::optional<JsonValue> leftToConfirm(const MergeConflict::Field &field)
{
    const auto listOf = [](const std::optional<JsonValue> &value) {
        const JsonValue::Array *list = value ? value->asArray() : nullptr;
        return list ? *list : JsonValue::Array();
    };
    const JsonValue::Array base = listOf(field.base);
    const JsonValue::Array mine = listOf(field.mine);
    JsonValue::Array left;
    const JsonValue::Array theirs = listOf(field.theirs);
    for (const JsonValue &item : theirs) {
        if (contains(mine, item) || !contains(base, item))
            left.push_back(item);
    }
    for (const JsonValue &item : mine) {
        if (!contains(base, item) && !contains(left, item))
            left.push_back(item);
    }
    return left.empty() ? std::nullopt : std::optional<JsonValue>(std::move(left));
}

/// `object` with the value at the end of `path`, or without it.
JsonValue with(const JsonValue *object, QStringList path, const std::optional<JsonValue> &value)
{
    const QString name = path.takeFirst();
    JsonValue::Object members = object && object->asObject() ? *object->asObject() : JsonValue::Object();
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const JsonValue::Member &each) { return each.first == name; });
    if (path.isEmpty() && !value) {
        if (found != members.end())
            members.erase(found);
        return members;
    }
    JsonValue put = path.isEmpty() ? *value : with(found == members.end() ? nullptr : &found->second, path, value);
    if (found == members.end())
        members.emplace_back(name, std::move(put));
    else
        found->second = std::move(put);
    return members;
}

void put(JsonValue &document, const QString &place, const std::optional<JsonValue> &value)
{
    QStringList path = place.mid(1).split(QLatin1Char('/'));
    for (QString &token : path)
        token.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
    document = with(&document, path, value);
}

/// One thing's fields in the three states.
QList<MergeConflict::Field> fieldsOf(
    const QStringList &places, const Fields &base, const Fields &mine, const Fields &theirs)
{
    QList<MergeConflict::Field> fields;
    for (const QString &place : places)
        fields.append({place, at(base, place), at(mine, place), at(theirs, place)});
    return fields;
}

void mergeThing(const QString &thing, const QList<MergeConflict::Field> &fields, CaseMerge &merge)
{
    const auto any = [&](auto differs) { return std::any_of(fields.begin(), fields.end(), differs); };
    const bool mineChanged = any([](const MergeConflict::Field &f) { return f.mine != f.base; });
    const bool theirsChanged = any([](const MergeConflict::Field &f) { return f.theirs != f.base; });
    if (!any([](const MergeConflict::Field &f) { return f.mine != f.theirs; }))
        return; // the same in both
    if (!mineChanged) {
        merge.takenFromTheirs.append(thing);
        return;
    }
    if (!theirsChanged) {
        for (const MergeConflict::Field &field : fields)
            put(merge.document, field.place, field.mine);
        merge.takenFromMine.append(thing);
        return;
    }
    if (thing == QLatin1String("/unconfirmed")) {
        put(merge.document, thing, leftToConfirm(fields.constFirst()));
        merge.takenFromMine.append(thing);
        merge.takenFromTheirs.append(thing);
        return;
    }
    if (fields.size() == 1) {
        if (const std::optional<JsonValue> both = bothLists(fields.constFirst())) {
            put(merge.document, thing, both);
            merge.takenFromMine.append(thing);
            merge.takenFromTheirs.append(thing);
            return;
        }
    }
    merge.conflicts.append({thing, fields});
}

} // namespace

CaseMerge mergeCases(const ReviewCase &base, const ReviewCase &mine, const ReviewCase &theirs, const Policy &policy)
{
    const Fields baseFields = fieldsOf(base, policy);
    const Fields mineFields = fieldsOf(mine, policy);
    const Fields theirFields = fieldsOf(theirs, policy);
    QMap<QString, QStringList> things;
    for (const Fields *fields : {&baseFields, &mineFields, &theirFields}) {
        for (auto field = fields->cbegin(); field != fields->cend(); ++field) {
            QStringList &places = things[thingOf(field.key())];
            if (!places.contains(field.key()))
                places.append(field.key());
        }
    }
    CaseMerge merge{toJson(theirs, policy), {}, {}, {}};
    for (auto thing = things.begin(); thing != things.end(); ++thing) {
        thing->sort();
        mergeThing(thing.key(), fieldsOf(*thing, baseFields, mineFields, theirFields), merge);
    }
    return merge;
}

Result<ReviewCase> mergedCase(
    const CaseMerge &merge, const QSet<QString> &mine, const Policy &policy, const JsonSchema &schema)
{
    JsonValue document = merge.document;
    for (const MergeConflict &conflict : merge.conflicts) {
        if (!mine.contains(conflict.thing))
            continue;
        for (const MergeConflict::Field &field : conflict.fields)
            put(document, field.place, field.mine);
    }
    CaseReading reading = readCase(canonicalJson(document), policy, schema, CaseSource::Workspace);
    if (!reading.ok())
        return reading.problems.constFirst();
    return std::move(reading.reviewCase);
}

} // namespace reviewdesk
