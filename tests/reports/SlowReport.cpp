#include "SlowReport.h"

namespace reviewdesk {

namespace {

using Cells = SlowReport::Cells;

void add(Cells &cells, const QString &table, const QString &row, const QString &column, const QString &round)
{
    cells[table + u'|' + row + u'|' + column].rounds.append(round);
}

void touch(Cells &cells, const QString &table, const QString &row, const QString &column)
{
    cells[table + u'|' + row + u'|' + column];
}

/// With two decimals, halves up: by hand, digit for digit. What comes after the third decimal turns nothing.
QString divided(qint64 numerator, qint64 denominator)
{
    qint64 hundredths = numerator / denominator;
    qint64 rest = numerator % denominator;
    int third = 0;
    for (int place = 1; place <= 3; ++place) {
        rest *= 10;
        third = static_cast<int>(rest / denominator);
        rest %= denominator;
        if (place < 3)
            hundredths = 10 * hundredths + third;
    }
    hundredths += third >= 5 ? 1 : 0;
    QString digits = QString::number(hundredths).rightJustified(3, u'0');
    return digits.insert(digits.size() - 2, u'.');
}

QDateTime startOf(const QDate &day)
{
    return day.startOfDay(StoreDesk::rulebook()->zone).toUTC();
}

QString percent(qsizetype part, qsizetype whole)
{
    return whole == 0 ? QString() : divided(100 * part, whole);
}

} // namespace

SlowReport::SlowReport(Database &database, const QDateTime &now) : m_now(now), m_cases(slowRounds(database)) { }

int SlowReport::decidedRounds() const
{
    int count = 0;
    for (const QList<SlowRound> &rounds : m_cases) {
        for (const SlowRound &round : rounds)
            count += round.isDecided() ? 1 : 0;
    }
    return count;
}

QList<SlowReport::Told> SlowReport::requests(const QDateTime &from, const QDateTime &until) const
{
    QList<Told> told;
    for (const QList<SlowRound> &rounds : m_cases) {
        const SlowRound *first = nullptr;
        bool turned = false;
        for (const SlowRound &round : rounds) {
            if (!first && !round.appeal && round.isDecided())
                first = &round;
            else if (first && round.appeal && round.isDecided())
                turned = round.isApproved();
        }
        if (first && first->endedAt >= from && first->endedAt < until)
            told.append({first, turned && !first->isApproved()});
    }
    return told;
}

void SlowReport::metrics(Cells &cells, const QList<Told> &told, const QString &column) const
{
    QStringList all, standard, expedited, standardApproved, standardDenied, turned, extended, expeditedApproved,
        expeditedDenied;
    QList<qint64> days, hours;
    for (const Told &each : told) {
        const Request &request = each.round->content.request;
        if (request.timing == Timing::PostService)
            continue;
        const qint64 took = request.receivedAt.msecsTo(each.round->endedAt);
        const QString &id = each.round->id;
        const bool approved = each.round->isApproved();
        all.append(id);
        if (request.urgency == Urgency::Expedited) {
            expedited.append(id);
            (approved ? expeditedApproved : expeditedDenied).append(id);
            hours.append(took);
        } else {
            standard.append(id);
            (approved ? standardApproved : standardDenied).append(id);
            days.append(took);
            if (each.turned)
                turned.append(id);
        }
        if (approved && each.round->wasExtended())
            extended.append(id);
    }
    const auto put = [&](const char *row, const QString &number, QStringList rounds) {
        rounds.sort();
        cells.insert(QStringLiteral("yearly_metrics|%1|%2").arg(QLatin1String(row), column), {number, rounds});
    };
    put("1", QStringLiteral("8"), all); // codes of MED140's list that are no diagnoses
    put("2", percent(standardApproved.size(), standard.size()), standardApproved);
    put("3", percent(standardDenied.size(), standard.size()), standardDenied);
    put("4", percent(turned.size(), standard.size()), turned);
    put("5", percent(extended.size(), all.size()), extended);
    put("6", percent(expeditedApproved.size(), expedited.size()), expeditedApproved);
    put("7", percent(expeditedDenied.size(), expedited.size()), expeditedDenied);
    const auto putTimes = [&](const QString &row, QList<qint64> times, qint64 unit, const QStringList &rounds) {
        std::sort(times.begin(), times.end());
        qint64 sum = 0;
        for (const qint64 time : times)
            sum += time;
        const qsizetype n = times.size();
        const QString mean = n == 0 ? QString() : divided(sum, unit * n);
        const QString median = n == 0 ? QString()
            : n % 2 == 1              ? divided(times.at(n / 2), unit)
                                      : divided(times.at(n / 2 - 1) + times.at(n / 2), 2 * unit);
        put(qPrintable(row + QLatin1String(" mean")), mean, rounds);
        put(qPrintable(row + QLatin1String(" median")), median, rounds);
    };
    putTimes(QStringLiteral("8"), days, 24 * 3'600'000, standard);
    putTimes(QStringLiteral("9"), hours, 3'600'000, expedited);
}

void SlowReport::turnaround(Cells &cells, const QList<Told> &told) const
{
    const QList<int> days{1, 2, 3, 5, 7, 10, 15, 30, 45};
    const QList<int> hours{4, 12, 24, 48, 72, 96, 120};
    for (const auto &[table, ends] : {std::pair(QStringLiteral("turnaround_standard"), days),
             std::pair(QStringLiteral("turnaround_expedited"), hours)}) {
        for (const char *column : {"in_time", "late"}) {
            for (const int end : ends)
                touch(cells, table, QString::number(end), QString::fromLatin1(column));
            touch(cells, table, QStringLiteral("over"), QString::fromLatin1(column));
        }
    }
    for (const Told &each : told) {
        const bool expedited = each.round->content.request.urgency == Urgency::Expedited;
        const qint64 took = each.round->content.request.receivedAt.msecsTo(each.round->endedAt);
        QString row = QStringLiteral("over");
        for (const int end : expedited ? hours : days) {
            if (took <= end * (expedited ? qint64{3'600'000} : qint64{86'400'000})) {
                row = QString::number(end);
                break;
            }
        }
        const bool late = each.round->due.isValid() && each.round->endedAt > each.round->due;
        add(cells, expedited ? QStringLiteral("turnaround_expedited") : QStringLiteral("turnaround_standard"), row,
            late ? QStringLiteral("late") : QStringLiteral("in_time"), each.round->id);
    }
}

void SlowReport::criteria(
    Cells &cells, const QDateTime &from, const QDateTime &until, const std::optional<LineOfBusiness> &line) const
{
    for (const QList<SlowRound> &rounds : m_cases) {
        for (const SlowRound &round : rounds) {
            if (!round.isDecided() || round.endedAt < from || round.endedAt >= until ||
                (line && round.content.request.lineOfBusiness != line))
                continue;
            QStringList cited = round.ended == u"approve" ? round.basis : round.unmet;
            if (cited.isEmpty())
                cited.append(round.ended == u"deny" && !round.basis.isEmpty() ? QStringLiteral("by_contract")
                                                                              : QStringLiteral("none"));
            for (const QString &id : cited) {
                for (const char *column : {"approved", "denied", "exception"})
                    touch(cells, QStringLiteral("criteria"), id, QString::fromLatin1(column));
                add(cells, QStringLiteral("criteria"), id,
                    round.ended == u"approve"    ? QStringLiteral("approved")
                        : round.ended == u"deny" ? QStringLiteral("denied")
                                                 : QStringLiteral("exception"),
                    round.id);
            }
        }
    }
}

void SlowReport::pends(
    Cells &cells, const QDateTime &from, const QDateTime &until, const std::optional<LineOfBusiness> &line) const
{
    for (const QList<SlowRound> &rounds : m_cases) {
        for (const SlowRound &round : rounds) {
            if (line && round.content.request.lineOfBusiness != line)
                continue;
            for (const auto &[at, facts] : round.pends) {
                if (at < from || at >= until)
                    continue;
                for (const QString &fact : facts.isEmpty() ? QStringList{QStringLiteral("other")} : facts)
                    add(cells, QStringLiteral("pends"), fact, QStringLiteral("pends"), round.id);
            }
        }
    }
}

void SlowReport::overdue(
    Cells &cells, const QDate &first, const QDate &last, const std::optional<LineOfBusiness> &line) const
{
    const QString table = QStringLiteral("overdue");
    const bool byDay = first.daysTo(last) + 1 <= 31;
    QDate begin = first;
    bool begun = false; // a day or week without any stands only after one that had some
    for (QDate day = first; day <= last && startOf(begin) < m_now; day = day.addDays(1)) {
        if (!byDay && day.dayOfWeek() != 7 && day != last)
            continue;
        const QDateTime from = startOf(begin);
        const QDateTime until = qMin(startOf(day.addDays(1)), m_now);
        begin = day.addDays(1);
        const QString row = day.toString(Qt::ISODate);
        Cells here;
        for (const QList<SlowRound> &rounds : m_cases) {
            for (const SlowRound &round : rounds) {
                if (round.content.request.receivedAt >= until || (line && round.content.request.lineOfBusiness != line))
                    continue;
                if (round.ended.isEmpty() || round.endedAt >= until) {
                    add(here, table, row, QStringLiteral("open"), round.id);
                    if (round.due.isValid() && round.due < until)
                        add(here, table, row, QStringLiteral("overdue"), round.id);
                } else if (round.isDecided() && round.endedAt >= from && round.due.isValid() &&
                    round.endedAt > round.due) {
                    add(here, table, row, QStringLiteral("late"), round.id);
                }
            }
        }
        begun = begun || !here.isEmpty();
        for (const char *column : {"open", "overdue", "late"}) {
            if (begun)
                touch(here, table, row, QString::fromLatin1(column));
        }
        cells.insert(here);
    }
}

Cells SlowReport::cells(const QDate &first, const QDate &last, const std::optional<LineOfBusiness> &line) const
{
    const QDateTime from = startOf(first);
    const QDateTime until = startOf(last.addDays(1));
    QList<Told> told = requests(from, until);
    const auto ofLine = [&told](LineOfBusiness wanted) {
        QList<Told> some;
        for (const Told &each : told) {
            if (each.round->content.request.lineOfBusiness == wanted)
                some.append(each);
        }
        return some;
    };
    Cells counts;
    if (line)
        told = ofLine(*line);
    turnaround(counts, told);
    criteria(counts, from, until, line);
    pends(counts, from, until, line);
    overdue(counts, first, last, line);
    for (const char *row : {"standard", "expedited", "after_service", "withdrawn", "unclear"})
        touch(counts, QStringLiteral("counted"), QString::fromLatin1(row), QStringLiteral("requests"));
    for (const Told &each : std::as_const(told)) {
        const Request &request = each.round->content.request;
        add(counts, QStringLiteral("counted"),
            request.timing == Timing::PostService       ? QStringLiteral("after_service")
                : request.urgency == Urgency::Expedited ? QStringLiteral("expedited")
                                                        : QStringLiteral("standard"),
            QStringLiteral("requests"), each.round->id);
    }
    for (const QList<SlowRound> &rounds : m_cases) {
        const SlowRound &end = rounds.last();
        bool determined = false;
        for (const SlowRound &round : rounds)
            determined = determined || (round.isDecided() && !round.appeal);
        if (!determined && end.ended == u"withdraw" && end.endedAt >= from && end.endedAt < until &&
            (!line || end.content.request.lineOfBusiness == line))
            add(counts, QStringLiteral("counted"), QStringLiteral("withdrawn"), QStringLiteral("requests"), end.id);
    }
    for (Cell &cell : counts) {
        cell.number = QString::number(cell.rounds.size());
        cell.rounds.sort();
    }
    for (int each = 0; each < 5; ++each) {
        const auto one = static_cast<LineOfBusiness>(each);
        if (!line || *line == one)
            metrics(counts, ofLine(one), toWord(one));
    }
    if (!line)
        metrics(counts, told, QStringLiteral("all"));
    return counts;
}

Cells SlowReport::of(const CaseloadReport &report)
{
    Cells cells;
    for (const ReportTable &table : report.tables) {
        for (const ReportRow &row : table.rows) {
            for (qsizetype i = 0; i < table.columns.size(); ++i) {
                Cell cell{row.cells.at(i).number, {}};
                for (const int position : row.cells.at(i).rounds) {
                    const RoundRecord &round = report.rounds.at(position);
                    cell.rounds.append(QStringLiteral("%1/%2").arg(round.caseId).arg(round.round));
                }
                cell.rounds.sort();
                cells.insert(table.id + u'|' + row.id + u'|' + table.columns.at(i).id, cell);
            }
        }
    }
    return cells;
}

} // namespace reviewdesk
