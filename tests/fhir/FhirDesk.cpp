#include "FhirDesk.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

namespace reviewdesk {

namespace {

QJsonValue alteredValue(const QJsonValue &within, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString head = path.first();
    if (within.isArray()) {
        QJsonArray array = within.toArray();
        const qsizetype at = head.toLongLong();
        const QJsonValue next = alteredValue(array.at(at), path.mid(1), value);
        if (next.isUndefined())
            array.removeAt(at);
        else
            array.replace(at, next);
        return array;
    }
    QJsonObject object = within.toObject();
    const QJsonValue next = alteredValue(object.value(head), path.mid(1), value);
    if (next.isUndefined())
        object.remove(head);
    else
        object.insert(head, next);
    return object;
}

} // namespace

const Rulebook &fhirRules()
{
    static const Result<std::shared_ptr<const Rulebook>> loaded =
        loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return **loaded;
}

QByteArray message(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA "/fhir/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    return file.readAll();
}

const QDateTime &receipt()
{
    static const QDateTime at(QDate(2026, 11, 23), QTime(18, 0), QTimeZone::utc());
    return at;
}

Result<fhir::BundleReading> readMessage(const QByteArray &json)
{
    return fhir::readBundle(json, fhirRules().policy, receipt());
}

QByteArray altered(const QByteArray &json, const QString &pointer, const QJsonValue &value)
{
    const QJsonValue whole = QJsonDocument::fromJson(json).object();
    return QJsonDocument(alteredValue(whole, pointer.split(u'/').mid(1), value).toObject()).toJson();
}

} // namespace reviewdesk
