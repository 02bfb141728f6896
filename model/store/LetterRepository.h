#pragma once

#include "store/AuditLog.h"
#include "store/CaseRepository.h"

namespace reviewdesk {

/// Issued letters: frozen with a seal over every column but the count of prints.
class LetterRepository {
public:
    LetterRepository(Database &database, AuditLog &audit, Uuid7 &uuids, const Rulebook &rulebook);

    /// Of a case that was held when it was read. Errors: `already_issued`, `already_corrected`, `not_found`, `invalid`, those of LetterRights and Workflow.
    Result<IssuedLetter> issue(const IssuedLetter &letter, const StoredCase &stored, const Occasion &occasion);
    Result<QList<IssuedLetter>> ofCase(const QString &caseId);
    Result<void> recordPrints(const QStringList &letterIds, const Occasion &occasion); ///< all of them, or none
    /// Keeps beside the case how many of its letters wait to be printed and how many nobody has issued, once its status, its
    /// letters or its time have changed.
    static Result<void> recount(Database &database, const QString &caseId);
    /// In SQL, of a row of `cases`: letters of its round that hold (not corrected, not of a request that was answered and made
    /// anew) and were never printed.
    static const QString unprinted;
    /// Those that nobody has issued: the member's and the provider's of the kind that the status asks for, and, while nothing is
    /// decided, their notices of the longer time that was taken.
    static const QString unissued;
    /// In SQL, of a row of `cases`: " FROM letters WHERE …", those of its round; of its requests for information, of the last one.
    static const QString ofRound;
    /// As Workspace::waitingLetters().
    static Result<QMap<QString, QStringList>> waiting(Database &database, const QStringList &caseIds);
    /// In SQL, of a row of `letters`: of which request for information the history says that it is.
    static const QString waitInHistory;
    /// The first letter whose seal or history entry does not fit, or success.
    Result<void> verify();

private:
    Result<void> checkPlace(const IssuedLetter &letter);
    Result<void> insert(const IssuedLetter &letter, const QString &seal, const Occasion &occasion);
    Result<void> count(const IssuedLetter &letter, const StoredCase &stored, const Occasion &occasion);
    Result<void> countPrint(const QString &caseId, const QString &letterId, const Occasion &occasion);

    Database &m_database;
    AuditLog &m_audit;
    Uuid7 &m_uuids;
    const Rulebook &m_rulebook;
};

} // namespace reviewdesk
