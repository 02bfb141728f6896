#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QPushButton;

namespace reviewdesk {

class CaseHeader;
class CaseHistory;
class DecisionDraft;
class DecisionFooter;
class DecisionForm;
class NotesSheet;
class RecordSheet;
class TalkCard;
class Notice;

/// A case that is no draft on one page: the record, the policy, what may be done with it by whoever opened it, and its
/// history.
class DecisionPage : public QWidget {
    Q_OBJECT
public:
    DecisionPage(Workshop &workshop, StoredCase stored, const Clock &clock, QWidget *parent = nullptr);
    ~DecisionPage() override;

    DecisionForm *form() const { return m_form; } ///< nullptr while the page is for reading only
    CaseHistory *history() const { return m_history; }
    QPushButton *signButton() const { return m_sign; }
    TalkCard *talks() const { return m_talks; }
    NotesSheet *openNotes();
    RecordSheet *recordSheet(); ///< the attached documents: F8; made when they are first asked for
    ReviewSession &session() { return m_session; }
    void flush(); ///< waits until what is half written is saved, or a save fails
    /// Also of words that have no place any more, because somebody else decided meanwhile.
    bool hasUnsaved() const;

Q_SIGNALS:
    void closed();
    void letterWanted(const QString &caseId);
    void reviewWanted(const QString &caseId);
    void reopenWanted(const QString &caseId); ///< to see what somebody else changed
    void savedAt(const QDateTime &at); ///< UTC; what is half written; invalid: something newer waits

private:
    void openForm();
    void sayUnread(const Error &error);
    QString tryAgain() const; ///< the notice's button; empty: there is nothing to try
    void close();
    QWidget *makeColumns();
    QWidget *makeFooter();
    void refresh();
    void sign();
    void sayChanged(const KeptMeanwhile &kept);
    void onActed(Action action);
    void loadNotes();
    bool signOpinion(Action action);

    ReviewSession m_session;
    DecisionDraft *m_draft = nullptr; ///< while there is a form
    CaseHeader *m_header;
    Notice *m_notice;
    bool m_changed = false; ///< somebody else saved the case since it was opened
    bool m_unread = false; ///< what was half written earlier could not be read yet
    bool m_noStepLeft = false; ///< and there is nothing left to decide for this person
    DecisionForm *m_form = nullptr;
    CaseHistory *m_history = nullptr;
    RecordSheet *m_record = nullptr;
    TalkCard *m_talks = nullptr;
    bool m_opining = false; ///< an opinion is being kept
    DecisionFooter *m_footer = nullptr;
    QPushButton *m_sign = nullptr;
};

} // namespace reviewdesk
