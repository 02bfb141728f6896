#include "ui/letter/CaseLetters.h"

#include "cases/DateWords.h"
#include "cases/LetterRights.h"
#include "cases/VerificationCode.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseLetters)
};

} // namespace

Result<KeptLetters> keptLetters(Workspace &workspace, const StoredCase &stored)
{
    const Result<QList<IssuedLetter>> letters = workspace.letters(stored.id);
    if (!letters)
        return letters.error();
    const Result<std::optional<AppealedDenial>> appeal = appealOf(workspace, stored);
    if (!appeal)
        return appeal.error();
    return KeptLetters{*letters, *appeal};
}

LetterKind letterKindFor(Status status, const Evaluation &evaluation, const Policy &policy)
{
    switch (status) {
    case Status::Approved:
        return LetterKind::Approval;
    case Status::Denied:
        return LetterKind::Denial;
    case Status::Pended:
        return LetterKind::InformationRequest;
    case Status::Withdrawn:
        return LetterKind::Withdrawal;
    case Status::Draft:
    case Status::Submitted:
    case Status::Referred:
        break;
    }
    if (!evaluation.decided())
        return LetterKind::InformationRequest;
    return policy.outcomes.at(evaluation.outcome).effect == OutcomeEffect::Approvable ? LetterKind::Approval
                                                                                      : LetterKind::Denial;
}

QList<LetterKind> letterKinds(const StoredCase &stored, const QList<IssuedLetter> &issued,
    const Evaluation &evaluation, const Policy &policy)
{
    QList<LetterKind> kinds{letterKindFor(stored.status, evaluation, policy)};
    const auto add = [&kinds](LetterKind kind) {
        if (!kinds.contains(kind))
            kinds.append(kind);
    };
    if (stored.clock.isExtendedHere() && isOpen(stored.status)) {
        const auto isOut = [&](LetterKind kind) {
            return letterInForce(issued, stored, kind, Recipient::Member) &&
                letterInForce(issued, stored, kind, Recipient::Provider);
        };
        const bool asks = stored.status == Status::Pended && !isOut(LetterKind::InformationRequest);
        if (asks || isOut(LetterKind::ExtensionNotice))
            add(LetterKind::ExtensionNotice);
        else
            kinds.prepend(LetterKind::ExtensionNotice); // nothing else can be issued yet, or is still to be
    }
    for (const IssuedLetter &letter : issued) {
        if (const std::optional<LetterKind> kind = letterKindFromWord(letter.kind);
            kind && letter.round == stored.round && letter.wait == letterWait(letter.kind, stored.clock))
            add(*kind);
    }
    return kinds;
}

QList<LetterChoice> letterChoices(const QList<LetterKind> &kinds, const QList<IssuedLetter> &issued,
    const StoredCase &stored, Recipient recipient, const QTimeZone &zone)
{
    QList<LetterChoice> choices;
    for (const LetterKind kind : kinds)
        choices.append({kind, {}, label(kind)});
    for (const IssuedLetter &letter : issued) {
        const std::optional<LetterKind> kind = letterKindFromWord(letter.kind);
        if (!kind || letter.recipient != toWord(recipient))
            continue;
        const bool superseded = std::any_of(issued.begin(), issued.end(),
            [&letter](const IssuedLetter &later) { return later.supersedes == letter.id; });
        const QString on = dayAndClockWords(letter.issuedAt.toTimeZone(zone));
        if (superseded)
            choices.append({*kind, letter.id, Say::tr("Superseded, %1: %2").arg(on, label(*kind))});
        else if (letter.round != stored.round)
            choices.append({*kind, letter.id, Say::tr("Round %1, %2: %3").arg(letter.round).arg(on, label(*kind))});
        else if (letter.wait != letterWait(letter.kind, stored.clock))
            choices.append({*kind, letter.id, Say::tr("Earlier request, %1").arg(on)});
    }
    return choices;
}

std::optional<IssuedLetter> letterInForce(
    const QList<IssuedLetter> &issued, const StoredCase &stored, LetterKind kind, Recipient recipient)
{
    const int wait = letterWait(toWord(kind), stored.clock);
    std::optional<IssuedLetter> inForce;
    for (const IssuedLetter &letter : issued) {
        if (letter.round == stored.round && letter.wait == wait && letter.kind == toWord(kind) &&
            letter.recipient == toWord(recipient))
            inForce = letter; // they come in the order in which they were issued
    }
    return inForce;
}

std::optional<LetterCorrection> correctionOf(const QList<IssuedLetter> &issued, const IssuedLetter &correction)
{
    const auto earlier = std::find_if(issued.begin(), issued.end(),
        [&correction](const IssuedLetter &letter) { return letter.id == correction.supersedes; });
    if (earlier == issued.end())
        return std::nullopt;
    return LetterCorrection{earlier->issuedAt, verificationCode(earlier->digest), correction.correctionReason};
}

std::optional<Error> issueRefusal(
    const StoredCase &stored, const CaseView &view, const Policy &policy, LetterKind kind, const Person &actor)
{
    if (stored.onlyRead)
        return stored.onlyRead; // its letter would name another version
    const CaseState state =
        stateOf(stored.status, stored.reviewCase, policy, view, stored.clock, stored.preparedBy, stored.deniedBy);
    const std::optional<Error> refused = letterRefusal(toWord(kind), state, actor);
    if (!refused || (refused->code != u"status" && refused->code != u"role"))
        return refused;
    const QString code = QStringLiteral("role");
    if (refused->code == u"status")
        return Error{code, Say::tr("The case is %1: the letter follows the decision.").arg(label(stored.status).toLower()),
            QStringLiteral("/determination/decision")};
    QStringList who;
    for (const Transition &row : workflow()) {
        if (row.from == stored.status && row.action == Action::IssueLetter)
            who.append(label(row.role).toLower());
    }
    return who.isEmpty()
        ? *refused
        : Error{code, Say::tr("From here a letter is issued by: %1.").arg(who.join(QStringLiteral(", "))), {}};
}

QString languageNote(const ComposedLetter &letter, const Member &member)
{
    if (letter.recipient != Recipient::Member)
        return {};
    if (letter.language != u"en")
        return Say::tr("In Spanish, the member's language. The English is kept beside it in the record.");
    const QString wished = member.language.trimmed();
    if (wished.isEmpty() || wished.startsWith(u"en", Qt::CaseInsensitive))
        return {};
    const QLocale::Language language = QLocale(wished).language();
    return Say::tr("The member's language is %1. The letter is in English and says how to get help in another language.")
        .arg(language == QLocale::C ? wished : QLocale::languageToString(language));
}

PageMark markOf(const IssuedLetter &letter)
{
    if (letter.printed > 0)
        return PageMark::Copy;
    return letter.sample ? PageMark::Sample : PageMark::None;
}

} // namespace reviewdesk
