#pragma once

#include "documents/DocumentPages.h"

#include <QPdfDocument>

namespace reviewdesk {

/// A PDF by Qt Pdf (pdfium), read from its device as it is needed.
class PdfPages final : public DocumentPages {
public:
    static Result<std::unique_ptr<DocumentPages>> open(std::unique_ptr<QIODevice> device);
    ~PdfPages() override;

    int count() const override;
    QSizeF pointSize(int page) override;
    QImage render(int page, const QSize &pixels) override;
    DocumentText text(int page) override;
    QList<PagePlace> places(int page, const TextRange &range) override;
    PageSelection select(int page, const PagePlace &from, const PagePlace &to) override;

private:
    explicit PdfPages(std::unique_ptr<QIODevice> device);

    std::unique_ptr<QIODevice> m_device; ///< outlives the document
    QPdfDocument m_document;
    int m_textPage = 0;
    DocumentText m_text; ///< of that page
};

} // namespace reviewdesk
