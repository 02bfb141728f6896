#pragma once

#include "ui/review/ReviewSession.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;

namespace reviewdesk {

class CriterionLinks;
class CriterionRow;
class ElidedLink;
struct FactMark;

/// Always at the right: the outcome in one sentence, the questions that still matter, and the criteria in the policy's
/// own words with their status. Rows are made once and change in place; a new answer is on the screen within one frame.
class CriteriaPanel : public QFrame {
    Q_OBJECT
public:
    CriteriaPanel(ReviewSession &session, const CriterionLinks &links, QWidget *parent = nullptr);

    /// The outcome and the next question alone: while the record takes the room.
    void setCompact(bool compact);
    /// Lights the criteria that read this question's fact; -1: none.
    void setCurrentQuestion(int fact);
    /// Brings the focus to the criterion that a question stands under; false: none is shown.
    bool showCriterionOf(int fact);
    CriterionRow *row(int criterion) const { return m_rows.at(criterion); }
    QString headline() const;
    QList<QPushButton *> nextLinks() const; ///< those shown
    QPushButton *fold() const { return m_fold; }
    QPushButton *policyLink() const { return m_policyLink; }

Q_SIGNALS:
    void questionWanted(int fact);
    void policyTextWanted(int criterion); ///< P on a criterion, or the link below; -1: none in particular

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeOutcome();
    QWidget *makeTree();
    QWidget *makeAbout();
    int currentCriterion() const; ///< that has the focus, else the first lit one; -1: none
    void refresh();
    void refreshOutcome();
    void refreshNext();
    void refreshTree();
    QList<FactMark> marksOf(int criterion) const;
    QString explanation() const;
    void moveFocus(int by);
    void setTabStop(QWidget *row);

    ReviewSession &m_session;
    const CriterionLinks &m_links;
    QFrame *m_outcome = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_sentence = nullptr;
    QList<ElidedLink *> m_next;
    QList<int> m_nextFacts;
    QScrollArea *m_scroll = nullptr;
    QList<QWidget *> m_besides; ///< hidden while compact
    bool m_compact = false;
    QList<CriterionRow *> m_rows;
    QPushButton *m_fold = nullptr;
    QPushButton *m_policyLink = nullptr;
    int m_current = -1;
};

} // namespace reviewdesk
