#include "ui/review/ReceiptEntries.h"

#include "cases/DateWords.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/TypedText.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace reviewdesk {

namespace {

/// By twenty-four hours with the minutes, or by twelve with or without them; no time where the text says none.
QTime read(const QString &typed)
{
    static const QRegularExpression twentyFour(QStringLiteral("^(\\d{1,2}):?(\\d{2})$"));
    static const QRegularExpression twelve(QStringLiteral("^(\\d{1,2})(?::?(\\d{2}))? ?([ap])(?:\\.? ?m)?\\.?$"),
        QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = twentyFour.match(typed); match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2).toInt()};
    const QRegularExpressionMatch match = twelve.match(typed);
    const int hour = match.captured(1).toInt();
    if (!match.hasMatch() || hour < 1 || hour > 12)
        return {};
    const bool afternoon = match.captured(3).compare(QLatin1String("p"), Qt::CaseInsensitive) == 0;
    return {hour % 12 + (afternoon ? 12 : 0), match.captured(2).toInt()}; // 12 AM is midnight
}

/// As the locale writes it, where that is read; else by twenty-four hours.
QString shownTime(const QTime &time)
{
    const QString words = clockWords(time);
    const QTime minute(time.hour(), time.minute());
    return read(words.simplified()) == minute ? words : time.toString(QStringLiteral("HH:mm"));
}

} // namespace

QTime timeFromTyped(const QString &text, QString *problem)
{
    const QString typed = text.simplified(); // of narrow and hard spaces too
    if (typed.isEmpty())
        return {};
    const QTime time = read(typed);
    if (!time.isValid())
        *problem = ReceiptEntries::tr("“%1” is not a time of day: write it like 2:30 PM or 14:30.").arg(typed);
    return time;
}

QString timePlaceholder()
{
    const bool halves = shownTime(QTime(14, 30)) != QLatin1String("14:30");
    return halves ? ReceiptEntries::tr("hh:mm AM/PM") : ReceiptEntries::tr("hh:mm");
}

void ReceiptEntries::show(const QDateTime &receivedAt) const
{
    day->setDate(receivedAt.date());
    TypedText::show(
        time, receivedAt.isValid() ? shownTime(receivedAt.time()) : QString());
}

/// One of the two alone is no instant; said once the cursor is elsewhere.
void ReceiptEntries::judgeHalf(Receipt &receipt, bool hasDay, bool hasTime) const
{
    if (time->hasFocus() && time->text().size() < 5)
        receipt.timeProblem.clear(); // still being typed
    else if (day->isReadable() && receipt.timeProblem.isEmpty() && hasDay != hasTime && !day->lineEdit()->hasFocus() &&
        !time->hasFocus())
        receipt.timeProblem =
            hasDay ? tr("Enter the time of receipt too: the clock runs from it.") : tr("Enter the day of receipt too.");
}

ReceiptEntries::Receipt ReceiptEntries::read(const QDateTime &kept, const QTimeZone &zone) const
{
    Receipt receipt;
    const QTime at = timeFromTyped(time->text(), &receipt.timeProblem);
    const QDate on = day->date();
    receipt.dayProblem = day->problem();
    receipt.isReadable = day->isReadable() && receipt.timeProblem.isEmpty() && on.isValid() == at.isValid();
    judgeHalf(receipt, on.isValid(), at.isValid());
    if (!receipt.isReadable || !on.isValid())
        return receipt;
    const QDateTime before = kept.toTimeZone(zone);
    const bool same = before.date() == on && before.time().hour() == at.hour() && before.time().minute() == at.minute();
    receipt.at = same ? before : QDateTime(on, at, zone);
    const QTime shown = receipt.at.toUTC().toTimeZone(zone).time();
    if (!receipt.at.isValid() || shown.hour() != at.hour() || shown.minute() != at.minute()) {
        receipt.isReadable = false;
        receipt.timeProblem = tr("That time does not exist on this day: the clocks were put forward.");
    }
    return receipt;
}

} // namespace reviewdesk
