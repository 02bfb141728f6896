#include "reports/CaseloadReport.h"

#include <QTest>

using namespace reviewdesk;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

const Rulebook &rulebook()
{
    static const Result<std::shared_ptr<const Rulebook>> loaded =
        loadRulebook(QStringLiteral(RESOURCES), QTimeZone("America/Los_Angeles"));
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().message));
    return **loaded;
}

qint64 instant(const char *words)
{
    return QDateTime::fromString(QString::fromLatin1(words), Qt::ISODate).toMSecsSinceEpoch();
}

/// A caseload as it is written down, case by case.
class Caseload {
public:
    RoundRecord &add(const char *decided, qint64 took, Decision decision, Urgency urgency = Urgency::Standard)
    {
        RoundRecord round;
        round.caseId = QStringLiteral("case %1").arg(++m_cases, 4, 10, QLatin1Char('0'));
        round.decidedAt = instant(decided);
        round.receivedAt = *round.decidedAt - took;
        round.decision = decision;
        round.urgency = urgency;
        round.timing = Timing::PreService;
        round.lineOfBusiness = LineOfBusiness::MedicareAdvantage;
        m_rounds.append(round);
        return m_rounds.last();
    }
    /// A further round of the newest case.
    RoundRecord &then(RoundKind kind, const char *decided, qint64 took, Decision decision)
    {
        RoundRecord round = m_rounds.last();
        round.round += 1;
        round.kind = kind;
        round.decidedAt = instant(decided);
        round.receivedAt = *round.decidedAt - took;
        round.decision = decision;
        m_rounds.append(round);
        return m_rounds.last();
    }
    CaseloadReport report(const ReportPeriod &period = {{2026, 1, 1}, {2026, 12, 31}}) const
    {
        return caseloadReport(m_rounds, {period, {}}, rulebook(),
            QDateTime::fromString(QStringLiteral("2027-02-01T08:00:00Z"), Qt::ISODate));
    }
    ReportCell metric(const char *row, const char *column = "medicare_advantage") const
    {
        return *report().table(u"yearly_metrics")->cell(QString::fromLatin1(row), QString::fromLatin1(column));
    }
    int counted(const char *row) const
    {
        return report().table(u"counted")->cell(QString::fromLatin1(row), u"requests")->number.toInt();
    }

private:
    QList<RoundRecord> m_rounds;
    int m_cases = 0;
};

} // namespace

/// The yearly metrics, definition by definition.
class tst_yearly_metrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoDecimals();
    void nothingHasNoNumber();
    void everyRowSaysWhatItCounts();
    void expeditedAndStandardApart();
    void extendedThenApprovedDividesByAll();
    void appealsCountOnce();
    void aCorrectedAppealCountsAsItIs();
    void reopeningChangesNoMetric();
    void withdrawnDoesNotCount();
    void withdrawnAndOpenedAgainCountsByItsDetermination();
    void afterTheServiceDoesNotCount();
    void unclearIsLeftOut();
    void theYearBeginsInThePlansZone();
    void aDayIsTwentyFourHours();
    void medians_data();
    void medians();
    void linesOfBusinessApart();
    void lateIsAfterDue();
    void overdueIsCountedAtTheEndOfTheWeek();
};

void tst_yearly_metrics::twoDecimals()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-02T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-03T12:00:00Z", day, Decision::Denied);
    QCOMPARE(caseload.metric("2").words(), QStringLiteral("66.67%"));
    QCOMPARE(caseload.metric("2").detail(), QStringLiteral("2 of 3"));
    QCOMPARE(caseload.metric("3").words(), QStringLiteral("33.33%"));
    QCOMPARE(caseload.metric("3").rounds, QList<int>{2});
}

void tst_yearly_metrics::nothingHasNoNumber()
{
    const Caseload caseload;
    for (const char *row : {"2", "3", "4", "5", "6", "7", "8 mean", "8 median", "9 mean", "9 median"})
        QCOMPARE(caseload.metric(row, "all").words(), QStringLiteral("–"));
    QCOMPARE(caseload.metric("1", "all").number, QStringLiteral("8"));
}

void tst_yearly_metrics::everyRowSaysWhatItCounts()
{
    const CaseloadReport report = Caseload().report();
    for (const ReportRow &row : report.table(u"yearly_metrics")->rows)
        QVERIFY2(row.definition.size() > 20, qPrintable(row.id));
    for (const ReportTable &table : report.tables)
        QVERIFY2(table.definition.size() > 20, qPrintable(table.id));
    QVERIFY(report.table(u"yearly_metrics")->row(u"1")->definition.contains(QLatin1String("37243")));
    QVERIFY(!report.table(u"yearly_metrics")->row(u"1")->definition.contains(QLatin1String("C22")));
}

void tst_yearly_metrics::expeditedAndStandardApart()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", 2 * day, Decision::Approved);
    caseload.add("2026-05-01T12:00:00Z", 5 * hour, Decision::Denied, Urgency::Expedited);
    caseload.add("2026-05-01T12:00:00Z", 10 * hour, Decision::Approved, Urgency::Expedited);
    caseload.add("2026-05-01T12:00:00Z", 12 * hour, Decision::Approved, Urgency::Expedited);
    QCOMPARE(caseload.metric("2").words(), QStringLiteral("100.00%"));
    QCOMPARE(caseload.metric("6").words(), QStringLiteral("66.67%"));
    QCOMPARE(caseload.metric("7").words(), QStringLiteral("33.33%"));
    QCOMPARE(caseload.metric("8 mean").words(), QStringLiteral("2.00 days"));
    QCOMPARE(caseload.metric("9 mean").words(), QStringLiteral("9.00 hours"));
    QCOMPARE(caseload.metric("9 median").words(), QStringLiteral("10.00 hours"));
}

void tst_yearly_metrics::extendedThenApprovedDividesByAll()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved).extendedAt = instant("2026-04-30T18:00:00Z");
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied).extendedAt = instant("2026-04-30T18:00:00Z");
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-01T12:00:00Z", hour, Decision::Approved, Urgency::Expedited);
    QCOMPARE(caseload.metric("5").words(), QStringLiteral("25.00%"));
    QCOMPARE(caseload.metric("5").detail(), QStringLiteral("1 of 4"));
}

void tst_yearly_metrics::appealsCountOnce()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied);
    caseload.then(RoundKind::Appeal, "2026-06-01T12:00:00Z", day, Decision::Denied);
    caseload.then(RoundKind::Appeal, "2027-01-15T12:00:00Z", day, Decision::Approved); // before the report was made
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied);
    caseload.then(RoundKind::Appeal, "2027-03-15T12:00:00Z", day, Decision::Approved); // after it
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied, Urgency::Expedited);
    caseload.then(RoundKind::Appeal, "2026-05-15T12:00:00Z", day, Decision::Approved);
    QCOMPARE(caseload.metric("2").detail(), QStringLiteral("1 of 3"));
    QCOMPARE(caseload.metric("3").detail(), QStringLiteral("2 of 3")); // also the one that was turned
    QCOMPARE(caseload.metric("4").words(), QStringLiteral("33.33%"));
    QCOMPARE(caseload.metric("4").rounds, QList<int>{0});
    QCOMPARE(caseload.metric("8 mean").words(), QStringLiteral("1.00 days"));
}

/// The appeal's decision was wrong and corrected: it counts as it is now.
void tst_yearly_metrics::aCorrectedAppealCountsAsItIs()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied);
    caseload.then(RoundKind::Appeal, "2026-06-01T12:00:00Z", day, Decision::Approved);
    caseload.then(RoundKind::Appeal, "2026-06-03T12:00:00Z", day, Decision::Denied);
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied);
    caseload.then(RoundKind::Appeal, "2026-06-01T12:00:00Z", day, Decision::Approved);
    caseload.then(RoundKind::Appeal, "2027-03-15T12:00:00Z", day, Decision::Denied); // after the report was made
    QCOMPARE(caseload.metric("4").detail(), QStringLiteral("1 of 2"));
}

void tst_yearly_metrics::reopeningChangesNoMetric()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied);
    caseload.then(RoundKind::Reopened, "2026-05-20T12:00:00Z", 9 * day, Decision::Approved);
    QCOMPARE(caseload.metric("3").detail(), QStringLiteral("1 of 1"));
    QCOMPARE(caseload.metric("4").detail(), QStringLiteral("0 of 1")); // no appeal
    QCOMPARE(caseload.metric("8 mean").words(), QStringLiteral("1.00 days"));
    const CaseloadReport later = caseload.report({{2026, 5, 10}, {2026, 5, 31}});
    QCOMPARE(later.table(u"counted")->cell(u"standard", u"requests")->number, QStringLiteral("0"));
}

void tst_yearly_metrics::withdrawnDoesNotCount()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Withdrawn);
    QCOMPARE(caseload.metric("2").detail(), QStringLiteral("1 of 1"));
    QCOMPARE(caseload.counted("withdrawn"), 1);
    QCOMPARE(caseload.counted("standard"), 1);
}

void tst_yearly_metrics::withdrawnAndOpenedAgainCountsByItsDetermination()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Withdrawn);
    caseload.then(RoundKind::Reopened, "2026-05-20T12:00:00Z", 3 * day, Decision::Approved);
    QCOMPARE(caseload.metric("2").detail(), QStringLiteral("1 of 1"));
    QCOMPARE(caseload.metric("8 mean").words(), QStringLiteral("3.00 days"));
    QCOMPARE(caseload.counted("withdrawn"), 0);
}

void tst_yearly_metrics::afterTheServiceDoesNotCount()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied).timing = Timing::PostService;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied).timing = Timing::Concurrent;
    QCOMPARE(caseload.metric("3").detail(), QStringLiteral("1 of 2"));
    QCOMPARE(caseload.counted("after_service"), 1);
}

void tst_yearly_metrics::unclearIsLeftOut()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved).urgency.reset();
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved).receivedAt.reset();
    caseload.add("2026-05-01T12:00:00Z", -hour, Decision::Approved); // received after it was decided
    QCOMPARE(caseload.metric("2").detail(), QStringLiteral("0 of 0"));
    QCOMPARE(caseload.counted("unclear"), 3);
}

void tst_yearly_metrics::theYearBeginsInThePlansZone()
{
    Caseload caseload;
    caseload.add("2026-01-01T07:59:59Z", day, Decision::Approved); // still 2025 in Los Angeles
    caseload.add("2026-01-01T08:00:00Z", day, Decision::Denied);
    caseload.add("2027-01-01T07:59:59Z", day, Decision::Denied);
    caseload.add("2027-01-01T08:00:00Z", day, Decision::Approved);
    QCOMPARE(caseload.metric("3").detail(), QStringLiteral("2 of 2"));
}

void tst_yearly_metrics::aDayIsTwentyFourHours()
{
    Caseload caseload; // noon to noon over the night in which the clock is put forward: 23 hours
    caseload.add("2026-03-08T19:00:00Z", 23 * hour, Decision::Approved);
    QCOMPARE(caseload.metric("8 mean").words(), QStringLiteral("0.96 days"));
}

void tst_yearly_metrics::medians_data()
{
    QTest::addColumn<QList<qint64>>("hours");
    QTest::addColumn<QString>("mean");
    QTest::addColumn<QString>("median");
    QTest::newRow("one") << QList<qint64>{5} << QStringLiteral("5.00 hours") << QStringLiteral("5.00 hours");
    QTest::newRow("odd") << QList<qint64>{30, 1, 2} << QStringLiteral("11.00 hours") << QStringLiteral("2.00 hours");
    QTest::newRow("even") << QList<qint64>{1, 4, 2, 70} << QStringLiteral("19.25 hours")
                          << QStringLiteral("3.00 hours");
    QTest::newRow("two") << QList<qint64>{1, 2} << QStringLiteral("1.50 hours") << QStringLiteral("1.50 hours");
}

void tst_yearly_metrics::medians()
{
    QFETCH(const QList<qint64>, hours);
    Caseload caseload;
    for (const qint64 each : hours)
        caseload.add("2026-05-01T12:00:00Z", each * hour, Decision::Approved, Urgency::Expedited);
    QTEST(caseload.metric("9 mean").words(), "mean");
    QTEST(caseload.metric("9 median").words(), "median");
}

void tst_yearly_metrics::linesOfBusinessApart()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Approved);
    caseload.add("2026-05-01T12:00:00Z", day, Decision::Denied).lineOfBusiness = LineOfBusiness::Qhp;
    QCOMPARE(caseload.metric("2").words(), QStringLiteral("100.00%"));
    QCOMPARE(caseload.metric("2", "qhp").words(), QStringLiteral("0.00%"));
    QCOMPARE(caseload.metric("2", "medicaid_managed_care").words(), QStringLiteral("–"));
    QCOMPARE(caseload.metric("2", "all").words(), QStringLiteral("50.00%"));
}

void tst_yearly_metrics::lateIsAfterDue()
{
    Caseload caseload;
    caseload.add("2026-05-01T12:00:00Z", 2 * day, Decision::Approved).dueAt = instant("2026-05-01T12:00:00Z");
    caseload.add("2026-05-01T12:00:00Z", 2 * day, Decision::Approved).dueAt = instant("2026-05-01T11:59:59Z");
    const CaseloadReport report = caseload.report();
    QCOMPARE(report.table(u"turnaround_standard")->cell(u"2", u"in_time")->rounds, QList<int>{0});
    QCOMPARE(report.table(u"turnaround_standard")->cell(u"2", u"late")->rounds, QList<int>{1});
}

void tst_yearly_metrics::overdueIsCountedAtTheEndOfTheWeek()
{
    Caseload caseload;
    RoundRecord &round = caseload.add("2026-05-20T12:00:00Z", 20 * day, Decision::Approved); // received Thu 30 Apr
    round.dueAt = instant("2026-05-12T06:59:59Z"); // end of Mon 11 May in Los Angeles
    const CaseloadReport report = caseload.report({{2026, 4, 1}, {2026, 5, 31}});
    const ReportTable &overdue = *report.table(u"overdue");
    const auto count = [&](const char *week, const char *column) {
        return overdue.cell(QString::fromLatin1(week), QString::fromLatin1(column))->number;
    };
    QCOMPARE(count("2026-05-03", "open"), QStringLiteral("1"));
    QCOMPARE(count("2026-05-10", "overdue"), QStringLiteral("0"));
    QCOMPARE(count("2026-05-17", "overdue"), QStringLiteral("1"));
    QCOMPARE(count("2026-05-24", "open"), QStringLiteral("0"));
    QCOMPARE(count("2026-05-24", "late"), QStringLiteral("1"));
    QCOMPARE(overdue.rows.first().id, QStringLiteral("2026-05-03")); // a Sunday; nothing stood open before
    QCOMPARE(overdue.rows.last().id, QStringLiteral("2026-05-31"));
}

QTEST_GUILESS_MAIN(tst_yearly_metrics)
#include "tst_yearly_metrics.moc"
