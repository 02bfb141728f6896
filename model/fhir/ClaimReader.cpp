#include "fhir/ClaimReader.h"

#include "cases/CaseFile.h"
#include "cases/Finding.h"
#include "fhir/FhirTerms.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ClaimReader)
};

constexpr qsizetype longestText = 1000; // characters of a field; a case file takes no more than 20,000
constexpr qsizetype mostLines = 12; // of an address
constexpr qsizetype mostCodes = 200;

bool endsWith(const Node &extension, QLatin1String name)
{
    return extension.text(u"url").endsWith(name);
}

/// "Ana Example": the official name, else the first.
QString personName(const Node &resource)
{
    Node chosen;
    for (const Node &name : resource[u"name"].items()) {
        if (!chosen.exists() || name.text(u"use") == QLatin1String("official"))
            chosen = name;
    }
    if (!chosen.text().isEmpty()) // an organization's
        return chosen.text();
    if (!chosen.text(u"text").isEmpty())
        return chosen.text(u"text");
    QStringList parts;
    for (const Node &given : chosen[u"given"].items())
        parts.append(given.text());
    parts.append(chosen.text(u"family"));
    for (const Node &suffix : chosen[u"suffix"].items())
        parts.append(suffix.text());
    parts.removeAll(QString());
    return parts.join(u' ');
}

QStringList addressLines(const Node &address)
{
    QStringList lines;
    for (const Node &line : address[u"line"].items())
        lines.append(line.text());
    const QString region = QStringList{address.text(u"state"), address.text(u"postalCode")}.join(u' ').simplified();
    QStringList place{address.text(u"city"), region};
    place.removeAll(QString());
    lines.append(place.join(QLatin1String(", ")));
    lines.removeIf([](const QString &line) { return line.isEmpty() || line.size() > longestText; });
    return lines.mid(0, mostLines);
}

QString npiOf(const Node &resource)
{
    for (const Node &identifier : resource[u"identifier"].items()) {
        const QString system = identifier.text(u"system");
        if (system == npiSystem || system == QLatin1String("urn:oid:2.16.840.1.113883.4.6"))
            return identifier.text(u"value");
    }
    return {};
}

QString telecomOf(const Node &resource, QLatin1String system)
{
    for (const Node &telecom : resource[u"telecom"].items()) {
        if (telecom.text(u"system") == system)
            return telecom.text(u"value");
    }
    return {};
}

bool hasCode(const Node &concept_, QLatin1String code)
{
    const QList<Node> codings = concept_[u"coding"].items();
    return std::any_of(
        codings.cbegin(), codings.cend(), [code](const Node &coding) { return coding.text(u"code") == code; });
}

/// Five characters of CPT or HCPCS, whatever URI the sender gives the system.
QString procedureCode(const QString &code)
{
    static const QRegularExpression shape(QStringLiteral("^([0-9]{5}|[0-9]{4}[A-Z]|[A-Z][0-9]{4})$"));
    const QString upper = code.trimmed().toUpper();
    return shape.match(upper).hasMatch() ? upper : QString();
}

bool isProcedureSystem(const QString &system)
{
    return system.isEmpty() || system.contains(QLatin1String("cpt"), Qt::CaseInsensitive) ||
        system.contains(QLatin1String("hcpcs"), Qt::CaseInsensitive) ||
        system == QLatin1String("urn:oid:2.16.840.1.113883.6.12") ||
        system == QLatin1String("urn:oid:2.16.840.1.113883.6.285");
}

/// "C78.7" of "C787" and "c78.7".
QString diagnosisCode(const QString &code)
{
    QString upper = code.trimmed().toUpper();
    if (upper.size() > 3 && !upper.contains(u'.'))
        upper.insert(3, u'.');
    return isIcd10Shape(upper) ? upper : QString();
}

bool isIcd10System(const QString &system)
{
    return system.isEmpty() || system == icd10System || system == QLatin1String("urn:oid:2.16.840.1.113883.6.90");
}

QDate dateOf(const QString &words)
{
    return dateFromWords(words.left(10));
}

} // namespace

ClaimReader::ClaimReader(BundleReading &reading, const Node &claim)
    : m_reading(reading), m_bundle(reading.bundle), m_claim(claim)
{
}

void ClaimReader::take(const char *field, QString &into, const QString &value, const Node &from)
{
    if (value.trimmed().isEmpty() || !into.isEmpty())
        return;
    if (value.size() > longestText) {
        m_reading.ignored.append({from.place(), Say::tr("Longer than %1 characters.").arg(longestText),
            QString::fromLatin1(field)});
        return;
    }
    into = value;
    m_reading.understood.append({QString::fromLatin1(field), value, from.place()});
}

void ClaimReader::read()
{
    readUrgency();
    readItems();
    readDiagnoses();
    readPatient();
    readCoverage();
    readProvider();
}

/// "U" of the level of service or "stat" is the sender's word for expedited.
void ClaimReader::readUrgency()
{
    Request &request = m_reading.draft.request;
    const auto expedite = [&](const Node &from, const QString &word) {
        request.urgency = Urgency::Expedited;
        m_reading.understood.append({QStringLiteral("/urgency"), word, from.place()});
    };
    QList<Node> extensions = m_claim[u"extension"].items();
    for (const Node &item : m_claim[u"item"].items())
        extensions += item[u"extension"].items();
    for (const Node &extension : extensions) {
        if (endsWith(extension, QLatin1String("extension-levelOfServiceCode")) &&
            hasCode(extension[u"valueCodeableConcept"], QLatin1String("U")))
            return expedite(extension, QStringLiteral("U"));
    }
    const Node priority = m_claim[u"priority"];
    if (hasCode(priority, QLatin1String("stat")))
        return expedite(priority, QStringLiteral("stat"));
    if (!priority.exists())
        return;
    request.urgency = Urgency::Standard;
    m_reading.understood.append(
        {QStringLiteral("/urgency"), priority[u"coding"].first().text(u"code"), priority.place()});
}

void ClaimReader::takeCode(QStringList &codes, const char *field, const QString &code, const Node &from)
{
    if (codes.contains(code) || codes.size() >= mostCodes)
        return;
    m_reading.understood.append(
        {QString::fromLatin1(field) + u'/' + QString::number(codes.size()), code, from.place()});
    codes.append(code);
}

void ClaimReader::readItems()
{
    const QString plannedOn = QStringLiteral("/service/planned_on");
    Service &service = m_reading.draft.service;
    for (const Node &item : m_claim[u"item"].items()) {
        for (const Node &coding : item[u"productOrService"][u"coding"].items()) {
            const QString code = procedureCode(coding.text(u"code"));
            if (!code.isEmpty() && isProcedureSystem(coding.text(u"system")))
                takeCode(service.procedureCodes, "/service/procedure_codes", code, coding[u"code"]);
            else
                m_reading.ignored.append(
                    {coding.place(), Say::tr("“%1” is no CPT or HCPCS code.").arg(coding.text(u"code").left(64)),
                        QStringLiteral("/service/procedure_codes")});
        }
        Node serviced = item[u"servicedDate"];
        if (!serviced.exists())
            serviced = item[u"servicedPeriod"][u"start"];
        const QDate day = dateOf(serviced.text());
        if (!day.isValid()) {
            if (serviced.exists())
                m_reading.ignored.append({serviced.place(), Say::tr("“%1” is no date.").arg(serviced.text().left(64)), plannedOn});
            continue;
        }
        if (!service.plannedOn.isValid()) {
            service.plannedOn = day;
            m_reading.understood.append(
                {plannedOn, day.toString(Qt::ISODate), serviced.place()});
        } else if (day != service.plannedOn) {
            m_reading.clashes.append({serviced.place(),
                Say::tr("Another item is planned on %1; this one on %2.")
                    .arg(service.plannedOn.toString(Qt::ISODate), day.toString(Qt::ISODate)),
                plannedOn});
        }
    }
}

void ClaimReader::readDiagnoses()
{
    for (const Node &diagnosis : m_claim[u"diagnosis"].items()) {
        Node concept_ = diagnosis[u"diagnosisCodeableConcept"];
        if (!concept_.exists())
            concept_ = m_bundle.resolve(diagnosis[u"diagnosisReference"], m_claim)[u"code"];
        for (const Node &coding : concept_[u"coding"].items()) {
            const QString code = diagnosisCode(coding.text(u"code"));
            if (!code.isEmpty() && isIcd10System(coding.text(u"system")))
                takeCode(m_reading.draft.service.diagnosisCodes, "/service/diagnosis_codes", code, coding[u"code"]);
            else
                m_reading.ignored.append(
                    {coding.place(), Say::tr("“%1” is no ICD-10-CM code.").arg(coding.text(u"code").left(64)),
                        QStringLiteral("/service/diagnosis_codes")});
        }
    }
}

void ClaimReader::readPatient()
{
    Member &member = m_reading.draft.member;
    const Node patient = m_bundle.resolve(m_claim[u"patient"], m_claim);
    take("/member/name", member.name, personName(patient), patient[u"name"]);
    const Node birth = patient[u"birthDate"];
    member.birthDate = dateOf(birth.text());
    if (member.birthDate.isValid())
        m_reading.understood.append({QStringLiteral("/member/birth_date"), birth.text(), birth.place()});
    else if (birth.exists())
        m_reading.ignored.append({birth.place(), Say::tr("This is no whole date."), QStringLiteral("/member/birth_date")});
    const Node address = patient[u"address"].first();
    member.address = addressLines(address);
    if (!member.address.isEmpty())
        m_reading.understood.append(
            {QStringLiteral("/member/address"), member.address.join(QLatin1String(", ")), address.place()});
    for (const Node &communication : patient[u"communication"].items()) {
        const Node code = communication[u"language"][u"coding"].first()[u"code"];
        if (member.language.isEmpty() || communication[u"preferred"].flag().value_or(false)) {
            member.language.clear();
            take("/member/language", member.language, code.text(), code);
        }
    }
}

void ClaimReader::readCoverage()
{
    Member &member = m_reading.draft.member;
    for (const Node &insurance : m_claim[u"insurance"].items()) {
        const Node coverage = m_bundle.resolve(insurance[u"coverage"], m_claim);
        take("/member/member_id", member.memberId, coverage.text(u"subscriberId"), coverage[u"subscriberId"]);
        for (const Node &identifier : coverage[u"identifier"].items()) {
            if (hasCode(identifier[u"type"], QLatin1String("MB")))
                take("/member/member_id", member.memberId, identifier.text(u"value"), identifier);
        }
        for (const Node &group : coverage[u"class"].items()) {
            const QString name = group.text(u"name").isEmpty() ? group.text(u"value") : group.text(u"name");
            if (hasCode(group[u"type"], QLatin1String("group")))
                take("/member/group", member.group, group.text(u"value"), group);
            else if (hasCode(group[u"type"], QLatin1String("plan")))
                take("/member/plan", member.plan, name, group);
        }
    }
    const Node identifier = m_bundle.resolve(m_claim[u"patient"], m_claim)[u"identifier"].first();
    take("/member/member_id", member.memberId, identifier.text(u"value"), identifier);
}

ClaimReader::Party ClaimReader::party(const Node &reference) const
{
    Party party;
    const Node resource = m_bundle.resolve(reference, m_claim);
    if (!resource.exists())
        return party;
    party.resources.append(resource);
    party.name = resource;
    if (resource.resourceType() == QLatin1String("PractitionerRole")) {
        for (const Node &part : {resource[u"practitioner"], resource[u"organization"]}) {
            if (const Node found = m_bundle.resolve(part, resource); found.exists())
                party.resources.append(found);
        }
        if (party.resources.size() > 1)
            party.name = party.resources.at(1);
    }
    return party;
}

/// The care team's member who is responsible, else the first.
Node ClaimReader::rendering() const
{
    Node chosen;
    for (const Node &member : m_claim[u"careTeam"].items()) {
        if (!chosen.exists() || member[u"responsible"].flag().value_or(false))
            chosen = member;
    }
    return chosen[u"provider"];
}

void ClaimReader::fill(Provider &provider, const char *field, const Party &party, bool whole)
{
    const QByteArray at(field);
    take(at + "/name", provider.name, personName(party.name), party.name[u"name"]);
    for (const Node &resource : party.resources) {
        take(at + "/npi", provider.npi, npiOf(resource), resource[u"identifier"]);
        if (!whole)
            continue;
        take(at + "/phone", provider.phone, telecomOf(resource, QLatin1String("phone")), resource[u"telecom"]);
        take(at + "/fax", provider.fax, telecomOf(resource, QLatin1String("fax")), resource[u"telecom"]);
        const Node address = resource[u"address"].first();
        if (const QStringList lines = addressLines(address); provider.address.isEmpty() && !lines.isEmpty()) {
            provider.address = lines;
            m_reading.understood.append(
                {QString::fromLatin1(at + "/address"), lines.join(QLatin1String(", ")), address.place()});
        }
    }
}

void ClaimReader::readProvider()
{
    const Party requestor = party(m_claim[u"provider"]);
    const Party treating = party(rendering());
    const bool hasTreating = treating.name.exists();
    fill(m_reading.draft.provider, "/provider", hasTreating ? treating : requestor, true);
    if (hasTreating) { // where the treating person's address and numbers are not given, the practice's are
        fill(m_reading.draft.provider, "/provider", {treating.name, requestor.resources}, true);
        if (requestor.name.resourceType() == QLatin1String("Organization"))
            fill(m_reading.draft.facility, "/facility", requestor, false);
    }
    const Party facility = party(m_claim[u"facility"]);
    fill(m_reading.draft.facility, "/facility", facility, false);
    QString why;
    if (const QString &npi = m_reading.draft.provider.npi; !npi.isEmpty() && !isValidNpi(npi, &why))
        m_reading.clashes.append(
            {m_claim[u"provider"].place(), Say::tr("The provider's NPI %1: %2").arg(npi.left(32), why), QStringLiteral("/provider/npi")});
    m_reading.sender = requestor.resources.isEmpty() ? QString() : npiOf(requestor.resources.constFirst());
    if (m_reading.sender.isEmpty())
        m_reading.sender = requestor.name.exists() ? personName(requestor.name) : m_claim[u"provider"].text(u"display");
}

} // namespace reviewdesk::fhir
