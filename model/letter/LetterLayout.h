#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterHtml.h"
#include "letter/LetterPaper.h"

#include <QTextBlock>
#include <QTextDocument>

#include <optional>

class QPainter;

namespace reviewdesk {

/// A letter laid out on US Letter pages, at a fixed fine resolution that no device changes: paper, PDF and preview
/// break lines and pages alike. Units are 1/20 point.
class LetterLayout {
public:
    explicit LetterLayout(const ComposedLetter &letter);

    int pageCount() const;
    /// Paints page `page` (from 0) in layout units, pageWidth x pageHeight.
    void paint(QPainter &painter, int page, PageMark mark) const;
    /// Where the block with this anchor stands, in layout units from the first page's top; nothing when there is none.
    std::optional<QRectF> placeOf(const QString &anchor) const;

    static constexpr qreal unitsPerPoint = 20;
    static constexpr qreal pageWidth = 612 * unitsPerPoint;
    static constexpr qreal pageHeight = 792 * unitsPerPoint;

private:
    void setMargins();
    void keepSizesOfHeadings();
    void nameWhatNoFontHas();
    void placeTables();
    void placeAddressInWindow();
    void scaleLengths(qreal factor);
    void keepWordsWhole();
    qreal endOfStart(const QTextBlock &block) const;
    void keepTogether();
    void layOutFrom(int position);
    qreal footSize() const;
    qreal footLine() const { return m_footSize * 1.3 * unitsPerPoint; }
    int pageAt(qreal y) const;
    void paintFoot(QPainter &painter, int page, PageMark mark) const;
    static void paintMark(QPainter &painter, PageMark mark);

    QTextDocument m_document;
    QString m_caseNumber;
    QString m_code;
    FootWords m_footWords;
    qreal m_footSize = 0; ///< points
};

} // namespace reviewdesk
