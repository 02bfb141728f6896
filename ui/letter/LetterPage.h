#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"
#include "store/Workshop.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace reviewdesk {

class BusyOverlay;
class CaseHeader;
class ChecklistView;
class LetterDraft;
class LetterPreview;
class Notice;
class ReasonList;

/// The letter of a case: as it will print, with what it must say and why it may not go out yet. Issuing freezes it;
/// only then it is printed or saved, and from the second time on it is a COPY. Which letter it is follows from the
/// case's status.
class LetterPage : public QWidget {
    Q_OBJECT
public:
    LetterPage(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
        StoredCase stored, const Clock &clock, QWidget *parent = nullptr);

    void showRecipient(Recipient recipient);
    LetterKind kind() const { return m_kind; }
    const ComposedLetter &letter() const { return m_letter; }
    bool isIssued() const { return m_issued.has_value(); }
    /// Keeps what is typed now; blocks until it is done.
    void flush();
    bool hasUnsaved() const;

    /// The letter that a status, and while it is open the outcome so far, lead to.
    static LetterKind kindOf(
        Status status, const ReviewCase &reviewCase, const Evaluation &evaluation, const Policy &policy);

Q_SIGNALS:
    void closed();
    void savedAt(const QDateTime &at);
    void issued();
    /// The person wants to go where a reason against issuing can be mended: a question of the policy (`fact` ≥ 0) or a
    /// step of the review, "recommendation" being the decision.
    void fixWanted(const QString &caseId, const QString &step, int fact);

private:
    QWidget *buildAside();
    QWidget *buildFooter();
    void connectDraft();
    void makeShortcuts();
    void askIssued();
    void compose();
    void showState();
    QList<Error> reasonsOfRole() const;
    bool mayIssue() const;
    void goTo(const QString &place);
    PageMark mark() const;
    void issue();
    void output(bool toPrinter);
    void countPrint();

    Workshop &m_workshop;
    std::shared_ptr<const Rulebook> m_rulebook;
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
    LetterDraft *m_draft; ///< the case, with the words that are being written
    Role m_role; ///< of who is at the desk; the page outlives a locked workshop
    const Clock &m_clock;
    CaseView m_view;
    LetterKind m_kind;
    Recipient m_recipient = Recipient::Member;
    ComposedLetter m_letter;
    QList<Error> m_reasons;
    QList<IssuedLetter> m_allIssued;
    std::optional<IssuedLetter> m_issued; ///< the one on the screen

    CaseHeader *m_header;
    QLabel *m_title;
    QLabel *m_state;
    QPushButton *m_member;
    QPushButton *m_provider;
    QCheckBox *m_largePrint;
    Notice *m_notice;
    ReasonList *m_reasonList;
    ChecklistView *m_checklist;
    LetterPreview *m_preview;
    QPushButton *m_issue;
    QPushButton *m_print;
    QPushButton *m_pdf;
    BusyOverlay *m_busy;
};

} // namespace reviewdesk
