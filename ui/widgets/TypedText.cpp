#include "ui/widgets/TypedText.h"

#include <QScopedValueRollback>

namespace reviewdesk {

TypedText::TypedText(QLineEdit *edit) : QObject(edit)
{
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
    const QScopedValueRollback showing(of(edit)->m_showing, true);
    edit->setText(text);
}

} // namespace reviewdesk
