#pragma once

#include "store/Workspace.h"

#include <QToolButton>

class QMenu;

namespace reviewdesk {

class Appearance;

/// Who is signed in, and what belongs to the person rather than to a case: lock, other accounts of the practice
/// caseload, colours, text size.
class AccountMenu : public QToolButton {
    Q_OBJECT
public:
    /// `practice`: accounts that can be changed to without a passphrase; empty outside the practice caseload.
    /// `compact`: an icon only.
    AccountMenu(const UserAccount &user, const QList<UserAccount> &practice, Appearance &appearance, bool compact,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void lockWanted();
    void helpWanted();
    void accountWanted(const QString &loginName);
    void passphraseWanted();
    void accountsWanted(); ///< supervisors'

private:
    void fill(const UserAccount &user, const QList<UserAccount> &practice, Appearance &appearance);
};

/// "Kim Example, RN"
QString nameWithCredential(const UserAccount &user);

} // namespace reviewdesk
