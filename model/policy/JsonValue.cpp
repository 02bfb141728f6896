#include "policy/JsonValue.h"

#include <QJsonArray>
#include <QJsonObject>

namespace reviewdesk {

const JsonValue *JsonValue::member(QStringView name) const
{
    if (const Object *object = asObject()) {
        for (const Member &member : *object) {
            if (member.first == name)
                return &member.second;
        }
    }
    return nullptr;
}

QString JsonValue::text(QStringView name) const
{
    const JsonValue *value = member(name);
    const QString *string = value ? value->asString() : nullptr;
    return string ? *string : QString();
}

QJsonValue JsonValue::toQJson() const
{
    if (const bool *value = asBool())
        return *value;
    if (const qint64 *value = asInteger())
        return *value;
    if (const double *value = asDouble())
        return *value;
    if (const QString *value = asString())
        return *value;
    if (const Array *array = asArray()) {
        QJsonArray to;
        for (const JsonValue &element : *array)
            to.append(element.toQJson());
        return to;
    }
    if (const Object *object = asObject()) {
        QJsonObject to;
        for (const Member &member : *object)
            to.insert(member.first, member.second.toQJson());
        return to;
    }
    return QJsonValue::Null;
}

QString jsonPointer(const QString &pointer, QStringView token)
{
    if (!token.contains(u'~') && !token.contains(u'/'))
        return QString(pointer + u'/').append(token);
    QString escaped = token.toString();
    escaped.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    return pointer + u'/' + escaped;
}

QString jsonPointer(const QString &pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

} // namespace reviewdesk
