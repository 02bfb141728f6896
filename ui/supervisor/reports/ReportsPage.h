#pragma once

#include "reports/CaseloadReport.h"
#include "ui/supervisor/reports/ReportPaper.h"
#include "ui/supervisor/reports/ReportRun.h"
#include "ui/widgets/PageFrame.h"

#include <QTimer>

class QFrame;
class QLabel;
class QListWidget;
class QProgressBar;
class QScrollArea;
class QStackedLayout;

namespace reviewdesk {

class Notice;
class PeriodChooser;
class ReportCases;
class ReportChartView;
class ReportTableView;

/// What a supervisor counts: the reports at the left, the chosen one with its chart and its table, and behind each
/// number its cases.
class ReportsPage : public PageFrame {
    Q_OBJECT
public:
    ReportsPage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr);

    void refresh(); ///< counts anew
    void stop(); ///< what is being counted or saved
    /// One step back: from cases to the report; false where there is none.
    bool goBack();
    void showError(const Error &error);

Q_SIGNALS:
    void caseOpened(const QString &caseId);
    void loaded(); ///< a report stands, or the reason why not

private:
    void buildBar();
    void buildChoices();
    void buildContent();
    QWidget *buildReport();
    QWidget *buildProgress();
    void answer(const Result<CaseloadReport> &made);
    void fillList();
    void showTable();
    void showCases(int row, int column);
    void showProgress(int done, int of);
    bool isToBeSaved();
    void savePdf();
    void showSaving(int drawn, int of);
    void endSaving(const Result<void> &written);
    void saveCsv();
    void saved(const QString &name, const Result<void> &written);

    Workshop &m_workshop;
    const Clock &m_clock;
    ReportRun m_run;
    ReportPaper m_paper;
    QWidget *m_savedFrom = nullptr; ///< what the stack shows again once the PDF is made
    std::shared_ptr<const CaseloadReport> m_report;
    PeriodChooser *m_chooser;
    QListWidget *m_list;
    Notice *m_notice;
    QStackedLayout *m_stack; ///< report, cases, progress, nothing
    QWidget *m_reportPart = nullptr;
    QScrollArea *m_reportArea = nullptr; ///< the same
    ReportCases *m_cases;
    QWidget *m_progressPart = nullptr;
    QWidget *m_nothing;
    QLabel *m_title;
    QLabel *m_definition;
    QLabel *m_asOf;
    QFrame *m_drawing; ///< around the chart
    ReportChartView *m_chart;
    ReportTableView *m_table;
    QLabel *m_empty;
    QLabel *m_progressWords;
    QProgressBar *m_progress;
    QTimer m_slow; ///< until progress is worth showing
};

} // namespace reviewdesk
