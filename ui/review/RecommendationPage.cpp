#include "ui/review/RecommendationPage.h"

#include "ui/review/CriterionLinks.h"
#include "ui/review/CriterionRow.h"
#include "ui/review/NextStepCard.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/ReasonRows.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLink.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace reviewdesk {

RecommendationPage::RecommendationPage(ReviewSession &session, const CriterionLinks &links, QWidget *parent)
    : QWidget(parent), m_session(session), m_links(links)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(tr("Recommendation"), TextRole::Title));
    layout->addWidget(makeLabel(tr("What the policy says of this case, and what you can do."), TextRole::Quiet));
    m_nextStep = new NextStepCard(session, this);
    for (QWidget *card : {makeOutcome(), static_cast<QWidget *>(m_nextStep), makeOpen(), makeReasons(), makeWords()})
        layout->addWidget(card);
    layout->addStretch(1);
    load();
    refresh();
    connect(&session, &ReviewSession::reloaded, this, &RecommendationPage::load);
    connect(&session, &ReviewSession::viewChanged, this, [this] {
        m_outdated = true;
        if (isVisible())
            refresh();
    });
}

QWidget *RecommendationPage::makeOutcome()
{
    auto *card = new Card;
    m_headline = makeLabel({}, TextRole::Heading);
    m_sentence = makeLabel({});
    card->body()->addWidget(m_headline);
    card->body()->addWidget(m_sentence);
    return card;
}

QWidget *RecommendationPage::makeReasons()
{
    m_reasonsCard = new Card(tr("Why"));
    for (int index = 0; index < m_session.policy().criteria.size(); ++index) {
        const Criterion &criterion = m_session.policy().criteria.at(index);
        auto *row = new CriterionRow(criterion.id, criterion.words, 0);
        connect(row, &QPushButton::clicked, this, [this, index] {
            const int fact = m_links.questionOf(index, m_session.view().interview, m_session.view().evaluation);
            if (fact >= 0)
                Q_EMIT questionWanted(fact);
        });
        m_reasonsCard->body()->addWidget(row);
        m_reasons << row;
    }
    return m_reasonsCard;
}

QWidget *RecommendationPage::makeOpen()
{
    m_openCard = new Card(tr("Open or to check"));
    m_openList = new QVBoxLayout;
    m_openList->setSpacing(2);
    m_openCard->body()->addLayout(m_openList);
    return m_openCard;
}

QPlainTextEdit *RecommendationPage::addText(QVBoxLayout *layout, const QString &label, const QString &hint)
{
    auto *edit = new QPlainTextEdit;
    edit->setAccessibleName(label);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(Theme::scaled(72));
    auto *field = new Field(label, edit, {});
    field->setHint(hint);
    layout->addWidget(field);
    return edit;
}

QWidget *RecommendationPage::makeWords()
{
    m_wordsCard = new Card(tr("Words for the letter"));
    QVBoxLayout *body = m_wordsCard->body();
    m_otherwise = new Notice;
    body->addWidget(m_otherwise);
    m_plainReason = addText(body, tr("Reason in plain words"), tr("for the member; printed as written"));
    m_rationale = addText(body, tr("Clinical rationale"), tr("for the provider; printed as written"));
    for (QPlainTextEdit *edit : {m_plainReason, m_rationale})
        connect(edit, &QPlainTextEdit::textChanged, this, &RecommendationPage::storeWords);
    return m_wordsCard;
}

void RecommendationPage::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const Determination &words = m_session.content().determination;
    const bool isAsItWas = words.plainReason == m_plainReason->toPlainText() && words.rationale == m_rationale->toPlainText();
    if (isAsItWas)
        return; // an answer came back, not the words
    m_plainReason->setPlainText(words.plainReason);
    m_rationale->setPlainText(words.rationale);
    takeWordsFor();
}

/// They were written, or found, with this letter before the eyes.
void RecommendationPage::takeWordsFor()
{
    const bool any = !m_plainReason->toPlainText().trimmed().isEmpty() || !m_rationale->toPlainText().trimmed().isEmpty();
    m_wordsFor = any ? std::optional(letter()) : std::nullopt;
}

RecommendationPage::Letter RecommendationPage::letter() const
{
    return isAdverse(m_session) ? Letter::Denial : isApprovable(m_session) ? Letter::Approval : Letter::Request;
}

void RecommendationPage::showEvent(QShowEvent *event)
{
    if (m_outdated)
        refresh();
    QWidget::showEvent(event);
}

void RecommendationPage::refresh()
{
    m_outdated = false;
    refreshOutcome();
    refreshOpen();
    m_nextStep->refresh();
    m_wordsCard->setVisible((m_session.editable() || m_session.isDeciding()) && !m_session.secondReview());
    m_wordsCard->setEnabled(m_session.editable());
    refreshWords();
}

/// An approval would print what was written for a denial.
void RecommendationPage::refreshWords()
{
    const bool isOtherwise = m_wordsFor && *m_wordsFor != letter();
    if (!isOtherwise)
        m_otherwise->clear();
    else if (m_otherwise->isHidden())
        m_otherwise->showMessage(
            Tone::Warn, tr("Written when the criteria came out otherwise: read these words again."));
}

void RecommendationPage::refreshOutcome()
{
    const Evaluation &evaluation = m_session.view().evaluation;
    setTextAnnounced(m_headline, outcomeHeadline(m_session));
    m_sentence->setText(evaluation.decided() ? m_session.policy().outcomes.at(evaluation.outcome).sentence
                                             : tr("No outcome is announced before it is certain."));
    const std::vector<int> cited = isAdverse(m_session) ? evaluation.unmet : evaluation.basis;
    bool any = false;
    for (int index = 0; index < m_reasons.size(); ++index) {
        CriterionRow *row = m_reasons.at(index);
        const bool shown = contains(cited, index) || (isAdverse(m_session) && contains(evaluation.basis, index));
        if (shown) {
            row->setState(glyphFor(m_session.policy(), evaluation, index),
                reasonMarks(m_session.policy(), m_links, m_session.view(), index), false);
        }
        row->setVisible(shown);
        any = any || shown;
    }
    m_reasonsCard->setVisible(any);
}

QList<RecommendationPage::OpenItem> RecommendationPage::openItems() const
{
    const Policy &policy = m_session.policy();
    const CaseView &view = m_session.view();
    QList<OpenItem> items;
    std::vector<int> asked = view.interview.next(policy, view.evaluation);
    for (const int fact : view.interview.openChoices(policy)) {
        if (!contains(asked, fact))
            asked.push_back(fact);
    }
    for (const int fact : asked)
        items.append({policy.facts.at(fact).question, QStringLiteral("/facts/") + policy.facts.at(fact).id});
    for (const Finding &finding : m_session.findings()) {
        if (!finding.field.startsWith(QLatin1String("/determination")) &&
            !finding.field.startsWith(QLatin1String("/facts")))
            items.append({finding.message, finding.field});
    }
    return items;
}

void RecommendationPage::refreshOpen()
{
    const QList<OpenItem> items = openItems();
    m_openCard->setVisible(!items.isEmpty());
    if (items == m_openShown)
        return;
    m_openShown = items;
    for (QWidget *row : std::as_const(m_openRows)) {
        row->hide();
        row->deleteLater();
    }
    m_openRows.clear();
    for (const OpenItem &item : items) {
        auto *link = new ElidedLink;
        link->setWords(item.words);
        connect(link, &QPushButton::clicked, this, [this, target = item.target] { follow(target); });
        m_openList->addWidget(link);
        m_openRows << link;
    }
}

void RecommendationPage::follow(const QString &target)
{
    const QString facts = QStringLiteral("/facts/");
    const QString evidence = QStringLiteral("/evidence/");
    for (const QString &prefix : {facts, evidence}) {
        if (target.startsWith(prefix)) {
            const int fact = m_session.policy().factIndex(target.mid(prefix.size()).section(QLatin1Char('/'), 0, 0));
            if (fact >= 0)
                Q_EMIT questionWanted(fact);
            return;
        }
    }
    if (target.startsWith(QLatin1String("/documents")))
        Q_EMIT documentsWanted();
    else
        Q_EMIT fieldWanted(target);
}

void RecommendationPage::focusFirst()
{
    if (m_nextStep->isHidden())
        m_plainReason->setFocus(Qt::OtherFocusReason);
    else
        m_nextStep->focusFirst();
}

void RecommendationPage::storeWords()
{
    if (m_loading)
        return;
    Determination words = m_session.content().determination;
    if (words.plainReason != m_plainReason->toPlainText())
        words.plainReasonTranslated.clear(); // it says something else now, and stands on no entry here
    words.plainReason = m_plainReason->toPlainText();
    words.rationale = m_rationale->toPlainText();
    takeWordsFor();
    m_session.setDetermination(words);
}

} // namespace reviewdesk
