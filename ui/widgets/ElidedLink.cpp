#include "ui/widgets/ElidedLink.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QEvent>

namespace reviewdesk {

namespace {

constexpr int around = 14; ///< px the style puts around the words of a link

} // namespace

ElidedLink::ElidedLink(QWidget *parent) : QPushButton(parent)
{
    setAutoDefault(false);
    setKind(this, ButtonKind::Link);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedLink::setWords(const QString &words)
{
    m_words = words.simplified();
    setAccessibleName(m_words);
    setToolTip(m_words);
    updateGeometry();
    elide();
}

QSize ElidedLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_words) + around + 2, QPushButton::sizeHint().height()};
}

QSize ElidedLink::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), Theme::scaled(80)), QPushButton::minimumSizeHint().height()};
}

void ElidedLink::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    elide();
}

void ElidedLink::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLink::elide()
{
    QString shown = fontMetrics().elidedText(m_words, Qt::ElideRight, qMax(0, width() - around));
    shown.replace(QLatin1Char('&'), QLatin1String("&&")); // a button would read a mnemonic
    if (shown != text())
        setText(shown);
}

} // namespace reviewdesk
