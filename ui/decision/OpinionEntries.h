#pragma once

#include "cases/CaseNote.h"
#include "store/Workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace reviewdesk {

/// What a second opinion needs: whom to ask and what, or the answer to what was asked.
class OpinionEntries : public QWidget {
    Q_OBJECT
public:
    explicit OpinionEntries(QWidget *parent = nullptr);

    /// Who could be asked: the physicians but `self` and, of an appeal, those whose denial it is of.
    void setPhysicians(const QList<UserAccount> &users, const QString &self, const QList<Person> &deniers);
    void setQuestion(const CaseNote &asked); ///< what the answer is to
    /// Which half is to be seen; anything else than AskOpinion and GiveOpinion hides both.
    void showFor(std::optional<Action> action);
    QString physicianId() const;
    QPlainTextEdit *words() const { return m_words; }

Q_SIGNALS:
    void edited();

private:
    QLabel *m_askCaption;
    QComboBox *m_physicians;
    QLabel *m_question;
    QLabel *m_wordsCaption;
    QPlainTextEdit *m_words;
};

} // namespace reviewdesk
