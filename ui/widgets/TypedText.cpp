#include "ui/widgets/TypedText.h"

#include <QFocusEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <utility>

namespace reviewdesk {

namespace {

/// The line is still the one that is worked in.
bool isPassing(Qt::FocusReason reason)
{
    constexpr std::array passing{Qt::ActiveWindowFocusReason, Qt::PopupFocusReason, Qt::MenuBarFocusReason};
    return std::find(passing.begin(), passing.end(), reason) != passing.end();
}

} // namespace

TypedText::TypedText(QLineEdit *edit) : QObject(edit), m_edit(edit)
{
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, [this, edit](const QString &text) {
        if (m_showing)
            return;
        edit->setModified(true); // setText, by whom ever, says that it is not
        Q_EMIT typed(text);
    });
}

TypedText *TypedText::of(QLineEdit *edit)
{
    auto *known = edit->findChild<TypedText *>(QString(), Qt::FindDirectChildrenOnly);
    return known ? known : new TypedText(edit);
}

void TypedText::show(QLineEdit *edit, const QString &text)
{
    TypedText *line = of(edit);
    const QScopedValueRollback showing(line->m_showing, true);
    edit->setText(text);
    if (edit->isVisible() && !edit->hasFocus())
        line->rest();
}

/// Shows the beginning.
void TypedText::rest()
{
    m_at = m_edit->cursorPosition();
    m_isResting = true;
    m_edit->setCursorPosition(0);
}

bool TypedText::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::Show && !m_edit->hasFocus() && m_edit->cursorPosition() > 0)
        rest(); // filled before
    if (watched != m_edit || (event->type() != QEvent::FocusIn && event->type() != QEvent::FocusOut))
        return QObject::eventFilter(watched, event);
    const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
    if (event->type() == QEvent::FocusOut && !isPassing(reason))
        rest();
    if (event->type() == QEvent::FocusIn && std::exchange(m_isResting, false) && reason != Qt::MouseFocusReason &&
        m_edit->cursorPosition() == 0) // else somebody put other words into it meanwhile
        m_edit->setCursorPosition(m_at);
    return QObject::eventFilter(watched, event);
}

} // namespace reviewdesk
