#include "documents/PdfPages.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QPainter>
#include <QPdfSelection>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PdfPages)
};

int inTenThousandths(double value, double of)
{
    return std::clamp(static_cast<int>(value / of * PagePlace::whole + 0.5), 0, PagePlace::whole);
}

PagePlace placeOf(const QRectF &rectangle, const QSizeF &page)
{
    const int left = inTenThousandths(rectangle.left(), page.width());
    const int top = inTenThousandths(rectangle.top(), page.height());
    return {left, top, inTenThousandths(rectangle.right(), page.width()) - left,
        inTenThousandths(rectangle.bottom(), page.height()) - top};
}

} // namespace

PdfPages::PdfPages(std::unique_ptr<QIODevice> device) : m_device(std::move(device)) { }

PdfPages::~PdfPages()
{
    m_document.close();
}

Result<std::unique_ptr<DocumentPages>> PdfPages::open(std::unique_ptr<QIODevice> device)
{
    const Error damaged{QStringLiteral("unreadable"),
        Say::tr("This PDF is damaged and cannot be read. Ask for it to be sent again."), {}};
    if (device->peek(1).isEmpty())
        return damaged; // pdfium would call it locked
    std::unique_ptr<PdfPages> pages(new PdfPages(std::move(device)));
    pages->m_document.load(pages->m_device.get());
    if (pages->m_document.status() == QPdfDocument::Status::Ready && pages->count() > 0)
        return std::unique_ptr<DocumentPages>(std::move(pages));
    const QPdfDocument::Error error = pages->m_document.error();
    if (error == QPdfDocument::Error::IncorrectPassword || error == QPdfDocument::Error::UnsupportedSecurityScheme)
        return Error{QStringLiteral("encrypted"),
            Say::tr("This PDF is locked by a password. Ask the sender for one that is not, or print it to a new PDF."),
            {}};
    return damaged;
}

int PdfPages::count() const
{
    return m_document.pageCount();
}

QSizeF PdfPages::pointSize(int page)
{
    const QSizeF size = m_document.pagePointSize(page - 1);
    return size.width() > 0 && size.height() > 0 ? size : QSizeF(612, 792);
}

QImage PdfPages::render(int page, const QSize &pixels)
{
    const QImage drawn = m_document.render(page - 1, pixels);
    if (drawn.isNull())
        return {};
    QImage onWhite(drawn.size(), QImage::Format_RGB32);
    onWhite.fill(Qt::white);
    QPainter painter(&onWhite);
    painter.drawImage(0, 0, drawn);
    return onWhite;
}

DocumentText PdfPages::text(int page)
{
    if (m_textPage != page) {
        m_text = {m_document.getAllText(page - 1).text(), false, {}};
        m_textPage = page;
    }
    return m_text;
}

QList<PagePlace> PdfPages::places(int page, const TextRange &range)
{
    const QSizeF size = pointSize(page);
    const QPdfSelection selection = m_document.getSelectionAtIndex(page - 1, range.start, range.length);
    QList<PagePlace> places;
    const QList<QPolygonF> bounds = selection.bounds();
    for (const QPolygonF &bound : bounds) {
        const PagePlace place = placeOf(bound.boundingRect(), size);
        if (place.width > 0 && place.height > 0)
            places.append(place);
    }
    return joinedLines(std::move(places));
}

PageSelection PdfPages::select(int page, const PagePlace &from, const PagePlace &to)
{
    const QSizeF size = pointSize(page);
    const auto pointOf = [&size](const PagePlace &place) {
        return QPointF(place.left * size.width() / PagePlace::whole, place.top * size.height() / PagePlace::whole);
    };
    const QPdfSelection selection = m_document.getSelection(page - 1, pointOf(from), pointOf(to));
    if (!selection.isValid() || selection.text().isEmpty())
        return {};
    const QString whole = text(page).text;
    PageSelection selected;
    selected.range = wholeWords(whole, {selection.startIndex(), selection.endIndex() - selection.startIndex()});
    selected.quote = quoteOf(whole, selected.range);
    selected.places = places(page, selected.range);
    return selected;
}

} // namespace reviewdesk
