#pragma once

#include "cases/CaseNote.h"
#include "store/CaseRepository.h"

namespace reviewdesk {

/// What is said about cases without changing them. Each note is one transaction with its history entry.
class CaseNotes {
public:
    CaseNotes(Database &database, AuditLog &audit, const Rulebook &rulebook);

    Result<QList<CaseNote>> of(const QString &caseId);
    /// `note`: action, words, whom it goes to and the talk; the rest follows from the occasion. The workflow's table is
    /// asked first.
    Result<void> add(const QString &caseId, const CaseNote &note, const Occasion &occasion);
    /// Gives cases to a nurse or a physician: all of them or none.
    Result<void> assign(const QStringList &caseIds, const QString &userId, const Occasion &occasion);

private:
    struct Head {
        Status status = Status::Draft;
        int round = 1;
        QString number;
        QString assignedName;
        QList<Person> deniedBy; ///< of an appeal: who may not hear it
    };
    Result<Head> headOf(const QString &caseId);
    Result<QString> nameOf(const QString &userId, Action action);
    Result<void> mayAdd(const QString &caseId, const Head &head, const CaseNote &note, const Occasion &occasion);
    static Result<void> checkHearer(const Head &head, const CaseNote &note, const QString &name);
    Result<void> checkTalk(const QString &caseId, const Head &head, const std::optional<PeerToPeerTalk> &talk,
        const Occasion &occasion);
    Result<void> write(const QString &caseId, const Head &head, const CaseNote &note, const Occasion &occasion);

    Database &m_database;
    AuditLog &m_audit;
    const Rulebook &m_rulebook;
};

} // namespace reviewdesk
