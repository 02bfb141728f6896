#include "ui/decision/DecisionPage.h"

#include "ui/decision/CaseHistory.h"
#include "ui/decision/DecisionDraft.h"
#include "ui/decision/DecisionFooter.h"
#include "ui/decision/DecisionForm.h"
#include "ui/decision/OpinionEntries.h"
#include "ui/decision/PolicyColumn.h"
#include "ui/decision/RecordColumn.h"
#include "ui/decision/TalkCard.h"
#include "ui/documents/RecordSheet.h"
#include "ui/history/RoundsSheet.h"
#include "ui/review/MoreTime.h"
#include "ui/review/NotesSheet.h"
#include "ui/review/PresenceBar.h"
#include "ui/review/VersionNotice.h"
#include "ui/widgets/CaseHeader.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace reviewdesk {

namespace {

/// A column that scrolls. What goes into it is made in its viewport: a widget that changes its parent is styled anew with
/// all that is in it, and of a whole column that takes longer than to make it.
QScrollArea *makeScrolling(QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

DecisionPage::DecisionPage(Workshop &workshop, StoredCase stored, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_session(workshop, std::move(stored), clock),
      m_header(new CaseHeader(m_session.rulebook().zone, clock, this)), m_notice(new Notice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(new PresenceBar(m_session, clock, this));
    layout->addWidget(new VersionNotice(m_session, this));
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
    m_header->setExtension([this] { return moreTimeFor(m_session); });
    connect(m_header, &CaseHeader::extensionWanted, this, [this](const QString &reason) {
        flush();
        m_session.perform(Action::Extend, reason);
    });
    connect(m_talks, &TalkCard::sheetWanted, this, &DecisionPage::openNotes);
    if (m_form) {
        connect(m_form, &DecisionForm::changed, this, &DecisionPage::refresh);
        openForm();
    }
    connect(&m_session, &ReviewSession::acted, this, &DecisionPage::onActed);
    connect(&m_session, &ReviewSession::keptIsNewer, this, &DecisionPage::sayChanged);
    connect(m_notice, &Notice::actionTriggered, this, [this] {
        if (m_changed)
            Q_EMIT reopenWanted(m_session.stored().id);
        else if (m_unread)
            m_draft->load();
        else if (m_draft)
            m_draft->saveNow();
    });
    connect(&m_session, &ReviewSession::refused, this, [this](const Error &error) {
        m_changed = m_changed || error.code == QLatin1String("rules_changed");
        if (m_changed)
            m_notice->showMessage(Tone::Warn, error.message, tr("Show it as it is &now"));
        else
            m_notice->showError(error, tryAgain());
        refresh();
    });
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F8), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] { recordSheet()->openSource({}); });
    refresh();
    loadNotes();
}

DecisionPage::~DecisionPage()
{
    delete m_record; // it reads the session
}

/// What was said on the case, and who else could be asked.
void DecisionPage::loadNotes()
{
    struct Said {
        QList<CaseNote> notes;
        QList<UserAccount> users;
    };
    m_session.workshop().run(
        this,
        [caseId = m_session.stored().id](Workspace &workspace) -> Result<Said> {
            const Result<QList<CaseNote>> notes = workspace.notes(caseId);
            if (!notes)
                return notes.error();
            const Result<QList<UserAccount>> users = workspace.users();
            if (!users)
                return users.error();
            return Said{*notes, *users};
        },
        [this](const Result<Said> &said) {
            if (!said) {
                if (!m_unread) // of the two the worse
                    m_notice->showError(said.error());
                return;
            }
            m_talks->showNotes(said->notes, m_session.stored().round);
            if (!m_form)
                return;
            m_form->setNotes(said->notes);
            if (m_form->opinion())
                m_form->opinion()->setPhysicians(said->users, m_session.actor().userId, m_session.stored().deniedBy);
        });
}

NotesSheet *DecisionPage::openNotes()
{
    auto *sheet = new NotesSheet(m_session.workshop(), m_session.stored(), m_session.clock(), window());
    connect(sheet, &NotesSheet::changed, this, [this] {
        loadNotes();
        m_history->load();
    });
    sheet->open();
    return sheet;
}

/// The form waits, disabled, for what was half written earlier; from then on each change is kept.
void DecisionPage::openForm()
{
    m_draft = new DecisionDraft(m_session.workshop(), m_session.stored().id, this);
    m_form->setEnabled(false);
    connect(m_draft, &DecisionDraft::notLoaded, this, &DecisionPage::sayUnread);
    connect(m_draft, &DecisionDraft::loaded, this, [this](const QByteArray &written) {
        if (std::exchange(m_unread, false)) {
            if (!m_changed)
                m_notice->clear();
            loadNotes(); // they were out of reach too
        }
        refresh(); // enabled: a choice that is not is not restored
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
            m_notice->showMessage(Tone::Danger,
                tr("Not saved: %1 Everything you typed is still here.").arg(error.message), tr("&Try again"));
    });
    m_draft->load();
}

/// Over an empty form the first letter typed would take the place of what stands there.
void DecisionPage::sayUnread(const Error &error)
{
    m_unread = true;
    if (!m_changed)
        m_notice->showMessage(Tone::Danger,
            tr("What you may have written here before could not be read: %1 Nothing was overwritten; you can write once it "
               "is here.")
                .arg(error.message),
            tryAgain());
    refresh();
}

QString DecisionPage::tryAgain() const
{
    return m_unread ? tr("&Try again") : QString();
}

void DecisionPage::flush()
{
    if (m_draft)
        m_draft->flush();
}

bool DecisionPage::hasUnsaved() const
{
    return m_draft && ((m_draft->hasUnsaved() && !m_draft->isAside()) || (m_noStepLeft && !m_form->written().isEmpty()));
}

/// What was typed stays; what is decided upon must be seen first.
void DecisionPage::sayChanged(const KeptMeanwhile &kept)
{
    m_changed = true;
    m_noStepLeft = actionsFor(kept.stored.status, m_session.actor().role).isEmpty() || !isOpen(kept.stored.status);
    const QString rest = !m_form ? tr("This page shows the case as it was before.")
        : m_noStepLeft
        ? tr("There is nothing left to decide here. What you typed stays on this page until you leave it; "
             "copy from it what is still needed.")
        : tr("What you typed is kept. Look at the case as it is now before you decide.");
    m_notice->showMessage(Tone::Warn, QStringLiteral("%1 %2").arg(changeInWords(kept, m_session.rulebook()), rest),
        tr("Show it as it is &now"));
    refresh();
}

void DecisionPage::close()
{
    flush();
    if (!hasUnsaved())
        Q_EMIT closed();
}

RecordSheet *DecisionPage::recordSheet()
{
    if (!m_record)
        m_record = new RecordSheet(m_session, this);
    return m_record;
}

QWidget *DecisionPage::makeColumns()
{
    auto *columns = new QWidget(this);
    auto *row = new QHBoxLayout(columns);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    QScrollArea *left = makeScrolling(columns);
    QScrollArea *middle = makeScrolling(columns);
    QScrollArea *right = makeScrolling(columns);
    auto *record = new RecordColumn(m_session, left->viewport());
    connect(record, &RecordColumn::sourceWanted, this,
        [this](int fact) { recordSheet()->openSource(m_session.evidence(fact)); });
    left->setWidget(record);
    middle->setWidget(new PolicyColumn(m_session, middle->viewport()));
    auto *acts = new QWidget(right->viewport());
    m_history = new CaseHistory(m_session, acts);
    m_talks = new TalkCard(m_session.rulebook().zone, acts);
    auto *stacked = new QVBoxLayout(acts);
    stacked->setContentsMargins(0, 0, 0, 0);
    stacked->setSpacing(16);
    m_history->setMinimumHeight(Theme::scaled(220));
    if (!DecisionForm::choicesFor(m_session).isEmpty()) {
        m_form = new DecisionForm(m_session, acts);
        stacked->addWidget(m_form);
    }
    stacked->addWidget(m_talks);
    stacked->addWidget(m_history, 1);
    right->setWidget(acts);
    row->addWidget(left, 10);
    row->addWidget(middle, 10);
    row->addWidget(right, 9);
    return columns;
}

QWidget *DecisionPage::makeFooter()
{
    m_footer = new DecisionFooter(this);
    const QString caseId = m_session.stored().id;
    auto *review = makeButton(tr("Open the &review"), ButtonKind::Secondary);
    connect(review, &QPushButton::clicked, this, [this, caseId] { Q_EMIT reviewWanted(caseId); });
    m_footer->addAside(review);
    auto *remarks = makeButton(tr("Re&marks…"), ButtonKind::Secondary);
    connect(remarks, &QPushButton::clicked, this, &DecisionPage::openNotes);
    m_footer->addAside(remarks);
    auto *record = makeButton(tr("Recor&d…"), ButtonKind::Secondary);
    record->setToolTip(tr("The attached documents (F8)"));
    connect(record, &QPushButton::clicked, this, [this] { recordSheet()->openSource({}); });
    m_footer->addAside(record);
    if (m_session.stored().round > 1) {
        auto *rounds = makeButton(tr("Com&pare rounds…"), ButtonKind::Secondary);
        connect(rounds, &QPushButton::clicked, this,
            [this, caseId] { (new RoundsSheet(m_session.workshop(), caseId, window()))->open(); });
        m_footer->addAside(rounds);
    }
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    connect(close, &QPushButton::clicked, this, &DecisionPage::close);
    m_footer->addStep(close);
    const Status status = m_session.stored().status;
    if (status == Status::Approved || status == Status::Denied || status == Status::Pended ||
        status == Status::Withdrawn) {
        auto *letter = makeButton(tr("Open &letter"), m_form ? ButtonKind::Secondary : ButtonKind::Primary);
        connect(letter, &QPushButton::clicked, this, [this, caseId] { Q_EMIT letterWanted(caseId); });
        m_footer->addStep(letter);
    }
    if (m_form) {
        m_footer->saysWhy();
        m_sign = makeButton(m_form->mayDecideOtherwise() ? tr("&Sign decision") : tr("Con&firm"), ButtonKind::Primary);
        connect(m_sign, &QPushButton::clicked, this, &DecisionPage::sign);
        m_footer->addStep(m_sign);
    }
    return m_footer;
}

void DecisionPage::refresh()
{
    if (!m_form)
        return;
    const bool decides = m_session.isDeciding() || m_opining;
    m_form->setEnabled(m_draft->isLoaded() && !decides); // words typed now would be in no letter
    const QString why = m_changed         ? tr("The case was changed meanwhile: look at it as it is now.")
        : m_unread                        ? tr("What you may have written here before is not here yet.")
        : m_session.isActing() || decides ? tr("One moment…")
                                          : m_form->refusal();
    m_sign->setEnabled(why.isEmpty());
    m_sign->setAccessibleDescription(why);
    m_footer->say(why);
}

void DecisionPage::sign()
{
    const std::optional<Action> action = m_form->chosen();
    if (!action || m_changed || m_session.isActing() || !m_form->refusal().isEmpty())
        return;
    m_notice->clear();
    flush(); // a decision that is refused leaves the words kept
    if (signOpinion(*action))
        return;
    if (*action == Action::Appeal)
        m_session.setRequest(m_form->appealed());
    m_session.perform(*action, m_form->comment());
    refresh();
}

/// An opinion changes nothing in the case: it is a note, and the case is the other physician's from then on.
bool DecisionPage::signOpinion(Action action)
{
    if (action != Action::AskOpinion && action != Action::GiveOpinion)
        return false;
    m_opining = true;
    m_session.workshop().run(
        this,
        [caseId = m_session.stored().id, asks = action == Action::AskOpinion, to = m_form->opinion()->physicianId(),
            words = m_form->comment()](Workspace &workspace) { // its draft goes with it
            return asks ? workspace.askOpinion(caseId, to, words) : workspace.giveOpinion(caseId, words);
        },
        [this](const Result<void> &said) {
            m_opining = false;
            if (!said) {
                m_notice->showError(said.error());
                refresh();
                return;
            }
            m_draft->drop();
            Q_EMIT closed();
        });
    refresh();
    return true;
}

void DecisionPage::onActed(Action action)
{
    if (m_draft && action != Action::Extend && action != Action::RecordProvision)
        m_draft->drop(); // those two take nobody's words away
    const bool isDraft = actionsFor(m_session.stored().status, m_session.actor().role).contains(Action::Edit);
    if (action == Action::Resume && isDraft)
        Q_EMIT reviewWanted(m_session.stored().id);
    else if (action == Action::ReturnToNurse || action == Action::Refer || action == Action::Resume ||
        action == Action::Appeal || action == Action::Reopen || action == Action::RecordProvision)
        Q_EMIT closed();
    else
        Q_EMIT letterWanted(m_session.stored().id);
}

} // namespace reviewdesk
