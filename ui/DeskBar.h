#pragma once

#include "store/Workshop.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace reviewdesk {

/// The bar over the worklist and the department: the ways between them, to the reports, and the account's menu.
class DeskBar : public QFrame {
    Q_OBJECT
public:
    /// `account`: the menu of who is signed in. `practice`: says that nothing here is real.
    DeskBar(Workshop &workshop, bool practice, QWidget *account, QWidget *parent = nullptr);

    void setDepartment(bool on); ///< which of the two places is on the screen
    bool isDepartment() const;
    QPushButton *departmentButton() const { return m_toDepartment; }
    QPushButton *reportsButton() const { return m_toReports; } ///< null for those who see none
    /// Offers the way to requests that came, for those who take them in; `waiting`: how many.
    void offerIncoming();
    void setWaiting(int waiting);

Q_SIGNALS:
    void placeWanted(bool department);
    void reportsWanted();
    void incomingWanted();
    void lockWanted();

private:
    QWidget *buildPlaces(bool supervisor);
    void askForSecondReviews();
    void choose(bool department);

    Workshop &m_workshop;
    QPushButton *m_toWorklist = nullptr;
    QPushButton *m_toDepartment = nullptr;
    QPushButton *m_toIncoming;
    QPushButton *m_toReports = nullptr;
};

} // namespace reviewdesk
