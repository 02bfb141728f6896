#include "ui/widgets/BusyOverlay.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace reviewdesk {

BusyOverlay::BusyOverlay(QWidget *parent) : QWidget(parent), m_words(makeLabel({}))
{
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Working"));
    auto *card = new Card;
    card->setMinimumWidth(280);
    m_words->setAlignment(Qt::AlignCenter);
    card->body()->addWidget(m_words);
    card->body()->addWidget(bar);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(card, 0, Qt::AlignCenter);
    parent->installEventFilter(this);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        setGeometry(parentWidget()->rect());
        raise();
        show();
    });
    hide();
}

void BusyOverlay::start(const QString &words)
{
    m_busy = true;
    setTextAnnounced(m_words, words);
    m_delay.start();
}

void BusyOverlay::stop()
{
    m_busy = false;
    m_delay.stop();
    hide();
}

bool BusyOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void BusyOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = Theme::current().color(ColorRole::Window);
    veil.setAlpha(190);
    painter.fillRect(rect(), veil);
}

} // namespace reviewdesk
