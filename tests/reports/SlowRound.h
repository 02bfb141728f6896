#pragma once

#include "cases/DueDate.h"
#include "cases/ReviewCase.h"
#include "store/Database.h"

namespace reviewdesk {

/// What happened in one round, told by its case file and history alone.
struct SlowRound {
    QString id; ///< "case id/round"
    ReviewCase content;
    bool appeal = false;
    QString ended; ///< action of the history that closed it; empty: open
    QDateTime endedAt;
    ClockEvents clock;
    QList<std::pair<QDateTime, QStringList>> pends; ///< when, and for which facts
    QStringList basis;
    QStringList unmet;
    QDateTime due;

    bool isDecided() const;
    bool isApproved() const;
    bool wasExtended() const; ///< by a notice while the time without it ran
};

/// Reads everything there is: each case with its rounds.
QList<QList<SlowRound>> slowRounds(Database &database);

} // namespace reviewdesk
