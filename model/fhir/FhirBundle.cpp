#include "fhir/FhirBundle.h"

#include <QCoreApplication>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(FhirBundle)
};

/// "Patient/7" of "Patient/7/_history/2".
QString unversioned(const QString &reference)
{
    return reference.section(QLatin1String("/_history/"), 0, 0);
}

QString entryPlace(qsizetype entry)
{
    return jsonPointer(jsonPointer(QStringLiteral("/entry"), entry), u"resource");
}

} // namespace

Node Node::operator[](QStringView member) const
{
    const JsonValue *found = m_value ? m_value->member(member) : nullptr;
    return {found, jsonPointer(m_place, member)};
}

QList<Node> Node::items() const
{
    QList<Node> all;
    if (!m_value)
        return all;
    const JsonValue::Array *array = m_value->asArray();
    if (!array)
        return {*this};
    all.reserve(static_cast<qsizetype>(array->size()));
    for (std::size_t i = 0; i < array->size(); ++i)
        all.append({&(*array)[i], jsonPointer(m_place, static_cast<qsizetype>(i))});
    return all;
}

Node Node::first() const
{
    const JsonValue::Array *array = m_value ? m_value->asArray() : nullptr;
    if (!array)
        return *this;
    return array->empty() ? Node() : Node(&array->front(), jsonPointer(m_place, qsizetype{0}));
}

QString Node::text() const
{
    const QString *found = m_value ? m_value->asString() : nullptr;
    return found ? *found : QString();
}

std::optional<bool> Node::flag() const
{
    const bool *found = m_value ? m_value->asBool() : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

Result<FhirBundle> FhirBundle::read(const QByteArray &json)
{
    JsonLimits limits;
    limits.bytes = mostBytes;
    Result<JsonValue> document = readJson(json, limits);
    if (!document)
        return document.error();
    FhirBundle bundle;
    bundle.m_document = std::move(document).value();
    const Node type = bundle.root()[u"resourceType"];
    if (type.text() != QLatin1String("Bundle"))
        return Error{QStringLiteral("not_a_bundle"),
            type.text().isEmpty()
                ? Say::tr("This is no FHIR resource: it has no resourceType.")
                : Say::tr("This is a FHIR “%1”, not a Bundle with a request.").arg(type.text().left(64)),
            type.exists() ? type.place() : QString()};
    const QList<Node> entries = bundle.root()[u"entry"].items();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const Node resource = entries.at(i)[u"resource"];
        const QString byType = resource.resourceType() + u'/' + resource.text(u"id");
        const QString url = entries.at(i).text(u"fullUrl");
        for (const QString &address : {url, url.section(u'/', -2), byType}) {
            if (!address.isEmpty() && !bundle.m_byUrl.contains(address))
                bundle.m_byUrl.insert(address, static_cast<int>(i));
        }
    }
    if (bundle.firstOf(u"Claim").exists())
        return bundle;
    const bool answer = bundle.firstOf(u"ClaimResponse").exists();
    return Error{QStringLiteral("no_claim"),
        answer ? Say::tr("This Bundle is an answer (ClaimResponse), not a request: it has no Claim.")
               : Say::tr("This Bundle has no Claim, so it asks for nothing."),
        QStringLiteral("/entry")};
}

QList<Node> FhirBundle::resources() const
{
    QList<Node> all;
    for (const Node &entry : root()[u"entry"].items())
        all.append(entry[u"resource"]);
    return all;
}

Node FhirBundle::firstOf(QStringView resourceType) const
{
    for (const Node &resource : resources()) {
        if (resource.resourceType() == resourceType)
            return resource;
    }
    return {};
}

QList<Node> FhirBundle::allOf(QStringView resourceType) const
{
    QList<Node> all = resources();
    all.removeIf([resourceType](const Node &resource) { return resource.resourceType() != resourceType; });
    return all;
}

Node FhirBundle::resolve(const Node &reference, const Node &from) const
{
    const QString words = unversioned(reference.text(u"reference"));
    if (words.isEmpty())
        return {};
    if (words.startsWith(u'#')) {
        for (const Node &contained : from[u"contained"].items()) {
            const QString id = contained.text(u"id");
            if (id == QStringView(words).mid(1) || id == words)
                return contained;
        }
        return {};
    }
    auto found = m_byUrl.constFind(words);
    if (found == m_byUrl.constEnd() && words.contains(QLatin1String("://"))) // absolute, the entry's address relative
        found = m_byUrl.constFind(words.section(u'/', -2));
    if (found == m_byUrl.constEnd())
        return {};
    const JsonValue *entries = m_document.member(u"entry");
    const JsonValue::Array *array = entries->asArray();
    const JsonValue &entry = array ? (*array)[static_cast<std::size_t>(*found)] : *entries;
    return {entry.member(u"resource"), array ? entryPlace(*found) : QStringLiteral("/entry/resource")};
}

QString FhirBundle::fullUrl(const Node &resource) const
{
    for (const Node &entry : root()[u"entry"].items()) {
        if (entry[u"resource"].value() == resource.value())
            return entry.text(u"fullUrl");
    }
    return {};
}

} // namespace reviewdesk::fhir
