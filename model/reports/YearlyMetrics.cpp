#include "reports/YearlyMetrics.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(YearlyMetrics)
};

constexpr qint64 hour = 3'600'000; // milliseconds
constexpr qint64 day = 24 * hour;

using Requests = QList<const DecidedRequest *>;
using Test = std::function<bool(const DecidedRequest &)>;

Requests those(const Requests &all, const Test &test)
{
    Requests some;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(some),
        [&test](const DecidedRequest *request) { return test(*request); });
    return some;
}

QList<int> roundsOf(const Requests &requests)
{
    QList<int> rounds;
    rounds.reserve(requests.size());
    for (const DecidedRequest *request : requests)
        rounds.append(request->round);
    return rounds;
}

bool isStandard(const DecidedRequest &request)
{
    return !request.expedited;
}

ReportCell share(const Requests &whole, const Test &test)
{
    return shareCell(roundsOf(those(whole, test)), whole.size());
}

QList<qint64> times(const Requests &requests)
{
    QList<qint64> all;
    all.reserve(requests.size());
    for (const DecidedRequest *request : requests)
        all.append(request->elapsed);
    std::sort(all.begin(), all.end());
    return all;
}

ReportCell mean(const Requests &requests, qint64 unit, const QString &unitWord)
{
    ReportCell cell;
    cell.unit = unitWord;
    cell.rounds = roundsOf(requests);
    if (requests.isEmpty())
        return cell;
    qint64 sum = 0;
    for (const DecidedRequest *request : requests)
        sum += request->elapsed;
    cell.number = twoDecimals(sum, unit * requests.size());
    return cell;
}

/// Of an even number the middle between the two in the middle.
ReportCell median(const Requests &requests, qint64 unit, const QString &unitWord)
{
    ReportCell cell;
    cell.unit = unitWord;
    cell.rounds = roundsOf(requests);
    if (requests.isEmpty())
        return cell;
    const QList<qint64> sorted = times(requests);
    const qint64 twice = sorted.at((sorted.size() - 1) / 2) + sorted.at(sorted.size() / 2);
    cell.number = twoDecimals(twice, 2 * unit);
    return cell;
}

QStringList itemsOf(const Policy &policy)
{
    QStringList items;
    for (const CodeEntry &code : policy.codes) {
        if (code.system != QLatin1String("ICD-10-CM"))
            items.append(code.code);
    }
    return items;
}

/// A metric: how it reads, and how it is worked out of the requests of one column.
struct Metric {
    QString id;
    QString label;
    QString definition;
    std::function<ReportCell(const Requests &)> of;
};

QList<Metric> shares()
{
    const QString of = Say::tr("Out of the standard requests determined in the period.");
    const QString once = Say::tr("A request counts once, by its first determination; withdrawn requests do not count.");
    const auto standard = [](const Test &test) {
        return [test](const Requests &all) { return share(those(all, isStandard), test); };
    };
    const auto expedited = [](const Test &test) {
        return [test](const Requests &all) {
            return share(those(all, [](const DecidedRequest &request) { return request.expedited; }), test);
        };
    };
    const auto approved = [](const DecidedRequest &request) { return request.approved; };
    const auto denied = [](const DecidedRequest &request) { return !request.approved; };
    return {
        {QStringLiteral("2"), Say::tr("2. Standard requests approved"), of + QLatin1Char(' ') + once,
            standard(approved)},
        {QStringLiteral("3"), Say::tr("3. Standard requests denied"),
            of + QLatin1Char(' ') +
                Say::tr("A request is decided whole here, so there is no approval in part; CMS's Medicaid form counts "
                        "those as denied."),
            standard(denied)},
        {QStringLiteral("4"), Say::tr("4. Standard requests approved after appeal"),
            Say::tr("Standard requests that were denied in the period and approved in an appeal by the time of this "
                    "report, out of all standard requests determined in the period."),
            standard([](const DecidedRequest &request) { return request.approvedOnAppeal; })},
        {QStringLiteral("5"), Say::tr("5. Time extended, then approved"),
            Say::tr("Requests whose time for review was extended and that were then approved, out of all requests "
                    "determined in the period, standard and expedited."),
            [](const Requests &all) {
                return share(all, [](const DecidedRequest &request) { return request.extended && request.approved; });
            }},
        {QStringLiteral("6"), Say::tr("6. Expedited requests approved"),
            Say::tr("Out of the expedited requests determined in the period."), expedited(approved)},
        {QStringLiteral("7"), Say::tr("7. Expedited requests denied"),
            Say::tr("Out of the expedited requests determined in the period."), expedited(denied)},
    };
}

QList<Metric> durations()
{
    const QString elapsed = Say::tr("From our receipt to the determination, waits for information included; a day is "
                                    "24 hours.");
    const QString days = Say::tr("days");
    const QString hours = Say::tr("hours");
    const auto standard = [](const Requests &all) { return those(all, isStandard); };
    const auto expedited = [](const Requests &all) {
        return those(all, [](const DecidedRequest &request) { return request.expedited; });
    };
    return {
        {QStringLiteral("8 mean"), Say::tr("8. Time to a standard determination, mean"), elapsed,
            [=](const Requests &all) { return mean(standard(all), day, days); }},
        {QStringLiteral("8 median"), Say::tr("8. Time to a standard determination, median"), elapsed,
            [=](const Requests &all) { return median(standard(all), day, days); }},
        {QStringLiteral("9 mean"), Say::tr("9. Time to an expedited determination, mean"), elapsed,
            [=](const Requests &all) { return mean(expedited(all), hour, hours); }},
        {QStringLiteral("9 median"), Say::tr("9. Time to an expedited determination, median"), elapsed,
            [=](const Requests &all) { return median(expedited(all), hour, hours); }},
    };
}

Metric items(const Policy &policy)
{
    const QStringList codes = itemsOf(policy);
    return {QStringLiteral("1"), Say::tr("1. Items that need prior authorization"),
        Say::tr("The procedure codes of %1 that are reviewed here: %2. The number opens the requests determined for "
                "them.")
            .arg(policy.id, codes.join(QLatin1String(", "))),
        [count = codes.size()](const Requests &all) {
            ReportCell cell;
            cell.number = QString::number(count);
            cell.rounds = roundsOf(all);
            return cell;
        }};
}

struct Column {
    QString id;
    QString label;
    std::optional<LineOfBusiness> line;
};

QList<Column> columnsFor(const std::optional<LineOfBusiness> &line)
{
    const QList<Column> all{
        {toWord(LineOfBusiness::MedicareAdvantage), Say::tr("Medicare Adv."), LineOfBusiness::MedicareAdvantage},
        {toWord(LineOfBusiness::MedicaidManagedCare), Say::tr("Medicaid"), LineOfBusiness::MedicaidManagedCare},
        {toWord(LineOfBusiness::Qhp), Say::tr("QHP"), LineOfBusiness::Qhp},
        {toWord(LineOfBusiness::CommercialInsured), Say::tr("Commercial"), LineOfBusiness::CommercialInsured},
        {toWord(LineOfBusiness::SelfFundedErisa), Say::tr("Self-funded"), LineOfBusiness::SelfFundedErisa}};
    QList<Column> columns;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(columns),
        [&line](const Column &column) { return !line || line == column.line; });
    if (!line)
        columns.append({QStringLiteral("all"), Say::tr("All lines"), {}});
    return columns;
}

} // namespace

ReportTable yearlyMetrics(
    const CountedRequests &counted, const std::optional<LineOfBusiness> &line, const Policy &policy)
{
    ReportTable table;
    table.id = QStringLiteral("yearly_metrics");
    table.title = Say::tr("Yearly metrics (CMS-0057-F)");
    table.definition =
        Say::tr("Requests for prior authorization (before the service or concurrent) whose determination, an approval "
                "or a denial, fell in the period, in the plan's time zone. CMS asks Medicare Advantage, Medicaid "
                "managed care and qualified health plans for them each year by March 31; the other lines are shown "
                "for comparison.");
    table.rowHeading = Say::tr("Metric");
    QList<Metric> metrics{items(policy)};
    metrics += shares();
    metrics += durations();
    for (const Metric &metric : metrics)
        table.rows.append({metric.id, metric.label, metric.definition, {}});
    for (const Column &column : columnsFor(line)) {
        table.columns.append({column.id, column.label});
        Requests requests;
        for (const DecidedRequest &request : counted.requests) {
            if (!request.afterService && (!column.line || request.line == *column.line))
                requests.append(&request);
        }
        for (qsizetype i = 0; i < metrics.size(); ++i)
            table.rows[i].cells.append(metrics.at(i).of(requests));
    }
    return table;
}

ReportTable whatWasCounted(const CountedRequests &counted)
{
    Requests all;
    for (const DecidedRequest &request : counted.requests)
        all.append(&request);
    const auto row = [](const char *id, const QString &label, const QString &definition, const QList<int> &rounds) {
        return ReportRow{QString::fromLatin1(id), label, definition, {countCell(rounds)}};
    };
    const auto before = [](bool expedited) {
        return [expedited](
                   const DecidedRequest &request) { return !request.afterService && request.expedited == expedited; };
    };
    ReportTable table;
    table.id = QStringLiteral("counted");
    table.title = Say::tr("What was counted");
    table.definition = Say::tr("The requests behind the yearly metrics, and those left out of them.");
    table.rowHeading = Say::tr("Requests");
    table.columns = {{QStringLiteral("requests"), Say::tr("Requests")}};
    table.rows = {
        row("standard", Say::tr("Standard, determined"), Say::tr("In metrics 2 to 5 and 8."),
            roundsOf(those(all, before(false)))),
        row("expedited", Say::tr("Expedited, determined"), Say::tr("In metrics 5 to 7 and 9."),
            roundsOf(those(all, before(true)))),
        row("after_service", Say::tr("After the service, left out"),
            Say::tr("A review after the service is no prior authorization."),
            roundsOf(those(all, [](const DecidedRequest &request) { return request.afterService; }))),
        row("withdrawn", Say::tr("Withdrawn, left out"), Say::tr("Withdrawn in the period without any determination."),
            counted.withdrawn),
        row("unclear", Say::tr("Unclear, left out"),
            Say::tr("Determined, but receipt, urgency, timing or line of business is missing, or the receipt lies "
                    "after the determination."),
            counted.unclear),
    };
    return table;
}

} // namespace reviewdesk
