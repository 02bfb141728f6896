#pragma once

#include "store/Workspace.h"

namespace reviewdesk {

/// All that the workspace keeps of a case and that leaves the house with it: answers to requests, the packet of an
/// appeal.
struct CaseDossier {
    StoredCase stored;
    QByteArray message; ///< the one it came by; empty: it came another way
    QList<IssuedLetter> letters; ///< in the order in which they were issued
    QList<AuditEntry> history; ///< oldest first
    QList<CaseDocument> documents; ///< attached and part of the record
    Workspace::DocumentOpener documentOpener; ///< reads them on any thread
    QString organisation; ///< the plan's name
    std::shared_ptr<const Rulebook> rulebook;

    CaseView view() const { return viewOf(stored.reviewCase, *rulebook, stored.clock); }
    QList<IssuedLetter> lettersTo(const QString &recipient) const; ///< of the case's present round
};

/// Errors as Workspace has them.
Result<CaseDossier> readDossier(Workspace &workspace, const QString &caseId);

} // namespace reviewdesk
