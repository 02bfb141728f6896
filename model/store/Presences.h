#pragma once

#include "store/CaseRepository.h"

namespace reviewdesk {

/// Who has which case open, as every window says again and again. What was not renewed for a minute has gone without
/// saying so (killed, asleep) and counts for nothing.
class Presences {
public:
    static constexpr qint64 forgottenAfter = 60'000; ///< milliseconds

    Presences(Database &database, QString session);

    /// Says that this session has the case open; the others who have, each person once.
    Result<QList<Presence>> enter(const QString &caseId, const Occasion &occasion);
    Result<void> leave(const QString &caseId);

private:
    Database &m_database;
    QString m_session;
};

} // namespace reviewdesk
