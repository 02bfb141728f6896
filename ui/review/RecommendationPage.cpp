#include "ui/review/RecommendationPage.h"

#include "cases/ApprovalPeriod.h"

#include "ui/review/CriterionLinks.h"
#include "ui/review/CriterionRow.h"
#include "ui/review/DateField.h"
#include "ui/review/Field.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/ReasonRows.h"
#include "ui/review/Steps.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
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
    for (QWidget *card : {makeOutcome(), makeOpen(), makeOffers(), makeWords()})
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
    connect(&session, &ReviewSession::refused, this, [this](const Error &error) { m_refused->showError(error); });
}

QWidget *RecommendationPage::makeOutcome()
{
    auto *card = new Card;
    m_headline = makeLabel({}, TextRole::Heading);
    m_sentence = makeLabel({});
    card->body()->addWidget(m_headline);
    card->body()->addWidget(m_sentence);
    for (int index = 0; index < m_session.policy().criteria.size(); ++index) {
        const Criterion &criterion = m_session.policy().criteria.at(index);
        auto *row = new CriterionRow(criterion.id, criterion.words, 0);
        connect(row, &QPushButton::clicked, this, [this, index] {
            const int fact = m_links.questionOf(index, m_session.view().interview, m_session.view().evaluation);
            if (fact >= 0)
                Q_EMIT questionWanted(fact);
        });
        card->body()->addWidget(row);
        m_reasons << row;
    }
    return card;
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
    m_plainReason = addText(body, tr("Reason in plain words"), tr("for the member; printed as written"));
    m_rationale = addText(body, tr("Clinical rationale"), tr("for the provider; printed as written"));
    for (QPlainTextEdit *edit : {m_plainReason, m_rationale})
        connect(edit, &QPlainTextEdit::textChanged, this, &RecommendationPage::storeDetermination);
    return m_wordsCard;
}

QWidget *RecommendationPage::makeOffers()
{
    m_offersCard = new Card(tr("What you can do"));
    QVBoxLayout *approve = addOffer(m_offersCard, Action::Approve, tr("Approve"));
    approve->addWidget(makeApprovalEntries());
    QVBoxLayout *refer = addOffer(m_offersCard, Action::Refer, tr("Refer to a physician"));
    m_note = addText(refer, tr("Note to the physician"), {});
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_loading)
            m_session.setNurseNote(m_note->toPlainText());
    });
    QVBoxLayout *pend = addOffer(m_offersCard, Action::Pend, tr("Pend for information"));
    pend->addWidget(makePendEntries());
    QVBoxLayout *withdraw = addOffer(m_offersCard, Action::Withdraw, tr("Withdraw"));
    m_withdrawnBy = new QLineEdit;
    m_withdrawnBy->setAccessibleName(tr("Withdrawn on whose word"));
    m_withdrawnBy->setMaxLength(300);
    connect(m_withdrawnBy, &QLineEdit::textEdited, this, &RecommendationPage::refreshOffers);
    withdraw->addWidget(new Field(tr("Withdrawn on whose word"), m_withdrawnBy, {}));
    addOffer(m_offersCard, Action::Resume, tr("Resume the review"));
    m_refused = new Notice;
    m_offersCard->body()->addWidget(m_refused);
    return m_offersCard;
}

QVBoxLayout *RecommendationPage::addOffer(Card *card, Action action, const QString &words)
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 8, 0, 4);
    layout->setSpacing(8);
    if (!m_offers.isEmpty())
        layout->addWidget(makeLine());
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *button = makeButton(words, ButtonKind::Secondary);
    auto *reason = makeLabel({}, TextRole::Quiet);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(reason, 1);
    layout->addLayout(row);
    card->body()->addWidget(widget);
    m_offers.append({action, widget, button, reason});
    connect(button, &QPushButton::clicked, this, [this, action] { act(action); });
    return layout;
}

QWidget *RecommendationPage::makePendEntries()
{
    m_replyBy = new DateField(tr("Reply by"));
    connect(m_replyBy, &DateField::edited, this, &RecommendationPage::storeDetermination);
    return new Field(tr("Reply by"), m_replyBy, {QStringLiteral("/determination/reply_by")});
}

QWidget *RecommendationPage::makeApprovalEntries()
{
    auto *widget = new QWidget;
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    m_authorization = new QLineEdit;
    m_authorization->setMaxLength(60);
    m_authorization->setAccessibleName(tr("Authorization number"));
    m_validFrom = new DateField(tr("Valid from"));
    m_validTo = new DateField(tr("Valid to"));
    auto *authorization = new Field(tr("Authorization number"), m_authorization, {});
    authorization->setHint(tr("left empty: the next one"));
    auto *from = new Field(tr("Valid from"), m_validFrom, {QStringLiteral("/determination/valid_from")});
    from->setHint(tr("left empty: today"));
    auto *to = new Field(tr("Valid to"), m_validTo, {QStringLiteral("/determination/valid_to")});
    to->setHint(tr("left empty: after %1 days").arg(usualApprovalDays));
    grid->addWidget(authorization, 0, 0);
    grid->addWidget(from, 0, 1);
    grid->addWidget(to, 0, 2);
    connect(m_authorization, &QLineEdit::textEdited, this, &RecommendationPage::storeDetermination);
    for (DateField *date : {m_validFrom, m_validTo})
        connect(date, &DateField::edited, this, &RecommendationPage::storeDetermination);
    return widget;
}

void RecommendationPage::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const Determination &words = m_session.content().determination;
    m_plainReason->setPlainText(words.plainReason);
    m_rationale->setPlainText(words.rationale);
    m_note->setPlainText(m_session.content().nurseNote);
    m_replyBy->setDate(words.replyBy);
    m_authorization->setText(words.authorizationNumber);
    m_validFrom->setDate(words.validFrom);
    m_validTo->setDate(words.validTo);
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
    refreshOffers();
}

void RecommendationPage::refreshOutcome()
{
    const Evaluation &evaluation = m_session.view().evaluation;
    setTextAnnounced(m_headline, outcomeHeadline(m_session));
    m_sentence->setText(evaluation.decided() ? m_session.policy().outcomes.at(evaluation.outcome).sentence
                                             : tr("No outcome is announced before it is certain."));
    const std::vector<int> cited = isAdverse(m_session) ? evaluation.unmet : evaluation.basis;
    for (int index = 0; index < m_reasons.size(); ++index) {
        CriterionRow *row = m_reasons.at(index);
        const bool shown = contains(cited, index) || (isAdverse(m_session) && contains(evaluation.basis, index));
        if (shown) {
            row->setState(glyphFor(m_session.policy(), evaluation, index),
                reasonMarks(m_session.policy(), m_links, m_session.view(), index), false);
        }
        row->setVisible(shown);
    }
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
        auto *link = makeButton(QString(item.words).replace(QLatin1Char('&'), QLatin1String("&&")), ButtonKind::Link);
        link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        link->setToolTip(item.words);
        link->setAccessibleName(item.words);
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

QString RecommendationPage::refusal(Action action) const
{
    if (m_session.isActing())
        return tr("One moment…");
    const Result<Status> answer = m_session.allowed(action);
    if (!answer)
        return answer.error().message;
    if (action == Action::Withdraw && m_withdrawnBy->text().trimmed().isEmpty())
        return tr("Say on whose word: only the provider or the member withdraws a request.");
    if (action == Action::Pend && !m_replyBy->problem().isEmpty())
        return m_replyBy->problem();
    if (action == Action::Approve && !(m_validFrom->problem() + m_validTo->problem()).isEmpty())
        return m_validFrom->problem() + m_validTo->problem();
    return {};
}

void RecommendationPage::refreshOffers()
{
    const QList<Action> possible = actionsFor(m_session.stored().status, m_session.actor().role);
    const Action best = isApprovable(m_session) ? Action::Approve : isAdverse(m_session) ? Action::Refer : Action::Pend;
    bool any = false;
    for (const Offer &offer : std::as_const(m_offers)) {
        const bool offered = possible.contains(offer.action);
        const QString reason = refusal(offer.action);
        offer.widget->setVisible(offered);
        offer.button->setEnabled(reason.isEmpty());
        setKind(offer.button, offer.action == best && reason.isEmpty() ? ButtonKind::Primary : ButtonKind::Secondary);
        offer.button->setAccessibleDescription(reason);
        setTextAnnounced(offer.reason, reason);
        any = any || offered;
    }
    m_offersCard->setVisible(any);
    const bool editable = m_session.editable();
    m_wordsCard->setVisible(editable);
    for (QWidget *entry : std::initializer_list<QWidget *>{m_note, m_replyBy, m_authorization, m_validFrom, m_validTo})
        entry->setEnabled(editable);
}

QPushButton *RecommendationPage::actionButton(Action action) const
{
    for (const Offer &offer : m_offers) {
        if (offer.action == action && !offer.widget->isHidden())
            return offer.button;
    }
    return nullptr;
}

QString RecommendationPage::reasonAgainst(Action action) const
{
    for (const Offer &offer : m_offers) {
        if (offer.action == action)
            return offer.reason->text();
    }
    return {};
}

void RecommendationPage::focusFirst()
{
    for (const Offer &offer : std::as_const(m_offers)) {
        if (!offer.widget->isHidden() && offer.button->isEnabled()) {
            offer.button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_plainReason->setFocus(Qt::OtherFocusReason);
}

void RecommendationPage::storeDetermination()
{
    if (m_loading)
        return;
    Determination words = m_session.content().determination;
    words.plainReason = m_plainReason->toPlainText();
    words.rationale = m_rationale->toPlainText();
    words.replyBy = m_replyBy->date();
    words.authorizationNumber = m_authorization->text();
    words.validFrom = m_validFrom->date();
    words.validTo = m_validTo->date();
    m_session.setDetermination(words);
    refreshOffers(); // a date that cannot be read changes nothing in the session
}

void RecommendationPage::act(Action action)
{
    m_refused->clear();
    m_session.perform(action, action == Action::Withdraw ? m_withdrawnBy->text() : QString());
    refreshOffers();
}

} // namespace reviewdesk
