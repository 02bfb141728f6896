#include "reports/TurnaroundReport.h"

#include <QCoreApplication>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(TurnaroundReport)
};

constexpr qint64 hour = 3'600'000; // milliseconds

struct Scale {
    QString id;
    QString title;
    bool expedited;
    qint64 unit; ///< milliseconds
    QString upTo; ///< "Up to %1 days"
    QString beyond;
    QList<int> ends; ///< in units, ascending; a span ends with its end
};

QList<Scale> scales()
{
    return {{QStringLiteral("turnaround_standard"), Say::tr("Turnaround, standard"), false, 24 * hour,
                Say::tr("Up to %1 d"), Say::tr("Over %1 d"), {1, 2, 3, 5, 7, 10, 15, 30, 45}},
        {QStringLiteral("turnaround_expedited"), Say::tr("Turnaround, expedited"), true, hour, Say::tr("Up to %1 h"),
            Say::tr("Over %1 h"), {4, 12, 24, 48, 72, 96, 120}}};
}

ReportTable turnaround(const CountedRequests &counted, const Scale &scale)
{
    ReportTable table;
    table.id = scale.id;
    table.title = scale.title;
    table.definition = Say::tr("Elapsed time from our receipt to the first determination, waits for information "
                               "included. Late: after the instant at which the strictest rule made it due, "
                               "extensions and waits taken into account.");
    table.rowHeading = Say::tr("Time");
    table.columns = {{QStringLiteral("in_time"), Say::tr("In time")}, {QStringLiteral("late"), Say::tr("Late")}};
    table.chart = ReportChart::Stacked;
    const qsizetype spans = scale.ends.size() + 1;
    QList<QList<int>> inTime(spans);
    QList<QList<int>> late(spans);
    for (const DecidedRequest &request : counted.requests) {
        if (request.expedited != scale.expedited)
            continue;
        qsizetype span = 0;
        while (span < scale.ends.size() && request.elapsed > scale.ends.at(span) * scale.unit)
            ++span;
        (request.late ? late : inTime)[span].append(request.round);
    }
    for (qsizetype i = 0; i < spans; ++i) {
        const bool last = i == scale.ends.size();
        const int end = scale.ends.at(last ? i - 1 : i);
        table.rows.append({last ? QStringLiteral("over") : QString::number(end),
            (last ? scale.beyond : scale.upTo).arg(end), {}, {countCell(inTime.at(i)), countCell(late.at(i))}});
    }
    return table;
}

} // namespace

QList<ReportTable> turnaroundReports(const CountedRequests &counted)
{
    QList<ReportTable> tables;
    for (const Scale &scale : scales())
        tables.append(turnaround(counted, scale));
    return tables;
}

} // namespace reviewdesk
