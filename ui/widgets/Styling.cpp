#include "ui/widgets/Styling.h"

#include "ui/widgets/Icon.h"

#include <QAccessible>
#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QStyle>
#include <QVariant>

namespace reviewdesk {

namespace {

void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return; // it gets its style with its first show
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    setKind(button, kind);
    return button;
}

void setKind(QPushButton *button, ButtonKind kind)
{
    static constexpr const char *names[] = {"secondary", "primary", "danger", "link"};
    restyle(button, "kind", QString::fromLatin1(names[static_cast<int>(kind)]));
}

QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(role != TextRole::Group);
    setTextRole(label, role);
    return label;
}

void setTextRole(QLabel *label, TextRole role)
{
    static constexpr const char *names[] = {"body", "title", "heading", "strong", "quiet", "small", "group", "error"};
    restyle(label, "textRole", QString::fromLatin1(names[static_cast<int>(role)]));
}

void setWrong(QWidget *field, bool wrong)
{
    restyle(field, "wrong", wrong);
}

void setPanel(QWidget *frame, const char *panel)
{
    frame->setAttribute(Qt::WA_StyledBackground);
    restyle(frame, "panel", QString::fromLatin1(panel));
}

void setTextAnnounced(QLabel *label, const QString &text)
{
    if (label->text() == text)
        return;
    label->setText(text);
    QAccessibleEvent renamed(label, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&renamed);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (!text.isEmpty() && label->isVisible()) {
        QAccessibleAnnouncementEvent announcement(label, text);
        QAccessible::updateAccessibility(&announcement);
    }
#endif
}

void addClearButton(QLineEdit *edit)
{
    QAction *clear =
        edit->addAction(themedIcon(QStringLiteral("close"), ColorRole::Quiet), QLineEdit::TrailingPosition);
    clear->setText(QCoreApplication::translate("Styling", "Clear"));
    clear->setVisible(!edit->text().isEmpty());
    QObject::connect(edit, &QLineEdit::textChanged, clear, [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    QObject::connect(clear, &QAction::triggered, edit, &QLineEdit::clear);
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    setPanel(line, "line");
    line->setFixedHeight(1);
    return line;
}

} // namespace reviewdesk
