
#include "reports/ReportPeriod.h"
#include "reports/ReportTable.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace reviewdesk;

class tst_report_table : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void twoDecimals_data();
    void twoDecimals();
    void sharesOfNothingHaveNoNumber();
    void numbersAreWrittenAsTheLocaleDoes_data();
    void numbersAreWrittenAsTheLocaleDoes();
    void periods_data();
    void periods();
    void aPeriodHoldsWholeDaysOfThePlansZone();
};

void tst_report_table::twoDecimals_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << qint64{200} << qint64{2} << QStringLiteral("100.00");
    QTest::newRow("zero") << qint64{0} << qint64{7} << QStringLiteral("0.00");
    QTest::newRow("a third") << qint64{100} << qint64{3} << QStringLiteral("33.33");
    QTest::newRow("two thirds") << qint64{200} << qint64{3} << QStringLiteral("66.67");
    QTest::newRow("a half goes up") << qint64{1} << qint64{200} << QStringLiteral("0.01");
    QTest::newRow("0.005 of a binary fraction too") << qint64{1005} << qint64{1000} << QStringLiteral("1.01");
    QTest::newRow("just below a half") << qint64{49999} << qint64{10'000'000} << QStringLiteral("0.00");
    QTest::newRow("a year of a million cases")
        << qint64{31'536'000'000'000'000} << qint64{86'400'000'000'000} << QStringLiteral("365.00");
}

void tst_report_table::twoDecimals()
{
    QFETCH(const qint64, numerator);
    QFETCH(const qint64, denominator);
    QTEST(reviewdesk::twoDecimals(numerator, denominator), "text");
}

void tst_report_table::sharesOfNothingHaveNoNumber()
{
    const ReportCell cell = shareCell({}, 0);
    QCOMPARE(cell.number, QString());
    QCOMPARE(cell.words(), QStringLiteral("–"));
    QCOMPARE(cell.detail(), QStringLiteral("0 of 0"));
    QCOMPARE(shareCell({4, 7}, 3).words(), QStringLiteral("66.67%"));
}

void tst_report_table::numbersAreWrittenAsTheLocaleDoes_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("share");
    QTest::addColumn<QString>("mean");
    QTest::addColumn<QString>("count");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *locale, const char *share, const char *mean, const char *count, const char *detail) {
        QTest::newRow(locale) << QString::fromLatin1(locale) << QString::fromUtf8(share) << QString::fromUtf8(mean)
                              << QString::fromUtf8(count) << QString::fromUtf8(detail);
    };
    row("C", "75.00%", "12345.67 days", "12345", "18000 of 24000");
    row("en_US", "75.00%", "12,345.67 days", "12,345", "18,000 of 24,000");
    row("es_ES", "75,00\u00a0%", "12.345,67 days", "12.345", "18.000 of 24.000");
    row("es_US", "75.00\u00a0%", "12,345.67 days", "12,345", "18,000 of 24,000");
    row("es_MX", "75.00%", "12,345.67 days", "12,345", "18,000 of 24,000");
    row("de_DE", "75,00\u00a0%", "12.345,67 days", "12.345", "18.000 of 24.000");
}

/// A cell keeps its number as files have it, whatever the screen shows.
void tst_report_table::numbersAreWrittenAsTheLocaleDoes()
{
    QFETCH(const QString, locale);
    QLocale::setDefault(locale == u"C" ? QLocale::c() : QLocale(locale));
    const ReportCell share = shareCell(QList<int>(18000), 24000);
    ReportCell mean;
    mean.number = reviewdesk::twoDecimals(1234567, 100);
    mean.unit = QStringLiteral("days");
    QTEST(share.words(), "share");
    QTEST(mean.words(), "mean");
    QTEST(countCell(QList<int>(12345)).words(), "count");
    QTEST(share.detail(), "detail");
    QCOMPARE(share.number, QStringLiteral("75.00"));
    QCOMPARE(countCell(QList<int>(12345)).number, QStringLiteral("12345"));
    QCOMPARE(ReportCell().words(), QStringLiteral("–"));
}

void tst_report_table::periods_data()
{
    QTest::addColumn<int>("usual");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    const auto row = [](const char *name, UsualPeriod usual, QDate today, QDate first, QDate last) {
        QTest::newRow(name) << static_cast<int>(usual) << today << first << last;
    };
    row("year", UsualPeriod::ThisYear, {2026, 11, 23}, {2026, 1, 1}, {2026, 12, 31});
    row("last year", UsualPeriod::LastYear, {2026, 1, 1}, {2025, 1, 1}, {2025, 12, 31});
    row("quarter", UsualPeriod::ThisQuarter, {2026, 3, 31}, {2026, 1, 1}, {2026, 3, 31});
    row("last quarter", UsualPeriod::LastQuarter, {2026, 2, 1}, {2025, 10, 1}, {2025, 12, 31});
    row("month", UsualPeriod::ThisMonth, {2028, 2, 3}, {2028, 2, 1}, {2028, 2, 29});
    row("last month", UsualPeriod::LastMonth, {2026, 1, 31}, {2025, 12, 1}, {2025, 12, 31});
    row("30 days", UsualPeriod::Last30Days, {2026, 3, 1}, {2026, 1, 31}, {2026, 3, 1});
}

void tst_report_table::periods()
{
    QFETCH(const int, usual);
    QFETCH(const QDate, today);
    const ReportPeriod period = periodOf(static_cast<UsualPeriod>(usual), today);
    QTEST(period.first, "first");
    QTEST(period.last, "last");
    QVERIFY(period.isValid());
}

void tst_report_table::aPeriodHoldsWholeDaysOfThePlansZone()
{
    const QTimeZone pacific("America/Los_Angeles");
    const ReportPeriod period{{2026, 3, 1}, {2026, 3, 31}}; // daylight saving begins within it
    QCOMPARE(period.begin(pacific), QDateTime(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::utc()));
    QCOMPARE(period.end(pacific), QDateTime(QDate(2026, 4, 1), QTime(7, 0), QTimeZone::utc()));
    QCOMPARE(period.words(), QStringLiteral("1 Mar 2026 to 31 Mar 2026"));
}

QTEST_GUILESS_MAIN(tst_report_table)
#include "tst_report_table.moc"
