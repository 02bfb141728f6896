#include "ui/review/NextStepCard.h"

#include "ui/review/ApprovalEntries.h"
#include "ui/review/OutcomeWords.h"
#include "ui/review/ProvisionEntries.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Field.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TypedText.h"

#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

namespace {

/// In the order of the card; what a person has of them is the table's to say.
constexpr Action offered[] = {Action::Approve, Action::Refer, Action::Pend, Action::RecordProvision,
    Action::Withdraw};

/// Refusals of an entry that stands under its choice.
bool isOfEntry(const Error &error)
{
    return error.code == QLatin1String("reply_by") || error.code == QLatin1String("provision") ||
        error.place.startsWith(QLatin1String("/determination/valid_"));
}

Action suggested(const ReviewSession &session)
{
    return isApprovable(session) ? Action::Approve : isAdverse(session) ? Action::Refer : Action::Pend;
}

} // namespace

NextStepCard::NextStepCard(ReviewSession &session, QWidget *parent)
    : Card(tr("What you can do"), parent), m_session(session)
{
    makeChoices();
    makeEntries();
    makeButton();
    load();
    refresh();
    restoreTyped();
    connect(&session, &ReviewSession::reloaded, this, &NextStepCard::load);
    connect(&session, &ReviewSession::typedRestored, this, &NextStepCard::restoreTyped);
    connect(&session, &ReviewSession::savingChanged, this, &NextStepCard::heedSaving);
    connect(&session, &ReviewSession::refused, this, [this](const Error &error) {
        m_notice->showError(error);
        showEntries(); // another may be taken
    });
    connect(&session, &ReviewSession::acted, this, &NextStepCard::onActed);
}

NextStepCard::~NextStepCard()
{
    if (focusWidget())
        focusWidget()->clearFocus(); // an entry that is left says so: while there is somebody to hear it
}

void NextStepCard::makeChoices()
{
    auto *group = new QGroupBox;
    setPanel(group, "group");
    group->setAccessibleName(tr("What you can do"));
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Action action : offered) {
        auto *button = new QRadioButton(label(action));
        auto *reason = makeLabel({}, TextRole::Small);
        reason->setContentsMargins(Theme::scaled(28), 0, 0, 4);
        layout->addWidget(button);
        layout->addWidget(reason);
        m_choices.append({action, false, button, reason});
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (!on)
                return;
            m_picked = true;
            storeStep();
            showEntries();
        });
    }
    body()->addWidget(group);
}

void NextStepCard::makeEntries()
{
    m_approval = new ApprovalEntries;
    connect(m_approval, &ApprovalEntries::edited, this, &NextStepCard::store);
    m_note = new QPlainTextEdit;
    m_note->setAccessibleName(tr("Note to the physician"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(Theme::scaled(72));
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_loading)
            m_session.setNurseNote(m_note->toPlainText());
    });
    m_noteField = new Field(tr("Note to the physician"), m_note, {});
    m_replyBy = new DateField(tr("Reply by"));
    connect(m_replyBy, &DateField::edited, this, &NextStepCard::store);
    m_replyField = new Field(tr("Reply by"), m_replyBy, {QStringLiteral("/determination/reply_by")});
    m_provision = new ProvisionEntries;
    for (QWidget *entry : m_provision->findChildren<QWidget *>())
        entry->setProperty("ownUndo", true); // recorded by the step, no part of the draft before
    connect(m_provision, &ProvisionEntries::edited, this, &NextStepCard::storeStep);
    m_onWord = new QLineEdit;
    m_onWord->setAccessibleName(tr("Withdrawn on whose word"));
    m_onWord->setProperty("ownUndo", true); // said with the step, no part of the draft
    m_onWord->setMaxLength(300);
    connect(TypedText::of(m_onWord), &TypedText::typed, this, &NextStepCard::storeStep);
    m_wordField = new Field(tr("Withdrawn on whose word"), m_onWord, {});
    for (QWidget *entry : {static_cast<QWidget *>(m_approval), m_noteField, m_replyField, static_cast<QWidget *>(m_provision), m_wordField})
        body()->addWidget(entry);
}

void NextStepCard::makeButton()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(12);
    m_button = reviewdesk::makeButton({}, ButtonKind::Primary);
    m_refusal = makeLabel({}, TextRole::Quiet);
    row->addWidget(m_button, 0, Qt::AlignTop);
    row->addWidget(m_refusal, 1);
    body()->addLayout(row);
    m_notice = new Notice;
    body()->addWidget(m_notice);
    connect(m_button, &QPushButton::clicked, this, &NextStepCard::take);
}

void NextStepCard::load()
{
    const QScopedValueRollback loading(m_loading, true);
    const Determination &words = m_session.content().determination;
    m_note->setPlainText(m_session.content().nurseNote);
    m_replyBy->setDate(words.replyBy);
    m_approval->load(words);
    if (!m_provision->isChanged())
        m_provision->load(words.contractProvision);
}

QList<QPair<QString, DateField *>> NextStepCard::dates() const
{
    return {{QStringLiteral("/determination/reply_by"), m_replyBy},
        {QStringLiteral("/determination/valid_from"), m_approval->validFrom()},
        {QStringLiteral("/determination/valid_to"), m_approval->validTo()}};
}

void NextStepCard::restoreTyped()
{
    bool any = false;
    for (const auto &[pointer, date] : dates()) {
        const QString typed = m_session.typedEarlier(pointer);
        if (typed.isNull() || date->lineEdit()->isModified())
            continue;
        date->showKept(typed);
        any = true;
    }
    if (any)
        store();
    restoreStep();
}

/// What was being said with a step when the case was left, and the step: its words stand under their choice alone.
void NextStepCard::restoreStep()
{
    const auto earlier = [this](const char *entry) { return m_session.typedEarlier(TypedEntries::step(entry)); };
    const QString citation = earlier("citation");
    const QString words = earlier("provision");
    const QString onWord = earlier("on_word");
    const bool isProvision = !(citation.isEmpty() && words.isEmpty()) && !m_provision->isChanged();
    const bool isOnWord = !onWord.isEmpty() && m_onWord->text().isEmpty();
    if (!isProvision && !isOnWord)
        return; // or typed anew meanwhile
    {
        const QScopedValueRollback loading(m_loading, true);
        if (isProvision)
            m_provision->setTyped(citation, words);
        if (isOnWord)
            TypedText::show(m_onWord, onWord);
        const std::optional<Action> action = actionFromWord(earlier("decision"));
        QRadioButton *button = action ? choice(*action) : nullptr;
        if (button && button->isEnabled())
            button->setChecked(true);
    }
    storeStep();
}

/// What is said with a step is no part of the draft before the step is taken: kept beside it.
void NextStepCard::storeStep()
{
    if (m_loading)
        return;
    const bool isProvision = m_provision->isChanged();
    const QString citation = isProvision ? m_provision->citation() : QString();
    const QString words = isProvision ? m_provision->words() : QString();
    const bool any = !(citation.isEmpty() && words.isEmpty() && m_onWord->text().isEmpty());
    const std::optional<Action> action = chosen();
    m_session.setTyped(TypedEntries::step("citation"), citation, {});
    m_session.setTyped(TypedEntries::step("provision"), words, {});
    m_session.setTyped(TypedEntries::step("on_word"), m_onWord->text(), {});
    m_session.setTyped(TypedEntries::step("decision"), any && action ? toWord(*action) : QString(), {});
    refresh();
}

void NextStepCard::store()
{
    if (m_loading)
        return;
    Determination words = m_session.content().determination;
    words.replyBy = m_replyBy->dateOr(words.replyBy);
    m_approval->store(words);
    m_session.setDetermination(words);
    for (const auto &[pointer, date] : dates()) // why one cannot be read, is said beside the button
        m_session.setTyped(pointer, date->isReadable() ? QString() : date->kept(), {});
    refresh(); // a date that cannot be read changes nothing in the session
}

void NextStepCard::refresh()
{
    const QList<Action> possible = actionsFor(m_session.stored().status, m_session.actor().role);
    const bool isDraft = possible.contains(Action::Edit) && !m_session.secondReview(); // afterwards: the decision page
    setVisible(isDraft);
    for (Choice &choice : m_choices) {
        choice.isOffered = isDraft && possible.contains(choice.action);
        const Result<Status> answer = m_session.allowed(choice.action, QStringLiteral("-")); // words may come later
        const QString reason = answer || isOfEntry(answer.error()) ? QString() : answer.error().message;
        choice.button->setVisible(choice.isOffered);
        choice.button->setEnabled(choice.isOffered && reason.isEmpty());
        choice.button->setAccessibleDescription(reason);
        setTextAnnounced(choice.reason, reason);
        choice.reason->setVisible(choice.isOffered && !reason.isEmpty());
    }
    m_approval->showDefaults(m_session.approvalDefaults());
    chooseSuggested();
    showEntries();
    for (QWidget *entry : std::initializer_list<QWidget *>{m_note, m_replyBy, m_approval, m_provision})
        entry->setEnabled(m_session.editable());
}

/// Follows the outcome while the person has not chosen; a choice that may be taken no more gives way too.
void NextStepCard::chooseSuggested()
{
    const std::optional<Action> now = chosen();
    if (m_picked && now && choice(*now)->isEnabled())
        return;
    m_picked = false;
    const Action best = suggested(m_session);
    for (const Choice &choice : std::as_const(m_choices)) {
        const bool on = choice.action == best && choice.isOffered && choice.button->isEnabled();
        const QSignalBlocker quiet(choice.button);
        choice.button->setAutoExclusive(false); // none is chosen where the step that fits is not allowed yet
        choice.button->setChecked(on);
        choice.button->setAutoExclusive(true);
    }
}

void NextStepCard::showEntries()
{
    const std::optional<Action> action = chosen();
    m_approval->setVisible(action == Action::Approve);
    m_noteField->setVisible(action == Action::Refer);
    m_replyField->setVisible(action == Action::Pend);
    m_provision->setVisible(action == Action::RecordProvision);
    m_wordField->setVisible(action == Action::Withdraw);
    const QString reason = refusal();
    m_button->setText(action ? label(*action) : tr("Choose first"));
    m_button->setEnabled(reason.isEmpty());
    m_button->setAccessibleDescription(reason);
    setTextAnnounced(
        m_refusal, action && !choice(*action)->isEnabled() ? QString() : reason); // stands under it already
}

QString NextStepCard::refusal() const
{
    if (m_session.isActing())
        return tr("One moment…");
    if (const std::optional<Error> first = m_session.mustCompare())
        return first->message;
    const std::optional<Action> action = chosen();
    if (!action)
        return tr("Choose what to do.");
    const QString onWord = *action == Action::Withdraw ? m_onWord->text() : QString();
    const bool records = *action == Action::RecordProvision; // what is typed here, not what the draft has
    const Result<Status> answer = m_session.allowed(*action, onWord);
    if (!answer && !(records && isOfEntry(answer.error())))
        return answer.error().message;
    if (records)
        return m_provision->lacking();
    if (*action == Action::Pend)
        return m_replyBy->refusal();
    return *action == Action::Approve ? m_approval->refusal() : QString();
}

void NextStepCard::take()
{
    const std::optional<Action> action = chosen();
    if (!action || !refusal().isEmpty())
        return;
    m_notice->clear();
    Determination typed;
    if (*action == Action::RecordProvision)
        m_provision->store(typed);
    m_session.perform(*action, *action == Action::Withdraw ? m_onWord->text() : QString(), typed.contractProvision);
    refresh();
}

/// Nobody decides on what they have not seen.
void NextStepCard::heedSaving()
{
    const bool isStale = m_session.saving() == ReviewSession::Saving::Stale;
    if (std::exchange(m_isStale, isStale) == isStale)
        return;
    if (!isStale)
        m_notice->clear(); // it has been compared
    showEntries();
}

/// The case stays on its page: what was recorded is said here, and the step that the outcome suggests is next.
void NextStepCard::onActed(Action action)
{
    if (action != Action::RecordProvision)
        return;
    m_provision->load(m_session.content().determination.contractProvision);
    m_picked = false;
    storeStep(); // it is on record: nothing of it is left to keep
    m_notice->showMessage(Tone::Ok, tr("The contract provision is on record; it leads the letter."));
    refresh();
    focusFirst();
}

std::optional<Action> NextStepCard::chosen() const
{
    for (const Choice &choice : m_choices) {
        if (choice.isOffered && choice.button->isChecked())
            return choice.action;
    }
    return std::nullopt;
}

QRadioButton *NextStepCard::choice(Action action) const
{
    for (const Choice &choice : m_choices) {
        if (choice.action == action && choice.isOffered)
            return choice.button;
    }
    return nullptr;
}

QString NextStepCard::reasonAgainst(Action action) const
{
    for (const Choice &choice : m_choices) {
        if (choice.action == action)
            return choice.reason->text();
    }
    return {};
}

void NextStepCard::focusFirst()
{
    const std::optional<Action> action = chosen();
    for (const Choice &choice : std::as_const(m_choices)) { // not the button: a stray space must decide nothing
        if (action ? choice.action == *action : choice.button->isEnabled()) {
            choice.button->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace reviewdesk
