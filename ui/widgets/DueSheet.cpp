#include "ui/widgets/DueSheet.h"

#include "cases/DateWords.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ReadingArea.h"
#include "ui/widgets/RuleWords.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/WindowSize.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QString instantWords(const QDateTime &instant, const QTimeZone &zone)
{
    const QDateTime local = instant.toTimeZone(zone);
    return instant.isValid() ? weekdayAndClockWords(local) : QString();
}

QString sourceWords(const QString &citation, bool verified)
{
    return verified ? citation : DueSheet::tr("%1 (from memory, not read in its source)").arg(citation);
}

/// What a rule says besides its limit, a line each.
QStringList besides(const DueRule &rule)
{
    QStringList lines;
    if (rule.extension)
        lines << DueSheet::tr("More time, once: %1. %2")
                     .arg(limitInWords(rule.extension->limit),
                         sourceWords(rule.extension->citation, rule.extension->verified));
    if (rule.information && rule.information->effect == InformationRule::Effect::ClockRuns)
        lines << DueSheet::tr("Asking for information does not stop it.");
    if (!rule.note.isEmpty())
        lines << ruleWords(rule.note);
    return lines;
}

} // namespace

DueSheet::DueSheet(const Clockwork &clock, const Extension &extension, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("When it is due"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(makeLabel(windowTitle(), TextRole::Title));
    auto *inside = new QWidget;
    auto *list = new QVBoxLayout(inside);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(12);
    list->addWidget(makeRules(clock));
    if (QWidget *events = makeEvents(clock))
        list->addWidget(events);
    if (extension.offered)
        list->addWidget(makeExtension(extension, clock.zone));
    list->addStretch(1);
    column->addWidget(new ReadingArea(tr("Rules of time"), inside), 1);
    auto *buttons = new QDialogButtonBox;
    auto *close = makeButton(tr("&Close"), ButtonKind::Secondary);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &DueSheet::reject);
    giveSize(*this, {640, 560});
    close->setFocus();
    refresh();
}

QWidget *DueSheet::makeRules(const Clockwork &clock)
{
    auto *rules = new QWidget;
    auto *list = new QVBoxLayout(rules);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(12);
    if (clock.due.isEmpty()) {
        list->addWidget(makeLabel(tr("No rule fits yet: a due date follows from receipt, urgency, timing and line of "
                                     "business.")));
        return rules;
    }
    for (const DueEntry &entry : clock.due)
        list->addWidget(makeRule(entry, &entry == &clock.due.first(), clock));
    return rules;
}

QWidget *DueSheet::makeRule(const DueEntry &entry, bool binds, const Clockwork &clock)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    const DueChip chip = dueChip(entry.due, clock.now, clock.zone);
    row->addWidget(makeLabel(limitInWords(entry.rule.limit), TextRole::Heading), 1);
    if (entry.waiting)
        row->addWidget(new Chip(tr("Stands still: waiting for information"), Tone::Neutral));
    if (binds)
        row->addWidget(new Chip(tr("This one binds"), Tone::Accent));
    row->addWidget(new Chip(chip.overdue ? chip.words : tr("Due %1").arg(chip.words),
        chip.overdue    ? Tone::Danger
            : chip.soon ? Tone::Warn
                        : Tone::Neutral));
    card->body()->addLayout(row);
    card->body()->addWidget(makeLabel(entry.arithmetic));
    for (const QString &remark : entry.remarks)
        card->body()->addWidget(makeLabel(remark, TextRole::Strong));
    card->body()->addWidget(makeLabel(sourceWords(entry.rule.citation, entry.rule.verified), TextRole::Quiet));
    const QStringList more = besides(entry.rule);
    for (const QString &line : more)
        card->body()->addWidget(makeLabel(line, TextRole::Small));
    return card;
}

QWidget *DueSheet::makeEvents(const Clockwork &clock)
{
    QStringList lines;
    const auto noticed = [&](const QDateTime &notice, const QString &issued, const QString &none) {
        return notice.isValid() ? issued.arg(instantWords(notice, clock.zone)) : none;
    };
    const ClockEvents counted = since(clock.events, clock.receivedAt);
    const QString ofAnotherTime = tr("It does not count: the request was received anew since");
    for (qsizetype i = 0; i < clock.events.waits.size(); ++i) {
        const ClockEvents::Wait &wait = clock.events.waits.at(i);
        lines << (i < clock.events.waitsBefore
                ? tr("Asked for information %1, before the case was withdrawn; waited until %2")
                      .arg(instantWords(wait.from, clock.zone), instantWords(wait.until, clock.zone))
                : wait.until.isValid()
                ? tr("Asked for information %1, answered %2")
                      .arg(instantWords(wait.from, clock.zone), instantWords(wait.until, clock.zone))
                : tr("Asked for information %1, waiting").arg(instantWords(wait.from, clock.zone)));
        lines << noticed(wait.noticedAt, tr("The letter that asks was issued %1"), tr("No letter that asks was issued"));
        if (!counted.waits.contains(wait))
            lines << ofAnotherTime;
    }
    if (clock.events.extendedAt.isValid()) {
        lines << tr("Extended %1").arg(instantWords(clock.events.extendedAt, clock.zone));
        lines << noticed(clock.events.extensionNoticedAt, tr("The notice of it was issued %1"), tr("No notice of it was issued"));
        if (!counted.extendedAt.isValid())
            lines << ofAnotherTime;
    }
    if (lines.isEmpty())
        return nullptr;
    auto *card = new Card(tr("What happened to the clock"));
    for (const QString &line : std::as_const(lines))
        card->body()->addWidget(makeLabel(line));
    return card;
}

QWidget *DueSheet::makeExtension(const Extension &extension, const QTimeZone &zone)
{
    auto *card = new Card(tr("Extend the time"));
    if (!extension.refusal.isEmpty()) {
        card->body()->addWidget(makeLabel(extension.refusal, TextRole::Quiet));
        return card;
    }
    card->body()->addWidget(
        makeLabel(tr("It would then be due %1, once its notice is issued, before the time runs out; the reason stands in it.")
                      .arg(instantWords(extension.due, zone))));
    auto *caption = makeLabel(tr("&Why more time is needed"), TextRole::Strong);
    m_reason = new QPlainTextEdit;
    m_reason->setAccessibleName(tr("Why more time is needed"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(Theme::scaled(72));
    caption->setBuddy(m_reason);
    card->body()->addWidget(caption);
    card->body()->addWidget(m_reason);
    m_extend = makeButton(tr("E&xtend and write the notice"), ButtonKind::Primary);
    card->body()->addWidget(m_extend, 0, Qt::AlignRight);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DueSheet::refresh);
    connect(m_extend, &QPushButton::clicked, this, [this] {
        Q_EMIT extensionWanted(m_reason->toPlainText());
        accept();
    });
    return card;
}

void DueSheet::refresh()
{
    if (!m_extend)
        return;
    const bool said = !m_reason->toPlainText().trimmed().isEmpty();
    m_extend->setEnabled(said);
    m_extend->setAccessibleDescription(said ? QString() : tr("Say why first."));
}

QStringList DueSheet::lines() const
{
    QStringList lines;
    const QList<QLabel *> labels = findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty())
            lines << label->text();
    }
    return lines;
}

} // namespace reviewdesk
