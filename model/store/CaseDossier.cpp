#include "store/CaseDossier.h"

#include "cases/PackVersions.h"

#include <QCoreApplication>

namespace reviewdesk {

Result<void> CaseDossier::checkAnswer() const
{
    if (stored.onlyRead) // an open one is shown by what this program has
        return *stored.onlyRead;
    if (!isOtherPack)
        return {};
    return Error{QStringLiteral("other_pack"),
        QCoreApplication::translate("CaseDossier",
            "This was decided under version %1 of the policy, and that pack is not installed: the answer to the request "
            "would say what another version says. The case's other files can be written.")
            .arg(stored.reviewCase.policyVersion),
        {}};
}

QList<IssuedLetter> CaseDossier::lettersTo(const QString &recipient) const
{
    QList<IssuedLetter> found;
    for (const IssuedLetter &letter : letters) {
        if (letter.round == stored.round && letter.recipient == recipient)
            found.append(letter);
    }
    return found;
}

Result<CaseDossier> readDossier(Workspace &workspace, const QString &caseId)
{
    CaseDossier dossier;
    Result<StoredCase> stored = workspace.loadCase(caseId);
    if (!stored)
        return stored.error();
    Result<QByteArray> message = workspace.messageOf(caseId);
    if (!message)
        return message.error();
    Result<QList<IssuedLetter>> letters = workspace.letters(caseId);
    if (!letters)
        return letters.error();
    Result<QList<AuditEntry>> history = workspace.history(caseId);
    if (!history)
        return history.error();
    Result<QList<CaseDocument>> documents = workspace.documents(caseId);
    if (!documents)
        return documents.error();
    documents->removeIf([](const CaseDocument &document) { return document.isRemoved(); });
    Result<Workspace::DocumentOpener> opener = workspace.documentReader();
    if (!opener)
        return opener.error();
    const Result<WorkspaceSettings> settings = workspace.settings();
    if (!settings)
        return settings.error();
    const Result<std::optional<AppealedDenial>> appeal = appealOf(workspace, *stored);
    if (!appeal)
        return appeal.error();
    const std::shared_ptr<const Rulebook> now = workspace.sharedRulebook();
    const Result<std::shared_ptr<const Rulebook>> own = rulebookOfRound(stored->reviewCase, stored->status, now);
    return CaseDossier{std::move(stored).value(), std::move(message).value(), std::move(letters).value(),
        std::move(history).value(), std::move(documents).value(), std::move(opener).value(), settings->organisation,
        own ? *own : now, !own, *appeal};
}

} // namespace reviewdesk
