#include "ui/signin/Entrance.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reviewdesk {

QVBoxLayout *makeEntranceColumn(QWidget *page, const QString &title, const QString &subtitle, int width)
{
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto *room = new QWidget;
    setPanel(room, "page");
    scroll->setWidget(room);

    auto *card = new Card;
    card->setFixedWidth(Theme::scaled(width));
    auto *row = new QHBoxLayout(room);
    row->setContentsMargins(24, 24, 24, 24);
    row->addStretch();
    auto *middle = new QVBoxLayout;
    row->addLayout(middle);
    row->addStretch();
    middle->addStretch(2);
    auto *brand = makeLabel(QStringLiteral("ReviewDesk"), TextRole::Quiet);
    brand->setAlignment(Qt::AlignHCenter);
    middle->addWidget(brand);
    middle->addSpacing(16);
    middle->addWidget(card, 0, Qt::AlignHCenter);
    middle->addSpacing(8);
    auto *help = makeLabel(QCoreApplication::translate("Entrance", "F1 opens the help."), TextRole::Small);
    help->setAlignment(Qt::AlignHCenter);
    middle->addWidget(help);
    middle->addStretch(3);

    card->body()->setContentsMargins(32, 32, 32, 32);
    card->body()->addWidget(makeLabel(title, TextRole::Title));
    if (!subtitle.isEmpty())
        card->body()->addWidget(makeLabel(subtitle, TextRole::Quiet));
    card->body()->addSpacing(8);
    return card->body();
}

} // namespace reviewdesk
