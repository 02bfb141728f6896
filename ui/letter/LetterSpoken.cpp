#include "ui/letter/LetterSpoken.h"

#include "ui/letter/LetterPreview.h"

namespace reviewdesk {

LetterSpoken::LetterSpoken(LetterPreview *preview) : QAccessibleWidget(preview, QAccessible::Document) { }

void LetterSpoken::install()
{
    static const bool once = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *preview = qobject_cast<LetterPreview *>(object);
            return preview ? new LetterSpoken(preview) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(once)
}

void *LetterSpoken::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString LetterSpoken::words() const
{
    return static_cast<const LetterPreview *>(widget())->text();
}

QString LetterSpoken::text(int from, int to) const
{
    return words().mid(from, to < 0 ? -1 : to - from);
}

QString LetterSpoken::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? words() : QAccessibleWidget::text(kind);
}

int LetterSpoken::characterCount() const
{
    return static_cast<int>(words().size());
}

QString LetterSpoken::attributes(int, int *from, int *to) const
{
    *from = 0;
    *to = characterCount();
    return {};
}

void LetterSpoken::selection(int, int *from, int *to) const
{
    *from = 0;
    *to = 0;
}

} // namespace reviewdesk
