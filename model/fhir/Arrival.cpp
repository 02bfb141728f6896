#include "fhir/Arrival.h"

#include "cases/CaseFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <utility>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Arrival)
};

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

/// One row is one case; of a table without any that can be taken in, every cell that keeps it from it is a reason.
ArrivalReading readTable(const QByteArray &csv, const Rulebook &rulebook, const QDateTime &receivedAt)
{
    Result<RequestTable> read = readRequestTable(csv, rulebook.zone, receivedAt.toTimeZone(rulebook.zone));
    if (!read)
        return {std::nullopt, {read.error()}};
    QList<Error> problems;
    bool isAny = false;
    for (const RequestRow &row : std::as_const(read->rows)) {
        problems += row.problems;
        isAny = isAny || row.ok();
    }
    if (!isAny)
        return {std::nullopt, problems};
    if (read->rows.size() == 1)
        return {arrivalOf(read->rows.constFirst(), rulebook.policy), {}};
    return {std::nullopt, {}, std::move(read).value()};
}

/// A document without a type in our words is attached without one: what the policy requires stays missing until a
/// person has said what it is.
void attachDocuments(Arrival &arrival, const DocumentExaminer &examine)
{
    const QDate receivedOn = arrival.draft.request.receivedAt.date();
    for (const SentDocument &sent : arrival.request->documents) {
        if (sent.content.isEmpty())
            continue;
        const QString digest =
            QString::fromLatin1(QCryptographicHash::hash(sent.content, QCryptographicHash::Sha256).toHex());
        const QList<ReceivedDocument> &listed = arrival.draft.documents;
        if (std::any_of(listed.cbegin(), listed.cend(),
                [&digest](const ReceivedDocument &each) { return each.digest == digest; }))
            continue;
        const QString title =
            sent.title.trimmed().isEmpty() ? QStringLiteral("Attachment %1").arg(listed.size() + 1) : sent.title.trimmed().left(200);
        Result<NewDocument> document = examine(sent.content, title);
        if (!document) {
            arrival.request->ignored.append(
                {sent.place, Say::tr("The document “%1” cannot be attached: %2").arg(title, document.error().message),
                    QStringLiteral("document")});
            continue;
        }
        document->type = sent.type;
        document->title = title;
        document->receivedOn = receivedOn;
        arrival.draft.documents.append({sent.type, title, document->pages, receivedOn, digest});
        arrival.attachments.append(std::move(document).value());
    }
}

} // namespace

Arrival arrivalOf(const RequestRow &row, const Policy &policy)
{
    Arrival arrival{row.draft, {row.key}, QStringLiteral("Came as a row of a table."), row.content, std::nullopt};
    arrival.draft.policyId = policy.id;
    arrival.draft.policyVersion = policy.version;
    arrival.cells = row.cells;
    return arrival;
}

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

ArrivalReading readArrival(const QByteArray &bytes, const Rulebook &rulebook, const QDateTime &receivedAt,
    const DocumentExaminer &examine)
{
    if (isRequestTable(bytes))
        return readTable(bytes, rulebook, receivedAt);
    if (isCaseFile(bytes))
        return readCaseFile(bytes, rulebook);
    Result<BundleReading> read = readBundle(bytes, rulebook.policy, receivedAt.toTimeZone(rulebook.zone));
    if (!read)
        return {std::nullopt, {read.error()}};
    const QString number = read->messageNumber.isEmpty() ? QStringLiteral("without a number") : read->messageNumber;
    Arrival arrival{read->draft, read->keys, QStringLiteral("Came by FHIR: message %1.").arg(number), bytes, std::nullopt};
    arrival.isAnswer = read->bundle.firstOf(u"ClaimResponse").exists();
    arrival.request = std::move(read).value();
    if (examine)
        attachDocuments(arrival, examine);
    return {std::move(arrival), {}};
}

} // namespace reviewdesk::fhir
