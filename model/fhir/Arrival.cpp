#include "fhir/Arrival.h"

#include "cases/CaseFile.h"

#include <QCryptographicHash>
#include <QFile>

namespace reviewdesk::fhir {

namespace {

bool isCaseFile(const QByteArray &json)
{
    const Result<JsonValue> document = readJson(json);
    return document && document->member(u"facts") && !document->member(u"resourceType");
}

/// It becomes a draft of a number of its own; its determination is left behind by the workspace.
ArrivalReading readCaseFile(const QByteArray &json, const Rulebook &rulebook)
{
    CaseReading read = readCase(json, rulebook.policy, rulebook.caseSchema);
    if (!read.ok())
        return {std::nullopt, read.problems};
    const QByteArray canonical = canonicalJson(toJson(read.reviewCase, rulebook.policy));
    const QString key = QStringLiteral("case file\n") +
        QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
    return {Arrival{std::move(read.reviewCase), {key}, QStringLiteral("Came as a case file."), json, std::nullopt}, {}};
}

} // namespace

Result<QByteArray> arrivalBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("unreadable"), file.errorString(), {}};
    const QByteArray bytes = file.read(FhirBundle::mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{QStringLiteral("unreadable"), file.errorString(), {}};
    return bytes;
}

ArrivalReading readArrival(const QByteArray &json, const Rulebook &rulebook, const QDateTime &receivedAt)
{
    if (isCaseFile(json))
        return readCaseFile(json, rulebook);
    Result<BundleReading> read = readBundle(json, rulebook.policy, receivedAt.toTimeZone(rulebook.zone));
    if (!read)
        return {std::nullopt, {read.error()}};
    const QString number = read->messageNumber.isEmpty() ? QStringLiteral("without a number") : read->messageNumber;
    Arrival arrival{
        read->draft, read->keys, QStringLiteral("Came by FHIR: message %1.").arg(number), json, std::nullopt};
    arrival.request = std::move(read).value();
    return {std::move(arrival), {}};
}

} // namespace reviewdesk::fhir
