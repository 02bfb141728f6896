#include "ui/decision/OpinionEntries.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace reviewdesk {

OpinionEntries::OpinionEntries(QWidget *parent)
    : QWidget(parent), m_askCaption(makeLabel(tr("Physician to ask"), TextRole::Strong)), m_physicians(new QComboBox),
      m_question(makeLabel({}, TextRole::Quiet)), m_wordsCaption(makeLabel({}, TextRole::Strong)),
      m_words(new QPlainTextEdit)
{
    m_askCaption->setBuddy(m_physicians);
    m_wordsCaption->setBuddy(m_words);
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(Theme::scaled(96));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_askCaption, m_physicians, m_question, m_wordsCaption, m_words})
        column->addWidget(widget);
    connect(m_physicians, &QComboBox::activated, this, &OpinionEntries::edited);
    connect(m_words, &QPlainTextEdit::textChanged, this, &OpinionEntries::edited);
    showFor(std::nullopt);
}

void OpinionEntries::setPhysicians(const QList<UserAccount> &users, const QString &self, const QList<Person> &deniers)
{
    const QString before = physicianId();
    m_physicians->clear();
    for (const UserAccount &user : users) {
        const bool denied = std::any_of(
            deniers.cbegin(), deniers.cend(), [&user](const Person &denier) { return denier.userId == user.id; });
        if (user.role == Role::Physician && !user.disabled && user.id != self && !denied)
            m_physicians->addItem(
                user.specialty.isEmpty() ? user.name : tr("%1, %2").arg(user.name, user.specialty.toLower()), user.id);
    }
    m_physicians->setCurrentIndex(qMax(0, m_physicians->findData(before)));
    Q_EMIT edited();
}

void OpinionEntries::setQuestion(const CaseNote &asked)
{
    m_question->setText(tr("%1 asks: “%2”").arg(asked.userName, asked.words));
}

void OpinionEntries::showFor(std::optional<Action> action)
{
    const bool asks = action == Action::AskOpinion;
    const bool gives = action == Action::GiveOpinion;
    setVisible(asks || gives);
    m_askCaption->setVisible(asks);
    m_physicians->setVisible(asks);
    m_question->setVisible(gives);
    const QString caption = gives ? tr("Your opinion") : tr("What you want to know");
    m_wordsCaption->setText(caption);
    m_words->setAccessibleName(caption);
}

QString OpinionEntries::physicianId() const
{
    return m_physicians->currentData().toString();
}

} // namespace reviewdesk
