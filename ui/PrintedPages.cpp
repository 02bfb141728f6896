#include "ui/PrintedPages.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(PrintedPages)
};

constexpr double footLines = 2; // one is empty

} // namespace

bool paintPages(QTextDocument &document, QPdfWriter &writer)
{
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    const QFont font(document.defaultFont(), &writer);
    const double foot = footLines * QFontMetricsF(font).height();
    const QSizeF sheet = writer.pageLayout().paintRectPixels(writer.resolution()).size();
    const QSizeF page(sheet.width(), sheet.height() - foot);
    document.setDocumentMargin(0);
    document.documentLayout()->setPaintDevice(&writer);
    document.setPageSize(page);
    painter.setFont(font);
    const int pages = document.pageCount();
    for (int number = 0; number < pages; ++number) {
        if (number > 0 && !writer.newPage())
            return false;
        painter.drawText(QRectF(0, page.height(), page.width(), foot), Qt::AlignRight | Qt::AlignBottom,
            Say::tr("Page %1 of %2").arg(number + 1).arg(pages));
        painter.save();
        painter.translate(0, -number * page.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(QPointF(0, number * page.height()), page);
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
    }
    return painter.end();
}

} // namespace reviewdesk
