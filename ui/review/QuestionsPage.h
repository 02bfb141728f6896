#pragma once

#include "ui/review/ReviewSession.h"

#include <QWidget>

class QLabel;

namespace reviewdesk {

class CriterionLinks;
class Notice;
class QuestionCard;
class RecordDesk;
class RecordedCard;

/// A page drawn from one section of the pack: its questions one below the other, and what it records besides.
class QuestionsPage : public QWidget {
    Q_OBJECT
public:
    QuestionsPage(ReviewSession &session, const CriterionLinks &links, const WizardSection &section,
        RecordDesk *desk = nullptr, QWidget *parent = nullptr);

    QuestionCard *card(int fact) const; ///< nullptr: the question stands on another page
    QList<QuestionCard *> shownCards() const;
    /// Brings a question into focus; false: it is not on this page or not shown.
    bool showQuestion(int fact);
    void focusFirst(); ///< the first question that decides, else the first

Q_SIGNALS:
    void questionEntered(int fact); ///< the focus came to a question
    void criterionWanted(int fact);
    void policyTextWanted(int fact);
    void skipWanted(); ///< to the recommendation

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshNotice();
    void light(QWidget *focus);
    QString decidedInOneLine() const;

    ReviewSession &m_session;
    QList<QuestionCard *> m_cards;
    RecordedCard *m_recorded;
    Notice *m_notice;
    QLabel *m_nothing;
    bool m_outdated = false;
    int m_lit = -1;
    QObject m_focusWatch; ///< the last member: it ends before the rest does, and is told nothing of a focus lost by that
};

} // namespace reviewdesk
