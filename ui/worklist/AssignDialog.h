#pragma once

#include "store/Workshop.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace reviewdesk {

class BusyOverlay;
class Notice;

/// Gives cases to a nurse or a physician: all of them or none. For supervisors.
class AssignDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr int mostCases = 5'000; ///< at once

    AssignDialog(Workshop &workshop, const QStringList &caseIds, QWidget *parent = nullptr);

Q_SIGNALS:
    void assigned(int cases, const QString &name);

private:
    void showPeople(const Result<QList<UserAccount>> &people);
    void assign();

    Workshop &m_workshop;
    QStringList m_caseIds;
    Notice *m_notice;
    QListWidget *m_people;
    QPushButton *m_assign;
    BusyOverlay *m_busy;
};

} // namespace reviewdesk
