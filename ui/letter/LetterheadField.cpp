#include "ui/letter/LetterheadField.h"

#include "ui/widgets/Styling.h"
#include "ui/widgets/Theme.h"
#include "ui/widgets/TypedText.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace reviewdesk {

LetterheadField::LetterheadField(const QString &name, const QString &title, int lines, QWidget *parent)
    : QWidget(parent), m_name(name), m_state(makeLabel({}, TextRole::Quiet))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *label = makeLabel(title, TextRole::Strong);
    column->addWidget(label);
    if (lines == 1) {
        m_line = new QLineEdit;
        m_line->setMaxLength(300);
        label->setBuddy(m_line);
        m_line->setAccessibleName(title);
        column->addWidget(m_line);
        connect(TypedText::of(m_line), &TypedText::typed, this, &LetterheadField::edited);
    } else {
        m_text = new QPlainTextEdit;
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(Theme::scaled(24 + 18 * lines));
        label->setBuddy(m_text);
        m_text->setAccessibleName(title);
        column->addWidget(m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, &LetterheadField::edited);
    }
    column->addWidget(m_state);
}

QString LetterheadField::text() const
{
    return m_line ? m_line->text() : m_text->toPlainText();
}

void LetterheadField::setText(const QString &text)
{
    if (m_line) {
        TypedText::show(m_line, text);
        return;
    }
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
}

void LetterheadField::setState(const QString &words, bool missing)
{
    m_state->setVisible(!words.isEmpty());
    m_state->setText(words);
    setTextRole(m_state, missing ? TextRole::Error : TextRole::Quiet);
    QWidget *edit = m_line ? static_cast<QWidget *>(m_line) : m_text;
    edit->setAccessibleDescription(words);
}

void LetterheadField::focus()
{
    (m_line ? static_cast<QWidget *>(m_line) : m_text)->setFocus();
}

} // namespace reviewdesk
