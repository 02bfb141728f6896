#include "letter/TableLines.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <limits>

namespace reviewdesk {

namespace {

/// Lines around and between rows, from `top` to the last of `bottoms`.
void paintRows(QPainter &painter, const QList<qreal> &columns, qreal top, const QList<qreal> &bottoms, qreal width,
    const QBrush &brush)
{
    const qreal left = columns.constFirst();
    const qreal across = columns.constLast() + width - left;
    painter.fillRect(QRectF(left, top, across, width), brush);
    for (const qreal bottom : bottoms)
        painter.fillRect(QRectF(left, bottom, across, width), brush);
    for (const qreal column : columns)
        painter.fillRect(QRectF(column, top, width, bottoms.constLast() + width - top), brush);
}

/// Left edges of the columns' lines, and of the one that ends the last.
QList<qreal> columnsOf(const QTextTable &table, qreal padding, qreal width)
{
    const QAbstractTextDocumentLayout *layout = table.document()->documentLayout();
    QList<qreal> columns;
    for (int column = 0; column < table.columns(); ++column) {
        const QTextBlock first = table.cellAt(table.rows() - 1, column).firstCursorPosition().block();
        columns.append(layout->blockBoundingRect(first).left() - padding - width);
    }
    columns.append(columns.constFirst() + layout->frameBoundingRect(const_cast<QTextTable *>(&table)).width() - width);
    return columns;
}

/// Where the last line ends that shows something.
qreal bottomOf(const QTextBlock &block)
{
    const QTextLayout *lines = block.layout();
    const QString text = block.text();
    for (int i = lines->lineCount() - 1; i >= 0; --i) {
        const QTextLine line = lines->lineAt(i);
        if (i == 0 || !QStringView(text).mid(line.textStart(), line.textLength()).trimmed().isEmpty())
            return block.document()->documentLayout()->blockBoundingRect(block).top() + line.y() + line.height();
    }
    return 0;
}

/// Where the text of the row begins, or goes on, behind `begin`.
qreal textOn(const QTextTable &table, int row, qreal begin)
{
    qreal top = std::numeric_limits<qreal>::max();
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        for (QTextBlock block = cell.firstCursorPosition().block();
             block.isValid() && block.position() <= cell.lastPosition(); block = block.next()) {
            const qreal blockTop = table.document()->documentLayout()->blockBoundingRect(block).top();
            for (int i = 0; i < block.layout()->lineCount(); ++i) {
                if (const qreal y = blockTop + block.layout()->lineAt(i).y(); y >= begin)
                    top = std::min(top, y);
            }
        }
    }
    return top;
}

} // namespace

QList<TableLines::Row> TableLines::rowsOf(const QTextTable &table)
{
    const QAbstractTextDocumentLayout *layout = table.document()->documentLayout();
    QList<Row> rows;
    for (int i = 0; i < table.rows(); ++i) {
        Row row{std::numeric_limits<qreal>::max(), 0};
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(i, column);
            row.top = std::min(row.top, layout->blockBoundingRect(cell.firstCursorPosition().block()).top());
            row.bottom = std::max(row.bottom, bottomOf(cell.lastCursorPosition().block()));
        }
        rows.append(row);
    }
    return rows;
}

void TableLines::hideOwn(QTextTable &table)
{
    QTextTableFormat format = table.format();
    format.setBorderStyle(QTextFrameFormat::BorderStyle_None);
    table.setFormat(format);
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextTableCell cell = table.cellAt(row, column);
            QTextTableCellFormat own = cell.format().toTableCellFormat();
            own.setBorderStyle(QTextFrameFormat::BorderStyle_None);
            cell.setFormat(own);
        }
    }
}

void TableLines::paint(QPainter &painter, const QTextDocument &document, int page, qreal unit)
{
    const qreal height = document.pageSize().height();
    const QTextFrameFormat sheet = document.rootFrame()->frameFormat();
    const qreal begin = page * height + sheet.topMargin() * unit;
    const qreal end = (page + 1) * height - sheet.bottomMargin() * unit;
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        const auto *table = qobject_cast<const QTextTable *>(frame);
        if (!table || table->format().border() <= 0)
            continue;
        const qreal width = table->format().border() * unit;
        const qreal padding = table->format().cellPadding() * unit;
        const QList<Row> rows = rowsOf(*table);
        const int heads = table->format().headerRowCount();
        const bool together = rows.size() > 1 && rows.at(1).top - rows.at(0).bottom < 6 * padding; // on one page
        const qreal gap = together ? rows.at(1).top - rows.at(0).bottom : 2 * padding + width; // from text to text
        qreal top = 0;
        QList<qreal> bottoms;
        for (int i = 0; i < rows.size(); ++i) {
            const Row &row = rows.at(i);
            if (row.bottom <= begin || row.top >= end)
                continue;
            if (bottoms.isEmpty()) {
                top = textOn(*table, i, begin) - gap / 2 - width / 2;
                if (heads > 0 && rows.at(0).bottom <= begin) { // the head stands above it once more
                    bottoms.append(top);
                    top -= rows.at(heads).top - rows.at(0).top;
                }
            }
            bottoms.append(std::min(end, row.bottom + gap / 2 - width / 2));
        }
        if (!bottoms.isEmpty())
            paintRows(painter, columnsOf(*table, padding, width), top, bottoms, width, table->format().borderBrush());
    }
}

} // namespace reviewdesk
