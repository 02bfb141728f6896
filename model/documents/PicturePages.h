#pragma once

#include "documents/DocumentPages.h"

#include <QByteArray>

namespace reviewdesk {

/// A PNG, JPEG or TIFF picture, of which each image is a page. It has no text of its own.
class PicturePages final : public DocumentPages {
public:
    static Result<std::unique_ptr<DocumentPages>> open(
        DocumentKind kind, std::unique_ptr<QIODevice> device, qint64 mostPixels);
    ~PicturePages() override;

    int count() const override { return m_count; }
    QSizeF pointSize(int page) override;
    QImage render(int page, const QSize &pixels) override;
    DocumentText text(int page) override;
    QList<PagePlace> places(int page, const TextRange &range) override;
    PageSelection select(int page, const PagePlace &from, const PagePlace &to) override;

private:
    PicturePages(DocumentKind kind, std::unique_ptr<QIODevice> device);
    QImage decoded(int page);

    QByteArray m_format; ///< as Qt names it
    std::unique_ptr<QIODevice> m_device;
    int m_count = 0;
    int m_decodedPage = 0;
    QImage m_decoded; ///< of that page: the next zoom need not read it again
};

} // namespace reviewdesk
