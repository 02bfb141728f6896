#include "reports/CriterionReport.h"

#include <QMap>
#include <QTest>

#include <algorithm>

using namespace reviewdesk;

namespace {

RoundRecord round(Decision decision, const QStringList &basis, const QStringList &unmet)
{
    RoundRecord made;
    made.decision = decision;
    made.decidedAt = 10;
    made.basis = basis;
    made.unmet = unmet;
    return made;
}

} // namespace

/// Decisions by criterion: what is filed where no criterion decided.
class tst_criterion_report : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDenialByContractHasItsRow();
};

void tst_criterion_report::aDenialByContractHasItsRow()
{
    const QStringList met{QStringLiteral("I.B.3.b")};
    const QList<RoundRecord> rounds{round(Decision::Denied, met, {}), round(Decision::Denied, {}, {}),
        round(Decision::Denied, {QStringLiteral("I.B.3.b")}, {QStringLiteral("I.B.3.b.i")}),
        round(Decision::Approved, met, {})};
    const ReportTable table = criterionReport(rounds, {0, 100}, std::nullopt, Policy());
    QMap<QString, QList<int>> denied;
    for (const ReportRow &row : table.rows)
        denied.insert(row.id, row.cells.at(1).rounds);
    QCOMPARE(denied.value(QStringLiteral("by_contract")), QList<int>{0});
    QCOMPARE(denied.value(QStringLiteral("none")), QList<int>{1});
    QCOMPARE(denied.value(QStringLiteral("I.B.3.b.i")), QList<int>{2});
    QVERIFY(!denied.value(QStringLiteral("I.B.3.b")).contains(0));
    const auto own = std::find_if(table.rows.cbegin(), table.rows.cend(),
        [](const ReportRow &row) { return row.id == QLatin1String("by_contract"); });
    QCOMPARE(own->label, QStringLiteral("Denied by contract language, criteria met"));
}

QTEST_GUILESS_MAIN(tst_criterion_report)
#include "tst_criterion_report.moc"
