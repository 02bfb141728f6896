#include "reports/Counting.h"

namespace reviewdesk {

namespace {

/// The rounds of one case, from `begin`, before `end`.
struct CaseRounds {
    qsizetype begin;
    qsizetype end;
};

bool isClear(const RoundRecord &round)
{
    return round.lineOfBusiness && round.urgency && round.timing && round.receivedAt && round.decidedAt &&
        *round.receivedAt <= *round.decidedAt;
}

/// By the last decision of an appeal: one that was corrected later counts as it is now.
bool turnedOnAppeal(const QList<RoundRecord> &rounds, const CaseRounds &later, qint64 asOf)
{
    bool turned = false;
    for (qsizetype i = later.begin; i < later.end; ++i) {
        const RoundRecord &round = rounds.at(i);
        if (round.kind == RoundKind::Appeal && round.isDecided() && round.decidedAt && *round.decidedAt <= asOf)
            turned = round.decision == Decision::Approved;
    }
    return turned;
}

void countCase(
    const QList<RoundRecord> &rounds, const CaseRounds &all, const Span &period, qint64 asOf, CountedRequests &counted)
{
    for (qsizetype i = all.begin; i < all.end; ++i) {
        const RoundRecord &round = rounds.at(i);
        if (!round.isDecided() || round.kind == RoundKind::Appeal)
            continue;
        if (!period.contains(round.decidedAt))
            return;
        if (!isClear(round)) {
            counted.unclear.append(static_cast<int>(i));
            return;
        }
        DecidedRequest request;
        request.round = static_cast<int>(i);
        request.line = *round.lineOfBusiness;
        request.approved = round.decision == Decision::Approved;
        request.expedited = round.urgency == Urgency::Expedited;
        request.extended = round.extendedAt.has_value();
        request.afterService = round.timing == Timing::PostService;
        request.late = round.dueAt && *round.decidedAt > *round.dueAt;
        request.approvedOnAppeal = !request.approved && turnedOnAppeal(rounds, {i + 1, all.end}, asOf);
        request.elapsed = *round.decidedAt - *round.receivedAt;
        counted.requests.append(request);
        return;
    }
    const RoundRecord &last = rounds.at(all.end - 1);
    if (last.decision == Decision::Withdrawn && period.contains(last.decidedAt))
        counted.withdrawn.append(static_cast<int>(all.end - 1));
}

} // namespace

CountedRequests countRequests(const QList<RoundRecord> &rounds, const Span &period, qint64 asOf)
{
    CountedRequests counted;
    for (qsizetype begin = 0; begin < rounds.size();) {
        qsizetype end = begin + 1;
        while (end < rounds.size() && rounds.at(end).caseId == rounds.at(begin).caseId)
            ++end;
        countCase(rounds, {begin, end}, period, asOf, counted);
        begin = end;
    }
    return counted;
}

} // namespace reviewdesk
