#pragma once

#include "store/CaseRepository.h"

namespace reviewdesk {

/// What happened to a round's clock, as the rows of `clock_events` say: `asked`, `answered` and `extended` are steps of the
/// workflow, `noticed` and `extension_noticed` are the first letter that asks of each wait and the first notice of more time.
/// Begins with what happened in the rounds before that were withdrawn and opened again: the time of their receipt runs on.
Result<ClockEvents> readClock(Database &database, const QString &caseId, int round);
Result<void> noteClockEvent(
    Database &database, const QString &caseId, int round, const QString &kind, const Occasion &occasion);
/// What a round that was withdrawn leaves to the next one: its last wait ended then, and more time without its notice is none.
ClockEvents carriedOver(ClockEvents withdrawn, const QDateTime &at);
/// Adds what a row says; what fits nothing that happened before is no event.
void addTo(ClockEvents &clock, const QString &kind, const QDateTime &at);
/// The event that the letter is by being the first to say it; empty: none.
QString noticeOf(const QString &letterKind, const ClockEvents &clock);

} // namespace reviewdesk
