#pragma once

#include "ui/policy/ReplayRun.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace reviewdesk {

class Notice;

/// Which cases, open or closed, another pack would judge differently than the one in use: started and stopped by a
/// person, counted on top, listed below; Return opens a case.
class ReplayView : public QWidget {
    Q_OBJECT
public:
    static constexpr int mostShown = 1'000; ///< of those that the replay lists

    explicit ReplayView(Workshop &workshop, QWidget *parent = nullptr);

    /// Another pack: what stood here of the one before goes. `candidate` null: none that is not in use.
    void setPacks(std::shared_ptr<const Policy> present, std::shared_ptr<const Policy> candidate);
    QPushButton *startButton() const { return m_start; }
    QPushButton *stopButton() const { return m_stop; }
    QTableWidget *cases() const { return m_cases; }
    QLabel *summary() const { return m_summary; }
    QString details() const; ///< which outcomes become which, and what it does not know or needs besides
    const PolicyReplay *replay() const { return m_replay.get(); }
    void saveCsv(const QString &file);

Q_SIGNALS:
    void caseWanted(const QString &caseId);
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Return on a case opens it

private:
    void start();
    void answer(const Result<PolicyReplay> &made);
    void showProgress(int done, int of);
    void showReplay();
    void showCounts();
    void showRunning(bool running);
    void openCase(int row);

    Workshop &m_workshop;
    ReplayRun m_run;
    std::shared_ptr<const Policy> m_present;
    std::shared_ptr<const Policy> m_candidate;
    std::shared_ptr<const PolicyReplay> m_replay;
    Notice *m_notice;
    QLabel *m_summary;
    QLabel *m_details;
    QProgressBar *m_progress;
    QPushButton *m_start;
    QPushButton *m_stop;
    QPushButton *m_csv;
    QTableWidget *m_cases;
};

} // namespace reviewdesk
