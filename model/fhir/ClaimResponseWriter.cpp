#include "fhir/ClaimResponseWriter.h"

#include "cases/CaseFile.h"
#include "cases/Finding.h"
#include "fhir/FhirTerms.h"
#include "fhir/FhirWriting.h"

#include <QCoreApplication>

namespace reviewdesk::fhir {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ClaimResponseWriter)
};

struct ActionCode {
    const char *code; ///< X12 306
    const char *display;
    const char *reason; ///< X12 886; null: none
    const char *reasonDisplay;
};

ActionCode actionOf(Decision decision)
{
    switch (decision) {
    case Decision::Approved:
        return {"A1", "Certified in total", nullptr, nullptr};
    case Decision::Denied:
        return {"A3", "Not Certified", "0T", "Requested service is investigational"};
    case Decision::Pended:
        return {"A4", "Pended", "0U", "Additional information is required"};
    case Decision::Withdrawn:
        return {"C", "Cancelled", nullptr, nullptr};
    }
    Q_UNREACHABLE();
}

/// Who is named in the answer, by address.
struct Parties {
    QString patient;
    QString insurer;
    QString requestor;
    QString claim; ///< empty: there was no message
    Array entries; ///< their resources
};

class Writer {
public:
    explicit Writer(const ResponseOrder &order) : m_order(order), m_made(order.reviewCase.determination) { }

    JsonValue bundle()
    {
        m_parties = m_order.request ? named() : madeUp();
        m_asked = asked();
        Array entries{entry(ownUrl(QStringLiteral("claim-response")), claimResponse())};
        entries.insert(entries.end(), m_parties.entries.begin(), m_parties.entries.end());
        for (std::size_t i = 0; i < m_asked.size(); ++i)
            entries.push_back(entry(askedUrl(i), m_asked[i]));
        for (qsizetype i = 0; i < m_order.letters.size(); ++i)
            entries.push_back(entry(ownUrl(QStringLiteral("letter-%1").arg(i + 1)), letter(m_order.letters.at(i))));
        Object made;
        put(made, "resourceType", QStringLiteral("Bundle"));
        put(made, "meta", profile("profile-pas-response-bundle"));
        put(made, "identifier", bundleIdentifier());
        put(made, "type", QStringLiteral("collection"));
        put(made, "timestamp", decidedAt());
        put(made, "entry", std::move(entries));
        return made;
    }

private:
    static JsonValue profile(const char *name)
    {
        return Object{{QStringLiteral("profile"), Array{pas + QString::fromLatin1(name)}}};
    }
    QString ownUrl(const QString &part) const { return stableUrl(m_order.reviewCase.number + u'/' + part); }
    QString askedUrl(std::size_t i) const { return ownUrl(QStringLiteral("communication-%1").arg(i + 1)); }
    QString decidedAt() const { return toWords(m_made.at); }
    Node claim() const { return m_order.request ? m_order.request->firstOf(u"Claim") : Node(); }

    JsonValue bundleIdentifier() const
    {
        const Node theirs = m_order.request ? m_order.request->root()[u"identifier"] : Node();
        if (!theirs.text(u"value").isEmpty() && !theirs.text(u"system").isEmpty())
            return *theirs.value();
        return identifier(ownSystem + QStringLiteral("case"), m_order.reviewCase.number);
    }

    /// Everyone the request names, as they came.
    Parties named() const
    {
        const FhirBundle &request = *m_order.request;
        Parties parties;
        const auto addressOf = [&](const char16_t *member) {
            const Node reference = claim()[member];
            const QString url = request.fullUrl(request.resolve(reference, claim()));
            return url.isEmpty() ? reference.text(u"reference") : url;
        };
        parties.patient = addressOf(u"patient");
        parties.insurer = addressOf(u"insurer");
        parties.requestor = addressOf(u"provider");
        parties.claim = request.fullUrl(claim());
        for (const Node &each : request.root()[u"entry"].items()) {
            const QString type = each[u"resource"].resourceType();
            const bool echoed = type == u"Claim" || type == u"Patient" || type == u"Coverage" ||
                type == u"Organization" || type == u"Practitioner" || type == u"PractitionerRole" ||
                type == u"Location";
            if (echoed && !each.text(u"fullUrl").isEmpty())
                parties.entries.push_back(entry(each.text(u"fullUrl"), *each[u"resource"].value()));
        }
        if (parties.insurer.isEmpty())
            addInsurer(parties);
        return parties;
    }

    Parties madeUp() const
    {
        Parties parties;
        const ReviewCase &reviewCase = m_order.reviewCase;
        parties.patient = ownUrl(QStringLiteral("patient"));
        Object patient;
        put(patient, "resourceType", QStringLiteral("Patient"));
        put(patient, "identifier", Array{identifier(ownSystem + QStringLiteral("member"), reviewCase.member.memberId)});
        put(patient, "name", Array{Object{{QStringLiteral("text"), reviewCase.member.name}}});
        put(patient, "gender", QStringLiteral("unknown"));
        put(patient, "birthDate", reviewCase.member.birthDate.toString(Qt::ISODate));
        parties.entries.push_back(entry(parties.patient, std::move(patient)));
        parties.requestor = ownUrl(QStringLiteral("requestor"));
        Object requestor;
        put(requestor, "resourceType", QStringLiteral("Organization"));
        if (!reviewCase.provider.npi.isEmpty())
            put(requestor, "identifier", Array{identifier(npiSystem, reviewCase.provider.npi)});
        put(requestor, "active", true);
        const QString &provider = reviewCase.provider.name;
        put(requestor, "name", provider.isEmpty() ? QStringLiteral("Requesting provider") : provider);
        parties.entries.push_back(entry(parties.requestor, std::move(requestor)));
        addInsurer(parties);
        return parties;
    }

    void addInsurer(Parties &parties) const
    {
        parties.insurer = ownUrl(QStringLiteral("insurer"));
        Object insurer;
        put(insurer, "resourceType", QStringLiteral("Organization"));
        put(insurer, "active", true);
        put(insurer, "name", m_order.insurer.isEmpty() ? QStringLiteral("Health plan") : m_order.insurer);
        parties.entries.push_back(entry(parties.insurer, std::move(insurer)));
    }

    JsonValue claimResponse() const
    {
        Object made;
        put(made, "resourceType", QStringLiteral("ClaimResponse"));
        put(made, "meta", profile("profile-claimresponse"));
        put(made, "extension", Array{reviewer()});
        put(made, "identifier", identifiers());
        put(made, "status", QStringLiteral("active"));
        const Node type = claim()[u"type"];
        put(made, "type",
            type.exists() ? *type.value()
                          : conceptOf(coding(QStringLiteral("http://terminology.hl7.org/CodeSystem/claim-type"),
                                QStringLiteral("professional"))));
        put(made, "use", QStringLiteral("preauthorization"));
        put(made, "patient", reference(m_parties.patient));
        put(made, "created", decidedAt());
        put(made, "insurer", reference(m_parties.insurer));
        if (!m_parties.requestor.isEmpty())
            put(made, "requestor", reference(m_parties.requestor));
        put(made, "request", requestReference());
        put(made, "outcome",
            m_made.decision == Decision::Pended ? QStringLiteral("queued") : QStringLiteral("complete"));
        if (m_made.decision == Decision::Approved) {
            put(made, "preAuthRef", m_made.authorizationNumber);
            put(made, "preAuthPeriod", validity());
        }
        putItems(made);
        put(made, "processNote", notes());
        Array requests;
        for (std::size_t i = 0; i < m_asked.size(); ++i)
            requests.push_back(reference(askedUrl(i)));
        put(made, "communicationRequest", std::move(requests));
        return made;
    }

    JsonValue requestReference() const
    {
        if (!m_parties.claim.isEmpty())
            return reference(m_parties.claim);
        return Object{{QStringLiteral("extension"),
            Array{extension(QStringLiteral("http://hl7.org/fhir/StructureDefinition/data-absent-reason"), "valueCode",
                QStringLiteral("not-applicable"))}}};
    }

    Array identifiers() const
    {
        Array all;
        for (const Node &theirs : claim()[u"identifier"].items()) {
            if (!theirs.text(u"system").isEmpty() && !theirs.text(u"value").isEmpty())
                all.push_back(*theirs.value());
        }
        all.push_back(identifier(ownSystem + QStringLiteral("case"), m_order.reviewCase.number));
        return all;
    }

    JsonValue validity() const
    {
        Object period;
        put(period, "start", m_made.validFrom.toString(Qt::ISODate));
        put(period, "end", m_made.validTo.toString(Qt::ISODate));
        return period;
    }

    /// A person reviewed it; on a denial the physician by NPI and specialty.
    JsonValue reviewer() const
    {
        Array inner{extension(QStringLiteral("wasHumanReviewedFlag"), "valueBoolean", true)};
        if (m_made.decision == Decision::Denied) {
            if (!m_made.by.npi.isEmpty())
                inner.push_back(extension(QStringLiteral("reviewerNPI"), "valueString", m_made.by.npi));
            if (!m_made.by.specialty.isEmpty())
                inner.push_back(extension(QStringLiteral("reviewerSpecialty"), "valueCodeableConcept",
                    Object{{QStringLiteral("text"), m_made.by.specialty}}));
        }
        return extensionOf(pas + QStringLiteral("extension-claimResponseReviewer"), std::move(inner));
    }

    /// A denial by contract language says nothing against the service itself; its note says why.
    bool isDeniedByContractAlone() const
    {
        const Evaluation &evaluation = m_order.view.evaluation;
        const bool adverse = evaluation.decided() &&
            m_order.policy.outcomes.at(evaluation.outcome).effect == OutcomeEffect::Adverse;
        return m_made.decision == Decision::Denied && !adverse;
    }

    JsonValue adjudication() const
    {
        const ActionCode action = actionOf(*m_made.decision);
        Array inner;
        if (m_made.decision == Decision::Approved && !m_made.authorizationNumber.isEmpty())
            inner.push_back(extension(QStringLiteral("number"), "valueString", m_made.authorizationNumber));
        if (action.reason && !isDeniedByContractAlone())
            inner.push_back(extension(QStringLiteral("reasonCode"), "valueCodeableConcept",
                conceptOf(coding(reviewReasonSystem, QString::fromLatin1(action.reason),
                    QString::fromLatin1(action.reasonDisplay)))));
        inner.push_back(extension(pas + QStringLiteral("extension-reviewActionCode"), "valueCodeableConcept",
            conceptOf(
                coding(reviewActionSystem, QString::fromLatin1(action.code), QString::fromLatin1(action.display)))));
        return Object{{QStringLiteral("extension"),
                          Array{extensionOf(pas + QStringLiteral("extension-reviewAction"), std::move(inner))}},
            {QStringLiteral("category"),
                conceptOf(coding(QStringLiteral("http://terminology.hl7.org/CodeSystem/adjudication"),
                    QStringLiteral("submitted")))}};
    }

    void putItem(Array &items, JsonValue sequence, JsonValue product) const
    {
        Object item;
        put(item, "itemSequence", std::move(sequence));
        put(item, "productOrService", std::move(product));
        if (!noteText().isEmpty())
            put(item, "noteNumber", Array{JsonValue(1)});
        put(item, "adjudication", Array{adjudication()});
        items.emplace_back(std::move(item));
    }

    /// Every item of the request; without a request one added item a code.
    void putItems(Object &made) const
    {
        Array items;
        if (m_order.request) {
            for (const Node &theirs : claim()[u"item"].items()) {
                const Node sequence = theirs[u"sequence"];
                putItem(items, sequence.exists() ? *sequence.value() : JsonValue(1), {});
            }
            put(made, "item", std::move(items));
            return;
        }
        int sequence = 0;
        for (const QString &code : m_order.reviewCase.service.procedureCodes) {
            const bool hcpcs = code.front().isLetter();
            putItem(items, Array{JsonValue(++sequence)},
                conceptOf(coding(hcpcs ? QStringLiteral("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets")
                                       : QStringLiteral("http://www.ama-assn.org/go/cpt"),
                    code)));
        }
        put(made, "addItem", std::move(items));
    }

    QString noteText() const
    {
        QStringList words{m_made.plainReason.trimmed(), m_made.rationale.trimmed()};
        const std::optional<ContractProvision> &provision = m_made.contractProvision;
        if (m_made.decision == Decision::Denied && provision && provision->isWhole())
            words.prepend(QStringLiteral("%1: %2").arg(provision->citation.trimmed(), provision->text.trimmed()));
        words.removeAll(QString());
        if (m_made.decision == Decision::Denied || m_made.decision == Decision::Pended)
            return words.join(QLatin1String("\n\n"));
        return {};
    }

    Array notes() const
    {
        if (noteText().isEmpty())
            return {};
        return {Object{{QStringLiteral("number"), 1}, {QStringLiteral("text"), noteText()},
            {QStringLiteral("type"), QStringLiteral("print")}}};
    }

    /// One for each fact that is asked for and each document that is missing.
    Array asked() const
    {
        if (m_made.decision != Decision::Pended)
            return {};
        QStringList wanted;
        for (const int fact : factsToAsk(m_order.view.interview, m_order.view.evaluation)) {
            const Fact &asked = m_order.policy.facts.at(fact);
            wanted.append(QStringLiteral("%1: %2").arg(asked.label, asked.question));
        }
        for (const DocumentationItem *document :
            missingDocuments(m_order.reviewCase, m_order.policy, m_order.view.interview))
            wanted.append(QStringLiteral("Document: %1").arg(document->words));
        Array all;
        for (const QString &words : std::as_const(wanted)) {
            Object made;
            put(made, "resourceType", QStringLiteral("CommunicationRequest"));
            put(made, "meta", profile("profile-communicationrequest"));
            put(made, "status", QStringLiteral("active"));
            put(made, "payload", Array{Object{{QStringLiteral("contentString"), words}}});
            put(made, "requester", reference(m_parties.insurer));
            all.emplace_back(std::move(made));
        }
        return all;
    }

    JsonValue letter(const SentLetter &letter) const
    {
        Object attachment;
        put(attachment, "contentType", QStringLiteral("application/pdf"));
        put(attachment, "data", QString::fromLatin1(letter.pdf.toBase64()));
        put(attachment, "title", letter.title);
        Object made;
        put(made, "resourceType", QStringLiteral("DocumentReference"));
        put(made, "status", QStringLiteral("current"));
        const JsonValue kind =
            conceptOf(coding(loincSystem, QStringLiteral("52034-6"), QStringLiteral("Payer letter")));
        put(made, "type", kind);
        put(made, "category", Array{kind});
        put(made, "subject", reference(m_parties.patient));
        put(made, "date", toWords(letter.issuedAt));
        put(made, "content", Array{Object{{QStringLiteral("attachment"), std::move(attachment)}}});
        return made;
    }

    const ResponseOrder &m_order;
    const Determination &m_made;
    Parties m_parties;
    Array m_asked;
};

} // namespace

Result<JsonValue> claimResponseBundle(const ResponseOrder &order)
{
    if (!order.reviewCase.determination.decision || !order.reviewCase.determination.at.isValid())
        return Error{QStringLiteral("undecided"),
            Say::tr("%1 was not decided and nothing was asked yet, so there is no answer to send.")
                .arg(order.reviewCase.number),
            QStringLiteral("/determination")};
    return Writer(order).bundle();
}

} // namespace reviewdesk::fhir
