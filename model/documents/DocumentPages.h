#pragma once

#include "cases/CaseDocument.h"
#include "documents/DocumentText.h"
#include "support/Result.h"

#include <QImage>
#include <QSize>
#include <QSizeF>

#include <memory>

class QIODevice;

namespace reviewdesk {

/// A stretch of a page that was pointed at: its words and where they stand.
struct PageSelection {
    TextRange range; ///< in the page's text; nothing of a picture without text
    QString quote;
    QList<PagePlace> places;

    bool isEmpty() const { return places.isEmpty(); }
    friend bool operator==(const PageSelection &, const PageSelection &) = default;
};

/// The pages of one document, from 1. Made and used on one thread, which may be any. Nothing is read before it is
/// needed.
class DocumentPages {
public:
    virtual ~DocumentPages();

    virtual int count() const = 0;
    /// In points of 1/72 inch; of a picture without a resolution as if it were a scan of a letter page.
    virtual QSizeF pointSize(int page) = 0;
    /// On white, exactly of this size; a null image when the page cannot be drawn.
    virtual QImage render(int page, const QSize &pixels) = 0;
    /// What the document itself says: of a picture nothing.
    virtual DocumentText text(int page) = 0;
    virtual QList<PagePlace> places(int page, const TextRange &range) = 0;
    /// The words from one point to another in reading order.
    virtual PageSelection select(int page, const PagePlace &from, const PagePlace &to) = 0;
};

/// Opens a document. Errors: `unreadable`, `encrypted`, `too_large` (a picture of more than `mostPixels`).
Result<std::unique_ptr<DocumentPages>> openPages(
    DocumentKind kind, std::unique_ptr<QIODevice> device, qint64 mostPixels = 150'000'000);

} // namespace reviewdesk
