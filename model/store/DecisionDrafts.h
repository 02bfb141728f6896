#pragma once

#include "store/CaseRepository.h"

namespace reviewdesk {

/// What people have half written on a case before they act on it, one a person and case: kept, but no part of the
/// record, so without history and without a row version. What signs it drops it in the same transaction: CaseRepository::act,
/// and CaseNotes where an opinion is asked or given.
class DecisionDrafts {
public:
    static constexpr qsizetype maxBytes = 256 * 1024;

    explicit DecisionDrafts(Database &database);

    /// `json`: one object; empty drops the draft. Errors: `not_found`, `status` or `role` where the case gives this
    /// person no step to take, `too_large`, `invalid` and those of readJson.
    Result<void> save(const QString &caseId, const QByteArray &json, const Occasion &occasion);
    /// As it was saved; empty when there is none.
    Result<QByteArray> of(const QString &caseId, const QString &userId);
    /// What `userId` wrote is signed now, and once the case is closed nobody's draft leads anywhere.
    Result<void> dropAfter(const QString &caseId, const QString &userId, Status after);

private:
    Database &m_database;
};

} // namespace reviewdesk
