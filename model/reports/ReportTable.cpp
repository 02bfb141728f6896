#include "reports/ReportTable.h"

#include "cases/NumberWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(ReportTable)
};

} // namespace

QString ReportCell::words() const
{
    if (number.isEmpty())
        return QStringLiteral("–");
    if (unit == u"%")
        return percentWords(figure());
    return unit.isEmpty() ? figure() : QStringLiteral("%1 %2").arg(figure(), unit);
}

QString ReportCell::figure() const
{
    const qsizetype point = number.indexOf(QLatin1Char('.'));
    if (point >= 0)
        return QLocale().toString(number.toDouble(), 'f', static_cast<int>(number.size() - point - 1));
    return number.isEmpty() ? QString() : countWords(number.toLongLong());
}

QString ReportCell::detail() const
{
    return whole < 0 ? QString() : Say::tr("%1 of %2").arg(countWords(part), countWords(whole));
}

const ReportRow *ReportTable::row(QStringView rowId) const
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [rowId](const ReportRow &row) { return row.id == rowId; });
    return found == rows.cend() ? nullptr : &*found;
}

const ReportCell *ReportTable::cell(QStringView rowId, QStringView columnId) const
{
    const ReportRow *found = row(rowId);
    for (qsizetype i = 0; found && i < columns.size(); ++i) {
        if (columns.at(i).id == columnId)
            return &found->cells.at(i);
    }
    return nullptr;
}

QString twoDecimals(qint64 numerator, qint64 denominator)
{
    Q_ASSERT(numerator >= 0 && denominator > 0);
    const qint64 rest = numerator % denominator;
    const qint64 hundredths = numerator / denominator * 100 + (rest * 200 + denominator) / (2 * denominator);
    return QStringLiteral("%1.%2").arg(hundredths / 100).arg(hundredths % 100, 2, 10, QLatin1Char('0'));
}

ReportCell countCell(const QList<int> &rounds)
{
    ReportCell cell;
    cell.number = QString::number(rounds.size());
    cell.rounds = rounds;
    return cell;
}

ReportCell shareCell(const QList<int> &rounds, qsizetype whole)
{
    ReportCell cell;
    cell.unit = QStringLiteral("%");
    cell.part = rounds.size();
    cell.whole = whole;
    cell.rounds = rounds;
    if (whole > 0)
        cell.number = twoDecimals(100 * cell.part, cell.whole);
    return cell;
}

} // namespace reviewdesk
