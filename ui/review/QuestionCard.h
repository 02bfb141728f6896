#pragma once

#include "policy/Policy.h"
#include "ui/widgets/Card.h"

#include <QStringList>

namespace reviewdesk {

class AnswerButtons;
class Chip;
class CriterionLinks;
class NotesBlock;
class PassageOffers;
class RecordDesk;
class ReviewSession;
class SourceEditor;
class SourceLink;
class SuggestionRow;

/// One question of the pack: its words, the choice of an answer, the source, and whether it decides.
class QuestionCard : public Card {
    Q_OBJECT
public:
    /// `desk`: the record beside the question; none: its sources are typed.
    QuestionCard(ReviewSession &session, const CriterionLinks &links, int fact, RecordDesk *desk = nullptr,
        QWidget *parent = nullptr);

    int fact() const { return m_fact; }
    AnswerButtons *answers() const { return m_answers; }
    SuggestionRow *suggestion() const { return m_suggestion; } ///< hidden while nothing is suggested
    SourceLink *source() const { return m_source; }
    PassageOffers *offers() const { return m_offers; } ///< nullptr without a desk
    QString badge() const; ///< "decides I.B.3.b.i", "recorded only"; empty: none
    void refresh();
    void focusAnswer();
    void setLit(bool lit); ///< the card that the criterion panel speaks of

Q_SIGNALS:
    void policyTextWanted(int fact); ///< where the policy speaks of it: P
    void criterionWanted(int fact); ///< to the criterion that the question stands under: C, or a click on the badge

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void openSource(bool open);
    bool isEditing() const;
    SourceEditor *editor();
    void followSource();
    bool isAttached() const;
    void refreshBadge();
    void refreshSource();
    void refreshSuggestion();
    void confirmSuggestion();

    ReviewSession &m_session;
    const CriterionLinks &m_links;
    int m_fact;
    AnswerButtons *m_answers;
    SuggestionRow *m_suggestion;
    Chip *m_badge;
    SourceLink *m_source;
    SourceEditor *m_editor = nullptr;
    int m_editorPlace = 0; ///< in the body
    NotesBlock *m_notes;
    RecordDesk *m_desk;
    PassageOffers *m_offers = nullptr;
    bool m_lit = false;
};

/// The accessible names of a question's buttons: an option's label where it names only one thing in the pack, else with
/// its fact.
QStringList answerNames(const Policy &policy, int fact);

} // namespace reviewdesk
