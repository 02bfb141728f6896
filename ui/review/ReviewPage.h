#pragma once

#include "ui/review/CriterionLinks.h"
#include "ui/review/ReviewSession.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace reviewdesk {

class CaseHeader;
class CriteriaPanel;
class DocumentsPage;
class HistorySheet;
class Notice;
class NotesSheet;
class PolicyText;
class PresenceBar;
class RecordDesk;
class RecordPane;
class QuestionsPage;
class RecommendationPage;
class RequestPage;
class StepList;

/// The wizard on one case: steps at the left, one page at a time, the policy applied live at the right. Saved as it is
/// worked on.
class ReviewPage : public QWidget {
    Q_OBJECT
public:
    /// `Later`: the frame alone, so that the window goes on between it and begin().
    enum class Begin { Now, Later };
    /// `second`: the blind second review of a sampled case, on the same pages; it ends by its own button.
    ReviewPage(Workshop &workshop, StoredCase stored, const Clock &clock, QWidget *parent = nullptr,
        const std::optional<SecondReview> &second = std::nullopt, Begin begins = Begin::Now);
    ~ReviewPage() override;
    void begin(); ///< makes the step that it was left on; once

    void flush(); ///< waits until everything is saved, or a save fails
    bool hasUnsaved() const { return m_session.hasUnsaved() && !m_session.isAside(); } ///< and would be lost
    void showSaving(); ///< how the draft is kept, in the header and by savedAt()
    /// Shows what is entered here beside what somebody else saved meanwhile; false when there is no such thing.
    bool offerMerge();

    ReviewSession &session() { return m_session; }
    CriteriaPanel *panel() const { return m_panel; }
    StepList *steps() const { return m_steps; }
    QWidget *currentPage() const;
    NotesSheet *openNotes();
    HistorySheet *openHistory(); ///< not in a second review
    RecordDesk &recordDesk() { return *m_desk; }
    /// The documents beside the questions, in the place of the criteria: F8.
    void showRecord(bool shown);
    bool isRecordShown() const;
    RecordPane *recordPane(); ///< made when it is first asked for
    Notice *notice() const { return m_notice; }
    QPushButton *finishButton() const { return m_finish; } ///< of a second review; else nullptr
    PolicyText *policyText(); ///< made when it is first asked for
    QString currentStep() const { return m_step; }
    void goTo(const QString &stepId);
    /// Opens the page of a question and puts the focus on it.
    void goToQuestion(int fact);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

Q_SIGNALS:
    void closed();
    void letterWanted(const QString &caseId);
    void reopenWanted(const QString &caseId); ///< to see it by the policy that is in force now
    void savedAt(const QDateTime &at); ///< UTC; invalid: something newer is not saved yet
    void requestsGiven(const QStringList &paths); ///< files that were brought to the record and belong to the intake

private:
    static QStringList orderOf(const Policy &policy);
    QScrollArea *areaOf(const QString &stepId);
    QWidget *makePage(const QString &stepId, QWidget *parent);
    QWidget *makeFooter();
    void makeShortcuts();
    void connectRecord();
    void openSource(const Evidence &evidence);
    void enterQuestion(int fact);
    void paste();
    void showScans();
    void fitColumns();
    void connectSession();
    void step(int by);
    void focusPage();
    void makeNext();
    QString stepFrom(int by) const;
    void showNotice();
    void sayChanged(const KeptMeanwhile &kept);
    void showChange(const QString &field);
    void refresh();
    void close();
    void onActed(Action action);
    void finishSecondReview();

    ReviewSession m_session;
    CriterionLinks m_links;
    std::unique_ptr<RecordDesk> m_desk;
    CaseHeader *m_header;
    PresenceBar *m_presence;
    Notice *m_notice;
    PolicyText *m_policyText = nullptr;
    StepList *m_steps;
    QStackedWidget *m_stack;
    QVBoxLayout *m_aside; ///< the panel, and below it the record
    CriteriaPanel *m_panel;
    RecordPane *m_record = nullptr;
    bool m_recordShown = false;
    Notice *m_scans;
    int m_question = -1; ///< that one was at last
    QStringList m_order; ///< step ids
    QMap<QString, QScrollArea *> m_pages; ///< by step id: those shown so far
    RequestPage *m_request = nullptr;
    DocumentsPage *m_documents = nullptr;
    RecommendationPage *m_recommendation = nullptr;
    QString m_step;
    QString m_policyNews; ///< another one is in force than the page shows; empty: not that it is known
    QString m_news; ///< what somebody else changed; empty: nothing, or it was read
    QLabel *m_hint = nullptr; ///< of the keys
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_finish = nullptr;
    bool m_finishing = false;
};

} // namespace reviewdesk
