#pragma once

#include "store/Workspace.h"

#include <QToolButton>

class QMenu;

namespace reviewdesk {

/// Who is signed in, and what belongs to the person rather than to a case: other accounts of the practice caseload,
/// settings, help, lock, the way out.
class AccountMenu : public QToolButton {
    Q_OBJECT
public:
    /// `practice`: accounts that can be changed to without a passphrase; empty outside the practice caseload.
    /// `compact`: an icon only.
    AccountMenu(const UserAccount &user, const QList<UserAccount> &practice, bool compact, QWidget *parent = nullptr);

Q_SIGNALS:
    void lockWanted();
    void leaveWanted(); ///< to sign out; of the practice caseload, back to the start
    void helpWanted();
    void guideWanted(); ///< the user guide
    void newsWanted(); ///< what is new in this version
    void tourWanted(); ///< of the practice caseload
    void accountWanted(const QString &loginName);
    void settingsWanted();

private:
    void fill(const UserAccount &user, const QList<UserAccount> &practice);
};

/// "Kim Example, RN"
QString nameWithCredential(const UserAccount &user);

} // namespace reviewdesk
