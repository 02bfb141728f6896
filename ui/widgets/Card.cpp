#include "ui/widgets/Card.h"

#include "ui/widgets/Styling.h"

#include <QVBoxLayout>

namespace reviewdesk {

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent), m_body(new QVBoxLayout(this)), m_heading(makeLabel(heading, TextRole::Heading))
{
    setPanel(this, "card");
    m_body->setContentsMargins(16, 16, 16, 16);
    m_body->setSpacing(8);
    m_body->addWidget(m_heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::setCurrent(bool current)
{
    setPanel(this, current ? "current" : "card");
}

} // namespace reviewdesk
