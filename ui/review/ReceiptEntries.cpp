#include "ui/review/ReceiptEntries.h"

#include "ui/review/DateField.h"
#include "ui/widgets/TypedText.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace reviewdesk {

namespace {

/// "9:10", "09:10" or "0910"; invalid and `problem` set when it is none, unless the text is empty.
QTime timeFromTyped(const QString &text, QString *problem)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2}):?(\\d{2})$"));
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {};
    const QRegularExpressionMatch match = shape.match(typed);
    const QTime time = match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
    if (!time.isValid())
        *problem = ReceiptEntries::tr("“%1” is not a time of day: write it like 09:10 or 16:45.").arg(typed);
    return time;
}

} // namespace

void ReceiptEntries::show(const QDateTime &receivedAt) const
{
    day->setDate(receivedAt.date());
    TypedText::show(
        time, receivedAt.isValid() ? receivedAt.time().toString(QStringLiteral("HH:mm")) : QString());
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
