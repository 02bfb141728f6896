#pragma once

#include "store/Workshop.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace reviewdesk {

class BusyOverlay;
class Notice;
class ViewList;
class WorklistModel;
class WorklistTable;

/// The cases: views with their numbers, search, table. Queries run on the workshop's thread; an answer that is
/// overtaken by a newer question is dropped.
class WorklistPage : public QWidget {
    Q_OBJECT
public:
    WorklistPage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr);

    /// Asks again for rows and numbers; the current case stays current.
    void refresh();
    void setView(WorklistView view);
    void focusSearch();
    /// While something else takes its time: "Making a new review…".
    void setBusy(const QString &words);
    void setIdle();
    void showError(const Error &error);

Q_SIGNALS:
    void caseOpened(const QString &caseId);
    void newReviewWanted();
    void loaded(); ///< the newest question was answered

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildSidebar();
    QWidget *buildBar();
    void buildTable();
    QWidget *buildEmptiness();
    void ask(int offset);
    void answer(int question, int offset, const Result<QList<WorklistRow>> &rows);
    void askCounts();
    void showEmptiness();
    void showSummary(int rows);
    void showWayOut(); ///< of an empty view: what to do now

    Workshop &m_workshop;
    const Clock &m_clock;
    WorklistQuery m_query;
    int m_question = 0; ///< number of the newest question
    int m_countQuestion = 0;
    bool m_freshAsked = false; ///< rows from the first on are on their way
    QString m_currentCase;
    bool m_enterTable = false; ///< Enter in the search goes on to what it found
    ViewList *m_views;
    QLineEdit *m_search;
    QToolButton *m_columns;
    QToolButton *m_order;
    QPushButton *m_new;
    Notice *m_notice;
    WorklistModel *m_model;
    WorklistTable *m_table;
    QWidget *m_empty;
    QLabel *m_emptyWords;
    QPushButton *m_wayOut;
    QLabel *m_summary;
    BusyOverlay *m_busy;
    QTimer m_typed;
    QTimer m_minute;
};

} // namespace reviewdesk
