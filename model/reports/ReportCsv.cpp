#include "reports/ReportCsv.h"

#include "cases/Csv.h"

namespace reviewdesk {

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
