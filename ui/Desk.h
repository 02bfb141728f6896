#pragma once

#include "letter/LetterComposer.h"
#include "store/Workshop.h"
#include "ui/CasePlace.h"
#include "ui/Workplace.h"

#include <QPointer>

class QStackedLayout;

namespace reviewdesk {

class AccountMenu;
class Appearance;
class BusyOverlay;
class DepartmentPage;
class DeskBar;
class IncomingRequests;
class IntakePage;
class ReportsPage;
class SettingsDialog;
class UnsavedNotice;
class WorklistPage;

/// What somebody who is signed in works at: the worklist and the other places that cases are opened from, and over them
/// the page of one case.
class Desk : public Workplace {
    Q_OBJECT
public:
    /// `practice`: see AccountMenu. `letterhead`: unless the workspace keeps its own.
    Desk(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead,
        const QList<UserAccount> &practice, Appearance &appearance, const Clock &clock, QWidget *parent = nullptr);

    bool flush() override; ///< see CasePlace
    bool mayLeave() override;
    QString caption() const override { return m_case->caption(); } ///< "RD-2026-000123, saved 10:32:05"
    void focusSearch() override;
    void lookAgain() override;
    void openAsAt(const Workplace &before) override;
    void gatherTour(std::function<void(const QList<TourStop> &)> ready) override;
    WorklistPage *worklist() const { return m_worklist; }
    DepartmentPage *department(); ///< made when it is first asked for
    IntakePage *intake() const { return m_intake; } ///< null before it is first shown
    ReportsPage *reports() const { return m_reports; } ///< null before showReports()
    DeskBar *bar() const { return m_bar; }
    QWidget *casePage() const { return m_case->page(); }
    QString caseId() const { return m_case->caseId(); } ///< of the case that is open; empty on the worklist
    const std::optional<SecondReview> &secondReview() const { return m_case->secondReview(); }
    bool goToWorklist() override;
    void openCase(const QString &caseId);
    void openSecondReview(const QString &sampleId, int position);
    void showReports(); ///< a supervisor's; cases opened from there lead back to them
    /// Requests that came; null where this person takes none in, or stays on a page that is not saved. Cases opened from
    /// there lead back.
    IntakePage *showIncoming();
    void openLetter(const QString &caseId);
    void openUnsaved(const QString &caseId); ///< on the page that what was typed comes back on
    /// Opens the letterhead; letters are composed under what is saved there from then on.
    void editLetterhead();
    /// Opens the run that issues and prints the letters of these cases.
    void releaseLetters(const QStringList &caseIds);
    void openSettings();
    SettingsDialog *settings() const; ///< null unless they are open
    QString helpTopic() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Escape that nobody wanted leaves the page
    void dragEnterEvent(QDragEnterEvent *event) override; ///< requests dropped on the window are opened
    void dropEvent(QDropEvent *event) override;

private:
    AccountMenu *makeAccountMenu(bool compact);
    void showCase(const StoredCase &stored); ///< its page is made
    void goToPlace(bool department);
    void offerIncoming();
    void offerRequests(const QStringList &paths);
    QWidget *makeLetters(const QString &caseId);
    QWidget *makeCorner(const StoredCase &stored); ///< of a case's header: the way out as a file, the account
    void showWorklist();
    void showHome(); ///< the page that cases are opened from
    void showError(const Error &error); ///< on it
    void loadLetterhead();
    QWidget *makeNews(); ///< said once after an upgrade

    Workshop &m_workshop;
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
    QList<UserAccount> m_practice;
    Appearance &m_appearance;
    const Clock &m_clock;
    QStackedLayout *m_stack;
    QWidget *m_front; ///< the worklist, or the department, with its bar
    QStackedLayout *m_places;
    WorklistPage *m_worklist;
    DeskBar *m_bar;
    DepartmentPage *m_department = nullptr;
    ReportsPage *m_reports = nullptr;
    IncomingRequests *m_incoming = nullptr; ///< null where this person takes none in
    IntakePage *m_intake = nullptr;
    QPointer<SettingsDialog> m_settings;
    UnsavedNotice *m_unsaved;
    QWidget *m_home; ///< the front, the reports or the intake
    BusyOverlay *m_busy;
    CasePlace *m_case;
};

/// Desks whose letters come from `composer`, under `letterhead` unless the workspace keeps its own.
MakeWorkplace deskMaker(std::shared_ptr<const LetterComposer> composer, const Letterhead &letterhead);

} // namespace reviewdesk
