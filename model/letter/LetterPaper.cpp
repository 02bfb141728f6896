#include "letter/LetterPaper.h"

#include "letter/LetterLayout.h"

#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>

#include <cmath>

namespace reviewdesk {

bool paintLetter(const ComposedLetter &letter, PageMark mark, QPagedPaintDevice &device)
{
    device.setPageSize(QPageSize(QPageSize::Letter));
    device.setPageOrientation(QPageLayout::Portrait);
    device.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const LetterLayout layout(letter);
    // a printer that cannot print to the edge begins its coordinates inside it
    const QRect paintable = device.pageLayout().paintRectPixels(device.logicalDpiX());
    for (int page = 0; page < layout.pageCount(); ++page) {
        if (page > 0 && !device.newPage())
            return false;
        painter.save();
        painter.translate(-paintable.topLeft());
        painter.scale(device.logicalDpiX() / (72 * LetterLayout::unitsPerPoint),
            device.logicalDpiY() / (72 * LetterLayout::unitsPerPoint));
        layout.paint(painter, page, mark);
        painter.restore();
    }
    return painter.end();
}

QList<QImage> letterPages(const ComposedLetter &letter, PageMark mark, qreal pixelsPerPoint)
{
    const LetterLayout layout(letter);
    const qreal scale = pixelsPerPoint / LetterLayout::unitsPerPoint;
    QList<QImage> pages;
    for (int page = 0; page < layout.pageCount(); ++page) {
        QImage image(static_cast<int>(std::ceil(LetterLayout::pageWidth * scale)),
            static_cast<int>(std::ceil(LetterLayout::pageHeight * scale)), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        layout.paint(painter, page, mark);
        painter.end();
        pages.append(image);
    }
    return pages;
}

} // namespace reviewdesk
