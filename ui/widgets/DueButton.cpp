#include "ui/widgets/DueButton.h"

#include "ui/widgets/Chip.h"

#include <QPainter>

namespace reviewdesk {

namespace {

constexpr int ring = 3; ///< pixels around the chip for the ring of the focus

}

DueButton::DueButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
}

void DueButton::setContent(const QString &text, Tone tone)
{
    setVisible(!text.isEmpty());
    if (text == this->text() && tone == m_tone)
        return;
    m_tone = tone;
    setText(text);
    setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D)); // the text takes it away
    updateGeometry();
    update();
}

QSize DueButton::sizeHint() const
{
    return chipSize(text(), font()) + QSize(2 * ring, 2 * ring);
}

QSize DueButton::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), Theme::scaled(64)), sizeHint().height()};
}

void DueButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(painter, rect().adjusted(ring, ring, -ring, -ring), text(), m_tone, font());
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().color(ColorRole::Accent), 2));
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
}

} // namespace reviewdesk
