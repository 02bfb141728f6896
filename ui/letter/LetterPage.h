#pragma once

#include "letter/LetterComposer.h"
#include "letter/LetterPaper.h"
#include "store/Workshop.h"
#include "ui/letter/LetterAside.h"

#include <QWidget>

class QPushButton;

namespace reviewdesk {

class BusyOverlay;
class CaseHeader;
class LetterDraft;
class LetterPreview;

/// The letters of a case: as they will print, with what each must say and why it may not go out yet. Issuing freezes a
/// letter; only then it is printed or saved, and from the second time on it is a COPY. An issued letter is never edited:
/// a correction, with its reason, takes its place beside it.
class LetterPage : public QWidget {
    Q_OBJECT
public:
    LetterPage(Workshop &workshop, std::shared_ptr<const LetterComposer> composer, Letterhead letterhead,
        StoredCase stored, const Clock &clock, QWidget *parent = nullptr);

    void showRecipient(Recipient recipient);
    LetterKind kind() const { return m_kind; }
    const ComposedLetter &letter() const { return m_letter; }
    bool isIssued() const { return m_issued.has_value(); }
    /// Begins a correction of the letter on the screen, which the issuing ends.
    void beginCorrection(const QString &reason);
    /// Keeps what is typed now; blocks until it is done.
    void flush();
    bool hasUnsaved() const;

Q_SIGNALS:
    void closed();
    void savedAt(const QDateTime &at);
    void issued();
    /// The person wants to go where a reason against issuing can be mended: a question of the policy (`fact` ≥ 0) or a
    /// step of the review, "recommendation" being the decision.
    void fixWanted(const QString &caseId, const QString &step, int fact);

private:
    QWidget *buildFooter();
    void connectDraft();
    void takeMeanwhile();
    void takeOnlyRead();
    void makeShortcuts();
    void askIssued();
    void offerChoices();
    void showChoice(int choice);
    void takeIssued(); ///< the one on the screen, if it was issued
    void compose();
    LetterRequest request() const;
    void showLanguage();
    void showState();
    QString stateWords() const;
    QList<Error> reasonsOfRole() const;
    void goTo(const QString &place);
    PageMark mark() const;
    void takeRules(const std::shared_ptr<const Rulebook> &now); ///< those of the round
    void askForCorrection();
    bool correct(const QString &letterId, const QString &reason);
    void issue();
    bool countsFromNow() const;
    bool tellsHours() const; ///< of the letter that asks: until when, and not by which day
    QDate today() const; ///< in the plan's time zone
    void answerIssued(const Result<IssuedLetter> &answer);
    void takeClock();
    void output(bool toPrinter);
    void countPrint(const QString &letterId);

    Workshop &m_workshop;
    std::shared_ptr<const Rulebook> m_now; ///< the workspace's, when the letter was composed
    std::shared_ptr<const Rulebook> m_rulebook; ///< the round's, or, where that is not to be had, the same
    std::optional<Error> m_otherPack; ///< why no letter can be written: the version that it is of is not installed
    std::shared_ptr<const LetterComposer> m_composer;
    Letterhead m_letterhead;
    LetterDraft *m_draft; ///< the case, with the words that are being written
    Person m_actor; ///< who is at the desk; the page outlives a locked workshop
    const Clock &m_clock;
    CaseView m_view;
    mutable CaseView m_written; ///< as if the letter that asks went out now: what it says counts from then
    LetterKind m_kind;
    Recipient m_recipient = Recipient::Member;
    ComposedLetter m_letter;
    QList<Error> m_reasons;
    QList<IssuedLetter> m_allIssued;
    std::optional<AppealedDenial> m_appeal; ///< what the round is an appeal of, once it is read
    QList<LetterChoice> m_choices;
    QString m_earlierId; ///< of the letter on the screen, where it is one that holds no more
    std::optional<IssuedLetter> m_issued; ///< the one on the screen
    std::optional<IssuedLetter> m_corrected; ///< while a correction of it is being made
    QString m_correctionReason;
    bool m_notSaved = false; ///< and said so
    QDate m_composedOn; ///< the day that the letter on the screen bears
    bool m_meanwhile = false; ///< somebody else's changes came onto the screen

    CaseHeader *m_header;
    LetterAside *m_aside;
    LetterPreview *m_preview;
    QPushButton *m_issue;
    QPushButton *m_correct;
    QPushButton *m_print;
    QPushButton *m_save;
    BusyOverlay *m_busy;
};

} // namespace reviewdesk
