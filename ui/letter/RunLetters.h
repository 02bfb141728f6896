#pragma once

#include "ui/letter/LetterRun.h"

namespace reviewdesk {

/// What a run asks of the workspace, on the workspace's thread.

/// What a letter is composed from.
struct RunPress {
    std::shared_ptr<const LetterComposer> composer;
    Letterhead letterhead;
    Person actor;
    QDateTime now;
};

/// The letters of one case, in the order in which they would go out. `copies`: those that went out before, too.
Result<QList<RunEntry>> lettersToSend(
    Workspace &workspace, const QString &caseId, const RunPress &press, bool copies);

/// The letter as it is kept; issued first where that is still to be done. `gone_out` when somebody else sent it.
Result<IssuedLetter> letterToSend(Workspace &workspace, const RunEntry &entry, const RunPress &press);

/// Takes over what the run shows of a letter: to whom it goes, its code.
void describeLetter(RunEntry &entry, const FrozenLetter &letter);

} // namespace reviewdesk
