#pragma once

#include "ui/widgets/Theme.h"

#include <QAbstractButton>

namespace reviewdesk {

/// The due date as a chip that can be pressed, for the sums behind it.
class DueButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit DueButton(QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    void setContent(const QString &text, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
};

} // namespace reviewdesk
