#include "ui/widgets/Notice.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace reviewdesk {

namespace {

struct Look {
    const char *panel;
    QString icon;
    ColorRole role;
};

Look lookOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
        return {"neutral", QStringLiteral("info"), ColorRole::Neutral};
    case Tone::Accent:
        return {"accent", QStringLiteral("info"), ColorRole::Accent};
    case Tone::Warn:
        return {"warn", QStringLiteral("warning"), ColorRole::Open};
    case Tone::Danger:
        return {"danger", QStringLiteral("error"), ColorRole::NotMet};
    case Tone::Ok:
        return {"ok", QStringLiteral("check"), ColorRole::Met};
    }
    Q_UNREACHABLE();
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel), m_message(makeLabel({})), m_action(makeButton({}, ButtonKind::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_message, 1);
    row->addWidget(m_action);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_action, &QPushButton::clicked, this, &Notice::actionTriggered);
    hide();
}

void Notice::showMessage(Tone tone, const QString &message, const QString &action)
{
    const Look look = lookOf(tone);
    setPanel(this, look.panel);
    m_icon->setPixmap(
        themedIcon(look.icon, look.role).pixmap(QSize(Theme::scaled(16), Theme::scaled(16)), devicePixelRatioF()));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
    setTextAnnounced(m_message, message);
}

void Notice::showError(const Error &error, const QString &action)
{
    showMessage(Tone::Danger, error.message, action);
}

void Notice::clear()
{
    hide();
    m_message->clear();
}

QString Notice::message() const
{
    return m_message->text();
}

} // namespace reviewdesk
