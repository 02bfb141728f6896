#include "FuzzRulebook.h"

#include "cases/CaseFile.h"
#include "fhir/BundleReader.h"
#include "fhir/ClaimResponseWriter.h"
#include "fhir/FhirWriting.h"

#include <QTimeZone>

using namespace reviewdesk;

int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const Rulebook &rules = rulebook();
    const QByteArray json(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const QDateTime receivedAt(QDate(2026, 11, 23), QTime(18, 0), QTimeZone::utc());
    const Result<fhir::BundleReading> reading = fhir::readBundle(json, rules.policy, receivedAt);
    if (!reading) {
        promise(!reading.error().code.isEmpty() && !reading.error().message.isEmpty());
        return 0;
    }
    // What is taken in is a draft without an answer that can be kept and read again, and known again.
    promise(reading->draft.facts.isEmpty() && !reading->keys.isEmpty());
    const QByteArray kept = canonicalJson(toJson(reading->draft, rules.policy));
    promise(readCase(kept, rules.policy, rules.caseSchema).ok());
    for (const fhir::Suggestion &each : reading->suggestions)
        promise(rules.policy.factIndex(each.fact) >= 0 && !each.reason.isEmpty());
    // It can be answered, and the answer is the same each time.
    ReviewCase decided = reading->draft;
    decided.number = QStringLiteral("RD-2026-000001");
    decided.determination.decision = Decision::Pended;
    decided.determination.at = receivedAt;
    const CaseView view = viewOf(decided, rules);
    const fhir::ResponseOrder order{decided, view, rules.policy, &reading->bundle, QStringLiteral("Plan"), {}};
    const Result<JsonValue> first = fhir::claimResponseBundle(order);
    promise(first.ok() && fhir::fhirJson(*first) == fhir::fhirJson(fhir::claimResponseBundle(order).value()));
    return 0;
}
