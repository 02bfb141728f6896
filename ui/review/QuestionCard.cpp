#include "ui/review/QuestionCard.h"

#include "ui/documents/PassageOffers.h"
#include "ui/documents/RecordDesk.h"
#include "ui/review/AnswerButtons.h"
#include "ui/review/CriterionLinks.h"
#include "ui/review/NotesBlock.h"
#include "ui/review/ReviewSession.h"
#include "ui/review/SourceLine.h"
#include "ui/review/Steps.h"
#include "ui/review/SuggestionRow.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ElidedLink.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TabOrder.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

QStringList answerNames(const Policy &policy, int fact)
{
    const auto isOnlyOne = [&policy](const QString &label) {
        int found = 0;
        for (const Fact &other : policy.facts) {
            for (const FactOption &option : other.options)
                found += option.label == label ? 1 : 0;
        }
        return found == 1;
    };
    const Fact &asked = policy.facts.at(fact);
    QStringList names;
    for (const FactOption &option : asked.options)
        names << (isOnlyOne(option.label) ? option.label : QuestionCard::tr("%1: %2").arg(asked.label, option.label));
    names << QuestionCard::tr("%1: %2").arg(asked.label, QuestionCard::tr("Not documented"));
    return names;
}

QuestionCard::QuestionCard(
    ReviewSession &session, const CriterionLinks &links, int fact, RecordDesk *desk, QWidget *parent)
    : Card({}, parent), m_session(session), m_links(links), m_fact(fact),
      m_answers(new AnswerButtons(session.policy().facts.at(fact), answerNames(session.policy(), fact))),
      m_suggestion(new SuggestionRow(session.policy().facts.at(fact).label)), m_badge(new Chip), m_source(new SourceLink(session.policy().facts.at(fact).label)),
      m_notes(new NotesBlock(session, {session.policy().facts.at(fact).id}, this)), m_desk(desk)
{
    const Fact &asked = session.policy().facts.at(fact);
    body()->setContentsMargins(16, 12, 16, 14);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(makeLabel(asked.question, TextRole::Strong), 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    body()->addLayout(head);
    if (!asked.help.isEmpty())
        body()->addWidget(makeLabel(asked.help, TextRole::Small));
    body()->addWidget(m_suggestion);
    if (m_answers->isOneRow()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(m_answers);
        row->addWidget(m_source, 1);
        row->addStretch(); // while there is no source
        body()->addLayout(row);
    } else {
        body()->addWidget(m_answers);
        body()->addWidget(m_source);
    }
    m_editorPlace = body()->count();
    if (desk) {
        m_offers = new PassageOffers(session, *desk, fact);
        body()->addWidget(m_offers);
        connect(&desk->record(), &CaseRecord::changed, this, &QuestionCard::refreshSource);
    }
    body()->addWidget(m_notes);
    connect(m_answers, &AnswerButtons::answered, this, [this](int answer) { m_session.setAnswer(m_fact, answer); });
    connect(m_source->button(), &QPushButton::clicked, this, &QuestionCard::followSource);
    connect(m_source->editButton(), &QPushButton::clicked, this, [this] { openSource(true); });
    connect(m_suggestion, &SuggestionRow::confirmed, this, &QuestionCard::confirmSuggestion);
    connect(&session.sent(), &SentRequest::read, this, &QuestionCard::refreshSuggestion);
    connect(&session, &ReviewSession::reloaded, this, [this] {
        if (isEditing())
            m_editor->setEvidence(m_session.evidence(m_fact));
    });
    refresh();
}

QString QuestionCard::badge() const
{
    return m_badge->text();
}

void QuestionCard::focusAnswer()
{
    m_answers->focusAnswer();
}

void QuestionCard::setLit(bool lit)
{
    m_lit = lit;
    setCurrent(lit);
    refreshSource();
}

void QuestionCard::refresh()
{
    m_answers->setAnswer(m_session.answer(m_fact));
    const bool editable = m_session.editable();
    m_answers->setEnabled(editable);
    if (m_editor)
        m_editor->setEnabled(editable);
    refreshSource();
    refreshSuggestion();
    refreshBadge();
    m_notes->refresh();
}

void QuestionCard::refreshSource()
{
    const Evidence evidence = m_session.evidence(m_fact);
    m_source->setEvidence(evidence, isAttached());
    m_source->editButton()->setEnabled(m_session.editable());
    const bool mayAdd = m_session.editable() && (m_lit || m_session.answer(m_fact) >= 0);
    m_source->setVisible(!isEditing() && (mayAdd || !evidence.isEmpty()));
    if (m_offers)
        m_offers->refresh(m_lit && !isEditing());
}

/// Beside the question until it is answered; where the answer is another, what was said stays to be seen.
void QuestionCard::refreshSuggestion()
{
    const Fact &asked = m_session.policy().facts.at(m_fact);
    const fhir::Suggestion *said = m_session.sent().suggestion(asked.id);
    const int answer = m_session.answer(m_fact);
    const bool isAnswer = said && answer != Answers::Absent &&
        (answer == Answers::NotDocumented ? said->value.isNull() : asked.options.at(answer).value == said->value);
    if (!said || isAnswer) {
        m_suggestion->hide();
        return;
    }
    const auto option = std::find_if(asked.options.cbegin(), asked.options.cend(),
        [said](const FactOption &each) { return each.value == said->value; });
    m_suggestion->showSuggestion(option == asked.options.cend() ? tr("Not documented") : option->label, said->reason,
        said->place, answer == Answers::Absent && m_session.editable());
}

void QuestionCard::confirmSuggestion()
{
    m_session.confirmSuggestion(m_fact);
    m_answers->focusAnswer(); // the button is gone
}

void QuestionCard::refreshBadge()
{
    const Evaluation &evaluation = m_session.view().evaluation;
    const bool needed = contains(evaluation.needed, m_fact);
    const std::vector<int> criteria = m_links.criteriaOf(m_fact, evaluation);
    const bool choice = m_session.policy().facts.at(m_fact).kind == FactKind::Choice;
    if (needed && choice) {
        m_badge->setContent(tr("decides which criteria apply"), Tone::Accent);
    } else if (needed) {
        QStringList open;
        for (const int criterion : criteria) {
            if (evaluation.criteria[static_cast<std::size_t>(criterion)] == CriterionStatus::Unknown)
                open << m_session.policy().criteria.at(criterion).id;
        }
        m_badge->setContent(
            open.isEmpty() ? tr("decides") : tr("decides %1").arg(open.mid(0, 2).join(tr(", "))), Tone::Accent);
    } else if (contains(m_session.view().interview.openChoices(m_session.policy()), m_fact)) {
        m_badge->setContent(tr("needed for the letter"), Tone::Warn);
    } else if (criteria.empty()) {
        m_badge->setContent(tr("recorded only"), Tone::Neutral);
    } else if (m_session.answer(m_fact) == Answers::Absent) {
        m_badge->setContent(tr("cannot change the outcome"), Tone::Neutral);
    } else {
        m_badge->setContent({}, Tone::Neutral);
    }
}

void QuestionCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier && m_answers->isAncestorOf(focusWidget()))
        Q_EMIT criterionWanted(m_fact);
    else if (event->key() == Qt::Key_P && event->modifiers() == Qt::NoModifier &&
        m_answers->isAncestorOf(focusWidget()))
        Q_EMIT policyTextWanted(m_fact);
    else if (event->key() == Qt::Key_S && event->modifiers() == Qt::NoModifier &&
        m_answers->isAncestorOf(focusWidget()) && m_suggestion->mayBeConfirmed())
        confirmSuggestion();
    else
        Card::keyPressEvent(event);
}

void QuestionCard::mousePressEvent(QMouseEvent *event)
{
    if (m_badge->isVisible() && m_badge->geometry().contains(event->position().toPoint()))
        Q_EMIT criterionWanted(m_fact);
    else
        Card::mousePressEvent(event);
}

bool QuestionCard::isAttached() const
{
    return m_desk && m_desk->record().documentOf(m_session.evidence(m_fact));
}

/// To the place in the document, where it is attached; else to the entries.
void QuestionCard::followSource()
{
    if (isAttached())
        Q_EMIT m_desk->sourceWanted(m_session.evidence(m_fact));
    else
        openSource(true);
}

bool QuestionCard::isEditing() const
{
    return m_editor && !m_editor->isHidden();
}

/// Made when a source is first typed: most never are, and it has more entries than all else of the card.
SourceEditor *QuestionCard::editor()
{
    if (m_editor)
        return m_editor;
    m_editor = new SourceEditor(m_session.policy().facts.at(m_fact).label, this);
    m_editor->setEnabled(m_session.editable());
    body()->insertWidget(m_editorPlace, m_editor);
    takePlaceInTabOrder(m_editor);
    connect(m_editor, &SourceEditor::done, this, [this] { openSource(false); });
    connect(m_editor, &SourceEditor::edited, this,
        [this](const Evidence &evidence) { m_session.setEvidence(m_fact, evidence); });
    return m_editor;
}

void QuestionCard::openSource(bool open)
{
    if (open) {
        editor()->setEvidence(m_session.evidence(m_fact));
        m_source->hide();
        m_editor->show();
        m_editor->focusFirst();
        return;
    }
    m_editor->hide();
    refresh();
    m_source->button()->setFocus(Qt::OtherFocusReason);
}

} // namespace reviewdesk
