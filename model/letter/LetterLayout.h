#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterFoot.h"

#include <QTextBlock>
#include <QTextDocument>

#include <optional>

class QPainter;

namespace reviewdesk {

struct LetterStructure;

/// A letter laid out on US Letter pages, at a fixed fine resolution that no device changes: paper, PDF and preview
/// break lines and pages alike. Units are 1/20 point.
class LetterLayout {
public:
    /// `structure`: filled with the letter's parts; what is painted then bears their codes (TagColour).
    explicit LetterLayout(const ComposedLetter &letter, LetterStructure *structure = nullptr);

    int pageCount() const;
    /// Paints page `page` (from 0) in layout units, pageWidth x pageHeight.
    void paint(QPainter &painter, int page, PageMark mark) const;
    /// Where the block with this anchor stands, in layout units from the first page's top; nothing when there is none.
    std::optional<QRectF> placeOf(const QString &anchor) const;

    static constexpr qreal unitsPerPoint = 20;
    static constexpr qreal pageWidth = 612 * unitsPerPoint;
    static constexpr qreal pageHeight = 792 * unitsPerPoint;
    static constexpr qreal sideMargin = 72 * unitsPerPoint;

private:
    void setMargins();
    void keepSizesOfHeadings();
    void nameWhatNoFontHas();
    void placeTables();
    void placeAddressInWindow();
    void scaleLengths(qreal factor);
    void keepWordsWhole();
    void setSides();
    qreal footSize() const;
    int pageAt(qreal y) const;

    QTextDocument m_document;
    LetterFoot m_foot;
};

} // namespace reviewdesk
