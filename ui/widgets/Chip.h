#pragma once

#include "ui/widgets/Theme.h"

#include <QLabel>

namespace reviewdesk {

/// A few words on a rounded ground. The words carry the meaning, the tone repeats it.
class Chip : public QLabel {
    Q_OBJECT
public:
    explicit Chip(const QString &text = {}, Tone tone = Tone::Neutral, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    /// An empty text hides the chip.
    void setContent(const QString &text, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

/// Paints a chip at the left of `rect`, vertically centred; for item delegates.
void paintChip(QPainter &painter, const QRect &rect, const QString &text, Tone tone, const QFont &font);
QSize chipSize(const QString &text, const QFont &font);

} // namespace reviewdesk
