#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace reviewdesk {

class ApprovalEntries;
class DateField;
class Notice;
class ProvisionEntries;

/// What this person may do with a draft: one choice of the workflow's steps, what that step still takes, and one button
/// that takes it. The step that the outcome suggests is chosen until the person chooses. Nothing adverse is among them.
class NextStepCard : public Card {
    Q_OBJECT
public:
    explicit NextStepCard(ReviewSession &session, QWidget *parent = nullptr);
    ~NextStepCard() override;

    QRadioButton *choice(Action action) const; ///< nullptr: not offered on a draft, or not to this person
    QString reasonAgainst(Action action) const; ///< under the choice; empty while it is allowed
    QPushButton *button() const { return m_button; } ///< takes the step that is chosen
    QString refusal() const; ///< beside the button: what the chosen step still lacks; empty when it may be taken
    void focusFirst();
    void refresh();

private:
    struct Choice {
        Action action;
        bool isOffered; ///< by the workflow's table, to this person, now
        QRadioButton *button;
        QLabel *reason;
    };

    void makeChoices();
    void makeEntries();
    void makeButton();
    void load();
    void restoreTyped();
    void store();
    void storeStep();
    void restoreStep();
    void take();
    void heedSaving();
    void onActed(Action action);
    void chooseSuggested();
    void showEntries();
    std::optional<Action> chosen() const;
    QList<QPair<QString, DateField *>> dates() const; ///< by their pointers in the case file

    ReviewSession &m_session;
    bool m_loading = false;
    bool m_picked = false; ///< by the person: the outcome suggests no more
    bool m_isStale = false; ///< the draft was, when it was last looked at
    QList<Choice> m_choices;
    ApprovalEntries *m_approval = nullptr;
    QWidget *m_noteField = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QWidget *m_replyField = nullptr;
    DateField *m_replyBy = nullptr;
    ProvisionEntries *m_provision = nullptr;
    QWidget *m_wordField = nullptr;
    QLineEdit *m_onWord = nullptr;
    QPushButton *m_button = nullptr;
    QLabel *m_refusal = nullptr;
    Notice *m_notice = nullptr;
};

} // namespace reviewdesk
