#include "reports/ReportCsv.h"

#include <algorithm>

namespace reviewdesk {

namespace {

/// Spreadsheets run a cell that begins so; an apostrophe before it makes it a text.
bool beginsFormula(const QString &field)
{
    return !field.isEmpty() && QStringView(u"=+-@\t\r\n").contains(field.front());
}

QString escaped(const QString &field)
{
    QString text = beginsFormula(field) ? QLatin1Char('\'') + field : field;
    const bool quoted = std::any_of(text.cbegin(), text.cend(),
        [](QChar each) { return each == u'"' || each == u',' || each == u'\n' || each == u'\r'; });
    if (!quoted)
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QStringList all;
    for (const QString &field : fields)
        all.append(escaped(field));
    return all.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

QByteArray toCsv(const CaseloadReport &report)
{
    const auto count = [](qint64 number) { return number < 0 ? QString() : QString::number(number); };
    const QStringList about{report.order.period.first.toString(Qt::ISODate),
        report.order.period.last.toString(Qt::ISODate), report.asOf.toTimeZone(report.zone).toString(Qt::ISODate),
        report.lineWords()};
    QByteArray csv = csvBegin;
    csv += csvLine({QStringLiteral("Report"), QStringLiteral("Row"), QStringLiteral("Column"), QStringLiteral("Value"),
        QStringLiteral("Unit"), QStringLiteral("Part"), QStringLiteral("Whole"), QStringLiteral("From"),
        QStringLiteral("To"), QStringLiteral("As of"), QStringLiteral("Lines of business"),
        QStringLiteral("Definition")});
    for (const ReportTable &table : report.tables) {
        for (const ReportRow &row : table.rows) {
            for (qsizetype i = 0; i < table.columns.size(); ++i) {
                const ReportCell &cell = row.cells.at(i);
                csv += csvLine(QStringList{table.title, row.label, table.columns.at(i).label, cell.number, cell.unit,
                                   count(cell.part), count(cell.whole)} +
                    about + QStringList{row.definition.isEmpty() ? table.definition : row.definition});
            }
        }
    }
    return csv;
}

} // namespace reviewdesk
