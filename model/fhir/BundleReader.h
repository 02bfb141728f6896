#pragma once

#include "cases/ReviewCase.h"
#include "cases/Rulebook.h"
#include "fhir/FhirBundle.h"
#include "support/Result.h"

#include <QList>
#include <QStringList>

namespace reviewdesk::fhir {

/// A field of the draft that the sender filled, with the place in the message.
struct Understood {
    QString field; ///< JSON pointer into the case file: "/member/name"
    QString value;
    QString place; ///< JSON pointer into the message

    friend bool operator==(const Understood &, const Understood &) = default;
};

/// What the message says or hints about a fact. Never an answer: a nurse confirms it.
struct Suggestion {
    QString fact;
    QString value; ///< an option's value; null: the sender says that it is not documented
    QString reason; ///< one sentence: who or what says so
    QString place;
    bool fromCode = false; ///< hinted by a code; else answered by the sender

    friend bool operator==(const Suggestion &, const Suggestion &) = default;
};

/// Something of the message that was not taken over, or that contradicts itself, and why.
struct Remark {
    QString place;
    QString message; ///< for a person: it may say what the message says
    QString about; ///< for a log, in our words: id of a fact, JSON pointer into the case file, or a kind of thing

    friend bool operator==(const Remark &, const Remark &) = default;
};

/// A document that came along.
struct SentDocument {
    QString type; ///< id of the pack's documentation item; empty: not said in its words
    QString title;
    QString contentType;
    QString place; ///< of its base64 data; of its url where it has none
    QString url; ///< listed, never fetched
    QByteArray content; ///< of the data; empty: only named by its url

    qsizetype bytes() const { return content.size(); }

    friend bool operator==(const SentDocument &, const SentDocument &) = default;
};

/// A request as it was understood. Received is when we got it, not a date in the message.
struct BundleReading {
    FhirBundle bundle;
    ReviewCase draft; ///< the sender's words about request, member, provider and service, to be confirmed; no facts
    QList<Understood> understood;
    QList<Suggestion> suggestions; ///< in policy order
    QList<Remark> ignored;
    QList<Remark> clashes; ///< between parts of the message
    QList<SentDocument> documents;
    QStringList keys; ///< by which the same message is known again
    QString sender; ///< name or NPI
    QString messageNumber; ///< the sender's: Bundle.identifier, else Claim.identifier
};

/// Reads a request Bundle (Da Vinci PAS, and what is near it). Errors with the JSON pointer as `place`: those of
/// FhirBundle::read, `wrong_use`, `dangling_patient`, `wrong_base64`.
Result<BundleReading> readBundle(const QByteArray &json, const Policy &policy, const QDateTime &receivedAt);

/// The source of an answer that was suggested and that a person confirms: the message with its date, and who says so.
Evidence sourceOf(const Suggestion &suggestion, const BundleReading &reading);

/// Adds a FHIR Attachment to the reading's documents; a url is listed, never fetched. Error `wrong_base64`.
Result<void> addDocument(BundleReading &reading, const Node &attachment, const QString &type, const QString &title);

} // namespace reviewdesk::fhir
