#include "ui/widgets/Hint.h"

#include "ui/widgets/Styling.h"

#include <QVBoxLayout>

namespace reviewdesk {

QLayout *withHint(QWidget *entry, const QString &hint)
{
    entry->setAccessibleDescription(hint);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(entry);
    column->addWidget(makeLabel(hint, TextRole::Small));
    return column;
}

} // namespace reviewdesk
