#pragma once

#include "app/Verb.h"
#include "ui/Workplace.h"

namespace reviewdesk {

/// What the desk and its letters are made from, read from the resources.
struct DeskParts {
    MakeWorkplace make;
    /// See PracticeCaseload::bringInto.
    std::function<Result<void>(Workspace &, int cases, quint32 seed, const QByteArray &passphrase, const KeyCost &)>
        bringPractice;
};

/// Everything behind the sign-in, and the verbs: a library of its own beside the program, so that the window which asks
/// for the passphrase does not wait for charts and PDF to be loaded (half of the work of a start).
struct DeskLibrary {
    std::vector<std::unique_ptr<Verb>> (*verbs)();
    Result<DeskParts> (*parts)(const QString &resources);
};

/// Loads it when it is first asked for; from any thread. It stays.
Result<const DeskLibrary *> deskLibrary();

} // namespace reviewdesk
