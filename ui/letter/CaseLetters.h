#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"
#include "store/AppealOfRound.h"

namespace reviewdesk {

/// Which letters a case has and may have, for the letter's page and for runs of many letters.

/// What is kept of a case's letters, and of the appeal that its round is.
struct KeptLetters {
    QList<IssuedLetter> letters;
    std::optional<AppealedDenial> appeal;
};
Result<KeptLetters> keptLetters(Workspace &workspace, const StoredCase &stored);

/// The letter that a status, and while it is open the outcome so far, lead to.
LetterKind letterKindFor(Status status, const Evaluation &evaluation, const Policy &policy);

/// Kinds that the round has or may have now, the one to be written next first: the status' own, the notice of an
/// extension that was taken, and those that were issued before and hold.
QList<LetterKind> letterKinds(const StoredCase &stored, const QList<IssuedLetter> &issued,
    const Evaluation &evaluation, const Policy &policy);

/// One letter of a case that can be chosen: a kind, or an issued one that holds no more.
struct LetterChoice {
    LetterKind kind = LetterKind::Approval;
    QString earlierId; ///< empty: the one in force, or to be written
    QString words;

    friend bool operator==(const LetterChoice &, const LetterChoice &) = default;
};

/// The kinds, then what was sent to this recipient and superseded, asked for earlier, or in an earlier round.
QList<LetterChoice> letterChoices(const QList<LetterKind> &kinds, const QList<IssuedLetter> &issued,
    const StoredCase &stored, Recipient recipient, const QTimeZone &zone);

/// The letter of this kind for this recipient that holds in the case's round, of its last request for information: the newest
/// correction.
std::optional<IssuedLetter> letterInForce(
    const QList<IssuedLetter> &issued, const StoredCase &stored, LetterKind kind, Recipient recipient);

/// The letter that `correction` takes the place of, as the correction names it.
std::optional<LetterCorrection> correctionOf(const QList<IssuedLetter> &issued, const IssuedLetter &correction);

/// Why `actor` may not issue a letter of this kind now, in a screen's words; code `role` or `no_extension`, and the place
/// where it can be mended, if there is one.
std::optional<Error> issueRefusal(
    const StoredCase &stored, const CaseView &view, const Policy &policy, LetterKind kind, const Person &actor);

/// What the member's language does to the letter; empty: it is in English and so is the reader.
QString languageNote(const ComposedLetter &letter, const Member &member);

/// How an issued letter goes to paper: SAMPLE under the sample letterhead, COPY from the second time on.
PageMark markOf(const IssuedLetter &letter);

} // namespace reviewdesk
