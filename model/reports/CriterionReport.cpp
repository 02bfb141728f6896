#include "reports/CriterionReport.h"

#include <QCoreApplication>
#include <QMap>

namespace reviewdesk {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(CriterionReport)
};

const QString none = QStringLiteral("none");
const QString byContract = QStringLiteral("by_contract");
const QString other = QStringLiteral("other");
const QString unknown = QStringLiteral("unknown");

struct Cited {
    QList<int> approved;
    QList<int> denied;
    QList<int> exception;
};

ReportRow rowOf(const QString &id, const QString &label, const QString &definition, const Cited &cited)
{
    return {id, label, definition, {countCell(cited.approved), countCell(cited.denied), countCell(cited.exception)}};
}

QMap<QString, Cited> citations(
    const QList<RoundRecord> &rounds, const Span &period, const std::optional<LineOfBusiness> &line)
{
    QMap<QString, Cited> cited;
    for (qsizetype i = 0; i < rounds.size(); ++i) {
        const RoundRecord &round = rounds.at(i);
        if (!round.isDecided() || !period.contains(round.decidedAt) || (line && round.lineOfBusiness != *line))
            continue;
        const bool denied = round.decision == Decision::Denied;
        const QStringList &criteria = denied || round.exception ? round.unmet : round.basis;
        const bool overruled = denied && criteria.isEmpty() && !round.basis.isEmpty(); // by contract language
        const QStringList ids = !criteria.isEmpty() ? criteria : QStringList{overruled ? byContract : none};
        for (const QString &id : ids) {
            Cited &into = cited[id];
            (denied ? into.denied : round.exception ? into.exception : into.approved).append(static_cast<int>(i));
        }
    }
    return cited;
}

} // namespace

ReportTable criterionReport(const QList<RoundRecord> &rounds, const Span &period,
    const std::optional<LineOfBusiness> &line, const Policy &policy)
{
    ReportTable table;
    table.id = QStringLiteral("criteria");
    table.title = Say::tr("Decisions by criterion");
    table.definition =
        Say::tr("Every decision of the period, appeals and reopened cases too. An approval counts at the criteria it "
                "rests on; a denial and an exception at those that were not met. A decision that cites two criteria "
                "stands in two rows.");
    table.rowHeading = Say::tr("Criterion");
    table.columns = {{QStringLiteral("approved"), Say::tr("Approved")}, {QStringLiteral("denied"), Say::tr("Denied")},
        {QStringLiteral("exception"), Say::tr("Approved as an exception")}};
    table.chart = ReportChart::Stacked;
    const QMap<QString, Cited> cited = citations(rounds, period, line);
    QStringList left = cited.keys();
    for (const Criterion &criterion : policy.criteria) {
        if (left.removeAll(criterion.id) > 0)
            table.rows.append(rowOf(criterion.id, Say::tr("%1 %2").arg(criterion.id, criterion.summary),
                criterion.words, cited.value(criterion.id)));
    }
    left.removeAll(none);
    left.removeAll(byContract);
    for (const QString &id : std::as_const(left)) // of another version of the policy
        table.rows.append(rowOf(id, id, Say::tr("A criterion of another version of the policy."), cited.value(id)));
    if (cited.contains(byContract))
        table.rows.append(rowOf(byContract, Say::tr("Denied by contract language, criteria met"),
            Say::tr("The criteria were met; a contract provision on record outranked them."), cited.value(byContract)));
    if (cited.contains(none))
        table.rows.append(rowOf(
            none, Say::tr("None"), Say::tr("The outcome was still open, so no criterion decided."), cited.value(none)));
    return table;
}

ReportTable pendReport(const QList<RoundRecord> &rounds, const Span &period, const std::optional<LineOfBusiness> &line,
    const Policy &policy)
{
    QMap<QString, QList<int>> asked;
    for (qsizetype i = 0; i < rounds.size(); ++i) {
        const RoundRecord &round = rounds.at(i);
        if (line && round.lineOfBusiness != *line)
            continue;
        for (const RoundRecord::Pend &pend : round.pends) {
            if (!period.contains(pend.at))
                continue;
            const QStringList facts = !pend.facts ? QStringList{unknown}
                : pend.facts->isEmpty()           ? QStringList{other}
                                                  : *pend.facts;
            for (const QString &fact : facts)
                asked[fact].append(static_cast<int>(i));
        }
    }
    ReportTable table;
    table.id = QStringLiteral("pends");
    table.title = Say::tr("Pends by missing fact");
    table.definition = Say::tr("Each time in the period that a case began to wait for information, by the facts that "
                               "the record did not show and that still mattered. One that asked for two facts stands "
                               "in two rows.");
    table.rowHeading = Say::tr("Missing fact");
    table.columns = {{QStringLiteral("pends"), Say::tr("Requests for information")}};
    table.chart = ReportChart::Grouped;
    const auto add = [&](const QString &id, const QString &label, const QString &definition) {
        if (asked.contains(id))
            table.rows.append({id, label, definition, {countCell(asked.take(id))}});
    };
    for (const Fact &fact : policy.facts)
        add(fact.id, fact.label, fact.question);
    add(other, Say::tr("Only documents or another question"), {});
    add(unknown, Say::tr("Not kept"), Say::tr("Asked before the program kept for what."));
    for (const QString &id : asked.keys()) // of another version of the policy
        add(id, id, Say::tr("A fact of another version of the policy."));
    return table;
}

} // namespace reviewdesk
