#pragma once

#include "store/Workspace.h"

#include <optional>

namespace reviewdesk {

class Database;

/// One round of a case as reports count it. Instants are UTC milliseconds.
struct RoundRecord {
    using Instant = std::optional<qint64>;

    /// The provider was asked for information.
    struct Pend {
        qint64 at = 0;
        std::optional<QStringList> facts; ///< that were asked for; nothing: from before this was kept

        friend bool operator==(const Pend &, const Pend &) = default;
    };

    QString caseId;
    int round = 1;
    RoundKind kind = RoundKind::First;
    Instant receivedAt;
    std::optional<LineOfBusiness> lineOfBusiness;
    std::optional<Urgency> urgency;
    std::optional<Timing> timing;
    std::optional<Decision> decision; ///< Pended: it waits for information
    bool exception = false;
    Instant decidedAt; ///< of `decision`, a pend's too
    QStringList basis; ///< ids of criteria that the outcome cites
    QStringList unmet; ///< ids of criteria not met
    Instant dueAt; ///< as the clock of this round last stood; nothing: no rule of time fits
    Instant notifiedAt; ///< its first approval or denial letter was issued
    Instant extendedAt; ///< more time counts, taken in this round or in one that was withdrawn, whose time runs on
    QList<Pend> pends;

    /// Approved, denied or withdrawn.
    bool isClosed() const { return decision && *decision != Decision::Pended; }
    bool isDecided() const { return decision == Decision::Approved || decision == Decision::Denied; }
    friend bool operator==(const RoundRecord &, const RoundRecord &) = default;
};

/// All rounds, in the order of cases and rounds, of every case that had something to count from `from` until `until`
/// (not included): a round received before its end and open or closed after its beginning. `progress`: rounds read,
/// rounds in all; false ends it with `stopped`.
Result<QList<RoundRecord>> readRoundRecords(
    Database &database, const QDateTime &from, const QDateTime &until, const Workspace::Progress &progress);

} // namespace reviewdesk
