#include "letter/LetterPaper.h"

#include "letter/LetterLayout.h"

#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPagedPaintDevice>
#include <QPainter>

#include <cmath>

namespace reviewdesk {

PaperJob::PaperJob(QPagedPaintDevice &device) : m_device(device), m_painter(std::make_unique<QPainter>())
{
    device.setPageSize(QPageSize(QPageSize::Letter));
    device.setPageOrientation(QPageLayout::Portrait);
    device.setPageMargins(QMarginsF());
    m_failed = !m_painter->begin(&device);
}

PaperJob::~PaperJob() = default;

bool PaperJob::add(const ComposedLetter &letter, PageMark mark, bool twoSided, LetterStructure *structure)
{
    if (m_failed)
        return false;
    const LetterLayout layout(letter, structure);
    // a printer that cannot print to the edge begins its coordinates inside it
    const QRect paintable = m_device.pageLayout().paintRectPixels(m_device.logicalDpiX());
    if (twoSided && m_pages % 2 == 1) {
        m_failed = !m_device.newPage();
        ++m_pages;
    }
    for (int page = 0; page < layout.pageCount() && !m_failed; ++page) {
        if (m_pages > 0 && !m_device.newPage()) {
            m_failed = true;
            break;
        }
        ++m_pages;
        m_painter->save();
        m_painter->translate(-paintable.topLeft());
        m_painter->scale(m_device.logicalDpiX() / (72 * LetterLayout::unitsPerPoint),
            m_device.logicalDpiY() / (72 * LetterLayout::unitsPerPoint));
        layout.paint(*m_painter, page, mark);
        m_painter->restore();
    }
    return !m_failed;
}

bool PaperJob::end()
{
    const bool ended = m_painter->isActive() && m_painter->end();
    return ended && !m_failed;
}

bool paintLetter(const ComposedLetter &letter, PageMark mark, QPagedPaintDevice &device)
{
    PaperJob job(device);
    return job.add(letter, mark) && job.end();
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
