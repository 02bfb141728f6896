#include "ProfileCheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>

namespace reviewdesk {

namespace {

const QString pas = QStringLiteral("http://hl7.org/fhir/us/davinci-pas/StructureDefinition/");

QString folder()
{
    return QStringLiteral(TEST_DATA "/fhir/profiles/");
}

/// Which kind of resource a profile is of.
QString kindOf(QString profile)
{
    profile = profile.section(u'|', 0, 0);
    static const QMap<QString, QString> kinds{{QStringLiteral("profile-beneficiary"), QStringLiteral("Patient")},
        {QStringLiteral("profile-insurer"), QStringLiteral("Organization")},
        {QStringLiteral("profile-requestor"), QStringLiteral("Organization")},
        {QStringLiteral("profile-organization"), QStringLiteral("Organization")},
        {QStringLiteral("profile-practitioner"), QStringLiteral("Practitioner")},
        {QStringLiteral("profile-practitionerrole"), QStringLiteral("PractitionerRole")},
        {QStringLiteral("profile-claim"), QStringLiteral("Claim")},
        {QStringLiteral("profile-coverage"), QStringLiteral("Coverage")},
        {QStringLiteral("profile-communicationrequest"), QStringLiteral("CommunicationRequest")},
        {QStringLiteral("us-core-patient"), QStringLiteral("Patient")}};
    return kinds.value(profile, profile);
}

QString profileFor(const QString &resourceType)
{
    static const QMap<QString, QString> profiles{
        {QStringLiteral("ClaimResponse"), QStringLiteral("profile-claimresponse")},
        {QStringLiteral("CommunicationRequest"), QStringLiteral("profile-communicationrequest")},
        {QStringLiteral("DocumentReference"), QStringLiteral("profile-documentreference")},
        {QStringLiteral("Claim"), QStringLiteral("profile-claim")},
        {QStringLiteral("Patient"), QStringLiteral("profile-beneficiary")},
        {QStringLiteral("Coverage"), QStringLiteral("profile-coverage")},
        {QStringLiteral("Organization"), QStringLiteral("profile-requestor")},
        {QStringLiteral("Practitioner"), QStringLiteral("profile-practitioner")}};
    return profiles.value(resourceType);
}

QJsonArray listOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    return value.isArray() ? value.toArray() : QJsonArray{value};
}

/// `value` has everything that `pattern` has.
bool holds(const QJsonValue &value, const QJsonValue &pattern)
{
    if (pattern.isArray()) {
        for (const QJsonValue &wanted : pattern.toArray()) {
            bool found = false;
            for (const QJsonValue &each : value.toArray())
                found = found || holds(each, wanted);
            if (!found)
                return false;
        }
        return true;
    }
    if (!pattern.isObject())
        return value == pattern;
    const QJsonObject wanted = pattern.toObject();
    for (auto member = wanted.begin(); member != wanted.end(); ++member) {
        if (!holds(value.toObject().value(member.key()), member.value()))
            return false;
    }
    return true;
}

QJsonValue fixedValue(const QString &words)
{
    return QJsonDocument::fromJson("[" + words.toUtf8() + "]").array().at(0);
}

/// Is this one of the slice? By an extension's address, or a resource's kind; a slice that is told otherwise: unknown.
std::optional<bool> isOfSlice(
    const QString &element, const QString &slice, const QString &type, const QJsonValue &value)
{
    const QString url = value.toObject().value(QStringLiteral("url")).toString();
    if (element == u"extension") {
        static const QRegularExpression of(QStringLiteral("^Extension<([^|>]+)"));
        const QRegularExpressionMatch match = of.match(type);
        return match.hasMatch() ? url.section(u'/', -1) == match.captured(1) : url == slice;
    }
    if (element == u"entry")
        return value.toObject().value(QStringLiteral("resource")).toObject().value(QStringLiteral("resourceType")) ==
            slice;
    return std::nullopt;
}

/// The members that an element's name may have: value[x] is valueString and the like.
QJsonArray membersOf(const QJsonValue &parent, const QString &element)
{
    const QJsonObject object = parent.toObject();
    if (!element.endsWith(QLatin1String("[x]")))
        return listOf(object.value(element));
    const QString start = element.chopped(3);
    QJsonArray all;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key().startsWith(start) && member.key().size() > start.size() &&
            member.key().at(start.size()).isUpper())
            all.append(member.value());
    }
    return all;
}

} // namespace

ProfileCheck::ProfileCheck(const QJsonObject &bundle) : m_bundle(bundle) { }

void ProfileCheck::say(const QString &place, const QString &what)
{
    m_problems.append(place + QLatin1String(": ") + what);
}

QList<ProfileCheck::Row> ProfileCheck::rowsOf(const QString &profile)
{
    QFile file(folder() + profile + QStringLiteral(".tsv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no profile %s", qPrintable(profile));
    QList<Row> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (line.startsWith(u'#') || cells.size() < 3)
            continue;
        Row row;
        row.path = cells.at(0).split(u'.').mid(1);
        row.least = cells.at(1).section(QLatin1String(".."), 0, 0).toInt();
        const QString most = cells.at(1).section(QLatin1String(".."), 1, 1);
        row.most = most == u"*" ? -1 : most.toInt();
        row.type = cells.at(2);
        row.fixed = cells.value(3);
        rows.append(row);
    }
    return rows;
}

QJsonObject ProfileCheck::resolved(const QString &address) const
{
    for (const QJsonValue &each : m_bundle.value(QStringLiteral("entry")).toArray()) {
        const QJsonObject entry = each.toObject();
        const QString url = entry.value(QStringLiteral("fullUrl")).toString();
        if (url == address || url.endsWith(u'/' + address))
            return entry.value(QStringLiteral("resource")).toObject();
    }
    return {};
}

void ProfileCheck::checkFixed(const Row &row, const QJsonValue &value, const QString &place)
{
    if (!row.fixed.isEmpty() && !holds(value, fixedValue(row.fixed)))
        say(place, QStringLiteral("is not %1").arg(row.fixed));
}

void ProfileCheck::checkReference(const Row &row, const QJsonValue &value, const QString &place)
{
    static const QRegularExpression of(QStringLiteral("^Reference<(.*)>$"));
    const QRegularExpressionMatch match = of.match(row.type);
    const QString address = value.toObject().value(QStringLiteral("reference")).toString();
    if (!match.hasMatch() || (address.isEmpty() && value.toObject().contains(QStringLiteral("extension"))))
        return;
    const QString kind = resolved(address).value(QStringLiteral("resourceType")).toString();
    QStringList allowed;
    for (const QString &profile : match.captured(1).split(u'|')) {
        if (!profile.isEmpty() && !profile.front().isDigit())
            allowed.append(kindOf(profile));
    }
    if (!allowed.contains(kind))
        say(place,
            QStringLiteral("“%1” leads to “%2”, not to %3").arg(address, kind, allowed.join(QLatin1String(" or "))));
}

void ProfileCheck::apply(const Row &row, const QJsonValue &root, const QString &place)
{
    QList<std::pair<QJsonValue, QString>> parents{{root, place}};
    for (qsizetype depth = 0; depth < row.path.size(); ++depth) {
        const QString element = row.path.at(depth).section(u':', 0, 0);
        const QString slice = row.path.at(depth).section(u':', 1, 1);
        const bool last = depth == row.path.size() - 1;
        QList<std::pair<QJsonValue, QString>> found;
        for (const auto &[parent, at] : parents) {
            int count = 0;
            int position = 0;
            for (const QJsonValue &value : membersOf(parent, element)) {
                const QString here = at + u'/' + element + u'/' + QString::number(position++);
                if (!slice.isEmpty()) {
                    const std::optional<bool> is = isOfSlice(element, slice, last ? row.type : QString(), value);
                    if (!is)
                        return; // told by something else than address or kind
                    if (!*is)
                        continue;
                }
                ++count;
                found.append({value, here});
            }
            if (!last)
                continue;
            if (count < row.least || (row.most >= 0 && count > row.most))
                say(at,
                    QStringLiteral("%1 stands %2 times, %3..%4 are right")
                        .arg(row.path.join(u'.'))
                        .arg(count)
                        .arg(row.least)
                        .arg(row.most));
        }
        parents = found;
    }
    for (const auto &[value, at] : parents) {
        ++m_applied;
        checkFixed(row, value, at);
        checkReference(row, value, at);
    }
}

void ProfileCheck::checkExtensions(const QJsonValue &within, const QString &place)
{
    if (within.isArray()) {
        int position = 0;
        for (const QJsonValue &each : within.toArray())
            checkExtensions(each, place + u'/' + QString::number(position++));
        return;
    }
    const QJsonObject object = within.toObject();
    const QString url = object.value(QStringLiteral("url")).toString();
    if (url.startsWith(pas) && QFile::exists(folder() + url.mid(pas.size()) + QStringLiteral(".tsv")))
        check(url.mid(pas.size()), object, place);
    for (auto member = object.begin(); member != object.end(); ++member)
        checkExtensions(member.value(), place + u'/' + member.key());
}

void ProfileCheck::check(const QString &profile, const QJsonValue &root, const QString &place)
{
    for (const Row &row : rowsOf(profile))
        apply(row, root, place);
}

QStringList ProfileCheck::problems(const QString &bundleProfile)
{
    m_problems.clear();
    check(bundleProfile, m_bundle, QString());
    int position = 0;
    for (const QJsonValue &each : m_bundle.value(QStringLiteral("entry")).toArray()) {
        const QString place = QStringLiteral("/entry/%1/resource").arg(position++);
        const QJsonObject resource = each.toObject().value(QStringLiteral("resource")).toObject();
        if (const QString profile = profileFor(resource.value(QStringLiteral("resourceType")).toString());
            !profile.isEmpty())
            check(profile, resource, place);
        checkExtensions(resource, place);
    }
    return m_problems;
}

} // namespace reviewdesk
