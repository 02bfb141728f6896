// The one door of the desk's library.
#include "app/DeskLibrary.h"
#include "app/PracticeCaseload.h"
#include "ui/Desk.h"

namespace {

using namespace reviewdesk;

Result<DeskParts> parts(const QString &resources)
{
    Result<PracticeCaseload> caseload = PracticeCaseload::load(resources);
    if (!caseload)
        return caseload.error();
    DeskParts made;
    made.make = deskMaker(caseload->composer(), caseload->letterhead());
    made.bringPractice = [caseload = std::move(caseload).value()](Workspace &workspace, int cases, quint32 seed,
                             const QByteArray &passphrase, const KeyCost &cost) {
        return caseload.bringInto(workspace, cases, seed, passphrase, cost);
    };
    return made;
}

} // namespace

extern "C" const DeskLibrary *reviewdeskDesk()
{
    static constexpr DeskLibrary library{&allVerbs, &parts};
    return &library;
}
