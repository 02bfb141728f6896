#include "fhir/BundleReader.h"

#include "cases/CaseFile.h"
#include "cases/SentValues.h"
#include "fhir/ClaimReader.h"
#include "fhir/CodeSuggestions.h"
#include "fhir/FhirTerms.h"
#include "fhir/QuestionnaireReader.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(BundleReader)
};

Result<void> checkClaim(const FhirBundle &bundle, const Node &claim)
{
    const Node use = claim[u"use"];
    if (use.text() != QLatin1String("preauthorization"))
        return Error{QStringLiteral("wrong_use"),
            Say::tr("Only requests for prior authorization are taken in; this Claim's use is “%1”.")
                .arg(use.text().left(64)),
            use.exists() ? use.place() : claim.place()};
    const Node reference = claim[u"patient"];
    if (bundle.resolve(reference, claim).resourceType() != QLatin1String("Patient"))
        return Error{QStringLiteral("dangling_patient"),
            Say::tr("The Claim's patient “%1” is not in the Bundle.").arg(reference.text(u"reference").left(200)),
            reference[u"reference"].exists() ? reference[u"reference"].place()
                : reference.exists()         ? reference.place()
                                             : claim.place()};
    return {};
}

QString identifierWords(const Node &identifier)
{
    const QString value = identifier.text(u"value");
    return value.isEmpty() ? QString() : identifier.text(u"system") + u'|' + value;
}

/// A claim's number with what it asks for: senders use a number again for another service (the guide's own examples
/// do), and a new request must never be taken for one that is here.
void readKeys(BundleReading &reading, const Node &claim)
{
    const auto add = [&](const QString &kind, const Node &identifier, const QStringList &besides) {
        const QString words = identifierWords(identifier);
        if (words.isEmpty())
            return;
        reading.keys.append((QStringList{kind, words, reading.sender} + besides).join(u'\n'));
        if (reading.messageNumber.isEmpty())
            reading.messageNumber = identifier.text(u"value");
    };
    for (const Node &identifier : reading.bundle.root()[u"identifier"].items())
        add(QStringLiteral("bundle"), identifier, {});
    const Service &service = reading.draft.service;
    const QStringList wanted{
        reading.draft.member.memberId, service.procedureCodes.join(u','), service.plannedOn.toString(Qt::ISODate)};
    for (const Node &identifier : claim[u"identifier"].items())
        add(QStringLiteral("claim"), identifier, wanted);
}

/// The data, or the error where it is no base64.
Result<QByteArray> contentOf(const Node &data)
{
    const QByteArray text = data.text().toLatin1().simplified().replace(' ', "");
    auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || data.text().isEmpty())
        return Error{QStringLiteral("wrong_base64"), Say::tr("The document's data is not base64."), data.place()};
    return std::move(*decoded);
}

/// The document type of the pack that a coding names in our own words.
QString documentType(const Node &concept_, const Policy &policy)
{
    for (const Node &coding : concept_[u"coding"].items()) {
        const QString code = coding.text(u"code");
        if (coding.text(u"system").startsWith(ownSystem) &&
            std::any_of(policy.documentation.cbegin(), policy.documentation.cend(),
                [&code](const DocumentationItem &item) { return item.id == code; }))
            return code;
    }
    return {};
}

Result<void> readDocuments(BundleReading &reading, const Policy &policy)
{
    for (const Node &reference : reading.bundle.allOf(u"DocumentReference")) {
        QString type = documentType(reference[u"type"], policy);
        for (const Node &category : reference[u"category"].items()) {
            if (type.isEmpty())
                type = documentType(category, policy);
        }
        QString title = reference.text(u"description");
        if (title.isEmpty())
            title = reference[u"type"][u"coding"].first().text(u"display");
        for (const Node &content : reference[u"content"].items()) {
            if (Result<void> added = addDocument(reading, content[u"attachment"], type, title); !added)
                return added;
        }
    }
    return {};
}

/// Kinds of resources that are read; the others are said to be passed over.
bool isRead(const QString &type)
{
    static const QStringList known{QStringLiteral("Claim"), QStringLiteral("Patient"), QStringLiteral("Coverage"),
        QStringLiteral("Organization"), QStringLiteral("Practitioner"), QStringLiteral("PractitionerRole"),
        QStringLiteral("Location"), QStringLiteral("DocumentReference"), QStringLiteral("QuestionnaireResponse"),
        QStringLiteral("Condition"), QStringLiteral("ClaimResponse")};
    return known.contains(type);
}

void noteIgnored(BundleReading &reading)
{
    for (const Node &resource : reading.bundle.resources()) {
        const QString type = resource.resourceType();
        if (!isRead(type))
            reading.ignored.append({resource.place(),
                type.isEmpty() ? Say::tr("An entry without a resource.")
                               : Say::tr("A %1 is kept, not read.").arg(type.left(64)),
                QStringLiteral("resource")});
    }
    if (const Node type = reading.bundle.root()[u"type"]; type.text() != QLatin1String("collection"))
        reading.ignored.append({type.exists() ? type.place() : QString(),
            Say::tr("The Bundle's type is “%1”, not “collection”; it was read all the same.")
                .arg(type.text().left(64)),
            QStringLiteral("bundle")});
}

} // namespace

Evidence sourceOf(const Suggestion &suggestion, const BundleReading &reading)
{
    Evidence source;
    // kept in the record and cited by letters: the same words whatever the language of the screen
    source.document = reading.messageNumber.isEmpty()
        ? QStringLiteral("Request by FHIR")
        : QStringLiteral("Request by FHIR, message %1").arg(reading.messageNumber);
    source.date = dateFromWords(reading.bundle.root().text(u"timestamp").left(10));
    source.quote = suggestion.reason;
    source.origin = suggestion.fromCode ? AnswerOrigin::Suggested : AnswerOrigin::Imported;
    return source;
}

Result<void> addDocument(BundleReading &reading, const Node &attachment, const QString &type, const QString &title)
{
    SentDocument document;
    document.type = type;
    document.contentType = attachment.text(u"contentType");
    document.title = attachment.text(u"title").isEmpty() ? title : attachment.text(u"title");
    const Node data = attachment[u"data"];
    if (data.exists()) {
        Result<QByteArray> content = contentOf(data);
        if (!content)
            return content.error();
        document.content = std::move(content).value();
        document.place = data.place();
    } else {
        const Node url = attachment[u"url"];
        document.url = url.text();
        document.place = url.exists() ? url.place() : attachment.place();
        reading.ignored.append({document.place,
            Say::tr("The document “%1” is only named by its address. It is listed, never fetched.")
                .arg(document.title),
            QStringLiteral("document")});
    }
    reading.documents.append(document);
    return {};
}

Result<BundleReading> readBundle(const QByteArray &json, const Policy &policy, const QDateTime &receivedAt)
{
    Result<FhirBundle> bundle = FhirBundle::read(json);
    if (!bundle)
        return bundle.error();
    BundleReading reading;
    reading.bundle = std::move(bundle).value();
    const Node claim = reading.bundle.firstOf(u"Claim");
    if (Result<void> right = checkClaim(reading.bundle, claim); !right)
        return right.error();
    reading.draft.policyId = policy.id;
    reading.draft.policyVersion = policy.version;
    reading.draft.request.receivedAt = receivedAt;
    reading.draft.request.channel = Channel::Fhir;
    ClaimReader(reading, claim).read();
    readKeys(reading, claim);
    if (reading.keys.isEmpty()) // no number of the sender's: the very same bytes are the same message
        reading.keys.append(QStringLiteral("bytes\n") +
            QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex()));
    if (Result<void> documents = readDocuments(reading, policy); !documents)
        return documents.error();
    if (Result<void> answers = readQuestionnaires(reading, policy); !answers)
        return answers.error();
    suggestFromCodes(reading, policy);
    const auto before = [&policy](const Suggestion &left, const Suggestion &right) {
        return policy.factIndex(left.fact) < policy.factIndex(right.fact);
    };
    std::stable_sort(reading.suggestions.begin(), reading.suggestions.end(), before);
    noteIgnored(reading);
    for (const Understood &each : reading.understood) {
        const QString entry = sentEntry(each.field);
        if (!entry.isEmpty() && !reading.draft.unconfirmed.contains(entry))
            reading.draft.unconfirmed.append(entry);
    }
    return reading;
}

} // namespace reviewdesk::fhir
