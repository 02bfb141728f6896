#include "ui/decision/DecisionPage.h"

#include "ui/decision/CaseHistory.h"
#include "ui/decision/DecisionDraft.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/PolicyColumn.h"
#include "ui/decision/RecordColumn.h"
#include "ui/review/PresenceBar.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QScrollArea *scrolling(QWidget *card)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(card);
    return area;
}

} // namespace

DecisionPage::DecisionPage(Workshop &workshop, StoredCase stored, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_session(workshop, std::move(stored), clock),
      m_header(new CaseHeader(m_session.rulebook().zone, clock)), m_notice(new Notice)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new PresenceBar(m_session, this));
    layout->addWidget(m_notice);
    layout->addWidget(makeColumns(), 1);
    layout->addWidget(makeFooter());
    m_header->setCase(m_session.stored(), m_session.view());
    m_header->setSaved(m_session.savedAt());
    const Person &prepared = m_session.stored().preparedBy;
    if (!prepared.name.isEmpty()) {
        const QString who =
            prepared.credential.isEmpty() ? prepared.name : tr("%1, %2").arg(prepared.name, prepared.credential);
        m_header->setRemark(m_session.stored().status == Status::Referred ? tr("Referred by %1").arg(who)
                                                                          : tr("Prepared by %1").arg(who));
    }
    if (m_form) {
        connect(m_form, &DecisionForm::changed, this, &DecisionPage::refresh);
        openForm();
    }
    connect(&m_session, &ReviewSession::acted, this, &DecisionPage::onActed);
    connect(&m_session, &ReviewSession::keptIsNewer, this, &DecisionPage::sayChanged);
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        if (m_changed)
            Q_EMIT reopenWanted(m_session.stored().id);
        else if (m_draft)
            m_draft->saveNow();
    });
    connect(&m_session, &ReviewSession::refused, this, [this](const Error &error) {
        m_notice->showError(error);
        refresh();
    });
    refresh();
}

/// The form waits, disabled, for what was half written earlier; from then on each change is kept.
void DecisionPage::openForm()
{
    m_draft = new DecisionDraft(m_session.workshop(), m_session.stored().id, this);
    m_form->setEnabled(false);
    connect(m_draft, &DecisionDraft::loaded, this, [this](const QByteArray &written) {
        m_form->setEnabled(true);
        m_form->restore(written);
        m_form->focusFirst();
        connect(m_form, &DecisionForm::changed, m_draft, [this] { m_draft->keep(m_form->written()); });
    });
    connect(m_draft, &DecisionDraft::saving, this, [this] {
        m_header->setSaveState(tr("Saving…"));
        Q_EMIT savedAt({});
    });
    connect(m_draft, &DecisionDraft::saved, this, [this] {
        m_header->setSaved(m_session.now());
        if (!m_changed)
            m_notice->clear();
        Q_EMIT savedAt(m_session.now());
    });
    connect(m_draft, &DecisionDraft::failed, this, [this](const Error &error) {
        m_header->setSaveState(tr("Not saved"), true);
        Q_EMIT savedAt({});
        if (!m_changed)
            m_notice->showMessage(Tone::Danger, tr("Not saved: %1 Everything you typed is still here.").arg(error.message),
                tr("&Try again"));
    });
    m_draft->load();
}

void DecisionPage::flush()
{
    if (m_draft)
        m_draft->flush();
}

bool DecisionPage::hasUnsaved() const
{
    return m_draft && (m_draft->hasUnsaved() || (m_noStepLeft && !m_form->written().isEmpty()));
}

/// What was typed stays; what is decided upon must be seen first.
void DecisionPage::sayChanged(const KeptMeanwhile &kept)
{
    m_changed = true;
    m_noStepLeft = actionsFor(kept.stored.status, m_session.actor().role).isEmpty() || !isOpen(kept.stored.status);
    const QString rest = !m_form ? tr("This page shows the case as it was before.")
        : m_noStepLeft           ? tr("There is nothing left to decide here. What you typed stays on this page until you leave it; "
                                      "copy from it what is still needed.")
                       : tr("What you typed is kept. Look at the case as it is now before you decide.");
    m_notice->showMessage(Tone::Warn,
        QStringLiteral("%1 %2").arg(changeInWords(kept, m_session.rulebook()), rest), tr("Show it as it is &now"));
    refresh();
}

void DecisionPage::close()
{
    flush();
    if (!hasUnsaved())
        Q_EMIT closed();
}

QWidget *DecisionPage::makeColumns()
{
    auto *columns = new QWidget;
    auto *row = new QHBoxLayout(columns);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    row->addWidget(scrolling(new RecordColumn(m_session)), 10);
    row->addWidget(scrolling(new PolicyColumn(m_session)), 10);
    m_history = new CaseHistory(m_session);
    if (DecisionForm::choicesFor(m_session).isEmpty()) {
        row->addWidget(m_history, 9);
        return columns;
    }
    auto *right = new QWidget;
    auto *stacked = new QVBoxLayout(right);
    stacked->setContentsMargins(0, 0, 0, 0);
    stacked->setSpacing(16);
    m_form = new DecisionForm(m_session);
    m_history->setMinimumHeight(Theme::scaled(220));
    stacked->addWidget(m_form);
    stacked->addWidget(m_history, 1);
    row->addWidget(scrolling(right), 9);
    return columns;
}

QWidget *DecisionPage::makeFooter()
{
    auto *footer = new QFrame;
    setPanel(footer, "footer");
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(12);
    const QString caseId = m_session.stored().id;
    auto *review = makeButton(tr("Open the &review"), ButtonKind::Secondary);
    connect(review, &QPushButton::clicked, this, [this, caseId] { Q_EMIT reviewWanted(caseId); });
    row->addWidget(review);
    m_why = makeLabel({}, TextRole::Quiet);
    m_why->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_why, 1);
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    connect(close, &QPushButton::clicked, this, &DecisionPage::close);
    row->addWidget(close);
    const Status status = m_session.stored().status;
    if (status == Status::Approved || status == Status::Denied || status == Status::Pended ||
        status == Status::Withdrawn) {
        auto *letter = makeButton(tr("Open &letter"), m_form ? ButtonKind::Secondary : ButtonKind::Primary);
        connect(letter, &QPushButton::clicked, this, [this, caseId] { Q_EMIT letterWanted(caseId); });
        row->addWidget(letter);
    }
    if (m_form) {
        m_sign = makeButton(m_form->mayDecideOtherwise() ? tr("&Sign decision") : tr("Con&firm"), ButtonKind::Primary);
        connect(m_sign, &QPushButton::clicked, this, &DecisionPage::sign);
        row->addWidget(m_sign);
    }
    return footer;
}

void DecisionPage::refresh()
{
    if (!m_form)
        return;
    const QString why = m_changed ? tr("The case was changed meanwhile: look at it as it is now.")
        : m_session.isActing()    ? tr("One moment…")
                                  : m_form->refusal();
    m_sign->setEnabled(why.isEmpty());
    m_sign->setAccessibleDescription(why);
    setTextAnnounced(m_why, why);
}

void DecisionPage::sign()
{
    const std::optional<Action> action = m_form->chosen();
    if (!action || m_changed || m_session.isActing() || !m_form->refusal().isEmpty())
        return;
    m_notice->clear();
    flush(); // a decision that is refused leaves the words kept
    m_session.perform(*action, m_form->comment());
    refresh();
}

void DecisionPage::onActed(Action action)
{
    if (m_draft)
        m_draft->drop();
    const bool isDraft = actionsFor(m_session.stored().status, m_session.actor().role).contains(Action::Edit);
    if (action == Action::Resume && isDraft)
        Q_EMIT reviewWanted(m_session.stored().id);
    else if (action == Action::ReturnToNurse || action == Action::Refer || action == Action::Withdraw ||
        action == Action::Resume || action == Action::Appeal || action == Action::Reopen)
        Q_EMIT closed();
    else
        Q_EMIT letterWanted(m_session.stored().id);
}

} // namespace reviewdesk
