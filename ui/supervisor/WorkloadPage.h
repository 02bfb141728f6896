#pragma once

#include "store/Workshop.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace reviewdesk {

class BusyOverlay;
class CaseTable;
class Notice;

/// How much each person has to do; a number opens its cases, which can be given to somebody else.
class WorkloadPage : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostCases = 1'000; ///< listed, and given at once

    WorkloadPage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr, int most = mostCases);

    void refresh();
    QTableWidget *people() const { return m_people; }
    CaseTable *cases() const { return m_cases; }
    QLabel *heading() const { return m_heading; }
    QComboBox *receiver() const { return m_receiver; }
    QPushButton *assignButton() const { return m_assign; }

Q_SIGNALS:
    void caseWanted(const QString &caseId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Return on a number opens its cases

private:
    QWidget *makeGiving();
    void showLoads(const QList<Workload> &loads);
    void open(int row, int column);
    void showReceivers();
    void loadCases();
    void showHeading();
    void assign();
    void enableAssign();

    Workshop &m_workshop;
    const Clock &m_clock;
    int m_most;
    QList<Workload> m_loads;
    QString m_openUser; ///< whose cases are listed; empty: nobody's yet
    WorkloadNumber m_openNumber = WorkloadNumber::Open;
    bool m_isNewList = false; ///< the cases that are asked for are of a number that was just opened
    int m_asked = 0; ///< number of the newest question for cases; older answers are dropped
    QTableWidget *m_people;
    QLabel *m_heading;
    CaseTable *m_cases;
    QComboBox *m_receiver;
    QPushButton *m_assign;
    Notice *m_notice;
    BusyOverlay *m_busy;
    QTimer m_minute;
};

} // namespace reviewdesk
