#include "ui/review/QuestionsPage.h"

#include "ui/review/OutcomeWords.h"
#include "ui/review/QuestionCard.h"
#include "ui/review/RecordedCard.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace reviewdesk {

QuestionsPage::QuestionsPage(ReviewSession &session, const CriterionLinks &links, const WizardSection &section,
    RecordDesk *desk, QWidget *parent)
    : QWidget(parent), m_session(session), m_notice(new Notice),
      m_nothing(makeLabel(tr("Nothing to ask here: the answers so far do not lead to this page."), TextRole::Quiet))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(section.title, TextRole::Title));
    layout->addWidget(makeLabel(section.intro, TextRole::Quiet));
    layout->addWidget(m_notice);
    layout->addWidget(m_nothing);
    for (int fact = 0; fact < session.policy().facts.size(); ++fact) {
        if (session.policy().facts.at(fact).section != section.id)
            continue;
        auto *card = new QuestionCard(session, links, fact, desk);
        connect(card, &QuestionCard::criterionWanted, this, &QuestionsPage::criterionWanted);
        connect(card, &QuestionCard::policyTextWanted, this, &QuestionsPage::policyTextWanted);
        m_cards << card;
        layout->addWidget(card);
    }
    m_recorded = new RecordedCard(session, section.id, this); // after the cards, as Tab goes
    layout->addWidget(m_recorded);
    layout->addStretch(1);
    connect(m_notice, &Notice::actionTriggered, this, &QuestionsPage::skipWanted);
    connect(&session, &ReviewSession::viewChanged, this, [this] {
        m_outdated = true;
        if (isVisible())
            refresh();
    });
    connect(qApp, &QApplication::focusChanged, &m_focusWatch, [this](QWidget *, QWidget *now) { light(now); });
    refresh();
}

QuestionCard *QuestionsPage::card(int fact) const
{
    for (QuestionCard *card : m_cards) {
        if (card->fact() == fact)
            return card;
    }
    return nullptr;
}

QList<QuestionCard *> QuestionsPage::shownCards() const
{
    QList<QuestionCard *> shown;
    for (QuestionCard *card : m_cards) {
        if (!card->isHidden())
            shown << card;
    }
    return shown;
}

bool QuestionsPage::showQuestion(int fact)
{
    QuestionCard *found = card(fact);
    if (!found || found->isHidden())
        return false;
    found->focusAnswer();
    return true;
}

void QuestionsPage::focusFirst()
{
    const QList<QuestionCard *> shown = shownCards();
    for (QuestionCard *card : shown) {
        if (contains(m_session.view().evaluation.needed, card->fact())) {
            card->focusAnswer();
            return;
        }
    }
    if (!shown.isEmpty())
        shown.first()->focusAnswer();
}

void QuestionsPage::showEvent(QShowEvent *event)
{
    if (m_outdated)
        refresh();
    QWidget::showEvent(event);
}

void QuestionsPage::refresh()
{
    m_outdated = false;
    bool any = false;
    for (QuestionCard *card : std::as_const(m_cards)) {
        const bool shown = m_session.view().interview.shows(card->fact());
        if (shown)
            card->refresh();
        card->setVisible(shown);
        any = any || shown;
    }
    m_recorded->refresh();
    m_nothing->setVisible(!any);
    refreshNotice();
}

void QuestionsPage::refreshNotice()
{
    const QString line = decidedInOneLine();
    if (line == m_notice->message())
        return;
    if (line.isEmpty())
        m_notice->clear();
    else
        m_notice->showMessage(isAdverse(m_session) ? Tone::Warn : Tone::Ok, line, tr("To the recommendation"));
}

QString QuestionsPage::decidedInOneLine() const
{
    if (!m_session.view().evaluation.decided())
        return {};
    constexpr std::size_t fewWords = 2; // more than that is read in the panel
    QString line = m_session.view().evaluation.decisive.size() <= fewWords
        ? tr("Decided by %1: the remaining answers cannot change the outcome.").arg(decisiveInWords(m_session))
        : tr("Decided: the remaining answers cannot change the outcome.");
    const QString open = openChoicesInWords(m_session);
    if (!open.isEmpty())
        line += QLatin1Char(' ') + tr("The letter still needs: %1.").arg(open);
    return line;
}

void QuestionsPage::light(QWidget *focus)
{
    int lit = -1;
    for (QuestionCard *card : std::as_const(m_cards)) {
        if (focus && card->isAncestorOf(focus))
            lit = card->fact();
    }
    if (lit < 0 || lit == m_lit)
        return; // the card stays marked while the focus is in the panel or elsewhere
    m_lit = lit;
    for (QuestionCard *card : std::as_const(m_cards))
        card->setLit(card->fact() == lit);
    Q_EMIT questionEntered(lit);
}

} // namespace reviewdesk
