#include "ui/widgets/DateField.h"

#include "cases/DateWords.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Styling.h"
#include "ui/widgets/TypedText.h"

#include <QCalendarWidget>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <optional>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(DateField)
};

enum class Order { Unknown, DayFirst, MonthFirst };

/// How a day is shown: the locale's short form with its year whole, if that is one which is read here; else yyyy-MM-dd.
QString shownPattern(const QLocale &locale)
{
    static const QRegularExpression years(QStringLiteral("y+"));
    static const QRegularExpression readable(QStringLiteral("^(?:d{1,2}([/.-])M{1,2}|M{1,2}([/.-])d{1,2})(?:\\1|\\2)yyyy$"));
    QString pattern = locale.dateFormat(QLocale::ShortFormat);
    pattern.replace(years, QStringLiteral("yyyy"));
    const bool isOurs = locale.language() != QLocale::C && readable.match(pattern).hasMatch();
    return isOurs ? pattern : QStringLiteral("yyyy-MM-dd");
}

/// The same for a person: "mm/dd/yyyy".
QString formWords(const QLocale &locale)
{
    const QString pattern = shownPattern(locale);
    if (pattern.startsWith(QLatin1Char('y')))
        return Say::tr("yyyy-mm-dd");
    const QString words = pattern.startsWith(QLatin1Char('d')) ? Say::tr("dd/mm/yyyy") : Say::tr("mm/dd/yyyy");
    const auto separator = std::find_if(pattern.cbegin(), pattern.cend(), [](QChar c) { return !c.isLetter(); });
    return QString(words).replace(QLatin1Char('/'), *separator);
}

/// A day that is read one way only.
QString exampleWords(const QLocale &locale)
{
    return shownDate(QDate(2026, 11, 27), locale);
}

/// Of day and month where people write them in figures.
Order orderOf(const QLocale &locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    if (locale.language() == QLocale::C)
        return Order::Unknown;
    return format.indexOf(QLatin1Char('d')) < format.indexOf(QLatin1Char('M')) ? Order::DayFirst : Order::MonthFirst;
}

/// "nov", "Nov.", "November", "noviembre": 11, in the person's language or in English; 0: none.
int monthCalled(QString name, const QLocale &locale)
{
    name.remove(QLatin1Char('.'));
    for (const QLocale &words : {locale, QLocale(QLocale::English)}) {
        for (int month = 1; month <= 12; ++month) {
            for (const QLocale::FormatType form : {QLocale::LongFormat, QLocale::ShortFormat}) {
                QString called = words.monthName(month, form);
                if (name.compare(called.remove(QLatin1Char('.')), Qt::CaseInsensitive) == 0)
                    return month;
            }
        }
    }
    return 0;
}

/// What the text says with year, month and day; no date where it says none.
struct Reading {
    QDate date;
    QString problem; ///< it is a date, and cannot be taken as it is
};

Reading readFigures(int first, int second, int year, const QLocale &locale, const QString &typed)
{
    const Order order = orderOf(locale);
    const QDate dayFirst(year, second, first);
    const QDate monthFirst(year, first, second);
    if (dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst && order == Order::Unknown)
        return {{}, Say::tr("“%1” may be two days: write it as %2, like %3.").arg(typed, formWords(locale), exampleWords(locale))};
    const bool takeDay = dayFirst.isValid() && (order == Order::DayFirst || !monthFirst.isValid());
    const QDate date = takeDay ? dayFirst : monthFirst;
    return {date, {}}; // none: in neither order it is a day
}

std::optional<Reading> read(const QString &typed, const QLocale &locale)
{
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$|^(\\d{4})(\\d{2})(\\d{2})$"));
    static const QRegularExpression figures(QStringLiteral("^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})$"));
    static const QRegularExpression dayNamed(
        QStringLiteral("^(\\d{1,2})\\.?(?: de)? (\\p{L}+\\.?),?(?: de)? (\\d{4}|\\d{2})$"));
    static const QRegularExpression monthNamed(QStringLiteral("^(\\p{L}+\\.?) (\\d{1,2}),? (\\d{4}|\\d{2})$"));
    const auto century = [&typed, &locale](const QString &year) {
        return year.size() == 4 ? QString()
                                : Say::tr("“%1”: write the year with four digits, like %2.").arg(typed, exampleWords(locale));
    };
    const auto dayOf = [&typed](int year, int month, int day) {
        const QDate date(year, month, day);
        return date.isValid() ? Reading{date, {}} : Reading{{}, Say::tr("%1 is not a day of the calendar.").arg(typed)};
    };
    if (const QRegularExpressionMatch match = iso.match(typed); match.hasMatch()) {
        const int from = match.captured(1).isEmpty() ? 4 : 1;
        return dayOf(
            match.captured(from).toInt(), match.captured(from + 1).toInt(), match.captured(from + 2).toInt());
    }
    if (const QRegularExpressionMatch match = figures.match(typed); match.hasMatch()) {
        const QString problem = century(match.captured(4));
        return problem.isEmpty()
            ? readFigures(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt(),
                locale, typed)
            : Reading{{}, problem};
    }
    for (const QRegularExpression *shape : {&dayNamed, &monthNamed}) {
        const QRegularExpressionMatch match = shape->match(typed);
        const bool dayFirst = shape == &dayNamed;
        const int month = match.hasMatch() ? monthCalled(match.captured(dayFirst ? 2 : 1), locale) : 0;
        if (month == 0)
            continue;
        const QString problem = century(match.captured(3));
        return problem.isEmpty()
            ? dayOf(match.captured(3).toInt(), month, match.captured(dayFirst ? 1 : 2).toInt())
            : Reading{{}, problem};
    }
    return std::nullopt;
}

} // namespace

QDate dateFromTyped(const QString &text, QString *problem, const QLocale &locale)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return {};
    const std::optional<Reading> reading = read(typed, locale);
    if (!reading || (reading->problem.isEmpty() && !reading->date.isValid()))
        *problem = Say::tr("“%1” is not a date: write it as %2, like %3.").arg(typed, formWords(locale), exampleWords(locale));
    else if (!reading->problem.isEmpty())
        *problem = reading->problem;
    return reading ? reading->date : QDate();
}

QString shownDate(const QDate &date, const QLocale &locale)
{
    return date.toString(shownPattern(locale)); // in the figures that are read, whatever the locale's own
}

DateField::DateField(const QString &name, QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_button(new QToolButton(this)),
      m_understood(makeLabel({}, TextRole::Small))
{
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(formWords(QLocale()));
    m_edit->setMaxLength(32);
    m_button->setAccessibleName(tr("Calendar for %1").arg(name));
    m_button->setToolTip(tr("Choose from a calendar (Alt+Down)"));
    m_button->setIcon(themedIcon(QStringLiteral("calendar")));
    m_button->setFocusPolicy(Qt::NoFocus); // Alt+Down in the field opens it; one Tab stop a date
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    layout->addLayout(row);
    layout->addWidget(m_understood);
    m_understood->hide();
    setFocusProxy(m_edit);
    auto *open = new QAction(this);
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(open);
    connect(open, &QAction::triggered, this, &DateField::openCalendar);
    connect(m_button, &QToolButton::clicked, this, &DateField::openCalendar);
    connect(TypedText::of(m_edit), &TypedText::typed, this, [this] {
        showUnderstood();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        QString problem;
        if (const QDate date = dateFromTyped(m_edit->text(), &problem); date.isValid())
            TypedText::show(m_edit, shownDate(date)); // the day in words stays beside it
        Q_EMIT edited();
    });
}

DateField::~DateField()
{
    m_edit->disconnect(this); // it loses the focus as it goes: nobody edited anything
}

QDate DateField::date() const
{
    static const QRegularExpression begun(QStringLiteral("^\\s*\\d{4}-\\d{1,2}-\\d\\s*$"));
    if (m_edit->hasFocus() && begun.match(m_edit->text()).hasMatch())
        return {}; // "2026-02-1" may become the 10th: only once it is left, it is the 1st
    QString problem;
    return dateFromTyped(m_edit->text(), &problem);
}

/// Another way of writing than the one that is the same everywhere may be meant otherwise: the day in words says how it
/// was read.
void DateField::showUnderstood()
{
    static const QRegularExpression kept(QStringLiteral("^\\s*\\d{4}(-|$)"));
    sayUnderstood(kept.match(m_edit->text()).hasMatch() ? QDate() : date());
}

void DateField::sayUnderstood(const QDate &read)
{
    setTextAnnounced(m_understood, read.isValid() ? weekdayWords(read) : QString());
    m_understood->setVisible(read.isValid());
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
    TypedText::show(m_edit, date.isValid() ? shownDate(date) : QString());
    sayUnderstood({}); // by the program: nobody asks how it was read
}

QString DateField::kept() const
{
    QString problem;
    const QDate day = dateFromTyped(m_edit->text(), &problem);
    return day.isValid() && isReadable() ? day.toString(Qt::ISODate) : m_edit->text();
}

void DateField::showKept(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (day.isValid())
        return setDate(day);
    TypedText::show(m_edit, text);
    sayUnderstood({});
}

QString DateField::problem() const
{
    // "2026-1", "2026112", "11/9/20", "9 Nov", "Nov 9, 20"
    static const QRegularExpression begun(
        QStringLiteral("^\\s*(\\d{0,4}(-\\d{0,2}(-\\d?)?)?|\\d{5,7}|"
                       "\\d{1,2}[/.-](\\d{1,2}([/.-]\\d{0,3})?)?|"
                       "(\\d{1,2}\\.?(?: de)? ?)?\\p{L}*[.,]?( \\d{0,2},?)?(?: de)?( \\d{0,3})?)$"));
    QString problem;
    if (m_edit->hasFocus() && begun.match(m_edit->text()).hasMatch())
        return problem; // still being typed
    dateFromTyped(m_edit->text(), &problem);
    return problem;
}

QString DateField::refusal() const
{
    if (isReadable())
        return {};
    const QString why = problem();
    return why.isEmpty() // the same words from key to key: they are read out once
        ? tr("“%1” is not a whole date yet: write it as %2, like %3.")
              .arg(m_edit->accessibleName(), formWords(QLocale()), exampleWords(QLocale()))
        : why;
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
