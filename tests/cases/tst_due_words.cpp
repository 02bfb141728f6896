#include "DueFixture.h"

using namespace reviewdesk;
using namespace reviewdesk::fixture;

/// What is said of a due date: how it was reckoned, and the chip of a row.
class TestDueWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arithmeticInWords_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("words");
        QTest::newRow("hours") << "2026-11-09T09:10:00-08:00"
                               << "self_funded_erisa expedited pre_service fax WA"
                               << "received Mon 9 Nov 09:10 + 72 h = Thu 12 Nov 09:10";
        QTest::newRow("hours from another zone") << "2026-11-09T12:10:00-05:00"
                                                 << "self_funded_erisa expedited pre_service fax WA"
                                                 << "received Mon 9 Nov 09:10 + 72 h = Thu 12 Nov 09:10";
        QTest::newRow("one day") << "2026-11-09T09:10:00-08:00"
                                 << "commercial_insured expedited pre_service portal WA"
                                 << "received Mon 9 Nov 09:10 + 1 calendar day = end of Tue 10 Nov";
        QTest::newRow("calendar days") << "2026-11-09T09:10:00-08:00"
                                       << "self_funded_erisa standard pre_service fax WA"
                                       << "received Mon 9 Nov 09:10 + 15 calendar days = end of Tue 24 Nov";
        QTest::newRow("holiday")
            << "2026-11-24T09:10:00-08:00"
            << "commercial_insured standard pre_service fhir WA"
            << "received Tue 24 Nov 09:10 + 3 calendar days (not counted: Thu 26 Nov) = end of Sat 28 Nov";
        QTest::newRow("business days") << "2026-11-25T09:10:00-08:00"
                                       << "commercial_insured standard pre_service fax OR"
                                       << "received Wed 25 Nov 09:10 + 2 business days (not counted: Thu 26 Nov, Sat "
                                          "28 Nov, Sun 29 Nov) = end of Mon 30 Nov";
    }

    void arithmeticInWords()
    {
        QFETCH(QString, received);
        QFETCH(QString, request);
        QFETCH(QString, words);
        const QStringList parts = request.split(QLatin1Char(' '));
        const QList<DueEntry> entries = dueDates(
            requestOf(received, parts.at(0), parts.at(1), parts.at(2), parts.at(3), parts.at(4)), {}, rules(), pacific);
        QCOMPARE(entries.first().arithmetic, words);
    }

    void chip_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("tone");
        QTest::newRow("just over") << "2026-11-23T17:59:50Z"
                                   << "Overdue 1 min"
                                   << "overdue";
        QTest::newRow("minutes") << "2026-11-23T17:40:00Z"
                                 << "Overdue 20 min"
                                 << "overdue";
        QTest::newRow("hours") << "2026-11-23T15:30:00Z"
                               << "Overdue 2 h"
                               << "overdue";
        QTest::newRow("a day and a half") << "2026-11-22T06:00:00Z"
                                          << "Overdue 36 h"
                                          << "overdue";
        QTest::newRow("days") << "2026-11-20T06:00:00Z"
                              << "Overdue 3 d"
                              << "overdue";
        QTest::newRow("now") << "2026-11-23T18:00:00Z"
                             << "Today 10:00"
                             << "soon";
        QTest::newRow("today") << "2026-11-24T00:40:00Z"
                               << "Today 16:40"
                               << "soon";
        QTest::newRow("end of today") << "2026-11-24T07:59:59.999Z"
                                      << "Today 23:59"
                                      << "soon";
        QTest::newRow("tomorrow") << "2026-11-24T08:00:00Z"
                                  << "Tue 24 Nov"
                                  << "";
        QTest::newRow("later") << "2026-11-26T07:59:59.999Z"
                               << "Wed 25 Nov"
                               << "";
        QTest::newRow("next year") << "2027-01-05T07:59:59.999Z"
                                   << "Mon 4 Jan 2027"
                                   << "";
    }

    void chip()
    {
        QFETCH(QString, due);
        QFETCH(QString, words);
        QFETCH(QString, tone);
        const DueChip chip =
            dueChip(instantFromWords(due), instantFromWords(QStringLiteral("2026-11-23T10:00:00-08:00")), pacific);
        QCOMPARE(chip.words, words);
        QCOMPARE(chip.overdue, tone == QLatin1String("overdue"));
        QCOMPARE(chip.soon, tone == QLatin1String("soon"));
    }

    void noDueNoChip() { QVERIFY(dueChip({}, QDateTime::currentDateTimeUtc(), pacific).words.isEmpty()); }
};

QTEST_GUILESS_MAIN(TestDueWords)
#include "tst_due_words.moc"
