#include "SlowReport.h"

#include "cases/CaseFile.h"
#include "cases/Finding.h"
#include "store/AuditLog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reviewdesk {

namespace {

using Cells = SlowReport::Cells;

const Rulebook &rules()
{
    return *StoreDesk::rulebook();
}

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

bool isDecision(const QString &action)
{
    return action == u"approve" || action == u"approve_exception" || action == u"deny";
}

bool isApproval(const SlowReport::Round &round)
{
    return round.ended == u"approve" || round.ended == u"approve_exception";
}

QStringList idsOf(const std::vector<int> &positions, const auto &things)
{
    QStringList ids;
    for (const int position : positions)
        ids.append(things.at(position).id);
    return ids;
}

/// Plays the history of the facts: what they were at each entry.
void play(QMap<QString, GivenAnswer> &facts, const QByteArray &changes)
{
    const QJsonArray all = QJsonDocument::fromJson(changes).array();
    for (const QJsonValue &each : all) {
        const QJsonObject change = each.toObject();
        const QString field = change.value(QStringLiteral("field")).toString();
        if (!field.startsWith(QLatin1String("/facts/")))
            continue;
        const QString fact = field.mid(7);
        if (!change.contains(QStringLiteral("after"))) {
            facts.remove(fact);
            continue;
        }
        const QJsonValue after = change.value(QStringLiteral("after"));
        facts.insert(fact,
            {after.isBool()            ? (after.toBool() ? QStringLiteral("true") : QStringLiteral("false"))
                    : after.isString() ? after.toString()
                                       : QString()});
    }
}

void conclude(SlowReport::Round &round)
{
    const Evaluation evaluation = viewOf(round.content, rules()).evaluation;
    round.basis = idsOf(evaluation.basis, rules().policy.criteria);
    round.unmet = idsOf(evaluation.unmet, rules().policy.criteria);
    const QList<DueEntry> due = dueDates(round.content.request, round.clock, rules().dueRules, rules().zone);
    if (!due.isEmpty())
        round.due = due.first().due;
}

/// By a notice while the time without it ran.
bool wasExtended(const SlowReport::Round &round)
{
    ClockEvents without = round.clock;
    without.extendedAt = {};
    const QList<DueEntry> due = dueDates(round.content.request, without, rules().dueRules, rules().zone);
    const QDateTime &noticed = round.clock.extensionNoticedAt;
    return round.clock.extendedAt.isValid() && noticed.isValid() && (due.isEmpty() || noticed <= due.first().due);
}

ReviewCase readContent(Database &database, const QString &caseId, int round)
{
    const Result<Database::Row> row =
        database.row(QStringLiteral("SELECT content FROM rounds WHERE case_id = ? AND number = ?"), {caseId, round});
    require(row.ok() && !row->isEmpty());
    const CaseReading reading = readCase(row->at(0).toString().toUtf8(), rules().policy, rules().caseSchema);
    require(reading.ok());
    return reading.reviewCase;
}

QList<SlowReport::Round> tell(Database &database, const QString &caseId)
{
    const Result<QList<AuditEntry>> history = AuditLog(database).history(caseId);
    require(history.ok());
    QList<SlowReport::Round> rounds;
    QMap<QString, GivenAnswer> facts;
    const auto begin = [&](bool appeal) {
        const int number = static_cast<int>(rounds.size()) + 1;
        SlowReport::Round round;
        round.id = QStringLiteral("%1/%2").arg(caseId).arg(number);
        round.content = readContent(database, caseId, number);
        round.appeal = appeal;
        round.clock.isAppeal = appeal; // appeals have limits of their own
        rounds.append(round);
    };
    for (const AuditEntry &entry : *history) {
        play(facts, entry.changes);
        if (entry.action == u"create" || entry.action == u"reopen" || entry.action == u"appeal")
            begin(entry.action == u"appeal" || (entry.action == u"reopen" && rounds.last().appeal && rounds.last().ended == u"withdraw"));
        SlowReport::Round &round = rounds.last();
        if (isDecision(entry.action) || entry.action == u"withdraw") {
            round.ended = entry.action;
            round.endedAt = entry.at;
        } else if (entry.action == u"extend") {
            round.clock.extendedAt = entry.at;
        } else if (entry.action == u"pend") {
            round.clock.waits.append({entry.at, {}});
            ReviewCase then;
            then.facts = facts;
            const CaseView view = viewOf(then, rules());
            round.pends.append({entry.at, idsOf(factsToAsk(view.interview, view.evaluation), rules().policy.facts)});
        } else if (entry.action == u"issue_letter") {
            ClockEvents &clock = round.clock;
            if (entry.changes.contains("information_request") && clock.isWaiting() && !clock.waits.last().noticedAt.isValid())
                clock.waits.last().noticedAt = entry.at;
            else if (entry.changes.contains("extension_notice") && !clock.extensionNoticedAt.isValid())
                clock.extensionNoticedAt = entry.at;
        } else if (entry.action == u"resume") {
            round.clock.waits.last().until = entry.at;
        }
    }
    for (SlowReport::Round &round : rounds)
        conclude(round);
    return rounds;
}

QDateTime startOf(const QDate &day)
{
    return day.startOfDay(rules().zone).toUTC();
}

QString percent(qsizetype part, qsizetype whole)
{
    return whole == 0 ? QString() : divided(100 * part, whole);
}

} // namespace

SlowReport::SlowReport(Database &database, const QDateTime &now) : m_now(now)
{
    const Result<Database::Rows> ids = database.rows(QStringLiteral("SELECT id FROM cases"));
    require(ids.ok());
    for (const Database::Row &id : *ids)
        m_cases.append(tell(database, id.at(0).toString()));
}

int SlowReport::decidedRounds() const
{
    int count = 0;
    for (const QList<Round> &rounds : m_cases) {
        for (const Round &round : rounds)
            count += isDecision(round.ended) ? 1 : 0;
    }
    return count;
}

QList<SlowReport::Told> SlowReport::requests(const QDateTime &from, const QDateTime &until) const
{
    QList<Told> told;
    for (const QList<Round> &rounds : m_cases) {
        const Round *first = nullptr;
        bool turned = false;
        for (const Round &round : rounds) {
            if (!first && !round.appeal && isDecision(round.ended))
                first = &round;
            else if (first && round.appeal && isApproval(round))
                turned = true;
        }
        if (first && first->endedAt >= from && first->endedAt < until)
            told.append({first, turned && !isApproval(*first)});
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
        const bool approved = isApproval(*each.round);
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
        if (approved && wasExtended(*each.round))
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
    for (const QList<Round> &rounds : m_cases) {
        for (const Round &round : rounds) {
            if (!isDecision(round.ended) || round.endedAt < from || round.endedAt >= until ||
                (line && round.content.request.lineOfBusiness != line))
                continue;
            QStringList cited = round.ended == u"approve" ? round.basis : round.unmet;
            if (cited.isEmpty())
                cited.append(QStringLiteral("none"));
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
    for (const QList<Round> &rounds : m_cases) {
        for (const Round &round : rounds) {
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
        for (const QList<Round> &rounds : m_cases) {
            for (const Round &round : rounds) {
                if (round.content.request.receivedAt >= until || (line && round.content.request.lineOfBusiness != line))
                    continue;
                if (round.ended.isEmpty() || round.endedAt >= until) {
                    add(here, table, row, QStringLiteral("open"), round.id);
                    if (round.due.isValid() && round.due < until)
                        add(here, table, row, QStringLiteral("overdue"), round.id);
                } else if (isDecision(round.ended) && round.endedAt >= from && round.due.isValid() &&
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
    for (const QList<Round> &rounds : m_cases) {
        const Round &end = rounds.last();
        bool determined = false;
        for (const Round &round : rounds)
            determined = determined || (isDecision(round.ended) && !round.appeal);
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
