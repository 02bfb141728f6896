#include "app/PracticeCaseload.h"

#include "store/AppealOfRound.h"

namespace reviewdesk {

namespace {

std::optional<LetterKind> kindFor(const StoredCase &stored)
{
    const std::optional<Decision> &decision = stored.reviewCase.determination.decision;
    if (!decision)
        return stored.clock.isExtendedHere() ? std::optional(LetterKind::ExtensionNotice) : std::nullopt;
    switch (*decision) {
    case Decision::Approved:
        return LetterKind::Approval;
    case Decision::Denied:
        return LetterKind::Denial;
    case Decision::Pended:
        return LetterKind::InformationRequest;
    case Decision::Withdrawn:
        return LetterKind::Withdrawal;
    }
    return std::nullopt;
}

} // namespace

PracticeCaseload::PracticeCaseload(std::shared_ptr<const LetterComposer> composer, Letterhead letterhead)
    : m_composer(std::move(composer)), m_letterhead(std::move(letterhead))
{
}

Result<PracticeCaseload> PracticeCaseload::load(const QString &resources)
{
    Result<std::shared_ptr<const LetterComposer>> composer = LetterComposer::load(resources);
    if (!composer)
        return composer.error();
    Result<Letterhead> letterhead = sampleLetterhead(resources);
    if (!letterhead)
        return letterhead.error();
    return PracticeCaseload(std::move(composer).value(), std::move(letterhead).value());
}

Result<void> PracticeCaseload::bringInto(Workspace &workspace, int cases, quint32 seed, const QByteArray &passphrase,
    const KeyCost &cost, const Workspace::Progress &progress) const
{
    const Workspace::SampleLetters letters = [&](const StoredCase &decided,
                                                 const QDateTime &writtenAt) -> Result<QList<IssuedLetter>> {
        QList<IssuedLetter> issued;
        const std::optional<LetterKind> kind = kindFor(decided);
        if (!kind)
            return issued;
        const CaseView view = viewOf(decided.reviewCase, workspace.rulebook(), asIfAsked(decided.clock, writtenAt));
        const Result<std::optional<AppealedDenial>> appeal = appealOf(workspace, decided);
        if (!appeal)
            return appeal.error();
        for (const Recipient recipient : {Recipient::Member, Recipient::Provider}) {
            LetterRequest request{decided.reviewCase, view, *kind, recipient, m_letterhead, writtenAt};
            request.appeal = *appeal;
            const LetterComposer::Composition composition = m_composer->compose(request, workspace.rulebook());
            if (!composition.ok()) {
                const Error &first = composition.reasons.constFirst();
                if (first.code == QLatin1String("nothing_to_ask")) // asked by telephone for what no letter needs
                    return issued;
                return Error{first.code, decided.reviewCase.number + QLatin1String(": ") + first.message, first.place};
            }
            IssuedLetter letter;
            static_cast<FrozenLetter &>(letter) = composition.letter.frozen();
            letter.caseId = decided.id;
            issued.append(letter);
        }
        return issued;
    };
    return workspace.addSamples(cases, seed, passphrase, cost, letters, progress);
}

} // namespace reviewdesk
