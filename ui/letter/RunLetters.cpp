#include "ui/letter/RunLetters.h"

#include "cases/PackVersions.h"
#include "cases/VerificationCode.h"
#include "letter/LetterHtml.h"
#include "store/AppealOfRound.h"
#include "ui/letter/CaseLetters.h"

#include <QCoreApplication>

#include <array>

namespace reviewdesk {

namespace {

constexpr std::array bothRecipients{Recipient::Member, Recipient::Provider};

/// The case as a letter of the run is composed from it.
struct RunCase {
    const StoredCase &stored;
    const Rulebook &rulebook;
    const CaseView &view;
    std::optional<AppealedDenial> appeal;
};

LetterComposer::Composition composed(const RunPress &press, const RunCase &of, const RunEntry &entry)
{
    LetterRequest request{of.stored.reviewCase, of.view, entry.kind, entry.recipient, press.letterhead, press.now};
    request.appeal = of.appeal;
    return press.composer->compose(request, of.rulebook);
}

/// A letter that is not issued yet: whether it may be.
RunEntry notYetIssued(const RunPress &press, const RunCase &of, RunEntry entry)
{
    const LetterComposer::Composition composition = composed(press, of, entry);
    describeLetter(entry, composition.letter.frozen());
    QStringList reasons;
    if (const std::optional<Error> refused =
            issueRefusal(of.stored, of.view, of.rulebook.policy, entry.kind, press.actor))
        reasons.append(refused->message);
    for (const Error &reason : composition.reasons)
        reasons.append(reason.message);
    entry.state = reasons.isEmpty() ? RunEntry::ToIssue : RunEntry::Held;
    entry.reason = reasons.join(u' ');
    return entry;
}

} // namespace

void describeLetter(RunEntry &entry, const FrozenLetter &letter)
{
    entry.addressee = linesOf(letter.html, QStringLiteral("addressee"));
    entry.code = verificationCode(letter.digest);
}

Result<QList<RunEntry>> lettersToSend(Workspace &workspace, const QString &caseId, const RunPress &press, bool copies)
{
    const Result<StoredCase> stored = workspace.loadCase(caseId);
    if (!stored)
        return stored.error();
    const Result<QList<IssuedLetter>> issued = workspace.letters(caseId);
    if (!issued)
        return issued.error();
    const Result<std::shared_ptr<const Rulebook>> rules =
        rulebookOfRound(stored->reviewCase, stored->status, workspace.sharedRulebook());
    const Rulebook &rulebook = rules ? **rules : workspace.rulebook();
    const CaseView view = viewOf(stored->reviewCase, rulebook, asIfAsked(stored->clock, press.now));
    const Result<std::optional<AppealedDenial>> appeal = appealOf(workspace, *stored);
    if (!appeal)
        return appeal.error();
    const bool undecided = isOpen(stored->status) && stored->status != Status::Pended;
    const LetterKind own = letterKindFor(stored->status, view.evaluation, rulebook.policy);
    QList<RunEntry> entries;
    for (const LetterKind kind : letterKinds(*stored, *issued, view.evaluation, rulebook.policy)) {
        for (const Recipient recipient : bothRecipients) {
            RunEntry entry;
            entry.caseId = caseId;
            entry.caseNumber = stored->reviewCase.number;
            entry.kind = kind;
            entry.recipient = recipient;
            const std::optional<IssuedLetter> letter = letterInForce(*issued, *stored, kind, recipient);
            if (letter) {
                entry.copy = letter->printed > 0;
                entry.letterId = letter->id;
                entry.state = RunEntry::Issued;
                describeLetter(entry, *letter);
                if (!entry.copy || copies)
                    entries.append(entry);
            } else if ((kind == own && !undecided) || kind == LetterKind::ExtensionNotice) { // a request that was answered goes to nobody more
                if (rules) {
                    entries.append(notYetIssued(press, {*stored, rulebook, view, *appeal}, entry));
                } else {
                    entry.state = RunEntry::Held;
                    entry.reason = rules.error().message;
                    entries.append(entry);
                }
            }
        }
    }
    return entries;
}

namespace {

Result<IssuedLetter> issuedNow(Workspace &workspace, const StoredCase &stored, const RunEntry &entry, const RunPress &press)
{
    const Result<std::shared_ptr<const Rulebook>> own =
        rulebookOfRound(stored.reviewCase, stored.status, workspace.sharedRulebook());
    if (!own)
        return own.error();
    const CaseView view = viewOf(stored.reviewCase, **own, asIfAsked(stored.clock, press.now));
    const Result<std::optional<AppealedDenial>> appeal = appealOf(workspace, stored);
    if (!appeal)
        return appeal.error();
    const LetterComposer::Composition composition = composed(press, {stored, **own, view, *appeal}, entry);
    if (!composition.ok())
        return composition.reasons.constFirst();
    IssuedLetter letter;
    static_cast<FrozenLetter &>(letter) = composition.letter.frozen();
    letter.caseId = entry.caseId;
    letter.caseVersion = stored.rowVersion;
    letter.policyDigest = (*own)->policy.digest;
    return workspace.issueLetter(letter);
}

} // namespace

Result<IssuedLetter> letterToSend(Workspace &workspace, const RunEntry &entry, const RunPress &press)
{
    const Result<QList<IssuedLetter>> issued = workspace.letters(entry.caseId);
    if (!issued)
        return issued.error();
    const Result<StoredCase> stored = workspace.loadCase(entry.caseId);
    if (!stored)
        return stored.error();
    if (const std::optional<IssuedLetter> letter =
            letterInForce(*issued, *stored, entry.kind, entry.recipient)) {
        if (letter->printed > 0 && !entry.copy)
            return Error{QStringLiteral("gone_out"),
                QCoreApplication::translate("LetterRun", "Somebody else sent it out meanwhile."), {}};
        return *letter;
    }
    const Result<IssuedLetter> letter = issuedNow(workspace, *stored, entry, press);
    const bool again = !letter && letter.error().code == QLatin1String("rules_changed"); // it holds the new ones since
    return again ? issuedNow(workspace, *stored, entry, press) : letter;
}

} // namespace reviewdesk
