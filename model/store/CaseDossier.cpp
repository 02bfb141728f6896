#include "store/CaseDossier.h"

#include "cases/PackVersions.h"

namespace reviewdesk {

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
    Result<std::shared_ptr<const Rulebook>> rules =
        rulebookOfRound(stored->reviewCase, stored->status, workspace.sharedRulebook());
    if (!rules)
        return rules.error();
    return CaseDossier{std::move(stored).value(), std::move(message).value(), std::move(letters).value(),
        std::move(history).value(), std::move(documents).value(), std::move(opener).value(), settings->organisation, std::move(rules).value()};
}

} // namespace reviewdesk
