#include "letter/LetterLayout.h"

#include "letter/LetterPageBreaks.h"
#include "letter/LetterStructure.h"
#include "letter/TableLines.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextOption>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reviewdesk {

namespace {

constexpr qreal pt = LetterLayout::unitsPerPoint;
constexpr qreal topMargin = 44 * pt;
/// Top of the address in the window of a #10 envelope when the page is folded in three.
constexpr qreal windowTop = 150 * pt;

/// Stands for the paper while lines are broken; 1440 dots an inch are 20 units a point.
QImage &paper()
{
    static QImage image = [] {
        QImage fine(1, 1, QImage::Format_Grayscale8);
        const int dotsPerMetre = static_cast<int>(std::lround(72 * pt / 0.0254));
        fine.setDotsPerMeterX(dotsPerMetre);
        fine.setDotsPerMeterY(dotsPerMetre);
        return fine;
    }();
    return image;
}

/// Qt lays lengths out as pixels of the screen; in the letter's HTML they are 1/96 inch whatever the screen.
qreal screenDots()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? screen->logicalDotsPerInchY() : 96;
}

qreal unitsPerPixel()
{
    return 72 * pt / screenDots();
}

QTextBlock blockNamed(const QTextDocument &document, const QString &anchor)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (QTextBlock::iterator it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(anchor))
                return block;
        }
    }
    return {};
}

void setBlockFormat(const QTextBlock &block, const QTextBlockFormat &format)
{
    QTextCursor(block).setBlockFormat(format);
}

} // namespace

LetterLayout::LetterLayout(const ComposedLetter &letter, LetterStructure *structure) : m_foot(letter)
{
    m_document.setUndoRedoEnabled(false);
    m_document.documentLayout()->setPaintDevice(&paper());
    QTextOption option = m_document.defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a name without a space must not leave the page
    m_document.setDefaultTextOption(option);
    // The application's own font must not matter: a letter looks alike in whatever program it is laid out.
    QFont measure(QStringLiteral("Liberation Serif"));
    measure.setPointSizeF(11);
    m_document.setDefaultFont(measure);
    m_document.setPageSize(QSizeF(0, 0)); // nothing is laid out
    m_document.setHtml(structure ? withTagHints(letter.html) : letter.html);
    QTextCursor whole(&m_document);
    whole.beginEditBlock();
    m_foot.setPoints(footSize());
    keepSizesOfHeadings();
    nameWhatNoFontHas();
    if (structure)
        codeTexts(m_document, *structure);
    scaleLengths(screenDots() / 96);
    setSides();
    setMargins();
    placeTables();
    whole.endEditBlock();
    m_document.setPageSize(QSizeF(pageWidth, pageHeight)); // laid out from here on
    placeAddressInWindow();
    LetterPageBreaks::layOutFrom(m_document, 0); // what Qt has laid out so far has holes where something was moved
    keepWordsWhole();
    LetterPageBreaks(m_document, unitsPerPixel()).settle(blockNamed(m_document, QStringLiteral("sincerely")));
    if (structure) {
        readParts(m_document, *structure);
        m_foot.addTo(*structure);
    }
}

void LetterLayout::setMargins()
{
    QTextFrameFormat page = m_document.rootFrame()->frameFormat();
    page.setLeftMargin(sideMargin / unitsPerPixel());
    page.setRightMargin(sideMargin / unitsPerPixel());
    page.setTopMargin(topMargin / unitsPerPixel());
    page.setBottomMargin((m_foot.height() + 8 * pt) / unitsPerPixel());
    m_document.rootFrame()->setFrameFormat(page);
}

int LetterLayout::pageCount() const
{
    return m_document.pageCount();
}

std::optional<QRectF> LetterLayout::placeOf(const QString &anchor) const
{
    const QTextBlock block = anchor.isEmpty() ? QTextBlock() : blockNamed(m_document, anchor);
    if (!block.isValid())
        return std::nullopt;
    return m_document.documentLayout()->blockBoundingRect(block);
}

int LetterLayout::pageAt(qreal y) const
{
    return static_cast<int>(y / pageHeight);
}

void LetterLayout::scaleLengths(qreal factor)
{
    if (qFuzzyCompare(factor, 1))
        return;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(format.topMargin() * factor);
        format.setBottomMargin(format.bottomMargin() * factor);
        setBlockFormat(block, format);
    }
    const QList<QTextFrame *> frames = m_document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setCellPadding(format.cellPadding() * factor);
            format.setCellSpacing(format.cellSpacing() * factor);
            format.setBorder(format.border() * factor);
            table->setFormat(format);
        }
    }
}

/// What the page of a browser keeps free beside the text, paper does not, and Qt takes distances from the side for dots of
/// the paper: text begins at the margin, a quotation where the text of a list does.
void LetterLayout::setSides()
{
    qreal least = std::numeric_limits<qreal>::max();
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        if (!block.text().isEmpty() && !QTextCursor(block).currentTable())
            least = std::min(least, block.blockFormat().leftMargin());
    }
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.leftMargin() == 0 && format.rightMargin() == 0)
            continue;
        if (format.leftMargin() > least && !block.textList())
            format.setIndent(1);
        format.setLeftMargin(0);
        format.setRightMargin(0);
        setBlockFormat(block, format);
    }
}

/// To Qt a heading is so many times the document's own size, whatever the style sheet says; here it is what that says.
void LetterLayout::keepSizesOfHeadings()
{
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat format = block.begin().fragment().charFormat();
        format.clearProperty(QTextFormat::FontSizeAdjustment);
        cursor.setCharFormat(format);
    }
}

/// A character that no font of this machine has would be an empty box, and nobody could tell which: its number stands
/// there instead.
void LetterLayout::nameWhatNoFontHas()
{
    QHash<char32_t, bool> known;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        std::optional<QFontMetricsF> metrics; // made only where a character is met for the first time
        for (qsizetype end = text.size(), at = end - 1; at >= 0; end = at, --at) { // from behind: what is before stays
            char32_t c = text.at(at).unicode();
            if (c < 0x250)
                continue;
            if (text.at(at).isLowSurrogate() && at > 0) {
                --at;
                c = QChar::surrogateToUcs4(text.at(at), text.at(at + 1));
            }
            const bool selects = (c >= 0xFE00 && c <= 0xFE0F) || QChar::category(c) == QChar::Other_Format;
            if (selects || QChar::isSpace(c))
                continue;
            if (!known.contains(c)) {
                if (!metrics)
                    metrics.emplace(block.begin().fragment().charFormat().font(), &paper());
                known.insert(c, metrics->inFontUcs4(c));
            }
            if (known.value(c))
                continue;
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(at));
            cursor.setPosition(block.position() + static_cast<int>(end), QTextCursor::KeepAnchor);
            cursor.insertText(QStringLiteral("[U+%1]").arg(QString::number(c, 16).toUpper()));
        }
    }
}

/// Tables begin at the margin, and what follows keeps the distance of a paragraph.
void LetterLayout::placeTables()
{
    const QList<QTextFrame *> frames = m_document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        const qreal inset = format.border() > 0 ? 3 * format.border() : 0; // Qt begins one with lines that much further in
        format.setLeftMargin(-inset);
        format.setRightMargin(inset);
        format.setTopMargin(format.border() > 0 ? 4 * pt / unitsPerPixel() : 0);
        format.setBottomMargin(8 * pt / unitsPerPixel());
        table->setFormat(format);
        if (format.border() > 0)
            TableLines::hideOwn(*table);
    }
}

/// Moves the address down to the window of an envelope, if the letterhead leaves the room.
void LetterLayout::placeAddressInWindow()
{
    const QTextBlock address = blockNamed(m_document, QStringLiteral("addressee"));
    if (!address.isValid())
        return;
    const qreal top = m_document.documentLayout()->blockBoundingRect(address).top();
    if (top >= windowTop || pageAt(top) > 0)
        return;
    QTextBlockFormat format = address.blockFormat();
    format.setTopMargin(format.topMargin() + (windowTop - top) / unitsPerPixel());
    setBlockFormat(address, format);
}

/// A criterion's id, a phone number or a hyphenated word that a line would part goes to the next line whole.
void LetterLayout::keepWordsWhole()
{
    int changed = -1; // where the first change is
    constexpr qsizetype longest = 40; // longer ones, such as an address on the web, may be parted
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        for (int line = 0; line + 1 < block.layout()->lineCount(); ++line) {
            const QTextLine parted = block.layout()->lineAt(line);
            const qsizetype end = parted.textStart() + parted.textLength();
            const QString text = block.text();
            if (text.at(end - 1).isSpace() || text.at(end).isSpace())
                continue;
            const qsizetype space = text.lastIndexOf(u' ', end - 1);
            qsizetype next = text.indexOf(u' ', end);
            next = next < 0 ? text.size() : next;
            if (space <= parted.textStart() || next - space > longest)
                continue;
            QTextCursor cursor(block);
            cursor.setPosition(block.position() + static_cast<int>(space));
            cursor.setPosition(block.position() + static_cast<int>(space) + 1, QTextCursor::KeepAnchor);
            cursor.insertText(QString(QChar(QChar::LineSeparator)));
            changed = changed < 0 ? block.position() : changed;
        }
    }
    if (changed >= 0)
        LetterPageBreaks::layOutFrom(m_document, changed);
}

void LetterLayout::paint(QPainter &painter, int page, PageMark mark) const
{
    m_foot.paintMark(painter, mark);
    painter.save();
    painter.translate(0, -page * pageHeight);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, page * pageHeight, pageWidth, pageHeight);
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    m_document.documentLayout()->draw(&painter, context);
    TableLines::paint(painter, m_document, page, unitsPerPixel());
    painter.restore();
    m_foot.paint(painter, page, pageCount(), mark);
}

/// Where the letter is in larger type, so is the foot.
qreal LetterLayout::footSize() const
{
    const QTextBlock body = blockNamed(m_document, QStringLiteral("decision"));
    const qreal points = body.isValid() ? body.begin().fragment().charFormat().fontPointSize() : 0;
    return points >= 12 ? points : 8.5;
}

} // namespace reviewdesk
