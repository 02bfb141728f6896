#pragma once

#include "store/AppealOfRound.h"

#include <utility>

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
    std::shared_ptr<const Rulebook> rulebook; ///< that it was decided by; the present one where that is not installed
    bool isOtherPack = false; ///< and so it is
    std::optional<AppealedDenial> appeal; ///< the present round is one

    /// Whether the answer to the request, which says by which criteria it was decided, can be written. Errors
    /// `other_pack`, `older_program`.
    Result<void> checkAnswer() const;
    CaseView view() const { return viewOf(stored.reviewCase, *rulebook, stored.clock); }
    QList<IssuedLetter> lettersTo(const QString &recipient) const; ///< of the case's present round
    /// These as they go out again, each as a Sent of title, bytes and when it was issued; `paint` makes the bytes of a
    /// frozen letter (letter/LetterPaper.h, which this room does not see). The first error ends it.
    using Paint = Result<QByteArray> (*)(const FrozenLetter &letter, const QString &caseNumber);
    template <typename Sent> Result<QList<Sent>> sentTo(const QString &recipient, Paint paint) const
    {
        QList<Sent> sent;
        for (const IssuedLetter &letter : lettersTo(recipient)) {
            Result<QByteArray> bytes = paint(letter, letter.caseNumber);
            if (!bytes)
                return bytes.error();
            sent.append({letter.title, std::move(bytes).value(), letter.issuedAt});
        }
        return sent;
    }
};

/// Errors as Workspace has them.
Result<CaseDossier> readDossier(Workspace &workspace, const QString &caseId);

} // namespace reviewdesk
