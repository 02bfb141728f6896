#include "DueFixture.h"

using namespace reviewdesk;
using namespace reviewdesk::fixture;

/// When a review is due, and by which of the rules that fit it.
class TestDueDate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Each worked by hand from the regulation's table: received, request, the strictest rule and its due instant in
    /// the zone.
    void worked_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QStringList>("request"); // line, urgency, timing, channel, state, zone
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("due"); // UTC; days end at 23:59:59.999 of the plan's zone
        const auto row = [](const char *received, const char *request, const char *rule, const char *due) {
            QTest::newRow(qPrintable(QString::fromLatin1(received) + QLatin1Char(' ') + QLatin1String(request)))
                << QString::fromLatin1(received) << QString::fromLatin1(request).split(QLatin1Char(' '))
                << QString::fromLatin1(rule) << QString::fromLatin1(due);
        };
        // Hours are exact.
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax WA", "erisa-urgent",
            "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "medicare_advantage expedited pre_service fax WA", "medicare-expedited",
            "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "medicaid_managed_care expedited pre_service fax WA", "medicaid-expedited",
            "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "qhp expedited pre_service fax ID", "qhp-urgent", "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service fax ID", "commercial-urgent",
            "2026-11-23T17:10:00Z");
        row("2026-12-30T22:30:00-08:00", "self_funded_erisa expedited pre_service portal WA", "erisa-urgent",
            "2027-01-03T06:30:00Z");
        row("2026-11-20T12:10:00-05:00", "self_funded_erisa expedited pre_service portal NY", "erisa-urgent",
            "2026-11-23T17:10:00Z");
        // Hours over a change of the clock: 72 true hours.
        row("2026-10-30T09:00:00-07:00", "self_funded_erisa expedited pre_service fax WA", "erisa-urgent",
            "2026-11-02T16:00:00Z");
        row("2026-03-06T09:00:00-08:00", "self_funded_erisa expedited pre_service fax WA", "erisa-urgent",
            "2026-03-09T17:00:00Z");
        row("2026-10-31T23:30:00-07:00", "self_funded_erisa expedited concurrent fax WA", "erisa-concurrent-urgent",
            "2026-11-02T06:30:00Z");
        // An urgent extension of a course: 24 hours.
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited concurrent fax WA", "erisa-concurrent-urgent",
            "2026-11-21T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited concurrent fax ID",
            "commercial-concurrent-urgent", "2026-11-21T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "qhp expedited concurrent fax ID", "qhp-concurrent-urgent",
            "2026-11-21T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "medicare_advantage expedited concurrent fax ID", "medicare-expedited",
            "2026-11-23T17:10:00Z");
        // 15 calendar days end with the 15th day after the day of receipt.
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T00:00:00-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T23:59:59-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "commercial_insured standard pre_service fax ID", "commercial-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "qhp standard pre_service portal ID", "qhp-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard concurrent fax WA", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        // The day of receipt is the plan's: one in the morning in New York is still the evening before in Los Angeles.
        row("2026-11-06T01:00:00-05:00", "self_funded_erisa standard pre_service portal NY", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-06T07:59:00Z", "self_funded_erisa standard pre_service portal NY", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-06T08:00:00Z", "self_funded_erisa standard pre_service portal NY", "erisa-standard",
            "2026-11-22T07:59:59.999Z");
        // Days over a change of the clock: the end of the day in the offset of that day.
        row("2026-10-25T09:00:00-07:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-11-10T07:59:59.999Z");
        row("2026-10-17T09:00:00-07:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-11-02T07:59:59.999Z");
        row("2026-10-16T09:00:00-07:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-11-01T06:59:59.999Z");
        row("2026-02-21T09:00:00-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-03-09T06:59:59.999Z");
        row("2026-02-20T09:00:00-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-03-08T07:59:59.999Z");
        // Ends of months and years, a leap day.
        row("2026-01-31T09:00:00-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2026-02-16T07:59:59.999Z");
        row("2026-12-20T09:00:00-08:00", "self_funded_erisa standard pre_service fax WA", "erisa-standard",
            "2027-01-05T07:59:59.999Z");
        row("2028-02-20T09:00:00-08:00", "medicare_advantage standard pre_service fax WA", "medicare-standard",
            "2028-02-28T07:59:59.999Z");
        row("2028-02-22T09:00:00-08:00", "medicare_advantage standard pre_service fax WA", "medicare-standard",
            "2028-03-01T07:59:59.999Z");
        row("2027-02-22T09:00:00-08:00", "medicare_advantage standard pre_service fax WA", "medicare-standard",
            "2027-03-02T07:59:59.999Z");
        row("2028-02-29T09:00:00-08:00", "medicaid_managed_care standard pre_service fax OR", "medicaid-standard",
            "2028-03-08T07:59:59.999Z");
        // After the service: 30 calendar days, however urgent it says.
        row("2026-01-30T09:00:00-08:00", "self_funded_erisa standard post_service fax WA", "erisa-post-service",
            "2026-03-02T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "self_funded_erisa expedited post_service fax WA", "erisa-post-service",
            "2026-03-02T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "commercial_insured standard post_service fax WA", "commercial-post-service",
            "2026-03-02T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "qhp standard post_service portal OR", "qhp-post-service",
            "2026-03-02T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "medicare_advantage standard post_service mail WA", "medicare-post-service",
            "2026-03-02T07:59:59.999Z");
        // Medicare Advantage and Medicaid: 7 days from 2026 on, by the day of receipt in the plan's zone.
        row("2025-12-31T23:59:00-08:00", "medicare_advantage standard pre_service fax WA", "medicare-standard-2025",
            "2026-01-15T07:59:59.999Z");
        row("2026-01-01T00:00:00-08:00", "medicare_advantage standard pre_service fax WA", "medicare-standard",
            "2026-01-09T07:59:59.999Z");
        row("2025-12-31T12:00:00-08:00", "medicaid_managed_care standard pre_service fax WA", "medicaid-standard-2025",
            "2026-01-15T07:59:59.999Z");
        row("2026-11-20T12:00:00-08:00", "medicaid_managed_care standard pre_service fax WA", "medicaid-standard",
            "2026-11-28T07:59:59.999Z");
        // Washington: calendar days; holidays do not count for electronic standard requests alone.
        row("2026-11-16T09:10:00-08:00", "commercial_insured standard pre_service portal WA", "wa-standard-electronic",
            "2026-11-20T07:59:59.999Z");
        row("2026-11-24T09:10:00-08:00", "commercial_insured standard pre_service fhir WA", "wa-standard-electronic",
            "2026-11-29T07:59:59.999Z");
        row("2026-07-01T09:10:00-07:00", "qhp standard pre_service portal WA", "wa-standard-electronic",
            "2026-07-06T06:59:59.999Z");
        row("2026-11-24T09:10:00-08:00", "commercial_insured standard pre_service fax WA", "wa-standard-other",
            "2026-11-30T07:59:59.999Z");
        row("2026-11-24T09:10:00-08:00", "commercial_insured standard pre_service phone WA", "wa-standard-other",
            "2026-11-30T07:59:59.999Z");
        row("2026-11-24T09:10:00-08:00", "commercial_insured standard pre_service mail WA", "wa-standard-other",
            "2026-11-30T07:59:59.999Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service portal WA",
            "wa-expedited-electronic", "2026-11-22T07:59:59.999Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service fax WA", "wa-expedited-other",
            "2026-11-23T07:59:59.999Z");
        // An expedited extension by portal late in the evening: Washington's day ends before the 24 hours.
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited concurrent portal WA",
            "commercial-concurrent-urgent", "2026-11-21T17:10:00Z");
        // Washington's rows are not for self-funded plans.
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service portal WA", "erisa-urgent",
            "2026-11-23T17:10:00Z");
        // Oregon: business days, over a weekend, over Thanksgiving, from a Saturday, over New Year.
        row("2026-11-16T09:10:00-08:00", "commercial_insured standard pre_service fax OR", "or-standard",
            "2026-11-19T07:59:59.999Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured standard pre_service fax OR", "or-standard",
            "2026-11-25T07:59:59.999Z");
        row("2026-11-25T09:10:00-08:00", "commercial_insured standard pre_service fax OR", "or-standard",
            "2026-12-01T07:59:59.999Z");
        row("2026-11-21T09:10:00-08:00", "qhp standard pre_service portal OR", "or-standard",
            "2026-11-25T07:59:59.999Z");
        row("2026-12-31T09:10:00-08:00", "qhp standard pre_service portal OR", "or-standard",
            "2027-01-06T07:59:59.999Z");
        row("2026-07-02T09:10:00-07:00", "commercial_insured standard pre_service fax OR", "or-standard",
            "2026-07-08T06:59:59.999Z");
        row("2026-11-10T09:10:00-08:00", "commercial_insured standard pre_service fax OR", "or-standard",
            "2026-11-14T07:59:59.999Z");
    }

    void worked()
    {
        QFETCH(QString, received);
        QFETCH(QStringList, request);
        QFETCH(QString, rule);
        QFETCH(QString, due);
        const QList<DueEntry> entries =
            dueDates(requestOf(received, request.at(0), request.at(1), request.at(2), request.at(3), request.at(4)), {},
                rules(), pacific);
        QVERIFY(!entries.isEmpty());
        QCOMPARE(entries.first().rule.id, rule);
        QCOMPARE(toWords(entries.first().due), due);
    }

    void everyFittingRuleEarliestFirst()
    {
        const Request request =
            requestOf(QStringLiteral("2026-11-20T09:10:00-08:00"), QStringLiteral("commercial_insured"),
                QStringLiteral("expedited"), QStringLiteral("concurrent"), QStringLiteral("fax"), QStringLiteral("WA"));
        QStringList ids;
        for (const DueEntry &entry : dueDates(request, {}, rules(), pacific))
            ids.append(entry.rule.id);
        QCOMPARE(ids,
            (QStringList{QStringLiteral("commercial-concurrent-urgent"), QStringLiteral("wa-expedited-other"),
                QStringLiteral("commercial-urgent")}));
    }

    void nothingWithoutItsGround()
    {
        const Request whole = requestOf(QStringLiteral("2026-11-20T09:10:00-08:00"), QStringLiteral("qhp"),
            QStringLiteral("standard"), QStringLiteral("pre_service"), QStringLiteral("fax"), QStringLiteral("WA"));
        QVERIFY(!dueDates(whole, {}, rules(), pacific).isEmpty());
        Request request = whole;
        request.receivedAt = {};
        QVERIFY(dueDates(request, {}, rules(), pacific).isEmpty());
        request = whole;
        request.urgency.reset();
        QVERIFY(dueDates(request, {}, rules(), pacific).isEmpty());
        request = whole;
        request.timing.reset();
        QVERIFY(dueDates(request, {}, rules(), pacific).isEmpty());
        request = whole;
        request.lineOfBusiness.reset();
        QVERIFY(dueDates(request, {}, rules(), pacific).isEmpty());
        request = whole;
    }

    /// How it came, or the state as somebody typed it, must not lengthen a limit in silence.
    void unclearGroundTakesTheStrictest_data()
    {
        QTest::addColumn<QString>("urgency");
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("rule");
        QTest::newRow("no channel, standard") << "standard" << "" << "WA" << "wa-standard-electronic";
        QTest::newRow("no channel, expedited") << "expedited" << "" << "WA" << "wa-expedited-electronic";
        QTest::newRow("small letters") << "standard" << "portal" << "wa" << "wa-standard-electronic";
        QTest::newRow("a space behind") << "standard" << "portal" << "WA " << "wa-standard-electronic";
        QTest::newRow("another state") << "standard" << "portal" << "ID" << "qhp-standard";
        QTest::newRow("no state") << "standard" << "portal" << "" << "qhp-standard";
    }

    void unclearGroundTakesTheStrictest()
    {
        QFETCH(QString, urgency);
        QFETCH(QString, channel);
        QFETCH(QString, state);
        QFETCH(QString, rule);
        const Request request = requestOf(QStringLiteral("2026-11-20T09:10:00-08:00"), QStringLiteral("qhp"), urgency,
            QStringLiteral("pre_service"), channel, state);
        QCOMPARE(dueDates(request, {}, rules(), pacific).first().rule.id, rule);
    }

    /// In Santiago midnight of 6 September 2026 does not exist: the day before ends at 24:00 all the same.
    void missingMidnight()
    {
        const QTimeZone santiago("America/Santiago");
        const Request request =
            requestOf(QStringLiteral("2026-08-29T09:00:00-04:00"), QStringLiteral("medicare_advantage"),
                QStringLiteral("standard"), QStringLiteral("pre_service"), QStringLiteral("fax"), QString());
        const QDateTime due = dueDates(request, {}, rules(), santiago).first().due;
        QCOMPARE(due.addMSecs(1), QDate(2026, 9, 6).startOfDay(santiago).toUTC());
        QCOMPARE(toWords(due), QStringLiteral("2026-09-06T03:59:59.999Z"));
    }
};

QTEST_GUILESS_MAIN(TestDueDate)
#include "tst_due_date.moc"
