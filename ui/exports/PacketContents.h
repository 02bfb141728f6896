#pragma once

#include "fhir/CaseExport.h"
#include "letter/CasePacket.h"
#include "store/CaseDossier.h"

namespace reviewdesk {

/// What goes out as a file, with the name that is offered for it: no member's name in it.
struct ExportedFile {
    QString name;
    QByteArray bytes;
};

/// A case's packet from all that the workspace keeps of it, in English whatever the screen's language. Off the GUI
/// thread.
Result<ExportedFile> packetOf(const CaseDossier &dossier, const PacketProgress &progress);
/// A case in one of the forms that the command line's export writes, with the same bytes.
Result<ExportedFile> exportOf(const CaseDossier &dossier, fhir::ExportFormat format);

} // namespace reviewdesk
