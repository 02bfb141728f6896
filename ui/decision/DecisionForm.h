#pragma once

#include "letter/LetterComposer.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

#include <QMap>

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace reviewdesk {

class AppealEntries;
class ApprovalEntries;
class DateField;
class Field;
class OpinionEntries;
class ProvisionEntries;
class TranslatedReason;

/// What a person may do with a case that is no draft any more, as the workflow's table has it for role and status: a
/// nurse approves, pends, refers, resumes or withdraws; a physician decides, with reasons, under a provision of the
/// contract where one leads. Each choice shows the entries it needs.
class DecisionForm : public Card {
    Q_OBJECT
public:
    explicit DecisionForm(ReviewSession &session, QWidget *parent = nullptr);
    ~DecisionForm() override;

    /// The choices this person has at all, in the form's order; empty: the case is for reading only.
    static QList<Action> choicesFor(const ReviewSession &session);
    /// Whether one of them may go against the criteria: it is signed, and may rest on a provision of the contract.
    bool mayDecideOtherwise() const;
    std::optional<Action> chosen() const;
    QRadioButton *choice(Action action) const; ///< nullptr: not offered
    QString reasonUnder(Action action) const; ///< why it cannot be chosen; empty: it can
    /// Why the chosen decision cannot be signed yet; empty: it can.
    QString refusal() const;
    QString comment() const; ///< what is said with the step: to the nurse, on whose word, or on what ground
    OpinionEntries *opinion() const { return m_opinion; } ///< nullptr: none is asked or given here
    /// The request as the appeal has it: received when that came, and as urgent.
    Request appealed() const;
    /// What was said on the case: whether an opinion is asked of this person, and by whom.
    void setNotes(const QList<CaseNote> &notes);
    void focusFirst();
    /// Everything on the form as one canonical JSON object, also what cannot be read yet; empty: nothing is written.
    QByteArray written() const;
    void restore(const QByteArray &written); ///< what an earlier written() gave; anything else changes nothing

Q_SIGNALS:
    void changed(); ///< choice or words

private:
    struct Choice {
        Action action;
        QRadioButton *button;
        QLabel *reason;
    };

    /// What one letter says in a person's own words.
    struct Words {
        QString plainReason;
        QString translated;
        QString rationale;
    };

    bool hasProvision() const;
    bool writesLetters() const; ///< one of the choices has a letter with the words typed here
    std::optional<LetterKind> letterOf(std::optional<Action> action) const;
    Words shownWords() const;
    void showWords(const Words &words);
    void turnToWordsOf(std::optional<Action> action);
    void storeWords(Determination &words) const;
    void makeChoices();
    QPlainTextEdit *addText(const QString &label, const QString &hint, int height);
    QLineEdit *addLine(const QString &label, Field **field);
    void makeEntries();
    void load();
    void store();
    void refresh();

    ReviewSession &m_session;
    bool m_restoring = false;
    QString m_keptNote; ///< as the case has it
    Words m_keptWords; ///< the same
    std::optional<LetterKind> m_wordsFor; ///< the letter for which those on the form were typed; none: not said yet
    QMap<LetterKind, Words> m_otherWords; ///< typed for another letter than the one that is chosen
    QList<Choice> m_choices;
    Field *m_plainField = nullptr;
    Field *m_rationaleField = nullptr;
    Field *m_commentField = nullptr;
    Field *m_replyField = nullptr;
    Field *m_noteField = nullptr;
    Field *m_wordField = nullptr;
    Field *m_groundField = nullptr;
    AppealEntries *m_appeal = nullptr;
    ApprovalEntries *m_approval = nullptr;
    OpinionEntries *m_opinion = nullptr;
    QString m_keptOpinion;
    bool m_isAsked = false; ///< for an opinion
    ProvisionEntries *m_provision = nullptr;
    QPlainTextEdit *m_plainReason = nullptr;
    TranslatedReason *m_translated = nullptr; ///< nullptr: the member's letter is in English
    QPlainTextEdit *m_rationale = nullptr;
    QPlainTextEdit *m_comment = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLineEdit *m_onWord = nullptr;
    QPlainTextEdit *m_ground = nullptr;
    DateField *m_replyBy = nullptr;
};

} // namespace reviewdesk
