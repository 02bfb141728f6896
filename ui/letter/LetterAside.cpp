#include "ui/letter/LetterAside.h"

#include "ui/letter/ChecklistView.h"
#include "ui/letter/LetterDraft.h"
#include "ui/letter/ReasonList.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/Styling.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace reviewdesk {

namespace {

QPushButton *makeSegment(const QString &text, const char *place)
{
    auto *button = makeButton(text, ButtonKind::Secondary);
    button->setProperty("seg", QString::fromLatin1(place));
    button->setCheckable(true);
    return button;
}

} // namespace

LetterAside::LetterAside(LetterDraft *draft, QWidget *parent)
    : QFrame(parent), m_title(makeLabel({}, TextRole::Title)), m_state(makeLabel({}, TextRole::Quiet)),
      m_language(makeLabel({}, TextRole::Quiet)), m_which(makeLabel(tr("&Which letter"), TextRole::Strong)),
      m_choice(new QComboBox), m_member(makeSegment(tr("To the &member"), "first")),
      m_provider(makeSegment(tr("To the &provider"), "last")),
      m_largePrint(new QCheckBox(tr("&Large print, 18 points"))), m_notice(new Notice), m_reasons(new ReasonList),
      m_mustSay(makeLabel(tr("What the letter must say"), TextRole::Heading)), m_checklist(new ChecklistView)
{
    setPanel(this, "aside");
    setFixedWidth(Theme::scaled(384));
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(1, 0, 0, 0);
    auto *scroll = new QScrollArea; // many reasons, large text, a low window
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frame->addWidget(scroll);
    QWidget *content = buildContent(draft);
    scroll->setWidget(content);
    connect(m_checklist, &ChecklistView::rowShown, scroll, [this, scroll, content](const QRect &row) {
        const QPoint at = m_checklist->viewport()->mapTo(content, row.center());
        scroll->ensureVisible(at.x(), at.y(), 0, row.height());
    });
    connect(m_choice, &QComboBox::activated, this, &LetterAside::choiceWanted);
    connect(m_largePrint, &QCheckBox::toggled, this, &LetterAside::largePrintChanged);
}

QWidget *LetterAside::buildContent(LetterDraft *draft)
{
    auto *content = new QWidget;
    setPanel(content, "page");
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_state);
    m_which->setBuddy(m_choice);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    column->addWidget(m_which);
    column->addWidget(m_choice);
    column->addLayout(buildRecipients());
    column->addWidget(m_language);
    column->addWidget(m_largePrint);
    column->addWidget(m_notice);
    column->addSpacing(4);
    column->addWidget(m_reasons);
    column->addWidget(draft);
    column->addWidget(m_mustSay);
    column->addWidget(m_checklist);
    column->addStretch(1);
    m_language->hide();
    return content;
}

QLayout *LetterAside::buildRecipients()
{
    auto *group = new QButtonGroup(this);
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    for (QPushButton *button : {m_member, m_provider}) {
        group->addButton(button);
        segments->addWidget(button);
    }
    segments->addStretch();
    m_member->setChecked(true);
    // toggled, not clicked: a screen reader toggles what can be checked
    connect(m_member, &QPushButton::toggled, this, [this](bool on) {
        Q_EMIT recipientWanted(on ? Recipient::Member : Recipient::Provider);
    });
    return segments;
}

void LetterAside::setChoices(const QList<LetterChoice> &choices, int current)
{
    const QSignalBlocker quiet(m_choice);
    if (choices != m_choices) {
        m_choices = choices;
        m_choice->clear();
        for (const LetterChoice &choice : choices) {
            m_choice->addItem(choice.words);
            m_choice->setItemData(m_choice->count() - 1, choice.words, Qt::ToolTipRole); // the kind may be cut
        }
    }
    m_choice->setCurrentIndex(current);
    m_choice->setToolTip(m_choice->currentText());
    m_choice->setVisible(choices.size() > 1);
    m_which->setVisible(choices.size() > 1);
}

void LetterAside::setRecipient(Recipient recipient)
{
    const QSignalBlocker quiet(m_member);
    (recipient == Recipient::Member ? m_member : m_provider)->setChecked(true);
}

void LetterAside::setChecklist(const QList<ChecklistRow> &rows)
{
    m_checklist->setChecklist(rows);
    m_mustSay->setVisible(!rows.isEmpty());
    m_checklist->setVisible(!rows.isEmpty());
}

void LetterAside::setTitle(const QString &words)
{
    m_title->setText(words);
}

void LetterAside::setState(const QString &words)
{
    if (m_state->text() != words)
        setTextAnnounced(m_state, words);
}

void LetterAside::setLanguageNote(const QString &words)
{
    m_language->setVisible(!words.isEmpty());
    if (m_language->text() != words)
        setTextAnnounced(m_language, words);
}

bool LetterAside::isLargePrint() const
{
    return m_largePrint->isChecked();
}

void LetterAside::setLargePrintEnabled(bool enabled)
{
    m_largePrint->setEnabled(enabled);
}

} // namespace reviewdesk
