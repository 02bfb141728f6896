#include "cases/DateWords.h"

#include <QLocale>

namespace reviewdesk {

namespace {

enum class Order { DayFirst, MonthFirst, YearFirst };

/// As the locale writes a date out.
Order orderOf(const QLocale &locale)
{
    const QString whole = locale.dateFormat(QLocale::LongFormat).remove(QStringLiteral("dddd"));
    const qsizetype day = whole.indexOf(QLatin1Char('d'));
    const qsizetype month = whole.indexOf(QLatin1Char('M'));
    const qsizetype year = whole.indexOf(QLatin1Char('y'));
    return year < day && year < month ? Order::YearFirst : month < day ? Order::MonthFirst : Order::DayFirst;
}

QString patternOf(const QLocale &locale, bool withYear)
{
    switch (orderOf(locale)) {
    case Order::MonthFirst:
        return withYear ? QStringLiteral("MMM d, yyyy") : QStringLiteral("MMM d");
    case Order::YearFirst:
        return withYear ? QStringLiteral("yyyy MMM d") : QStringLiteral("MMM d");
    case Order::DayFirst:
        break;
    }
    return withYear ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM");
}

QString weekdayPatternOf(const QLocale &locale, bool withYear)
{
    const bool comma = locale.language() != QLocale::C;
    return (comma ? QStringLiteral("ddd, ") : QStringLiteral("ddd ")) + patternOf(locale, withYear);
}

/// "h:mm aP" or "HH:mm"; the letters of the half of the day as the locale writes them.
QString clockPatternOf(const QLocale &locale)
{
    if (locale.language() == QLocale::C)
        return QStringLiteral("HH:mm");
    return locale.timeFormat(QLocale::ShortFormat).replace(QLatin1String("AP"), QLatin1String("aP"));
}

} // namespace

QString dayPattern()
{
    return patternOf(QLocale(), true);
}

QString dayWords(const QDate &day)
{
    const QLocale locale;
    return locale.toString(day, patternOf(locale, true));
}

QString dayWordsInYear(const QDate &day)
{
    const QLocale locale;
    return locale.toString(day, patternOf(locale, false));
}

QString weekdayWords(const QDate &day)
{
    const QLocale locale;
    return locale.toString(day, weekdayPatternOf(locale, true));
}

QString weekdayWordsInYear(const QDate &day)
{
    const QLocale locale;
    return locale.toString(day, weekdayPatternOf(locale, false));
}

QString clockWords(const QTime &time)
{
    return QLocale().toString(time, clockPatternOf(QLocale()));
}

QString clockWordsWithSeconds(const QTime &time)
{
    return QLocale().toString(time, clockPatternOf(QLocale()).replace(QLatin1String("mm"), QLatin1String("mm:ss")));
}

QString weekdayAndClockWords(const QDateTime &instant)
{
    return weekdayWords(instant.date()) + QLatin1Char(' ') + clockWords(instant.time());
}

QString dayAndClockWords(const QDateTime &instant)
{
    return instant.isValid() ? dayWords(instant.date()) + QLatin1Char(' ') + clockWords(instant.time()) : QString();
}

} // namespace reviewdesk
