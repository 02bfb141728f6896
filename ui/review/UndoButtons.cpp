#include "ui/review/UndoButtons.h"

#include "ui/FieldWords.h"
#include "ui/review/ReviewSession.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

namespace reviewdesk {

UndoButtons::UndoButtons(ReviewSession &session, QWidget *page)
    : QWidget(page), m_session(session), m_undo(makeButton({}, ButtonKind::Secondary)),
      m_redo(makeButton({}, ButtonKind::Secondary))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const auto add = [&](QPushButton *button, const QString &icon, const QString &name, Qt::KeyboardModifiers modifiers,
                         void (ReviewSession::*step)()) {
        button->setIcon(themedIcon(icon));
        button->setAccessibleName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, &m_session, step);
        auto *shortcut = new QShortcut(QKeySequence(QKeyCombination(modifiers, Qt::Key_Z)), page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, &m_session, step);
    };
    add(m_undo, QStringLiteral("undo"), tr("Undo"), Qt::ControlModifier, &ReviewSession::undo);
    add(m_redo, QStringLiteral("redo"), tr("Redo"), Qt::ControlModifier | Qt::ShiftModifier, &ReviewSession::redo);
    connect(qApp, &QApplication::focusChanged, &m_focusWatch, [this, page](QWidget *left, QWidget *now) {
        if (left)
            left->removeEventFilter(this);
        if (now && page->isAncestorOf(now))
            now->installEventFilter(this);
    });
    connect(&m_session, &ReviewSession::viewChanged, this, &UndoButtons::refresh);
    refresh();
}

/// A text entry would take the keys for itself and know nothing of the changes beside it.
bool UndoButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || watched->property("ownUndo").toBool())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->key() == Qt::Key_Z &&
        (key->modifiers() == Qt::ControlModifier || key->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier));
    if (isUndo)
        event->ignore();
    return isUndo;
}

void UndoButtons::refresh()
{
    const auto about = [this](const QString &field) {
        return field.isEmpty() ? tr("the last answer") : fieldInWords(field, m_session.policy());
    };
    m_undo->setEnabled(m_session.canUndo());
    m_redo->setEnabled(m_session.canRedo());
    m_undo->setToolTip(
        m_session.canUndo() ? tr("Undo %1 (Ctrl+Z)").arg(about(m_session.undoField())) : tr("Nothing to undo"));
    m_redo->setToolTip(
        m_session.canRedo() ? tr("Redo %1 (Ctrl+Shift+Z)").arg(about(m_session.redoField())) : tr("Nothing to redo"));
}

} // namespace reviewdesk
