#pragma once

#include "store/Workshop.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace reviewdesk {

class CaseTable;
class Notice;

/// Cases with letters that are not out yet, and which. The chosen ones are released as one print job.
class ReleasePage : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostCases = 1'000; ///< in one job

    ReleasePage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr, int most = mostCases);

    void refresh();
    CaseTable *cases() const { return m_cases; }
    QPushButton *releaseButton() const { return m_release; }
    QLabel *summary() const { return m_summary; }

Q_SIGNALS:
    void caseWanted(const QString &caseId);
    void releaseWanted(const QStringList &caseIds);

private:
    void enable();

    Workshop &m_workshop;
    QTimer m_minute;
    int m_most;
    bool m_isListed = false;
    int m_waiting = 0; ///< cases with letters to release, those that are not listed too
    CaseTable *m_cases;
    QLabel *m_summary;
    QPushButton *m_release;
    Notice *m_notice;
};

} // namespace reviewdesk
