#include "letter/LetterLayout.h"

#include "letter/QrCode.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>
#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextOption>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace reviewdesk {

namespace {

constexpr qreal pt = LetterLayout::unitsPerPoint;
constexpr qreal sideMargin = 72 * pt;
constexpr qreal topMargin = 44 * pt;
constexpr qreal qrSide = 52 * pt; // a module is then 1.8 points, which a scanner of 300 dots an inch reads
constexpr qreal bottomEdge = 36 * pt; // below the foot; printers reach no nearer
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

QFont sans(qreal points)
{
    QFont font(QStringLiteral("Liberation Sans"));
    font.setFamilies({QStringLiteral("Liberation Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(static_cast<int>(std::lround(points * pt)));
    return font;
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

QString wordFor(PageMark mark)
{
    switch (mark) {
    case PageMark::None:
        return {};
    case PageMark::Sample:
        return QStringLiteral("SAMPLE");
    case PageMark::Draft:
        return QStringLiteral("DRAFT");
    case PageMark::Copy:
        return QStringLiteral("COPY");
    }
    return {};
}

} // namespace

LetterLayout::LetterLayout(const ComposedLetter &letter) : m_caseNumber(letter.caseNumber), m_code(letter.code()), m_footWords(footWords(letter.html))
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
    m_document.setHtml(letter.html);
    m_document.setPageSize(QSizeF(pageWidth, pageHeight));
    QTextCursor whole(&m_document); // one layout for all that is changed, not one for each change
    whole.beginEditBlock();
    m_footSize = footSize();
    keepSizesOfHeadings();
    nameWhatNoFontHas();
    scaleLengths(screenDots() / 96);
    setMargins();
    placeTables();
    whole.endEditBlock();
    layOutFrom(0);
    placeAddressInWindow();
    keepWordsWhole();
    layOutFrom(0);
    keepTogether();
}

void LetterLayout::setMargins()
{
    QTextFrameFormat page = m_document.rootFrame()->frameFormat();
    page.setLeftMargin(sideMargin / unitsPerPixel());
    page.setRightMargin(sideMargin / unitsPerPixel());
    page.setTopMargin(topMargin / unitsPerPixel());
    page.setBottomMargin((bottomEdge + 2 * footLine() + 8 * pt) / unitsPerPixel());
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
        format.setLeftMargin(format.leftMargin() * factor);
        format.setRightMargin(format.rightMargin() * factor);
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
        if (std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(0x250); }))
            continue;
        const QFontMetricsF metrics(block.begin().fragment().charFormat().font(), &paper());
        for (qsizetype end = text.size(), at = end - 1; at >= 0; end = at, --at) { // from behind: what is before stays
            if (text.at(at).isLowSurrogate() && at > 0)
                --at;
            const char32_t c = text.mid(at, end - at).toUcs4().value(0);
            const QChar::Category category = QChar::category(c);
            const bool selects = (c >= 0xFE00 && c <= 0xFE0F) || category == QChar::Other_Format;
            if (c < 0x250 || selects || QChar::isSpace(c))
                continue;
            if (!known.contains(c))
                known.insert(c, metrics.inFontUcs4(c));
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
        format.setLeftMargin(0);
        format.setRightMargin(0);
        format.setTopMargin(format.border() > 0 ? 4 * pt / unitsPerPixel() : 0);
        format.setBottomMargin(8 * pt / unitsPerPixel());
        table->setFormat(format);
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
        }
    }
}

/// Where the lines of a block end that stay on one page: all of a short one, else the first two.
qreal LetterLayout::endOfStart(const QTextBlock &block) const
{
    constexpr int shortest = 4;
    const int lines = block.layout()->lineCount();
    const QTextLine last = block.layout()->lineAt(lines > shortest ? 1 : lines - 1);
    const qreal top = m_document.documentLayout()->blockBoundingRect(block).top();
    return last.isValid() ? top + last.y() + last.height() : top;
}

/// A heading stays with what follows, a short table and the signature in one piece: where a page would part them, it
/// ends before.
void LetterLayout::keepTogether()
{
    const QAbstractTextDocumentLayout *layout = m_document.documentLayout();
    const QTextBlock signature = blockNamed(m_document, QStringLiteral("sincerely"));
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const bool heading = block.blockFormat().headingLevel() > 0;
        const QTextBlock &next = block.next();
        if (!next.isValid() || QTextCursor(block).currentTable())
            continue;
        qreal end = 0; // where the piece that must stay on the page ends
        if (block == signature) {
            end = layout->blockBoundingRect(m_document.lastBlock()).bottom();
        } else if (heading || block.text().endsWith(u':')) {
            QTextBlock content = next;
            if (heading && content.text().endsWith(u':') && content.next().isValid())
                content = content.next();
            end = endOfStart(content);
        } else if (block.layout()->lineCount() > 1) {
            end = endOfStart(block);
        } else {
            continue;
        }
        const qreal top = layout->blockBoundingRect(block).top();
        if (pageAt(top) == pageAt(end - 1) || pageAt(end - 1) - pageAt(top) > 1)
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        setBlockFormat(block, format);
        layOutFrom(block.position());
    }
}

/// Qt lays out anew only what changed, and loses the rest of a page when a break moves it: all that follows, then.
void LetterLayout::layOutFrom(int position)
{
    m_document.markContentsDirty(position, m_document.characterCount() - position);
    m_document.documentLayout()->documentSize(); // lays out to the end
}

void LetterLayout::paint(QPainter &painter, int page, PageMark mark) const
{
    paintMark(painter, mark);
    painter.save();
    painter.translate(0, -page * pageHeight);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, page * pageHeight, pageWidth, pageHeight);
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    m_document.documentLayout()->draw(&painter, context);
    painter.restore();
    paintFoot(painter, page, mark);
}

/// Where the letter is in larger type, so is the foot.
qreal LetterLayout::footSize() const
{
    const QTextBlock body = blockNamed(m_document, QStringLiteral("decision"));
    const qreal points = body.isValid() ? body.begin().fragment().charFormat().fontPointSize() : 0;
    return points >= 12 ? points : 8.5;
}

void LetterLayout::paintFoot(QPainter &painter, int page, PageMark mark) const
{
    painter.save();
    painter.setFont(sans(m_footSize));
    painter.setPen(QColor(0x4a, 0x53, 0x5e));
    const QRectF foot(sideMargin, pageHeight - bottomEdge - 2 * footLine(), pageWidth - 2 * sideMargin, footLine());
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, m_caseNumber);
    painter.drawText(foot, Qt::AlignHCenter | Qt::AlignVCenter, wordFor(mark));
    if (mark != PageMark::Draft) // a letter that was never issued is not found by its code
        painter.drawText(foot.translated(0, foot.height()), Qt::AlignLeft | Qt::AlignVCenter,
            m_footWords.code.arg(m_code));
    if (mark != PageMark::Draft && m_footWords.qr) { // in the margin, as high as the foot reaches
        const QPainterPath code = qrCode(m_code, qrSide);
        painter.fillPath(code.translated(sideMargin - qrSide - 4 * pt, pageHeight - bottomEdge - qrSide + 8 * pt),
            Qt::black);
    }
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
        m_footWords.page.arg(page + 1).arg(pageCount()));
    painter.restore();
}

/// Pale, across the page, drawn as a shape: it is no text that a reader or a search would stumble over.
void LetterLayout::paintMark(QPainter &painter, PageMark mark)
{
    if (mark == PageMark::None)
        return;
    QPainterPath shape;
    QFont font = sans(110);
    font.setBold(true);
    shape.addText(0, 0, font, wordFor(mark));
    painter.save();
    painter.translate(pageWidth / 2, pageHeight / 2);
    painter.rotate(-52);
    painter.translate(-shape.boundingRect().center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, QColor(0xf1, 0xf3, 0xf5));
    painter.restore();
}

} // namespace reviewdesk
