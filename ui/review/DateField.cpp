#include "ui/review/DateField.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/TypedText.h"

#include <QCalendarWidget>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QWidgetAction>

namespace reviewdesk {

QDate dateFromTyped(const QString &text, QString *problem)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    const QRegularExpressionMatch match = shape.match(typed);
    if (!match.hasMatch()) {
        *problem =
            QCoreApplication::translate("DateField", "“%1” is not a date: write it as yyyy-mm-dd, like 2026-11-09.")
                .arg(typed);
        return {};
    }
    const QDate date(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    if (!date.isValid())
        *problem = QCoreApplication::translate("DateField", "%1 is not a day of the calendar.").arg(typed);
    return date;
}

DateField::DateField(const QString &name, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_button(new QToolButton(this))
{
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(tr("yyyy-mm-dd"));
    m_edit->setMaxLength(32);
    m_button->setAccessibleName(tr("Calendar for %1").arg(name));
    m_button->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    m_button->setIcon(themedIcon(QStringLiteral("calendar")));
    m_button->setFocusPolicy(Qt::NoFocus); // Alt+Down in the field opens it; one Tab stop a date
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_edit);
    auto *open = new QAction(this);
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(open);
    connect(open, &QAction::triggered, this, &DateField::openCalendar);
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
    connect(TypedText::of(m_edit), &TypedText::typed, this, &DateField::edited);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateField::edited);
}

DateField::~DateField()
{
    m_edit->disconnect(this); // it loses the focus as it goes: nobody edited anything
}

QDate DateField::date() const
{
    static const QRegularExpression whole(QStringLiteral("^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$"));
    if (m_edit->hasFocus() && !whole.match(m_edit->text()).hasMatch())
        return {}; // "2026-02-1" may become the 10th: only once it is left, it is the 1st
    QString problem;
    return dateFromTyped(m_edit->text(), &problem);
}

QDate DateField::dateOr(const QDate &former) const
{
    return isReadable() ? date() : former;
}

bool DateField::isReadable() const
{
    return m_edit->text().trimmed().isEmpty() || date().isValid();
}

void DateField::setDate(const QDate &date)
{
    TypedText::show(m_edit, date.isValid() ? date.toString(Qt::ISODate) : QString());
}

QString DateField::problem() const
{
    static const QRegularExpression begun(QStringLiteral("^\\s*\\d{0,4}(-\\d{0,2}(-\\d?)?)?$"));
    QString problem;
    if (m_edit->hasFocus() && begun.match(m_edit->text()).hasMatch())
        return problem; // still being typed
    dateFromTyped(m_edit->text(), &problem);
    return problem;
}

void DateField::openCalendar()
{
    QMenu menu(this);
    auto *calendar = new QCalendarWidget(&menu);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setAccessibleName(m_button->accessibleName());
    if (date().isValid())
        calendar->setSelectedDate(date());
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(calendar);
    menu.addAction(action);
    connect(calendar, &QCalendarWidget::activated, &menu, [&](const QDate &chosen) {
        setDate(chosen);
        menu.close();
        Q_EMIT edited();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    calendar->setFocus();
    menu.exec(mapToGlobal(rect().bottomLeft()));
    m_edit->setFocus();
}

} // namespace reviewdesk
