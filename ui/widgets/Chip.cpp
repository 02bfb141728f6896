#include "ui/widgets/Chip.h"

#include <QFontMetrics>
#include <QPainter>

namespace reviewdesk {

namespace {

QFont chipFont(QFont font)
{
    font.setPixelSize(Theme::scaled(12));
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QSize chipSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(chipFont(font));
    return {metrics.horizontalAdvance(text) + 20, metrics.height() + 6};
}

void paintChip(QPainter &painter, const QRect &rect, const QString &text, Tone tone, const QFont &font)
{
    const Theme theme = Theme::current();
    const QSize wanted = chipSize(text, font);
    QRect box(rect.topLeft(), QSize(qMin(wanted.width(), rect.width()), qMin(wanted.height(), rect.height())));
    box.moveTop(rect.top() + (rect.height() - box.height()) / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.toneBackground(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setPen(theme.toneText(tone));
    const QFont small = chipFont(font);
    painter.setFont(small);
    const QRect inner = box.adjusted(10, 0, -10, 0);
    painter.drawText(
        inner, Qt::AlignCenter, QFontMetrics(small).elidedText(text, Qt::ElideRight, qMax(0, inner.width() + 2)));
    painter.restore();
}

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : QLabel(text, parent), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Chip::setContent(const QString &text, Tone tone)
{
    setVisible(!text.isEmpty());
    if (text == this->text() && tone == m_tone)
        return;
    m_tone = tone;
    setText(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(text(), font());
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), Theme::scaled(64)), sizeHint().height()};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect(), text(), m_tone, font());
}

} // namespace reviewdesk
