#pragma once

#include "store/ReadingRoom.h"
#include "store/Workshop.h"
#include "ui/widgets/PageFrame.h"
#include "ui/worklist/WorklistTable.h"

#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace reviewdesk {

class BusyOverlay;
class FilterBar;
class Notice;
class ViewList;
class WorklistModel;

/// The cases: views with their numbers, search, filters, table. Questions are answered by a reader of its own beside
/// the workshop; one that is overtaken by a newer one is stopped.
class WorklistPage : public PageFrame {
    Q_OBJECT
public:
    WorklistPage(Workshop &workshop, const Clock &clock, QWidget *parent = nullptr);

    /// Asks again for rows and numbers; the current case stays current.
    void refresh();
    void setView(WorklistView view);
    /// Shows what a filter asks, whatever the view: numbers of a report, cases of a nurse.
    void showFiltered(WorklistView view, const WorklistFilter &filter);
    void focusSearch();
    void showError(const Error &error);
    QPushButton *newReviewButton() const { return m_new; }
    QWidget *cases(); ///< the table, or what is said where it would be empty

Q_SIGNALS:
    void caseOpened(const QString &caseId);
    void newReviewWanted();
    /// Letters of these cases are to be printed as one job. Offered to supervisors where somebody listens.
    void printWanted(const QStringList &caseIds);
    void loaded(); ///< the newest question was answered

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Place { Top, Kept }; ///< of the rows: from the first on, or around the current case
    struct Found {
        WorklistPart part;
        int position = -1; ///< of the case that was current; -1: it is not in the answer
    };
    using IdsUse = void (WorklistPage::*)(const QStringList &);

    QWidget *buildBar();
    QWidget *buildFooter();
    void buildTable();
    QWidget *buildEmptiness();
    void showRoleView();
    void ask(Place place);
    void answer(Place place, const Result<Found> &found);
    void askPart(int first, int count);
    void askTotal();
    void askCounts();
    void askCountsLeft(); ///< once rows came that they had to give way to
    void loadChoices();
    void showEmptiness();
    void showSummary();
    void showSelection();
    void showWayOut(); ///< of an empty view: what to do now
    QString placeWords() const;

    // what others do, as a server says it: WorklistLive.cpp
    void followOthers();
    void follow();
    void showFollowed(const WorklistPart &part);

    // what is selected and current, by case, over another answer to the same question: WorklistLive.cpp
    struct Standing {
        QStringList selected; ///< of those whose rows are here
        int row = -1; ///< the current one's
    };
    Standing standing() const;
    void stand(const Standing &before);

    // views and columns that people make for themselves, and what is done with many cases: WorklistActions.cpp
    QMenu *makeMoreMenu(QWidget *parent);
    void loadOwnViews();
    void showOwnViews(const QList<SavedView> &views);
    void chooseView();
    SavedView asView() const;
    void askName(const QString &title, const QString &name, const std::function<void(const QString &)> &use);
    void saveView();
    void renameView(const QString &viewId);
    void updateView(const QString &viewId);
    void keepView(const SavedView &view);
    void dropView(const QString &viewId);
    void keepColumns();
    void arrangeColumns();
    void withSelected(IdsUse use);
    void assign(const QStringList &caseIds);
    void print(const QStringList &caseIds);
    void exportView();
    void writeExport(const QString &file);

    Workshop &m_workshop;
    const Clock &m_clock;
    ReadingRoom m_reading;
    ReadingRoom m_exporting;
    WorklistQuery m_query;
    ReadingRoom::Question m_question;
    ReadingRoom::Question m_partQuestion;
    ReadingRoom::Question m_countQuestion;
    bool m_counting = false; ///< it is not answered yet
    bool m_countsLeft = false; ///< it was stopped for rows
    quint64 m_revision = 0; ///< of the rows in the model
    bool m_asked = false; ///< ever
    bool m_tidying = false;
    QString m_currentCase;
    bool m_enterTable = false; ///< Enter in the search goes on to what it found
    bool m_openFirst = false; ///< and was pressed once more before it was found
    QList<SavedView> m_ownViews;
    QList<WorklistColumn> m_usualColumns; ///< as this person wants them
    ViewList *m_views;
    FilterBar *m_filters;
    QLineEdit *m_search;
    QToolButton *m_filter;
    QToolButton *m_columns;
    QToolButton *m_order;
    QToolButton *m_more;
    QPushButton *m_new;
    Notice *m_notice;
    WorklistModel *m_model;
    WorklistTable *m_table;
    QWidget *m_empty;
    QLabel *m_emptyWords;
    QPushButton *m_wayOut;
    QLabel *m_summary;
    QPushButton *m_assign;
    QPushButton *m_print;
    BusyOverlay *m_busy;
    QTimer m_minute;
    QTimer m_follow;
    ReadingRoom::Question m_followQuestion;
    int m_asks = 0; ///< raised by each question of the person's own
    qint64 m_followTook = 0; ///< milliseconds
    QElapsedTimer m_counted; ///< the views, while following
};

} // namespace reviewdesk
