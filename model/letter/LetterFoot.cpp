#include "letter/LetterFoot.h"

#include "letter/LetterLayout.h"
#include "letter/LetterStructure.h"
#include "letter/QrCode.h"
#include "letter/TagColour.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace reviewdesk {

namespace {

constexpr qreal pt = LetterLayout::unitsPerPoint;
constexpr qreal qrSide = 52 * pt; // a module is then 1.8 points, which a scanner of 300 dots an inch reads
constexpr qreal bottomEdge = 36 * pt; // below the foot; printers reach no nearer

QFont sans(qreal points)
{
    QFont font(QStringLiteral("Liberation Sans"));
    font.setFamilies({QStringLiteral("Liberation Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(static_cast<int>(std::lround(points * pt)));
    return font;
}

const QString &wordFor(PageMark mark, const FootWords &words)
{
    static const QString none;
    switch (mark) {
    case PageMark::None:
        return none;
    case PageMark::Sample:
        return words.sample;
    case PageMark::Draft:
        return words.draft;
    case PageMark::Copy:
        return words.copy;
    }
    return none;
}

} // namespace

LetterFoot::LetterFoot(const ComposedLetter &letter)
    : m_caseNumber(letter.caseNumber), m_code(letter.code()), m_words(footWords(letter.html))
{
}

qreal LetterFoot::lineHeight() const
{
    return m_points * 1.3 * pt;
}

qreal LetterFoot::height() const
{
    return bottomEdge + 2 * lineHeight();
}

void LetterFoot::addTo(LetterStructure &structure)
{
    m_markCode = structure.addLine();
    m_codeCode = structure.addLine();
}

void LetterFoot::paint(QPainter &painter, int page, int pages, PageMark mark) const
{
    painter.save();
    painter.setFont(sans(m_points));
    const QRectF foot(LetterLayout::sideMargin, LetterLayout::pageHeight - height(),
        LetterLayout::pageWidth - 2 * LetterLayout::sideMargin, lineHeight());
    const auto write = [&](const QRectF &line, Qt::Alignment side, const QString &words, int code) {
        const QColor grey(0x4a, 0x53, 0x5e);
        painter.setPen(m_codeCode < 0 ? grey : tagColour::coded(grey, page + 1 == pages ? code : 0));
        painter.drawText(line, static_cast<int>(side | Qt::AlignVCenter), words);
    };
    write(foot, Qt::AlignLeft, m_caseNumber, 0);
    write(foot, Qt::AlignHCenter, wordFor(mark, m_words), m_markCode);
    if (mark != PageMark::Draft) // a letter that was never issued is not found by its code
        write(foot.translated(0, foot.height()), Qt::AlignLeft, m_words.code.arg(m_code), m_codeCode);
    if (mark != PageMark::Draft && m_words.qr) { // in the margin, as high as the foot reaches
        const QPainterPath code = qrCode(m_code, qrSide);
        painter.fillPath(code.translated(LetterLayout::sideMargin - qrSide - 4 * pt,
                             LetterLayout::pageHeight - bottomEdge - qrSide + 8 * pt),
            Qt::black);
    }
    write(foot, Qt::AlignRight, m_words.page.arg(page + 1).arg(pages), 0);
    painter.restore();
}

/// Pale, across the page, drawn as a shape: it is no text that a reader or a search would stumble over.
void LetterFoot::paintMark(QPainter &painter, PageMark mark) const
{
    if (mark == PageMark::None)
        return;
    QPainterPath shape;
    QFont font = sans(110);
    font.setBold(true);
    shape.addText(0, 0, font, wordFor(mark, m_words));
    painter.save();
    painter.translate(LetterLayout::pageWidth / 2, LetterLayout::pageHeight / 2);
    painter.rotate(-52);
    painter.translate(-shape.boundingRect().center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, QColor(0xf1, 0xf3, 0xf5));
    painter.restore();
}

} // namespace reviewdesk
