#include "letter/LetterPageBreaks.h"

#include "letter/TableLines.h"

#include <QAbstractTextDocumentLayout>
#include <QTextCursor>
#include <QTextTable>

#include <algorithm>

namespace reviewdesk {

void LetterPageBreaks::layOutFrom(QTextDocument &document, int position)
{
    document.markContentsDirty(position, document.characterCount() - position);
    document.documentLayout()->documentSize(); // lays out to the end
}

int LetterPageBreaks::pageAt(qreal y) const
{
    return static_cast<int>(y / m_document.pageSize().height());
}

qreal LetterPageBreaks::topOf(const QTextBlock &block) const
{
    return m_document.documentLayout()->blockBoundingRect(block).top();
}

/// Where this line of the block ends; the block's top where it has none.
qreal LetterPageBreaks::bottomOf(const QTextBlock &block, int line) const
{
    if (line < 0) // an empty block beside a table has no lines
        return topOf(block);
    const QTextLine last = block.layout()->lineAt(line);
    return last.isValid() ? topOf(block) + last.y() + last.height() : topOf(block);
}

/// Where the lines of a block end that stay on one page: all of a short one, else the first two.
qreal LetterPageBreaks::endOfStart(const QTextBlock &block) const
{
    constexpr int shortest = 4;
    const int lines = block.layout()->lineCount();
    return bottomOf(block, lines > shortest ? 1 : lines - 1);
}

/// Where the piece that begins with the block and must stay on its page ends.
qreal LetterPageBreaks::endOfPiece(const QTextBlock &block, const QTextBlock &signature) const
{
    if (block == signature)
        return m_document.documentLayout()->blockBoundingRect(m_document.lastBlock()).bottom();
    const bool heading = block.blockFormat().headingLevel() > 0;
    if (!heading && !block.text().endsWith(u':'))
        return endOfStart(block);
    QTextBlock content = block.next();
    if (heading && content.text().endsWith(u':') && content.next().isValid())
        content = content.next();
    return endOfStart(content);
}

/// What announces the block, if something does.
QTextBlock LetterPageBreaks::withItsHeading(QTextBlock block) const
{
    while (block.previous().isValid() &&
        (block.previous().blockFormat().headingLevel() > 0 || block.previous().text().endsWith(u':')))
        block = block.previous();
    return block;
}

void LetterPageBreaks::breakBefore(const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).setBlockFormat(format);
    layOutFrom(m_document, block.position());
}

/// Where the last line of a paragraph would begin a page alone, an empty line ends the page before, and the last but
/// one goes with it.
void LetterPageBreaks::keepLastLineCompany(const QTextBlock &block)
{
    const int lines = block.layout()->lineCount();
    if (lines < 4 || pageAt(bottomOf(block, lines - 2) - 1) == pageAt(bottomOf(block, lines - 1) - 1))
        return;
    const int end = block.layout()->lineAt(lines - 3).textStart() + block.layout()->lineAt(lines - 3).textLength();
    const bool space = block.text().at(end - 1) == u' ';
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + end - (space ? 1 : 0));
    cursor.setPosition(block.position() + end, QTextCursor::KeepAnchor);
    cursor.insertText(QString(space ? 2 : 1, QChar(QChar::LineSeparator)), cursor.charFormat());
    layOutFrom(m_document, block.position());
}

/// Empty lines lengthen the row before, up to the end of its page; a row that is longer than half a page may be parted.
/// Where it is the first, the table begins on the next page, with what announces it (`before`).
void LetterPageBreaks::keepRowsWhole(const QTextTable &table, const QTextBlock &before)
{
    const int heads = table.format().headerRowCount();
    const qreal longest = m_document.pageSize().height() * 2 / 3; // with what the edges of two pages take of it
    for (int i = heads; i < table.rows(); ++i) {
        const QList<TableLines::Row> rows = TableLines::rowsOf(table);
        const TableLines::Row &row = rows.at(i);
        if (pageAt(row.top) == pageAt(row.bottom - 1) || row.bottom - row.top > longest)
            continue;
        if (i == heads) {
            const QTextBlock start = withItsHeading(before);
            if (before.isValid() && pageAt(topOf(start)) == pageAt(row.top))
                breakBefore(start);
            continue;
        }
        lengthen(table, i - 1, pageAt(row.top));
    }
}

/// By as many empty lines as the page has room for.
void LetterPageBreaks::lengthen(const QTextTable &table, int row, int page)
{
    const QTextBlock last = table.cellAt(row, table.columns() - 1).lastCursorPosition().block();
    const qreal end =
        (page + 1) * m_document.pageSize().height() - m_document.rootFrame()->frameFormat().bottomMargin() * m_unit;
    const auto lineEnd = [&] { return bottomOf(last, last.layout()->lineCount() - 1); };
    QTextCursor cursor(last);
    qsizetype lines = 1;
    for (int turn = 0; turn < 5 && lines > 0; ++turn) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(QString(lines, QChar(QChar::LineSeparator)), last.begin().fragment().charFormat());
        layOutFrom(m_document, table.firstPosition() - 1); // with what stands before it
        const int count = last.layout()->lineCount();
        const qreal pitch = last.layout()->lineAt(count - 1).y() - last.layout()->lineAt(count - 2).y();
        if (pageAt(lineEnd() - 1) > page || pageAt(TableLines::rowsOf(table).at(row + 1).top) > page)
            break;
        lines = pitch > 0
            ? std::max<qsizetype>(1, static_cast<qsizetype>((end - TableLines::rowsOf(table).at(row + 1).top) / pitch))
            : 0;
    }
    while (pageAt(lineEnd() - 1) > page && last.text().endsWith(QChar(QChar::LineSeparator))) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.deletePreviousChar();
        layOutFrom(m_document, table.firstPosition() - 1); // with what stands before it
    }
}

/// It ends no page alone, and begins none: what it signs goes on to its page.
void LetterPageBreaks::keepSignatureInCompany(const QTextBlock &signature)
{
    const auto end = [&] { return endOfPiece(signature, signature) - 1; };
    const QTextBlock last = signature.previous();
    const qreal above = last.isValid() ? bottomOf(last, last.layout()->lineCount() - 1) - 1 : 0;
    if (pageAt(end()) == pageAt(above))
        return;
    const QTextBlock start = last.isValid() ? withItsHeading(last) : signature;
    const bool begins = start == m_document.begin() || pageAt(topOf(start) - 1) < pageAt(topOf(start)); // a page
    if (pageAt(topOf(start)) == pageAt(above) && !begins && !QTextCursor(start).currentTable())
        breakBefore(start);
    if (pageAt(topOf(signature)) != pageAt(end()))
        breakBefore(signature);
}

void LetterPageBreaks::settle(const QTextBlock &signature)
{
    const QTextTable *settled = nullptr;
    QTextBlock before; // the last one with text
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        if (const QTextTable *table = QTextCursor(block).currentTable()) {
            if (table != settled && table->format().border() > 0)
                keepRowsWhole(*table, before);
            settled = table;
            before = QTextBlock();
            continue;
        }
        if (block == signature) {
            keepSignatureInCompany(block);
            return;
        }
        if (!block.next().isValid() || block.text().isEmpty())
            continue;
        const int parted = pageAt(endOfPiece(block, signature) - 1) - pageAt(topOf(block));
        const bool needs =
            block.layout()->lineCount() > 1 || block.blockFormat().headingLevel() > 0 || block.text().endsWith(u':');
        if (parted == 1 && needs)
            breakBefore(block);
        keepLastLineCompany(block);
        before = block;
    }
}

} // namespace reviewdesk
