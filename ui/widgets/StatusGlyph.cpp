#include "ui/widgets/StatusGlyph.h"

#include <QCoreApplication>
#include <QPainter>

namespace reviewdesk {

Glyph glyphOf(CriterionStatus status)
{
    switch (status) {
    case CriterionStatus::Met:
        return Glyph::Met;
    case CriterionStatus::NotMet:
        return Glyph::NotMet;
    case CriterionStatus::NotApplicable:
        return Glyph::NotApplicable;
    case CriterionStatus::Unknown:
        return Glyph::Open;
    }
    Q_UNREACHABLE();
}

QString glyphWord(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Met:
        return QCoreApplication::translate("StatusGlyph", "met");
    case Glyph::NotMet:
    case Glyph::NotMetQuiet:
        return QCoreApplication::translate("StatusGlyph", "not met");
    case Glyph::Open:
        return QCoreApplication::translate("StatusGlyph", "open");
    case Glyph::NotApplicable:
        return QCoreApplication::translate("StatusGlyph", "does not apply");
    case Glyph::Later:
        return QCoreApplication::translate("StatusGlyph", "later");
    case Glyph::Alert:
        return QCoreApplication::translate("StatusGlyph", "attention");
    }
    Q_UNREACHABLE();
}

int glyphSide()
{
    return Theme::scaled(16);
}

namespace {

void paintText(QPainter &painter, const QRectF &box, const QString &text, const QColor &color)
{
    QFont font = painter.font();
    font.setPixelSize(qMax(7, qRound(box.height() * (text.size() > 1 ? 0.56 : 0.66))));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(box, Qt::AlignCenter, text);
}

/// A line through points given in sixteenths of the box.
void paintMark(QPainter &painter, const QRectF &box, const QList<QPointF> &points, const QColor &color)
{
    const qreal unit = box.width() / 16;
    painter.setPen(QPen(color, 1.9 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPolygonF line;
    for (const QPointF &point : points)
        line.append(box.topLeft() + point * unit);
    painter.drawPolyline(line);
}

} // namespace

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QString &inside)
{
    const Theme theme = Theme::current();
    const qreal side = qMin<qreal>(glyphSide(), qMin(rect.width(), rect.height()));
    QRectF box(0, 0, side, side);
    box.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor mark = theme.color(ColorRole::OnGlyph);
    switch (glyph) {
    case Glyph::Met:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::Met));
        painter.drawEllipse(box);
        if (inside.isEmpty())
            paintMark(painter, box, {{4.8, 8.3}, {7.1, 10.6}, {11.3, 5.9}}, mark);
        else
            paintText(painter, box, inside, mark);
        break;
    case Glyph::NotMet:
    case Glyph::Alert:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::NotMet));
        painter.drawRoundedRect(box, side * 0.19, side * 0.19);
        if (!inside.isEmpty()) {
            paintText(painter, box, inside, mark);
        } else if (glyph == Glyph::Alert) {
            paintText(painter, box, QStringLiteral("!"), mark);
        } else {
            paintMark(painter, box, {{5.5, 5.5}, {10.5, 10.5}}, mark);
            paintMark(painter, box, {{10.5, 5.5}, {5.5, 10.5}}, mark);
        }
        break;
    case Glyph::Open: {
        const qreal width = side / 16 * 1.4;
        painter.setPen(QPen(theme.color(ColorRole::Open), width));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2));
        paintText(painter, box, inside.isEmpty() ? QStringLiteral("?") : inside, theme.color(ColorRole::Open));
        break;
    }
    case Glyph::NotApplicable:
        paintMark(painter, box, {{4.5, 8}, {11.5, 8}}, theme.color(ColorRole::Quiet));
        break;
    case Glyph::NotMetQuiet:
        paintMark(painter, box, {{5, 5}, {11, 11}}, theme.color(ColorRole::Quiet));
        paintMark(painter, box, {{11, 5}, {5, 11}}, theme.color(ColorRole::Quiet));
        break;
    case Glyph::Later:
        painter.setPen(QPen(theme.color(ColorRole::Quiet), side / 16 * 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2);
        break;
    }
    painter.restore();
}

StatusGlyph::StatusGlyph(Glyph glyph, QWidget *parent) : QWidget(parent), m_glyph(glyph)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setGlyph(glyph);
}

void StatusGlyph::setGlyph(Glyph glyph, const QString &inside)
{
    m_glyph = glyph;
    m_inside = inside;
    setAccessibleName(glyphWord(glyph));
    update();
}

QSize StatusGlyph::sizeHint() const
{
    return {glyphSide() + 2, glyphSide() + 2};
}

void StatusGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGlyph(painter, rect(), m_glyph, m_inside);
}

} // namespace reviewdesk
