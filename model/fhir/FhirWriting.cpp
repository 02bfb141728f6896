#include "fhir/FhirWriting.h"

#include "fhir/FhirTerms.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace reviewdesk::fhir {

void put(Object &object, const char *name, const QString &text)
{
    if (!text.isEmpty())
        object.emplace_back(QString::fromLatin1(name), text);
}

void put(Object &object, const char *name, JsonValue value)
{
    const bool nothing = value.isNull() || (value.asArray() && value.asArray()->empty()) ||
        (value.asObject() && value.asObject()->empty());
    if (!nothing)
        object.emplace_back(QString::fromLatin1(name), std::move(value));
}

JsonValue coding(const QString &system, const QString &code, const QString &display)
{
    Object made;
    put(made, "system", system);
    put(made, "code", code);
    put(made, "display", display);
    return made;
}

JsonValue conceptOf(JsonValue coding)
{
    return Object{{QStringLiteral("coding"), Array{std::move(coding)}}};
}

JsonValue reference(const QString &address)
{
    return Object{{QStringLiteral("reference"), address}};
}

JsonValue identifier(const QString &system, const QString &value)
{
    return Object{{QStringLiteral("system"), system}, {QStringLiteral("value"), value}};
}

JsonValue extension(const QString &url, const char *member, JsonValue value)
{
    return Object{{QStringLiteral("url"), url}, {QString::fromLatin1(member), std::move(value)}};
}

JsonValue extensionOf(const QString &url, Array inner)
{
    return Object{{QStringLiteral("extension"), std::move(inner)}, {QStringLiteral("url"), url}};
}

QString stableUrl(const QString &words)
{
    static const QUuid space = QUuid::createUuidV5(QUuid(), QByteArray("reviewdesk"));
    return QStringLiteral("urn:uuid:") + QUuid::createUuidV5(space, words).toString(QUuid::WithoutBraces);
}

JsonValue entry(const QString &fullUrl, JsonValue resource)
{
    return Object{{QStringLiteral("fullUrl"), fullUrl}, {QStringLiteral("resource"), std::move(resource)}};
}

QByteArray fhirJson(const JsonValue &value)
{
    return QJsonDocument(value.toQJson().toObject()).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace reviewdesk::fhir
