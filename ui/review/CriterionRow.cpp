#include "ui/review/CriterionRow.h"

#include "ui/widgets/Theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace reviewdesk {

namespace {

constexpr int margin = 8;
constexpr int padding = 6;

QChar markOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Met:
        return QChar(0x2713);
    case Glyph::NotMet:
        return QChar(0x2715);
    default:
        return QLatin1Char('?');
    }
}

ColorRole colorOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Met:
        return ColorRole::Met;
    case Glyph::NotMet:
    case Glyph::Alert:
        return ColorRole::NotMet;
    case Glyph::Open:
        return ColorRole::Open;
    default:
        return ColorRole::Quiet;
    }
}

} // namespace

CriterionRow::CriterionRow(const QString &id, const QString &words, int depth, QWidget *parent)
    : QPushButton(parent), m_id(id), m_words(words), m_depth(depth)
{
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_text.setDocumentMargin(0);
    compose();
}

void CriterionRow::setState(Glyph glyph, const QList<FactMark> &marks, bool lit)
{
    const bool same = glyph == m_glyph && marks == m_marks;
    if (same && lit == m_lit)
        return;
    m_glyph = glyph;
    m_marks = marks;
    m_lit = lit;
    if (!same)
        compose();
    update();
}

/// Names itself anew; the text is set only when its height or its picture is wanted.
void CriterionRow::compose()
{
    m_textIsOld = true;
    m_widestMark = -1;
    m_heights.clear();
    QString heard = tr("%1, %2: %3").arg(m_id, glyphWord(m_glyph), m_words);
    for (const FactMark &mark : std::as_const(m_marks))
        heard += tr("; %1: %2").arg(mark.words, mark.answer);
    setAccessibleName(heard);
    updateGeometry();
}

QString CriterionRow::html() const
{
    const Theme theme = Theme::current();
    const ColorRole text = m_glyph == Glyph::NotApplicable ? ColorRole::Quiet : ColorRole::Text;
    QString html =
        QStringLiteral("<div style='color:%1'>%2</div>").arg(theme.color(text).name(), m_words.toHtmlEscaped());
    if (m_marks.isEmpty())
        return html;
    QStringList marks;
    for (const FactMark &mark : m_marks) {
        // The answer is always said: a tick beside "Candidate for chemotherapy" would read as yes where No meets it.
        QString words = QStringLiteral("%1: %2").arg(mark.words, mark.answer).toHtmlEscaped();
        if (!m_marksBreak)
            words.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
        const QString weight = mark.glyph == Glyph::Open ? QStringLiteral("600") : QStringLiteral("400");
        marks << QStringLiteral("<span style='color:%1;font-weight:%2'>%3%4%5</span>")
                     .arg(theme.color(colorOf(mark.glyph)).name(), weight, QString(markOf(mark.glyph)),
                         QString(QChar(QChar::Nbsp)), words);
    }
    return html +
        QStringLiteral("<div style='font-size:%1px'>%2</div>")
            .arg(Theme::scaled(12))
            .arg(marks.join(QStringLiteral("  ")));
}

/// Where the words begin beside the id.
int CriterionRow::besideId() const
{
    const int id = fontMetrics().horizontalAdvance(m_id.size() > 7 ? m_id : QStringLiteral("I.B.3.b"));
    return margin + qMax(0, m_depth - 1) * Theme::scaled(12) + glyphSide() + Theme::scaled(8) + id + Theme::scaled(10);
}

/// A word that does not fit beside it would be broken in two.
bool CriterionRow::isUnderId(int width) const
{
    return width - besideId() - margin < longestWord();
}

int CriterionRow::roomFor(int width) const
{
    return qMax(80, width - (isUnderId(width) ? 2 * margin : besideId() + margin));
}

int CriterionRow::longestWord() const
{
    if (m_longestWord >= 0)
        return m_longestWord;
    m_longestWord = 0;
    QFont plain = font();
    plain.setWeight(QFont::Normal);
    const QStringList words = m_words.split(QLatin1Char(' '));
    for (const QString &word : words)
        m_longestWord = qMax(m_longestWord, QFontMetrics(plain).horizontalAdvance(word));
    return m_longestWord;
}

int CriterionRow::widestMark() const
{
    if (m_widestMark >= 0)
        return m_widestMark;
    m_widestMark = 0;
    QFont small = font();
    small.setPixelSize(Theme::scaled(12));
    small.setWeight(QFont::DemiBold);
    for (const FactMark &mark : m_marks) {
        const QString words = QStringLiteral("%1 %2: %3").arg(markOf(mark.glyph)).arg(mark.words, mark.answer);
        m_widestMark = qMax(m_widestMark, QFontMetrics(small).horizontalAdvance(words));
    }
    return m_widestMark;
}

QSize CriterionRow::sizeHint() const
{
    const int wide = width() > 60 ? width() : Theme::scaled(340);
    return {wide, heightForWidth(wide)};
}

QSize CriterionRow::minimumSizeHint() const
{
    return {Theme::scaled(200), fontMetrics().height() + 2 * padding};
}

int CriterionRow::heightForWidth(int width) const
{
    // Layouts ask again and again, for a few widths in turn.
    const auto known =
        std::find_if(m_heights.begin(), m_heights.end(), [width](const auto &height) { return height.first == width; });
    if (known != m_heights.end())
        return known->second;
    layOutFor(width);
    const int above = isUnderId(width) ? fontMetrics().height() : 0;
    m_heights.append({width, above + qCeil(m_text.size().height()) + 2 * padding});
    return m_heights.last().second;
}

void CriterionRow::layOutFor(int width) const
{
    const int room = roomFor(width);
    const bool old = std::exchange(m_textIsOld, false);
    const bool breaks = widestMark() > room;
    if (std::exchange(m_marksBreak, breaks) != breaks || old) {
        QFont words = font();
        words.setWeight(QFont::Normal); // a button's font is heavier
        m_text.setDefaultFont(words);
        m_text.setHtml(html());
    }
    // A document that is given the width it has lays itself out once more all the same.
    if (!qFuzzyCompare(m_text.textWidth(), room))
        m_text.setTextWidth(room);
}

const QTextDocument &CriterionRow::text() const
{
    layOutFor(width()); // a height may have been asked for another one since
    return m_text;
}

void CriterionRow::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::StyleChange) {
        m_longestWord = -1;
        compose();
    }
}

void CriterionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::current();
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    if (m_lit)
        painter.setBrush(theme.color(ColorRole::AccentSoft));
    else if (underMouse())
        painter.setBrush(theme.color(ColorRole::NeutralSoft));
    painter.drawRoundedRect(box, 6, 6);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.color(ColorRole::Accent), 2));
        painter.drawRoundedRect(box, 6, 6);
    }
    layOutFor(width());
    const int side = glyphSide();
    const int line = fontMetrics().height();
    const int left = margin + qMax(0, m_depth - 1) * Theme::scaled(12);
    paintGlyph(painter, QRectF(left, padding + (line - side) / 2.0, side, side), m_glyph);
    painter.setPen(theme.color(ColorRole::Quiet));
    painter.setFont(m_text.defaultFont());
    const int idLeft = left + side + Theme::scaled(8);
    const bool under = isUnderId(width());
    painter.drawText(QRect(idLeft, padding, under ? width() - idLeft : besideId() - idLeft, line),
        Qt::AlignLeft | Qt::AlignVCenter, m_id);
    painter.translate(under ? margin : besideId(), under ? padding + line : padding);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, theme.color(ColorRole::Text));
    m_text.documentLayout()->draw(&painter, context);
}

} // namespace reviewdesk
