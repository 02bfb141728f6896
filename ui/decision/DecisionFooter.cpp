#include "ui/decision/DecisionFooter.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace reviewdesk {

DecisionFooter::DecisionFooter(QWidget *parent) : QFrame(parent), m_rows(new QVBoxLayout(this)), m_row(new QHBoxLayout)
{
    setPanel(this, "footer");
    m_rows->setContentsMargins(24, 12, 24, 12);
    m_rows->setSpacing(8);
    m_rows->addLayout(m_row);
    m_row->setSpacing(12);
    m_row->addStretch(1);
}

void DecisionFooter::addAside(QPushButton *button)
{
    m_row->insertWidget(m_asides++, button);
}

void DecisionFooter::addStep(QPushButton *button)
{
    m_row->addWidget(button);
}

void DecisionFooter::saysWhy()
{
    m_why = makeLabel({}, TextRole::Quiet);
    m_why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_why->setMinimumWidth(1); // it never makes the window wider: then it goes above
    m_rows->insertWidget(0, m_why);
}

void DecisionFooter::say(const QString &why)
{
    if (m_why)
        setTextAnnounced(m_why, why);
}

bool DecisionFooter::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QFrame::event(event);
}

void DecisionFooter::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

/// By the room alone, whatever is said: nothing jumps while somebody types.
void DecisionFooter::fit()
{
    if (!m_why)
        return;
    const QMargins margins = m_rows->contentsMargins();
    int left = width() - margins.left() - margins.right();
    for (int i = 0; i < m_row->count(); ++i) {
        const QWidget *widget = m_row->itemAt(i)->widget();
        if (widget && widget != m_why)
            left -= widget->sizeHint().width() + m_row->spacing();
    }
    const bool above = left < Theme::scaled(180);
    if (above == m_isAbove)
        return;
    m_isAbove = above;
    if (above) {
        m_row->removeWidget(m_why);
        m_row->insertStretch(m_asides, 1);
        m_rows->insertWidget(0, m_why);
    } else {
        m_rows->removeWidget(m_why);
        delete m_row->takeAt(m_asides);
        m_row->insertWidget(m_asides, m_why, 1);
    }
}

} // namespace reviewdesk
