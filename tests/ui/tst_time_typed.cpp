#include "ui/review/ReceiptEntries.h"
#include "ui/widgets/DateField.h"

#include <QLineEdit>
#include <QTest>

using namespace reviewdesk;

/// Times of day as people type them, by twelve hours and by twenty-four.
class tst_time_typed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void isShownAsTheLocaleWritesIt_data();
    void isShownAsTheLocaleWritesIt();
};

void tst_time_typed::isRead_data()
{
    QTest::addColumn<QTime>("time");
    const auto row = [](const char *typed, int hour, int minute) { QTest::newRow(typed) << QTime(hour, minute); };
    row("9:10", 9, 10);
    row("09:10", 9, 10);
    row("0910", 9, 10);
    row("910", 9, 10);
    row("16:45", 16, 45);
    row("00:00", 0, 0);
    row("12:15", 12, 15);
    row(" 23:59 ", 23, 59);
    row("2:30 PM", 14, 30);
    row("2:30PM", 14, 30);
    row("2:30pm", 14, 30);
    row("02:30 pm", 14, 30);
    row("2:30 p.m.", 14, 30);
    row("2:30 p. m.", 14, 30);
    row("2:30\u00a0p.\u00a0m.", 14, 30);
    row("2:30\u202fPM", 14, 30);
    row("2:30 P.M", 14, 30);
    row("2:30p", 14, 30);
    row("230 pm", 14, 30);
    row("2 p.m.", 14, 0);
    row("2pm", 14, 0);
    row("11 AM", 11, 0);
    row("9:05 a.m.", 9, 5);
    row("12:15 AM", 0, 15);
    row("12 am", 0, 0);
    row("12:15 PM", 12, 15);
    row("12pm", 12, 0);
}

void tst_time_typed::isRead()
{
    QString problem;
    QTEST(timeFromTyped(QString::fromUtf8(QTest::currentDataTag()), &problem), "time");
    QCOMPARE(problem, QString());
}

void tst_time_typed::isRefused_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"25:00", "24:00", "9:60", "14:30 PM", "0:30 AM", "13 pm", "2:75 pm", "2", "14", "2:3", "2:3 pm", "pm",
             "2:30 xm", "2:30 pm pm", "2:30:15", "noon", "-2:30", "12345"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void tst_time_typed::isRefused()
{
    QFETCH(const QString, typed);
    QString problem;
    QVERIFY(!timeFromTyped(typed, &problem).isValid());
    QCOMPARE(problem, QStringLiteral("“%1” is not a time of day: write it like 2:30 PM or 14:30.").arg(typed));
    problem.clear();
    QVERIFY(!timeFromTyped(QStringLiteral("  "), &problem).isValid()); // nothing is no slip
    QCOMPARE(problem, QString());
}

void tst_time_typed::isShownAsTheLocaleWritesIt_data()
{
    QTest::addColumn<QString>("shown");
    QTest::newRow("C") << QStringLiteral("14:05");
    QTest::newRow("en_US") << QStringLiteral("2:05 PM");
    QTest::newRow("es_ES") << QStringLiteral("14:05");
    QTest::newRow("ko_KR") << QStringLiteral("14:05"); // its own would not be read
}

void tst_time_typed::isShownAsTheLocaleWritesIt()
{
    const QString locale = QString::fromLatin1(QTest::currentDataTag());
    QLocale::setDefault(locale == u"C" ? QLocale::c() : QLocale(locale));
    DateField day(QStringLiteral("Received on"));
    QLineEdit time;
    ReceiptEntries entries;
    entries.day = &day;
    entries.time = &time;
    const QTimeZone zone("America/Los_Angeles");
    const QDateTime at(QDate(2026, 11, 9), QTime(14, 5, 7), zone);
    entries.show(at);
    QTEST(time.text().simplified(), "shown");
    QCOMPARE(entries.read(at, zone).at, at); // its seconds too
    QCOMPARE(entries.read({}, zone).at, at.addSecs(-7));
    for (const QLocale &any : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        QLocale::setDefault(any);
        entries.show(at);
        QVERIFY2(entries.read({}, zone).at == at.addSecs(-7), qPrintable(any.name() + u' ' + day.lineEdit()->text() + u' ' + time.text()));
    }
}

QTEST_MAIN(tst_time_typed)
#include "tst_time_typed.moc"
