#include "cases/DateWords.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace reviewdesk;

/// Days and times in the words and the order of the locale.
class TestDateWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }
    void followTheLocale_data();
    void followTheLocale();
};

void TestDateWords::followTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("inYear");
    QTest::addColumn<QString>("weekday");
    QTest::addColumn<QString>("clock");
    QTest::addColumn<QString>("seconds");
    QTest::addRow("C") << "C"
                       << "5 Nov 2026"
                       << "5 Nov"
                       << "Thu 5 Nov 2026"
                       << "14:05"
                       << "14:05:09";
    QTest::addRow("United States") << "en_US"
                                   << "Nov 5, 2026"
                                   << "Nov 5"
                                   << "Thu, Nov 5, 2026"
                                   << "2:05 PM"
                                   << "2:05:09 PM";
    QTest::addRow("Spanish, United States") << "es_US"
                                            << "5 nov 2026"
                                            << "5 nov"
                                            << "jue, 5 nov 2026"
                                            << "2:05 p. m."
                                            << "2:05:09 p. m.";
    QTest::addRow("United Kingdom") << "en_GB"
                                    << "5 Nov 2026"
                                    << "5 Nov"
                                    << "Thu, 5 Nov 2026"
                                    << "14:05"
                                    << "14:05:09";
    QTest::addRow("Spanish, Spain") << "es_ES"
                                    << "5 nov 2026"
                                    << "5 nov"
                                    << "jue, 5 nov 2026"
                                    << "14:05"
                                    << "14:05:09";
}

void TestDateWords::followTheLocale()
{
    QFETCH(QString, locale);
    QLocale::setDefault(QLocale(locale));
    const QDateTime instant(QDate(2026, 11, 5), QTime(14, 5, 9), QTimeZone::utc());
    // CLDR changes its mind on the spaces here: narrow, unbreakable, none
    const auto plain = [](QString words) {
        return words.replace(QChar(0x202f), QLatin1Char(' '))
            .replace(QChar(0xa0), QLatin1Char(' '))
            .replace(QLatin1String("p.m."), QLatin1String("p. m."));
    };
    QTEST(dayWords(instant.date()), "day");
    QTEST(dayWordsInYear(instant.date()), "inYear");
    QTEST(weekdayWords(instant.date()), "weekday");
    QTEST(plain(clockWords(instant.time())), "clock");
    QTEST(plain(clockWordsWithSeconds(instant.time())), "seconds");
    QCOMPARE(dayAndClockWords(instant), dayWords(instant.date()) + QLatin1Char(' ') + clockWords(instant.time()));
    QCOMPARE(dayAndClockWords(QDateTime()), QString());
    QCOMPARE(QLocale().toDate(dayWords(instant.date()), dayPattern()), instant.date());
}

QTEST_GUILESS_MAIN(TestDateWords)

#include "tst_date_words.moc"
