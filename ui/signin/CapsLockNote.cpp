#include "ui/signin/CapsLockNote.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"

#include <QHBoxLayout>
#include <QLabel>

namespace reviewdesk {

CapsLockNote::CapsLockNote(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel), m_words(makeLabel(tr("Caps Lock seems to be on."), TextRole::Small))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    hide();
}

void CapsLockNote::setOn(bool on)
{
    const int side = Theme::scaled(16);
    if (on) // in the colour of the theme that is in force by then
        m_icon->setPixmap(themedIcon(QStringLiteral("capslock"), ColorRole::Open).pixmap(QSize(side, side), devicePixelRatioF()));
    setVisible(on);
}

} // namespace reviewdesk
