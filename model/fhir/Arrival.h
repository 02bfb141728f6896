#pragma once

#include "cases/CaseDocument.h"
#include "cases/RequestTable.h"
#include "fhir/BundleReader.h"

#include <functional>

namespace reviewdesk::fhir {

/// One case that a file from outside brings: of a request Bundle, a case file, or a row of a table.
struct Arrival {
    ReviewCase draft;
    QStringList keys; ///< by which the same is known again
    QString words; ///< what the case's history says of its coming; no member's name
    QByteArray content; ///< as it came
    std::optional<BundleReading> request; ///< where it is one
    QList<NewDocument> attachments = {}; ///< of its documents those that can be attached; the draft lists them
    QList<RequestCell> cells = {}; ///< of a row of a table

    bool isAnswer = false; ///< of ours, which came back: it holds the request too

    bool isRequest() const { return request.has_value(); }
    /// Whether it may say something new of a request that is here already.
    bool mayBeNews() const { return isRequest() && !isAnswer; }
};

/// What a file brings, or every reason against taking it in, each with its place.
struct ArrivalReading {
    std::optional<Arrival> arrival; ///< of one case
    QList<Error> problems;
    std::optional<RequestTable> table = {}; ///< of more than one; its rows have problems of their own

    bool ok() const { return problems.isEmpty(); }
};

/// The file's bytes; of one that is larger than any message may be, enough for its reader to refuse it. Error
/// `unreadable`.
Result<QByteArray> arrivalBytes(const QString &path);

/// Looks through what may be attached (documents/Attachment.h, which this room does not see): bytes, title.
using DocumentExaminer = std::function<Result<NewDocument>(const QByteArray &bytes, const QString &title)>;

/// A request Bundle, a case file (an object with facts and no resourceType), or a table of requests. A document that
/// came along and cannot be attached is said among what was passed over; without `examine` none is looked through.
/// Errors as readBundle, readCase and readRequestTable have them.
ArrivalReading readArrival(const QByteArray &bytes, const Rulebook &rulebook, const QDateTime &receivedAt,
    const DocumentExaminer &examine = {});

/// The case that a row of a table brings.
Arrival arrivalOf(const RequestRow &row, const Policy &policy);

} // namespace reviewdesk::fhir
