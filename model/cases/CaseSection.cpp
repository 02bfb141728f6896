#include "cases/CaseSection.h"

#include "cases/CaseFile.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CaseFile)
};

} // namespace

QDate CaseSection::date(QStringView name) const
{
    const QString *words = string(name);
    if (!words)
        return {};
    const QDate date = dateFromWords(*words);
    if (!date.isValid())
        report(name, QStringLiteral("invalid_date"),
            Say::tr("This is not a date that exists, written like 2026-11-20."));
    return date;
}

QDateTime CaseSection::instant(QStringView name) const
{
    const QString *words = string(name);
    if (!words)
        return {};
    const QDateTime instant = instantFromWords(*words);
    if (!instant.isValid())
        report(name, QStringLiteral("invalid_instant"),
            Say::tr("This is not a time that exists, written with its offset like 2026-11-20T09:10:00-08:00."));
    return instant;
}

QDate dateFromWords(const QString &words)
{
    static const QRegularExpression shape(QStringLiteral("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z"));
    if (words.size() != 10 || !shape.match(words).hasMatch())
        return {};
    const QDate date = QDate::fromString(words, Qt::ISODate);
    return date.isValid() && date.year() >= 1 ? date : QDate();
}

QDateTime instantFromWords(const QString &words)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,3})?)?)"
                       "(?:Z|([+-])([0-9]{2}):([0-9]{2}))\\z"));
    if (words.size() > 40)
        return {};
    const QRegularExpressionMatch match = shape.match(words);
    if (!match.hasMatch())
        return {};
    const QDate date = dateFromWords(match.captured(1));
    const QTime time = QTime::fromString(match.captured(2), Qt::ISODateWithMs);
    const int hours = match.captured(4).toInt();
    const int minutes = match.captured(5).toInt();
    if (!date.isValid() || !time.isValid() || hours > 14 || minutes > 59 || (hours == 14 && minutes > 0))
        return {};
    const int offset = (hours * 60 + minutes) * 60 * (match.captured(3) == QLatin1String("-") ? -1 : 1);
    return QDateTime(date, time, QTimeZone::utc()).addSecs(-offset).toOffsetFromUtc(offset);
}

} // namespace reviewdesk
