#include "ui/review/RecommendationPage.h"

#include "ui/review/ApprovalEntries.h"
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
    for (QWidget *card : {makeOutcome(), makeOffers(), makeOpen(), makeReasons(), makeWords()})
        layout->addWidget(card);
    layout->addStretch(1);
    load();
    restoreTyped();
    refresh();
    connect(&session, &ReviewSession::reloaded, this, &RecommendationPage::load);
    connect(&session, &ReviewSession::typedRestored, this, &RecommendationPage::restoreTyped);
    connect(&session, &ReviewSession::viewChanged, this, [this] {
        m_outdated = true;
        if (isVisible())
            refresh();
    });
    connect(&session, &ReviewSession::refused, this, [this](const Error &error) { m_refused->showError(error); });
}

RecommendationPage::~RecommendationPage()
{
    if (focusWidget())
        focusWidget()->clearFocus(); // an entry that is left says so: while there is somebody to hear it
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
    m_approval = new ApprovalEntries;
    connect(m_approval, &ApprovalEntries::edited, this, &RecommendationPage::storeDetermination);
    approve->addWidget(m_approval);
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

void RecommendationPage::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const Determination &words = m_session.content().determination;
    m_plainReason->setPlainText(words.plainReason);
    m_rationale->setPlainText(words.rationale);
    m_note->setPlainText(m_session.content().nurseNote);
    m_replyBy->setDate(words.replyBy);
    m_approval->load(words);
}

QList<QPair<QString, DateField *>> RecommendationPage::dates() const
{
    return {{QStringLiteral("/determination/reply_by"), m_replyBy},
        {QStringLiteral("/determination/valid_from"), m_approval->validFrom()},
        {QStringLiteral("/determination/valid_to"), m_approval->validTo()}};
}

void RecommendationPage::restoreTyped()
{
    bool any = false;
    for (const auto &[pointer, date] : dates()) {
        const QString typed = m_session.typedEarlier(pointer);
        if (typed.isNull() || date->lineEdit()->isModified())
            continue;
        date->lineEdit()->setText(typed);
        any = true;
    }
    if (any)
        storeDetermination();
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
    return action == Action::Approve ? m_approval->problem() : QString();
}

void RecommendationPage::refreshOffers()
{
    const QList<Action> possible = actionsFor(m_session.stored().status, m_session.actor().role);
    const Action best = isApprovable(m_session) ? Action::Approve : isAdverse(m_session) ? Action::Refer : Action::Pend;
    const bool isDraft = possible.contains(Action::Edit);
    bool any = false;
    for (const Offer &offer : std::as_const(m_offers)) {
        const bool offered = isDraft && possible.contains(offer.action);
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
    for (QWidget *entry : std::initializer_list<QWidget *>{m_note, m_replyBy, m_approval})
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
    words.replyBy = m_replyBy->dateOr(words.replyBy);
    m_approval->store(words);
    m_session.setDetermination(words);
    for (const auto &[pointer, date] : dates()) // why one cannot be read, is said beside the step that uses it
        m_session.setTyped(pointer, date->isReadable() ? QString() : date->lineEdit()->text(), {});
    refreshOffers(); // a date that cannot be read changes nothing in the session
}

void RecommendationPage::act(Action action)
{
    m_refused->clear();
    m_session.perform(action, action == Action::Withdraw ? m_withdrawnBy->text() : QString());
    refreshOffers();
}

} // namespace reviewdesk
