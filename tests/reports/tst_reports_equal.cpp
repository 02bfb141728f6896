#include "RandomCaseload.h"
#include "SlowReport.h"

#include <QTest>

using namespace reviewdesk;

namespace {

bool isFull()
{
    return qEnvironmentVariableIsSet("REVIEWDESK_FULL");
}

QByteArray words(const SlowReport::Cell &cell)
{
    return cell.number.toUtf8() + " of " + cell.rounds.join(u' ').toUtf8();
}

} // namespace

/// The reports of random caseloads are those that a slow computation works out of case files and history.
class tst_reports_equal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalTheSlowComputation_data();
    void equalTheSlowComputation();
    void theCaseloadsWentEveryWay();

private:
    void compare(Workspace &workspace, const SlowReport &slow, const ReportOrder &order, const QDateTime &now);

    int m_cells = 0;
    QMap<QString, qsizetype> m_seen; ///< rounds behind each number, over all caseloads
};

void tst_reports_equal::compare(
    Workspace &workspace, const SlowReport &slow, const ReportOrder &order, const QDateTime &now)
{
    const Result<CaseloadReport> report = reportOf(workspace, order, now);
    QVERIFY2(report.ok(), why(report));
    const SlowReport::Cells mine = SlowReport::of(*report);
    const SlowReport::Cells expected = slow.cells(order.period.first, order.period.last, order.line);
    for (auto cell = expected.cbegin(); cell != expected.cend(); ++cell) {
        const QByteArray message =
            cell.key().toUtf8() + ": " + words(mine.value(cell.key())) + ", slowly " + words(*cell);
        m_seen[cell.key()] += cell->rounds.size();
        QVERIFY2(mine.contains(cell.key()) && mine.value(cell.key()) == *cell, message.constData());
    }
    const QStringList more = mine.keys();
    for (const QString &key : more)
        QVERIFY2(expected.contains(key), qPrintable(key));
    m_cells += static_cast<int>(mine.size());
}

void tst_reports_equal::equalTheSlowComputation_data()
{
    QTest::addColumn<quint32>("seed");
    const quint32 seeds = StoreDesk::isOnServer() && !isFull() ? 3 : 20; // the same caseloads; writing them there takes its time
    for (quint32 seed = 1; seed <= seeds; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void tst_reports_equal::equalTheSlowComputation()
{
    QFETCH(const quint32, seed);
    StoreDesk desk;
    const std::unique_ptr<Workspace> workspace = desk.made();
    const int cases = isFull() ? 10'000 : 60;
    RandomCaseload(desk, *workspace, seed).bringIn(cases);
    const QDateTime now = desk.clock.now();
    const SlowReport slow(*desk.database(), now);
    QVERIFY2(slow.decidedRounds() >= cases / 2, qPrintable(QString::number(slow.decidedRounds())));
    m_cells = 0;
    const ReportPeriod periods[] = {{{2026, 1, 1}, {2026, 12, 31}}, {{2025, 1, 1}, {2025, 12, 31}},
        {{2026, 3, 1}, {2026, 3, 31}}, {{2026, 10, 1}, {2026, 12, 31}}, {{2025, 11, 2}, {2025, 11, 2}}};
    for (const ReportPeriod &period : periods)
        compare(*workspace, slow, {period, {}}, now);
    for (int line = 0; line < 5; ++line)
        compare(*workspace, slow, {periods[0], static_cast<LineOfBusiness>(line)}, now);
    QVERIFY(m_cells > 1500);
    const Result<void> verified = workspace->verify();
    QVERIFY2(verified.ok(), why(verified));
}

void tst_reports_equal::theCaseloadsWentEveryWay()
{
    for (const char *number :
        {"yearly_metrics|3|all", "yearly_metrics|4|all", "yearly_metrics|5|all", "yearly_metrics|7|all",
            "counted|after_service|requests", "counted|withdrawn|requests", "criteria|I.B.3|denied",
            "criteria|I.B.3.b.i|exception", "criteria|III|approved", "pends|progressive|pends", "pends|other|pends",
            "turnaround_standard|over|late", "overdue|2026-03-15|overdue"})
        QVERIFY2(m_seen.value(QString::fromLatin1(number)) > 0, number);
}

QTEST_GUILESS_MAIN(tst_reports_equal)
#include "tst_reports_equal.moc"
