#include "reports/OverdueTrend.h"

#include "cases/DateWords.h"

#include <QCoreApplication>

#include <algorithm>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(OverdueTrend)
};

constexpr qint64 mostDaysByDay = 31;

struct Stretch {
    QDate last; ///< its last day
    Span span; ///< ends with now where that comes first
};

bool isByDay(const ReportPeriod &period)
{
    return period.first.daysTo(period.last) < mostDaysByDay;
}

QList<Stretch> stretches(const ReportPeriod &period, const QTimeZone &zone, qint64 now)
{
    QList<Stretch> all;
    for (QDate first = period.first; first <= period.last;) {
        const QDate sunday = first.addDays(Qt::Sunday - first.dayOfWeek());
        const QDate last = std::min(isByDay(period) ? first : sunday, period.last);
        const ReportPeriod days{first, last};
        const Span span{days.begin(zone).toMSecsSinceEpoch(), std::min(days.end(zone).toMSecsSinceEpoch(), now)};
        if (span.begin >= now)
            break;
        all.append({last, span});
        first = last.addDays(1);
    }
    return all;
}

/// The stretches at whose end the round was open: a run of them, since a round is received once and closed once.
void count(const RoundRecord &round, int position, const QList<Stretch> &all, QList<ReportRow> &rows)
{
    if (!round.receivedAt)
        return;
    const auto endsAfter = [](qint64 instant, const Stretch &stretch) { return instant < stretch.span.end; };
    auto stretch = std::upper_bound(all.cbegin(), all.cend(), *round.receivedAt, endsAfter);
    for (; stretch != all.cend(); ++stretch) {
        QList<ReportCell> &cells = rows[stretch - all.cbegin()].cells;
        const bool closed = round.isClosed() && round.decidedAt && *round.decidedAt < stretch->span.end;
        if (closed) {
            if (round.isDecided() && stretch->span.contains(round.decidedAt) && round.dueAt &&
                *round.decidedAt > *round.dueAt)
                cells[2].rounds.append(position);
            return;
        }
        cells[0].rounds.append(position);
        if (round.dueAt && *round.dueAt < stretch->span.end)
            cells[1].rounds.append(position);
    }
}

} // namespace

ReportTable overdueTrend(const QList<RoundRecord> &rounds, const ReportPeriod &period,
    const std::optional<LineOfBusiness> &line, const QTimeZone &zone, qint64 now)
{
    ReportTable table;
    table.id = QStringLiteral("overdue");
    table.title = Say::tr("Open and overdue");
    table.definition =
        Say::tr("Cases received and not yet closed at the end of the day or week, so far at most, and those of them "
                "that were past due; from the first one on that had any. Decided late: in that day or week, after the "
                "case was due. The due instant is "
                "that of the strictest rule, with the waits and extensions on record today.");
    const bool byDay = isByDay(period);
    table.rowHeading = byDay ? Say::tr("Day") : Say::tr("Week to");
    table.columns = {{QStringLiteral("open"), Say::tr("Open")}, {QStringLiteral("overdue"), Say::tr("Overdue")},
        {QStringLiteral("late"), Say::tr("Decided late")}};
    table.chart = ReportChart::Lines;
    const QList<Stretch> all = stretches(period, zone, now);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    for (const Stretch &stretch : all)
        table.rows.append({stretch.last.toString(Qt::ISODate), dayWordsInYear(std::min(stretch.last, today)), {},
            QList<ReportCell>(table.columns.size())});
    for (qsizetype i = 0; i < rounds.size(); ++i) {
        if (!line || rounds.at(i).lineOfBusiness == *line)
            count(rounds.at(i), static_cast<int>(i), all, table.rows);
    }
    const auto hasCases = [](const ReportRow &row) {
        return std::any_of(
            row.cells.cbegin(), row.cells.cend(), [](const ReportCell &cell) { return !cell.rounds.isEmpty(); });
    };
    table.rows.erase(table.rows.cbegin(), std::find_if(table.rows.cbegin(), table.rows.cend(), hasCases));
    for (ReportRow &row : table.rows) {
        for (ReportCell &cell : row.cells)
            cell.number = QString::number(cell.rounds.size());
    }
    return table;
}

} // namespace reviewdesk
