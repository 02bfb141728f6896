#include "SampleDocuments.h"

#include <QBuffer>
#include <QPainter>
#include <QPageSize>
#include <QPdfWriter>

namespace reviewdesk {

namespace {

template <typename Draw> QByteArray pdfOf(qsizetype pages, Draw draw)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::Letter));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (qsizetype page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        draw(painter, page);
    }
    painter.end();
    return bytes;
}

QFont recordFont()
{
    QFont font(QStringLiteral("Liberation Sans"));
    font.setPointSizeF(12);
    return font;
}

void drawText(QPainter &painter, const QString &text)
{
    painter.setFont(recordFont());
    const QRectF paper(painter.viewport());
    const double margin = paper.width() / 8.5;
    painter.drawText(paper.adjusted(margin, margin, -margin, -margin), Qt::TextWordWrap, text);
}

} // namespace

QByteArray samplePdf(const QStringList &pageTexts)
{
    return pdfOf(pageTexts.size(), [&](QPainter &painter, qsizetype page) { drawText(painter, pageTexts.at(page)); });
}

QImage sampleScan(const QString &text, int dotsPerInch)
{
    QImage image(dotsPerInch * 17 / 2, dotsPerInch * 11, QImage::Format_RGB32);
    image.setDotsPerMeterX(qRound(dotsPerInch / 0.0254));
    image.setDotsPerMeterY(qRound(dotsPerInch / 0.0254));
    image.fill(Qt::white);
    QPainter painter(&image);
    drawText(painter, text);
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("no %s here", format);
    return bytes;
}

QByteArray scannedPdf(const QStringList &pageTexts, int dotsPerInch)
{
    return pdfOf(pageTexts.size(), [&](QPainter &painter, qsizetype page) {
        painter.drawImage(painter.viewport(), sampleScan(pageTexts.at(page), dotsPerInch));
    });
}

} // namespace reviewdesk
