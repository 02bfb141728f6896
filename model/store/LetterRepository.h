#pragma once

#include "store/AuditLog.h"
#include "store/CaseRepository.h"

namespace reviewdesk {

/// Issued letters: frozen with a seal over every column but the count of prints.
class LetterRepository {
public:
    LetterRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook);

    /// Errors: `already_issued`, `already_corrected`, `not_found`, `invalid`, those of LetterRights and Workflow.
    Result<IssuedLetter> issue(const IssuedLetter &letter, const StoredCase &stored, const Occasion &occasion);
    Result<QList<IssuedLetter>> ofCase(const QString &caseId);
    Result<void> recordPrint(const QString &letterId, const Occasion &occasion);
    /// Keeps beside the case how many letters its status asks for and nobody has issued, once its status or its letters have
    /// changed. 0 while the round has no letter at all.
    static Result<void> countUnissued(Database &database, const QString &caseId);
    /// That number in SQL, of a row of `cases`.
    static const QString unissued;
    /// The first letter whose seal or history entry does not fit, or success.
    Result<void> verify();

private:
    Result<bool> takesAPlace(const IssuedLetter &letter);
    Result<void> insert(const IssuedLetter &letter, const QString &seal, const Occasion &occasion);

    Database &m_database;
    AuditLog &m_audit;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
};

} // namespace reviewdesk
