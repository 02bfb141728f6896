#include "ui/decision/DecisionForm.h"

#include "ui/decision/AppealEntries.h"
#include "ui/decision/OpinionEntries.h"
#include "ui/letter/TranslatedReason.h"
#include "ui/review/ApprovalEntries.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/ProvisionEntries.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TypedText.h"

#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

/// In the order of the form; what a person has of them is the table's to say.
constexpr Action offered[] = {Action::Approve, Action::ApproveException, Action::Deny, Action::Refer, Action::Pend,
    Action::AskOpinion, Action::GiveOpinion, Action::RecordProvision, Action::Resume, Action::ReturnToNurse,
    Action::Withdraw, Action::Appeal, Action::Reopen};

/// Refusals that the form itself can lift.
bool canBeLifted(const Error &error)
{
    return error.code == QLatin1String("rationale") || error.code == QLatin1String("comment") ||
        error.code == QLatin1String("nothing_to_ask") || error.code == QLatin1String("provision") ||
        error.code == QLatin1String("reply_by") || error.place.startsWith(QLatin1String("/determination/valid_"));
}

bool startsRound(std::optional<Action> action)
{
    return action == Action::Appeal || action == Action::Reopen;
}

bool isOpinion(std::optional<Action> action)
{
    return action == Action::AskOpinion || action == Action::GiveOpinion;
}

/// Her letter is in Spanish (LetterComposer::languageFor).
bool readsSpanish(const Member &member)
{
    return member.language.section(u'-', 0, 0).trimmed().toLower() == QLatin1String("es");
}

QString signerInWords(const Person &person, bool withLicence)
{
    QStringList words{
        person.credential.isEmpty() ? person.name : DecisionForm::tr("%1, %2").arg(person.name, person.credential)};
    if (!withLicence)
        return DecisionForm::tr("Done as %1").arg(words.first());
    words << (person.specialty.isEmpty() ? DecisionForm::tr("no specialty on file") : person.specialty);
    words << (person.npi.isEmpty() ? DecisionForm::tr("no NPI on file") : DecisionForm::tr("NPI %1").arg(person.npi));
    return DecisionForm::tr("Signing as %1").arg(words.join(QStringLiteral(", ")));
}

} // namespace

DecisionForm::DecisionForm(ReviewSession &session, QWidget *parent)
    : Card(tr("Your decision"), parent), m_session(session)
{
    if (!isOpen(session.stored().status))
        setHeading(tr("A new round"));
    makeChoices();
    makeEntries();
    m_provision = new ProvisionEntries(this);
    body()->addWidget(m_provision);
    connect(m_provision, &ProvisionEntries::edited, this, &DecisionForm::store);
    body()->addWidget(makeLabel(signerInWords(session.actor(), mayDecideOtherwise()), TextRole::Small));
    load();
    refresh();
}

DecisionForm::~DecisionForm()
{
    if (focusWidget())
        focusWidget()->clearFocus(); // an entry that is left says so: while there is somebody to hear it
}

QList<Action> DecisionForm::choicesFor(const ReviewSession &session)
{
    const QList<Action> possible = actionsFor(session.stored().status, session.actor().role);
    QList<Action> choices;
    if (possible.contains(Action::Edit))
        return choices; // a draft is worked on in the wizard
    for (const Action action : offered) {
        if (possible.contains(action))
            choices << action;
    }
    return choices;
}

bool DecisionForm::mayDecideOtherwise() const
{
    return choice(Action::Deny) || choice(Action::ApproveException);
}

void DecisionForm::makeEntries()
{
    m_plainReason = addText(tr("Reason in plain words"), tr("for the member; printed as written"), 72);
    m_plainField = qobject_cast<Field *>(m_plainReason->parentWidget());
    if (readsSpanish(m_session.content().member)) {
        m_translated = new TranslatedReason({}, this);
        body()->addWidget(m_translated);
        connect(m_translated, &TranslatedReason::edited, this, &DecisionForm::store);
    }
    m_rationale = addText(tr("Clinical rationale"), tr("printed in the letter"), 96);
    m_rationaleField = qobject_cast<Field *>(m_rationale->parentWidget());
    m_note = addText(tr("Note to the physician"), {}, 96);
    m_noteField = qobject_cast<Field *>(m_note->parentWidget());
    m_comment = addText(tr("Comment to the nurse"), {}, 72);
    m_commentField = qobject_cast<Field *>(m_comment->parentWidget());
    m_ground = addText(tr("On what ground"), tr("stands in the history; the rounds before are kept"), 72);
    m_groundField = qobject_cast<Field *>(m_ground->parentWidget());
    if (choice(Action::Appeal)) { // what is not asked for is not made: the page is to open at once
        m_appeal = new AppealEntries(m_session.content().request, m_session.now(), m_session.rulebook().zone, this);
        body()->addWidget(m_appeal);
        connect(m_appeal, &AppealEntries::edited, this, &DecisionForm::store);
    }
    m_onWord = addLine(tr("Withdrawn on whose word"), &m_wordField);
    m_approval = new ApprovalEntries(this);
    body()->addWidget(m_approval);
    connect(m_approval, &ApprovalEntries::edited, this, &DecisionForm::store);
    if (choice(Action::AskOpinion) || choice(Action::GiveOpinion)) {
        m_opinion = new OpinionEntries(this);
        body()->addWidget(m_opinion);
        connect(m_opinion, &OpinionEntries::edited, this, &DecisionForm::store);
    }
    m_replyBy = new DateField(tr("Reply by"), this);
    m_replyField = new Field(tr("Reply by"), m_replyBy, {}, this);
    body()->addWidget(m_replyField);
    connect(m_replyBy, &DateField::edited, this, &DecisionForm::store);
}

QLineEdit *DecisionForm::addLine(const QString &label, Field **field)
{
    auto *edit = new QLineEdit(this);
    edit->setMaxLength(300);
    edit->setAccessibleName(label);
    *field = new Field(label, edit, {}, this);
    body()->addWidget(*field);
    connect(TypedText::of(edit), &TypedText::typed, this, &DecisionForm::store);
    return edit;
}

/// Which outranks the criteria.
bool DecisionForm::hasProvision() const
{
    const std::optional<ContractProvision> &provision = m_session.content().determination.contractProvision;
    return provision && provision->isWhole();
}

void DecisionForm::makeChoices()
{
    auto *group = new QGroupBox;
    setPanel(group, "group");
    group->setAccessibleName(tr("Your decision"));
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Action action : choicesFor(m_session)) {
        QString words = label(action);
        if (action == Action::Deny && isAdverse(m_session))
            words = tr("Deny: %1\nunder %2")
                        .arg(m_session.policy().outcomes.at(m_session.view().evaluation.outcome).label.toLower(),
                            criterionIds(m_session.policy(), m_session.view().evaluation.basis));
        else if (action == Action::Deny && hasProvision())
            words = tr("Deny: by the contract provision on record");
        auto *button = new QRadioButton(words);
        auto *reason = makeLabel({}, TextRole::Small);
        reason->setContentsMargins(Theme::scaled(28), 0, 0, 4);
        layout->addWidget(button);
        layout->addWidget(reason);
        m_choices.append({action, button, reason});
        connect(button, &QRadioButton::toggled, this, [this, action](bool on) {
            if (!on)
                return;
            turnToWordsOf(action);
            if (m_restoring)
                refresh();
            else
                store();
        });
    }
    body()->addWidget(group);
}

QPlainTextEdit *DecisionForm::addText(const QString &label, const QString &hint, int height)
{
    auto *edit = new QPlainTextEdit(this);
    edit->setAccessibleName(label);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(Theme::scaled(height));
    auto *field = new Field(label, edit, {}, this);
    field->setHint(hint);
    body()->addWidget(field);
    connect(edit, &QPlainTextEdit::textChanged, this, &DecisionForm::store);
    return edit;
}

std::optional<Action> DecisionForm::chosen() const
{
    for (const Choice &choice : m_choices) {
        if (choice.button->isChecked())
            return choice.action;
    }
    return std::nullopt;
}

QRadioButton *DecisionForm::choice(Action action) const
{
    for (const Choice &choice : m_choices) {
        if (choice.action == action)
            return choice.button;
    }
    return nullptr;
}

QString DecisionForm::reasonUnder(Action action) const
{
    for (const Choice &choice : m_choices) {
        if (choice.action == action)
            return choice.reason->text();
    }
    return {};
}

QString DecisionForm::comment() const
{
    if (isOpinion(chosen()))
        return m_opinion->words()->toPlainText();
    if (startsRound(chosen()))
        return m_ground->toPlainText();
    return chosen() == Action::Withdraw     ? m_onWord->text()
        : chosen() == Action::ReturnToNurse ? m_comment->toPlainText()
                                            : QString();
}

QString DecisionForm::refusal() const
{
    const std::optional<Action> action = chosen();
    const std::optional<Error> &onlyRead = m_session.stored().onlyRead;
    if (!action)
        return onlyRead ? onlyRead->message : tr("Choose a decision.");
    const bool gives = *action == Action::GiveOpinion; // that it was asked for, is known by the notes
    const Result<Status> answer = m_session.allowed(gives ? Action::AskOpinion : *action, comment());
    if (!answer)
        return gives && answer.error().code == QLatin1String("comment") ? tr("Write your opinion first.") : answer.error().message;
    if (*action == Action::AskOpinion && m_opinion->physicianId().isEmpty())
        return m_session.stored().deniedBy.isEmpty()
            ? tr("There is no other physician with an account.")
            : tr("There is no other physician to ask: who denied may not hear the appeal.");
    if (*action == Action::Appeal)
        return m_appeal->refusal(m_session.content().determination.at, m_session.now());
    if (*action == Action::Deny && m_plainReason->toPlainText().trimmed().isEmpty())
        return tr("Write the reason in plain words for the member first.");
    if (const QString date = m_replyBy->refusal(); *action == Action::Pend && !date.isEmpty())
        return date;
    if (const QString date = m_approval->refusal(); !m_approval->isHidden() && !date.isEmpty())
        return date;
    return m_provision->problem();
}

Request DecisionForm::appealed() const
{
    return m_appeal->said(m_session.content().request);
}

void DecisionForm::focusFirst()
{
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.button->isEnabled()) {
            choice.button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void DecisionForm::setNotes(const QList<CaseNote> &notes)
{
    m_isAsked = false;
    for (const CaseNote &note : notes) {
        const bool here = note.round == m_session.stored().round;
        if (here && note.action == Action::AskOpinion && note.toUserId == m_session.actor().userId) {
            m_isAsked = true;
            if (m_opinion)
                m_opinion->setQuestion(note);
        } else if (here && note.action == Action::GiveOpinion && note.userId == m_session.actor().userId) {
            m_isAsked = false;
        }
    }
    refresh();
}

void DecisionForm::refresh()
{
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.action == Action::GiveOpinion) {
            choice.button->setVisible(m_isAsked);
            choice.reason->hide();
            continue;
        }
        const Result<Status> answer = m_session.allowed(choice.action, QStringLiteral("-"));
        const bool blocked = !answer && !canBeLifted(answer.error());
        choice.button->setEnabled(!blocked);
        const bool isSaid = blocked && answer.error().code == QLatin1String("older_program"); // once, beside the buttons
        setTextAnnounced(choice.reason, blocked && !isSaid ? answer.error().message : QString());
        choice.reason->setVisible(blocked && !isSaid);
    }
    const std::optional<Action> action = chosen();
    const bool approves = action == Action::Approve || action == Action::ApproveException;
    const bool decides = action == Action::Deny || approves;
    const bool open = !action && mayDecideOtherwise(); // reasons may come before the decision
    m_plainField->setVisible(decides || action == Action::Pend || open);
    if (m_translated)
        m_translated->setVisible(!m_plainField->isHidden());
    m_rationaleField->setVisible(decides || action == Action::Pend || open);
    m_provision->setVisible((decides && mayDecideOtherwise()) || action == Action::RecordProvision);
    if (m_opinion)
        m_opinion->showFor(action);
    if (m_appeal)
        m_appeal->setVisible(action == Action::Appeal);
    m_approval->setVisible(approves);
    m_approval->showDefaults(m_session.approvalDefaults());
    m_noteField->setVisible(action == Action::Refer);
    m_wordField->setVisible(action == Action::Withdraw);
    m_commentField->setVisible(action == Action::ReturnToNurse);
    m_groundField->setVisible(startsRound(action));
    m_replyField->setVisible(action == Action::Pend);
    Q_EMIT changed();
}

} // namespace reviewdesk
