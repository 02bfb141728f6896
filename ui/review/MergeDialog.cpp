#include "ui/review/MergeDialog.h"

#include "cases/DateWords.h"
#include "ui/FieldWords.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

namespace {

bool hasValue(const std::optional<JsonValue> &value)
{
    return value && !value->isNull();
}

/// What is on the screen, unless it only took something away or left it undocumented.
bool minePreferred(const MergeConflict &conflict)
{
    const auto any = [&conflict](std::optional<JsonValue> MergeConflict::Field::*side) {
        return std::any_of(conflict.fields.begin(), conflict.fields.end(),
            [side](const MergeConflict::Field &field) { return hasValue(field.*side); });
    };
    return any(&MergeConflict::Field::mine) || !any(&MergeConflict::Field::theirs);
}

QString sideInWords(
    const MergeConflict &conflict, std::optional<JsonValue> MergeConflict::Field::*side, const Policy &policy)
{
    QStringList words;
    for (const MergeConflict::Field &field : conflict.fields) {
        const QString value = valueInWords(field.place, field.*side, policy);
        if (value.isEmpty())
            continue;
        words << (field.place == conflict.thing ? value : MergeDialog::tr("source: %1").arg(value));
    }
    return words.isEmpty() ? MergeDialog::tr("nothing") : words.join(QLatin1Char('\n'));
}

/// A field's name once, whatever parts of it are meant.
QStringList namesOf(const QStringList &places, const Policy &policy)
{
    QStringList names;
    for (const QString &place : places) {
        const QString name = fieldInWords(place, policy);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

} // namespace

MergeDialog::MergeDialog(ReviewSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_kept(*session.keptMeanwhile()), m_merge(session.merge()), m_problem(new Notice)
{
    const bool mayChoose = session.mayMerge();
    const QString by = session.keptMeanwhile()->last.by;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Two versions of %1").arg(session.content().number));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(makeLabel(
        mayChoose ? tr("Choose what is kept") : tr("Your changes and what is kept"), TextRole::Title));
    layout->addWidget(makeLabel(headWords()));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(12);
    for (const MergeConflict &conflict : m_merge.conflicts)
        column->addWidget(makeRow(conflict, mayChoose));
    addTaken(column, m_merge.takenFromMine,
        mayChoose ? tr("Changed by you alone, and saved with your choices: %1") : tr("Changed by you, not saved: %1"));
    addTaken(column, m_merge.takenFromTheirs, tr("Changed by %1 alone, and kept: %2").arg(by));
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    if (mayChoose && !m_choices.isEmpty()) {
        auto *mine = makeButton(tr("All &mine"), ButtonKind::Secondary);
        auto *kept = makeButton(tr("All as &kept"), ButtonKind::Secondary);
        connect(mine, &QPushButton::clicked, this, [this] { chooseAll(true); });
        connect(kept, &QPushButton::clicked, this, [this] { chooseAll(false); });
        buttons->addWidget(mine);
        buttons->addWidget(kept);
    }
    buttons->addStretch(1);
    auto *later = makeButton(tr("&Not now"), ButtonKind::Secondary);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(later);
    auto *go = makeButton(
        mayChoose ? tr("&Save these choices") : tr("&Drop mine and show what is kept"), ButtonKind::Primary);
    buttons->addWidget(go);
    layout->addLayout(buttons);
    if (mayChoose) {
        m_save = go;
        go->setDefault(true);
    } else {
        later->setDefault(true);
    }
    connect(go, &QPushButton::clicked, this, &MergeDialog::save);
    resize(Theme::scaled(760), qBound(Theme::scaled(320), Theme::scaled(260) + content->sizeHint().height(), 620));
    QWidget *first = m_choices.isEmpty() ? nullptr
        : m_choices.first().mine->isChecked() ? m_choices.first().mine
                                              : m_choices.first().kept;
    (first && first->isEnabled() ? first : mayChoose ? go : later)->setFocus(Qt::OtherFocusReason);
}

QString MergeDialog::headWords() const
{
    const KeptMeanwhile &kept = *m_session.keptMeanwhile();
    const QString when = whenWords(kept.last.at);
    if (kept.stored.onlyRead)
        return tr("%1 What you entered was not saved: copy from here what is still needed.").arg(kept.stored.onlyRead->message);
    if (!m_session.mayMerge()) {
        const std::optional<Action> action = actionFromWord(kept.action);
        return tr("%1 took this case a step on at %2 (%3). It is %4 now and takes no more changes. What you entered "
                  "was not saved: copy from here what is still needed.")
            .arg(kept.last.by, when, action ? label(*action) : tr("another step"), label(kept.stored.status).toLower());
    }
    if (m_merge.conflicts.isEmpty())
        return tr("%1 saved this case at %2, in other fields than you. Both can be kept.").arg(kept.last.by, when);
    return tr("%1 saved this case at %2 while you were working on it. Nothing was overwritten; what is not chosen here "
              "stays in the history.")
        .arg(kept.last.by, when);
}

QString MergeDialog::whenWords(const QDateTime &at) const
{
    const QDateTime local = at.toTimeZone(m_session.rulebook().zone);
    const bool today = local.date() == m_session.today();
    return today ? clockWords(local.time()) : dayAndClockWords(local);
}

QWidget *MergeDialog::makeRow(const MergeConflict &conflict, bool mayChoose)
{
    const Policy &policy = m_session.policy();
    const QString name = fieldInWords(conflict.thing, policy);
    const KeptMeanwhile::Change change = m_session.keptMeanwhile()->changeOf(conflict.thing);
    const QString mine = sideInWords(conflict, &MergeConflict::Field::mine, policy);
    const QString kept = sideInWords(conflict, &MergeConflict::Field::theirs, policy);

    auto *card = new Card(name);
    auto *group = new QGroupBox;
    setPanel(group, "group");
    group->setAccessibleName(name);
    auto *row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    Choice choice{conflict.thing, new QRadioButton(tr("What you entered")),
        new QRadioButton(tr("What is kept now: %1, %2").arg(change.by, whenWords(change.at)))};
    choice.mine->setAccessibleName(tr("%1, what you entered: %2").arg(name, mine));
    choice.kept->setAccessibleName(
        tr("%1, what is kept now by %2, %3: %4").arg(name, change.by, whenWords(change.at), kept));
    row->addWidget(makeSide(choice.mine, mine), 1);
    row->addWidget(makeSide(choice.kept, kept), 1);
    card->body()->addWidget(group);
    auto *either = new QButtonGroup(card); // one stop of the Tab key; the arrow keys choose
    for (QRadioButton *each : {choice.mine, choice.kept}) {
        each->setEnabled(mayChoose);
        either->addButton(each);
    }
    (minePreferred(conflict) ? choice.mine : choice.kept)->setChecked(true);
    m_choices.append(choice);
    return card;
}

QWidget *MergeDialog::makeSide(QRadioButton *choice, const QString &value)
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(choice);
    QLabel *words = makeLabel(value);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setContentsMargins(Theme::scaled(28), 0, 0, 0);
    column->addWidget(words);
    column->addStretch(1);
    return side;
}

void MergeDialog::addTaken(QVBoxLayout *column, const QStringList &things, const QString &words)
{
    if (!things.isEmpty())
        column->addWidget(makeLabel(
            words.arg(namesOf(things, m_session.policy()).join(QStringLiteral(", "))), TextRole::Quiet));
}

void MergeDialog::chooseAll(bool mine)
{
    for (const Choice &choice : std::as_const(m_choices))
        (mine ? choice.mine : choice.kept)->setChecked(true);
}

void MergeDialog::save()
{
    if (!m_session.keptMeanwhile()) { // brought together elsewhere
        accept();
        return;
    }
    if (!m_session.mayMerge()) {
        m_session.takeKept(*m_session.keptMeanwhile());
        accept();
        return;
    }
    QSet<QString> mine;
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.mine->isChecked())
            mine.insert(choice.thing);
    }
    if (const Result<void> taken = m_session.takeMerged(m_kept, m_merge, mine); !taken) {
        m_problem->showMessage(Tone::Danger,
            tr("These two do not go together: %1 Choose otherwise; nothing was changed.").arg(taken.error().message));
        return;
    }
    accept();
}

} // namespace reviewdesk
