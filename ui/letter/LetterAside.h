#pragma once

#include "ui/letter/CaseLetters.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace reviewdesk {

class ChecklistView;
class LetterDraft;
class Notice;
class ReasonList;

/// What stands beside the letter: which letter it is and to whom, how far it is, why it may not go out yet, the words
/// that may be written, and what it must say.
class LetterAside : public QFrame {
    Q_OBJECT
public:
    explicit LetterAside(LetterDraft *draft, QWidget *parent = nullptr);

    void setChoices(const QList<LetterChoice> &choices, int current);
    void setRecipient(Recipient recipient);
    void setTitle(const QString &words);
    void setState(const QString &words);
    /// What the member's language does to the letter; empty: nothing to tell.
    void setLanguageNote(const QString &words);
    bool isLargePrint() const;
    void setLargePrintEnabled(bool enabled);
    Notice *notice() const { return m_notice; }
    ReasonList *reasons() const { return m_reasons; }
    ChecklistView *checklist() const { return m_checklist; }
    void setChecklist(const QList<ChecklistRow> &rows); ///< none: no letter can be written

Q_SIGNALS:
    void choiceWanted(int choice);
    void recipientWanted(reviewdesk::Recipient recipient);
    void largePrintChanged();

private:
    QWidget *buildContent(LetterDraft *draft);
    QLayout *buildRecipients();

    QList<LetterChoice> m_choices;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_language;
    QLabel *m_which;
    QComboBox *m_choice;
    QPushButton *m_member;
    QPushButton *m_provider;
    QCheckBox *m_largePrint;
    Notice *m_notice;
    ReasonList *m_reasons;
    QLabel *m_mustSay;
    ChecklistView *m_checklist;
};

} // namespace reviewdesk
