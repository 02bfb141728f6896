#pragma once

#include "store/RoundRecord.h"

namespace reviewdesk {

/// From `begin`, before `end`; UTC milliseconds.
struct Span {
    qint64 begin = 0;
    qint64 end = 0;

    bool contains(const RoundRecord::Instant &instant) const { return instant && *instant >= begin && *instant < end; }
};

/// A request and its determination: its first approval or denial, an appeal's left out. What was withdrawn before and
/// opened again is determined in the later round, whose own receipt counts.
struct DecidedRequest {
    int round = 0; ///< position of the round that was decided
    LineOfBusiness line = LineOfBusiness::CommercialInsured;
    bool approved = false;
    bool expedited = false;
    bool extended = false; ///< more time was taken in that round
    bool afterService = false; ///< no prior authorization
    bool late = false; ///< decided after it was due
    bool approvedOnAppeal = false; ///< a denial that a later appeal turned, by the time of the report
    qint64 elapsed = 0; ///< milliseconds from receipt to decision, waits included
};

/// What of a caseload was determined in a period.
struct CountedRequests {
    QList<DecidedRequest> requests;
    QList<int> withdrawn; ///< rounds: requests that ended withdrawn, without any determination
    QList<int> unclear; ///< rounds decided in it whose receipt, urgency, timing or line of business does not stand
};

/// `rounds`: in the order of cases and rounds. `asOf`: until when appeals are looked at.
CountedRequests countRequests(const QList<RoundRecord> &rounds, const Span &period, qint64 asOf);

} // namespace reviewdesk
