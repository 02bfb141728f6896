#pragma once

#include <QTextBlock>
#include <QTextDocument>

class QTextTable;

namespace reviewdesk {

/// Where the pages of a letter end: a heading stays with its text, two lines of a paragraph with each other, a row of a
/// table and the signature in one piece, and the signature with the end of what it signs. The document's units.
class LetterPageBreaks {
public:
    /// `unit`: of a pixel of the letter's HTML.
    LetterPageBreaks(QTextDocument &document, qreal unit) : m_document(document), m_unit(unit) { }

    /// Moves what pages would part to the next one. `signature`: the first of the blocks that end the letter.
    void settle(const QTextBlock &signature);
    /// Qt lays out anew only what changed, and loses the rest of a page when a break moves it: all that follows, then.
    static void layOutFrom(QTextDocument &document, int position);

private:
    int pageAt(qreal y) const;
    qreal topOf(const QTextBlock &block) const;
    qreal bottomOf(const QTextBlock &block, int line) const;
    qreal endOfStart(const QTextBlock &block) const;
    qreal endOfPiece(const QTextBlock &block, const QTextBlock &signature) const;
    QTextBlock withItsHeading(QTextBlock block) const;
    void breakBefore(const QTextBlock &block);
    void keepLastLineCompany(const QTextBlock &block);
    void keepRowsWhole(const QTextTable &table, const QTextBlock &before);
    void lengthen(const QTextTable &table, int row, int page);
    void keepSignatureInCompany(const QTextBlock &signature);

    QTextDocument &m_document;
    qreal m_unit;
};

} // namespace reviewdesk
