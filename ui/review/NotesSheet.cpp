#include "ui/review/NotesSheet.h"

#include "cases/DateWords.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/StayOrLose.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"
#include "ui/widgets/WindowSize.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

QPlainTextEdit *makeText(const QString &name, int height)
{
    auto *edit = new QPlainTextEdit;
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(Theme::scaled(height));
    return edit;
}

QLabel *captionOf(const QString &text, QWidget *buddy)
{
    QLabel *caption = makeLabel(text, TextRole::Quiet);
    caption->setBuddy(buddy);
    return caption;
}

} // namespace

QString noteHeading(const CaseNote &note, const QTimeZone &zone)
{
    const auto instant = [&zone](const QDateTime &at) { return dayAndClockWords(at.toTimeZone(zone)); };
    const QString who = NotesSheet::tr("%1, %2").arg(instant(note.at), note.userName);
    switch (note.action) {
    case Action::Assign:
        return NotesSheet::tr("%1: assigned to %2").arg(who, note.toUserName);
    case Action::AskOpinion:
        return NotesSheet::tr("%1: asked %2 for an opinion").arg(who, note.toUserName);
    case Action::GiveOpinion:
        return NotesSheet::tr("%1: opinion for %2").arg(who, note.toUserName);
    case Action::PeerToPeer:
        if (note.talk) {
            const QString talk = NotesSheet::tr("%1: peer-to-peer with %2, %3")
                                     .arg(who, note.talk->with, label(note.talk->outcome).toLower());
            const QString when = instant(note.talk->at);
            return when == instant(note.at) ? talk : NotesSheet::tr("%1, %2").arg(talk, when);
        }
        break;
    default:
        break;
    }
    return who;
}

NotesSheet::NotesSheet(Workshop &workshop, const StoredCase &stored, const Clock &clock, QWidget *parent)
    : QDialog(parent), m_workshop(workshop), m_stored(stored), m_clock(clock), m_zone(workshop.rulebook().zone),
      m_role(workshop.user().role), m_list(new QListWidget),
      m_nothing(makeLabel(tr("Nothing was said on this case yet."), TextRole::Quiet)), m_notice(new Notice)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remarks on %1").arg(stored.reviewCase.number));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(windowTitle(), TextRole::Title));
    m_list->setAccessibleName(tr("What was said"));
    m_list->setWordWrap(true);
    m_list->setSpacing(4);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(Theme::scaled(120));
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    m_nothing->hide();
    column->addWidget(m_notice);
    auto *inside = new QWidget;
    auto *entries = new QVBoxLayout(inside);
    entries->setContentsMargins(0, 0, 0, 0);
    entries->setSpacing(12);
    if (may(Action::Comment))
        entries->addWidget(makeRemark());
    if (may(Action::Assign))
        entries->addWidget(makeAssignment());
    if (may(Action::PeerToPeer))
        entries->addWidget(makeTalk());
    entries->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    column->addWidget(area, 2);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(makeButton(tr("&Close"), ButtonKind::Secondary), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &NotesSheet::reject);
    giveSize(*this, {640, 700});
    if (m_remark)
        m_remark->setFocus();
    refresh();
    load();
}

/// Words that were not added go with the sheet: asked about first.
void NotesSheet::reject()
{
    const auto isTyped = [](const QPlainTextEdit *edit) { return edit && !edit->toPlainText().trimmed().isEmpty(); };
    if ((!isTyped(m_remark) && !isTyped(m_talkWords)) ||
        mayLose(this, tr("Not added"), tr("What you wrote is not added yet. Stay, or close and lose it?"),
            tr("&Close and lose it"), QMessageBox::Question))
        QDialog::reject();
}

bool NotesSheet::may(Action action) const
{
    return actionsFor(m_stored.status, m_role).contains(action);
}

QWidget *NotesSheet::makeRemark()
{
    auto *card = new Card;
    m_remark = makeText(tr("Remark"), 64);
    m_add = makeButton(tr("&Add remark"), ButtonKind::Primary);
    card->body()->addWidget(captionOf(tr("&Remark, for everybody who works on the case"), m_remark));
    card->body()->addWidget(m_remark);
    card->body()->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_remark, &QPlainTextEdit::textChanged, this, &NotesSheet::refresh);
    connect(m_add, &QPushButton::clicked, this, &NotesSheet::addRemark);
    return card;
}

QWidget *NotesSheet::makeAssignment()
{
    auto *card = new Card;
    m_people = new QComboBox;
    m_assign = makeButton(tr("Assi&gn"), ButtonKind::Secondary);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(captionOf(tr("Assigned &to"), m_people));
    row->addWidget(m_people, 1);
    row->addWidget(m_assign);
    card->body()->addLayout(row);
    connect(m_people, &QComboBox::currentIndexChanged, this, &NotesSheet::refresh);
    connect(m_assign, &QPushButton::clicked, this, &NotesSheet::assign);
    return card;
}

QWidget *NotesSheet::makeTalk()
{
    auto *card = new Card(tr("Peer-to-peer talk"));
    m_outcome = new QComboBox;
    for (const TalkOutcome outcome : {TalkOutcome::Offered, TalkOutcome::NotTakenUp, TalkOutcome::Held}) {
        if (outcome != TalkOutcome::Held || m_role == Role::Physician)
            m_outcome->addItem(label(outcome), static_cast<int>(outcome));
    }
    m_with = new QLineEdit(m_stored.reviewCase.provider.name);
    m_with->setMaxLength(200);
    m_talkWords = makeText(tr("What came of it"), 64);
    m_record = makeButton(tr("Record the tal&k"), ButtonKind::Secondary);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->addRow(tr("It &was"), m_outcome);
    form->addRow(tr("Wit&h"), m_with);
    auto *day = new QLabel(tr("O&n"));
    form->addRow(day, makeWhen());
    day->setBuddy(m_when.day->lineEdit());
    form->addRow(tr("What came o&f it"), m_talkWords);
    card->body()->addLayout(form);
    card->body()->addWidget(m_record, 0, Qt::AlignRight);
    connect(TypedText::of(m_with), &TypedText::typed, this, &NotesSheet::refresh);
    connect(m_talkWords, &QPlainTextEdit::textChanged, this, &NotesSheet::refresh);
    connect(m_record, &QPushButton::clicked, this, &NotesSheet::recordTalk);
    return card;
}

/// Day and time of the talk, in the plan's zone: now, until somebody types another.
QWidget *NotesSheet::makeWhen()
{
    m_when.day = new DateField(tr("Day of the talk"));
    m_when.time = new QLineEdit;
    m_when.time->setPlaceholderText(timePlaceholder());
    m_when.time->setMaxLength(16);
    m_when.time->setAccessibleName(tr("Time of the talk"));
    auto *caption = new QLabel(tr("at"));
    m_whenProblem = makeLabel({}, TextRole::Error);
    m_whenProblem->hide();
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_when.day, 2);
    row->addWidget(caption);
    row->addWidget(m_when.time, 1);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_whenProblem);
    showNow();
    connect(m_when.day, &DateField::edited, this, &NotesSheet::whenTyped);
    connect(TypedText::of(m_when.time), &TypedText::typed, this, &NotesSheet::whenTyped);
    connect(m_when.time, &QLineEdit::editingFinished, this, &NotesSheet::refresh);
    return box;
}

void NotesSheet::showNow()
{
    m_whenTyped = false;
    m_when.show(m_clock.now().toTimeZone(m_zone));
}

void NotesSheet::whenTyped()
{
    const ReceiptEntries::Receipt shown = m_when.read(m_clock.now(), m_zone);
    m_whenTyped = m_whenTyped || shown.at != m_clock.now().toTimeZone(m_zone);
    refresh();
}

QDateTime NotesSheet::talkedAt() const
{
    return m_whenTyped ? m_when.read({}, m_zone).at.toUTC() : m_clock.now().toUTC();
}

void NotesSheet::load()
{
    struct Seen {
        QList<CaseNote> notes;
        QList<UserAccount> users;
        QString assignedTo;
    };
    m_workshop.run(
        this,
        [caseId = m_stored.id](Workspace &workspace) -> Result<Seen> {
            const Result<QList<CaseNote>> notes = workspace.notes(caseId);
            if (!notes)
                return notes.error();
            const Result<QList<UserAccount>> users = workspace.users();
            if (!users)
                return users.error();
            const Result<StoredCase> stored = workspace.loadCase(caseId);
            if (!stored)
                return stored.error();
            return Seen{*notes, *users, stored->assignedTo};
        },
        [this](const Result<Seen> &seen) {
            if (!seen) {
                m_notice->showError(seen.error());
                return;
            }
            m_stored.assignedTo = seen->assignedTo;
            showNotes(seen->notes);
            if (m_people)
                listPeople(seen->users);
            refresh();
        });
}

void NotesSheet::showNotes(const QList<CaseNote> &notes)
{
    QStringList lines;
    for (auto note = notes.crbegin(); note != notes.crend(); ++note) {
        const QString heading = noteHeading(*note, m_zone);
        lines << (note->words.isEmpty() ? heading : tr("%1\n%2").arg(heading, note->words));
    }
    m_list->setVisible(!lines.isEmpty());
    m_nothing->setVisible(lines.isEmpty());
    while (m_list->count() < lines.size())
        m_list->addItem(QString());
    for (int row = 0; row < lines.size(); ++row)
        m_list->item(row)->setText(lines.at(row)); // rows stay: assistive technology holds on to them
    m_list->setCurrentRow(0);
}

void NotesSheet::listPeople(const QList<UserAccount> &users)
{
    const QSignalBlocker quiet(m_people);
    m_people->clear();
    for (const UserAccount &user : users) {
        const bool denied = user.id != m_stored.assignedTo &&
            std::any_of(m_stored.deniedBy.cbegin(), m_stored.deniedBy.cend(),
                [&user](const Person &denier) { return denier.userId == user.id; });
        if (!user.disabled && user.role != Role::Supervisor && !denied) // a denier does not hear the appeal
            m_people->addItem(tr("%1, %2").arg(user.name, label(user.role).toLower()), user.id);
    }
    const int now = m_people->findData(m_stored.assignedTo);
    if (now < 0)
        m_people->insertItem(0, tr("nobody yet"), QString());
    m_people->setCurrentIndex(qMax(0, now));
}

/// One call at a time; what was typed goes only when it is kept.
template <typename Job, typename Done> void NotesSheet::say(Job job, Done done)
{
    if (m_busy)
        return;
    m_busy = true;
    m_notice->clear();
    refresh();
    m_workshop.run(this, std::move(job), [this, done = std::move(done)](const Result<void> &answer) {
        m_busy = false;
        if (answer) {
            done();
            load();
            Q_EMIT changed();
        } else {
            m_notice->showError(answer.error());
        }
        refresh();
    });
}

void NotesSheet::addRemark()
{
    say([caseId = m_stored.id, words = m_remark->toPlainText()](
            Workspace &workspace) { return workspace.comment(caseId, words); },
        [this] { m_remark->clear(); });
}

void NotesSheet::recordTalk()
{
    PeerToPeerTalk talk;
    talk.at = talkedAt();
    talk.with = m_with->text().trimmed();
    talk.outcome = static_cast<TalkOutcome>(m_outcome->currentData().toInt());
    talk.words = m_talkWords->toPlainText();
    say([caseId = m_stored.id, talk](Workspace &workspace) { return workspace.recordTalk(caseId, talk); },
        [this] {
            m_talkWords->clear();
            showNow();
        });
}

void NotesSheet::assign()
{
    say([caseId = m_stored.id, to = m_people->currentData().toString()](
            Workspace &workspace) { return workspace.assign({caseId}, to); },
        [] {});
}

void NotesSheet::refresh()
{
    if (m_add)
        m_add->setEnabled(!m_busy && !m_remark->toPlainText().trimmed().isEmpty());
    if (m_record) {
        const ReceiptEntries::Receipt when = m_when.read({}, m_zone);
        const bool known = !m_whenTyped || (when.isReadable && when.at.isValid());
        const QString problem = !when.dayProblem.isEmpty() ? when.dayProblem : when.timeProblem;
        setTextAnnounced(m_whenProblem, known ? QString() : problem);
        m_whenProblem->setVisible(!m_whenProblem->text().isEmpty());
        m_record->setEnabled(!m_busy && known && !m_with->text().trimmed().isEmpty() &&
            !m_talkWords->toPlainText().trimmed().isEmpty());
    }
    if (m_assign) {
        const QString to = m_people->currentData().toString();
        m_assign->setEnabled(!m_busy && !to.isEmpty() && to != m_stored.assignedTo);
    }
}

} // namespace reviewdesk
