#pragma once

#include "ui/review/ReviewSession.h"
#include "ui/widgets/Card.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace reviewdesk {

class DateField;
class Field;

/// The physician's decision: what, why in plain words and clinically, under which provision of the contract, and who
/// signs.
class DecisionForm : public Card {
    Q_OBJECT
public:
    explicit DecisionForm(ReviewSession &session, QWidget *parent = nullptr);

    std::optional<Action> chosen() const;
    QRadioButton *choice(Action action) const; ///< nullptr: not offered
    QString reasonUnder(Action action) const; ///< why it cannot be chosen; empty: it can
    /// Why the chosen decision cannot be signed yet; empty: it can.
    QString refusal() const;
    QString comment() const; ///< to the nurse
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

    void makeChoices();
    QPlainTextEdit *addText(const QString &label, const QString &hint, int height);
    void makeProvision();
    void store();
    void refresh();

    ReviewSession &m_session;
    bool m_restoring = false;
    QList<Choice> m_choices;
    Field *m_plainField = nullptr;
    Field *m_rationaleField = nullptr;
    Field *m_commentField = nullptr;
    Field *m_replyField = nullptr;
    QWidget *m_provision = nullptr;
    QPlainTextEdit *m_plainReason = nullptr;
    QPlainTextEdit *m_rationale = nullptr;
    QPlainTextEdit *m_comment = nullptr;
    DateField *m_replyBy = nullptr;
    QLineEdit *m_citation = nullptr;
    QPlainTextEdit *m_provisionText = nullptr;
};

} // namespace reviewdesk
