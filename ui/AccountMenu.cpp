#include "ui/AccountMenu.h"

#include "ui/widgets/Icon.h"

#include <QMenu>

namespace reviewdesk {

QString nameWithCredential(const UserAccount &user)
{
    return user.credential.isEmpty() ? user.name : QStringLiteral("%1, %2").arg(user.name, user.credential);
}

AccountMenu::AccountMenu(const UserAccount &user, const QList<UserAccount> &practice, bool compact, QWidget *parent)
    : QToolButton(parent)
{
    const QString who = tr("%1 · %2").arg(nameWithCredential(user), label(user.role));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Account: %1").arg(who));
    setToolTip(who);
    setProperty("kind", QStringLiteral("quiet"));
    const QString icon = QStringLiteral("person");
    if (compact) {
        setIcon(themedIcon(icon, ColorRole::Quiet));
    } else {
        setText(who);
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setLeadingIcon(this, icon, ColorRole::Quiet);
    }
    // made when it is opened, so that it shows the choices in force
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, user, practice] {
        menu->clear();
        fill(user, practice);
    });
    setMenu(menu);
}

void AccountMenu::fill(const UserAccount &user, const QList<UserAccount> &practice)
{
    menu()->addAction(tr("%1 · %2").arg(nameWithCredential(user), label(user.role)))->setEnabled(false);
    if (!practice.isEmpty()) {
        QMenu *roles = menu()->addMenu(tr("&Practice as"));
        for (const UserAccount &account : practice) {
            QAction *action = roles->addAction(tr("%1: %2").arg(label(account.role), nameWithCredential(account)));
            action->setCheckable(true);
            action->setChecked(account.id == user.id);
            connect(
                action, &QAction::triggered, this, [this, login = account.loginName] { Q_EMIT accountWanted(login); });
        }
    }
    menu()->addSeparator();
    QAction *settings = menu()->addAction(tr("&Settings…\tCtrl+,"));
    connect(settings, &QAction::triggered, this, &AccountMenu::settingsWanted);
    QAction *help = menu()->addAction(themedIcon(QStringLiteral("info")), tr("&Help\tF1"));
    connect(help, &QAction::triggered, this, &AccountMenu::helpWanted);
    QAction *guide = menu()->addAction(tr("User &guide"));
    connect(guide, &QAction::triggered, this, &AccountMenu::guideWanted);
    if (!practice.isEmpty()) {
        QAction *tour = menu()->addAction(tr("&Tour"));
        connect(tour, &QAction::triggered, this, &AccountMenu::tourWanted);
    }
    QAction *news = menu()->addAction(tr("What's &new"));
    connect(news, &QAction::triggered, this, &AccountMenu::newsWanted);
    QAction *lock = menu()->addAction(themedIcon(QStringLiteral("lock")), tr("&Lock\tCtrl+L"));
    connect(lock, &QAction::triggered, this, &AccountMenu::lockWanted);
    QAction *leave = menu()->addAction(practice.isEmpty() ? tr("Sign &out") : tr("L&eave practice"));
    connect(leave, &QAction::triggered, this, &AccountMenu::leaveWanted);
}

} // namespace reviewdesk
