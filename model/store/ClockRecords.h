#pragma once

#include "store/CaseRepository.h"

namespace reviewdesk {

/// What happened to a round's clock, as the rows of `clock_events` say: `asked`, `answered` and `extended` are steps of the
/// workflow, `noticed` and `extension_noticed` are the first letter that asks of each wait and the first notice of more time.
Result<ClockEvents> readClock(Database &database, const QString &caseId, int round);
Result<void> noteClockEvent(
    Database &database, const QString &caseId, int round, const QString &kind, const Occasion &occasion);
/// Adds what a row says; what fits nothing that happened before is no event.
void addTo(ClockEvents &clock, const QString &kind, const QDateTime &at);
/// The event that the letter is by being the first to say it; empty: none.
QString noticeOf(const QString &letterKind, const ClockEvents &clock);

} // namespace reviewdesk
