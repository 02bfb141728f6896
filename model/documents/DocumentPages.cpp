#include "documents/DocumentPages.h"

#include "documents/PdfPages.h"
#include "documents/PicturePages.h"

#include <QIODevice>

namespace reviewdesk {

DocumentPages::~DocumentPages() = default;

Result<std::unique_ptr<DocumentPages>> openPages(
    DocumentKind kind, std::unique_ptr<QIODevice> device, qint64 mostPixels)
{
    if (kind == DocumentKind::Pdf)
        return PdfPages::open(std::move(device));
    return PicturePages::open(kind, std::move(device), mostPixels);
}

} // namespace reviewdesk
