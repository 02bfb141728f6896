#pragma once

#include "cases/Rulebook.h"
#include "fhir/FhirBundle.h"

#include <QByteArray>

namespace reviewdesk::fhir {

/// An issued letter as it goes along.
struct SentLetter {
    QString title;
    QByteArray pdf;
    QDateTime issuedAt; ///< UTC

    friend bool operator==(const SentLetter &, const SentLetter &) = default;
};

/// What an answer is made of.
struct ResponseOrder {
    const ReviewCase &reviewCase; ///< with its determination
    const CaseView &view;
    const Policy &policy;
    const FhirBundle *request = nullptr; ///< as it came; null: it did not come by FHIR
    QString insurer; ///< the plan's name, where no request names one
    QList<SentLetter> letters;
};

/// The answer to a request (pas-response-bundle): ClaimResponse first, then who the request named under the addresses
/// it gave them, what is asked for as CommunicationRequests, the letters. A request that did not come by FHIR is
/// answered in the same form, with people of our own making. Error `undecided`: nothing was decided or asked yet.
Result<JsonValue> claimResponseBundle(const ResponseOrder &order);

} // namespace reviewdesk::fhir
