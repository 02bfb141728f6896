#include "store/AppealOfRound.h"

namespace reviewdesk {

Result<std::optional<AppealedDenial>> appealOf(Workspace &workspace, const StoredCase &stored)
{
    if (stored.roundKind != RoundKind::Appeal)
        return std::optional<AppealedDenial>();
    const Result<QList<KeptRound>> rounds = workspace.rounds(stored.id);
    if (!rounds)
        return rounds.error();
    AppealedDenial appeal;
    for (const KeptRound &round : *rounds) {
        if (round.number >= stored.round)
            break;
        if (round.status == Status::Denied)
            appeal = {round.content.determination.at.toUTC(), true};
        else if (round.status == Status::Approved)
            appeal.stands = false;
    }
    return std::optional(appeal);
}

} // namespace reviewdesk
