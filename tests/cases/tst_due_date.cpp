#include "cases/DueDate.h"

#include "Fixture.h"

using namespace reviewdesk;

namespace {

const QTimeZone pacific("America/Los_Angeles");

Request requestOf(const QString &received, const QString &line, const QString &urgency, const QString &timing,
    const QString &channel, const QString &state)
{
    Request request;
    request.receivedAt = instantFromWords(received);
    request.lineOfBusiness = lineOfBusinessFromWord(line);
    request.urgency = urgencyFromWord(urgency);
    request.timing = timingFromWord(timing);
    request.channel = channelFromWord(channel);
    request.state = state;
    return request;
}

const DueRules &rules()
{
    return fixture::rulebook().dueRules;
}

QByteArray resource(const char *name)
{
    return fixture::content(QStringLiteral(RESOURCES "/rules/") + QString::fromLatin1(name));
}

Result<DueRules> readWith(const QByteArray &dueDates, const QByteArray &holidays)
{
    return readDueRules(
        dueDates, resource("due-dates.schema.json"), holidays, resource("holidays-us-federal.schema.json"));
}

} // namespace

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

    /// An appeal has limits of its own, from its own receipt; the review's are not looked at.
    void appeals_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QStringList>("request"); // line, urgency, timing, channel, state
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("due"); // UTC
        const auto row = [](const char *received, const char *request, const char *rule, const char *due) {
            QTest::newRow(qPrintable(QString::fromLatin1(received) + QLatin1Char(' ') + QLatin1String(request)))
                << QString::fromLatin1(received) << QString::fromLatin1(request).split(QLatin1Char(' '))
                << QString::fromLatin1(rule) << QString::fromLatin1(due);
        };
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID", "erisa-appeal-urgent",
            "2026-11-23T17:10:00Z");
        row("2026-10-30T09:00:00-07:00", "self_funded_erisa expedited concurrent fax ID", "erisa-appeal-urgent",
            "2026-11-02T16:00:00Z"); // over the end of daylight saving
        row("2026-03-06T09:00:00-08:00", "commercial_insured expedited pre_service fax ID", "commercial-appeal-urgent",
            "2026-03-09T17:00:00Z"); // over its beginning
        row("2026-01-31T09:00:00-08:00", "self_funded_erisa standard pre_service fax ID", "erisa-appeal-standard",
            "2026-03-03T07:59:59.999Z");
        row("2028-01-30T09:00:00-08:00", "qhp standard pre_service portal ID", "qhp-appeal-standard",
            "2028-03-01T07:59:59.999Z"); // the leap day is the thirtieth
        row("2026-11-05T09:10:00-08:00", "commercial_insured standard concurrent fax ID", "commercial-appeal-standard",
            "2026-12-06T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "self_funded_erisa standard post_service fax ID", "erisa-appeal-post-service",
            "2026-04-01T06:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "qhp expedited post_service fax ID", "qhp-appeal-post-service",
            "2026-04-01T06:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "commercial_insured standard pre_service fax WA", "wa-appeal",
            "2026-11-20T07:59:59.999Z"); // stricter than the federal thirty days
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service portal WA",
            "commercial-appeal-urgent", "2026-11-23T17:10:00Z"); // the same 72 hours by two rules
        row("2026-11-20T09:10:00-08:00", "medicare_advantage expedited pre_service fax WA",
            "medicare-appeal-expedited", "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "medicare_advantage standard pre_service fax WA", "medicare-appeal-standard",
            "2026-12-21T07:59:59.999Z");
        row("2026-12-31T23:59:00-08:00", "medicare_advantage standard post_service mail WA",
            "medicare-appeal-post-service", "2027-03-02T07:59:59.999Z");
        row("2026-11-20T09:10:00-08:00", "medicaid_managed_care expedited pre_service fax OR",
            "medicaid-appeal-expedited", "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "medicaid_managed_care standard pre_service fax OR",
            "medicaid-appeal-standard", "2026-12-21T07:59:59.999Z");
        row("2026-11-20T09:10:00-08:00", "medicaid_managed_care standard post_service fax OR",
            "medicaid-appeal-standard", "2026-12-21T07:59:59.999Z");
    }

    void appeals()
    {
        QFETCH(QString, received);
        QFETCH(QStringList, request);
        QFETCH(QString, rule);
        QFETCH(QString, due);
        ClockEvents appeal;
        appeal.isAppeal = true;
        const QList<DueEntry> entries = dueDates(
            requestOf(received, request.at(0), request.at(1), request.at(2), request.at(3), request.at(4)), appeal,
            rules(), pacific);
        QVERIFY(!entries.isEmpty());
        QCOMPARE(entries.first().rule.id, rule);
        QCOMPARE(entries.first().due.toUTC(), QDateTime::fromString(due, Qt::ISODateWithMs));
        for (const DueEntry &entry : entries) {
            QVERIFY(entry.rule.appeal);
            QVERIFY(!entry.rule.verified); // none of them was read in its source
        }
    }

    /// Medicare's 30 days of an appeal and 14 more; what the extension becomes is known before it is taken.
    void anExtendedAppeal()
    {
        ClockEvents appeal;
        appeal.isAppeal = true;
        const Request request = requestOf(QStringLiteral("2026-11-20T09:10:00-08:00"),
            QStringLiteral("medicare_advantage"), QStringLiteral("standard"), QStringLiteral("pre_service"),
            QStringLiteral("fax"), QStringLiteral("WA"));
        const QDateTime at = instantFromWords(QStringLiteral("2026-12-01T10:00:00-08:00"));
        const QDateTime longer = extendedDue(request, appeal, at, rules(), pacific);
        QCOMPARE(longer.toUTC(), QDateTime::fromString(QStringLiteral("2027-01-04T07:59:59.999Z"), Qt::ISODateWithMs));
        appeal.extendedAt = at;
        appeal.extensionNoticedAt = at;
        QCOMPARE(dueDates(request, appeal, rules(), pacific).first().due, longer);
        QVERIFY(!extendedDue(Request(), appeal, at, rules(), pacific).isValid());
    }

    void noDueNoChip() { QVERIFY(dueChip({}, QDateTime::currentDateTimeUtc(), pacific).words.isEmpty()); }

    void everyRuleIsCitedAndReached()
    {
        QSet<QString> ids;
        for (const DueRule &rule : rules().rules) {
            QVERIFY2(!ids.contains(rule.id), qPrintable(rule.id));
            ids.insert(rule.id);
            QVERIFY(!rule.citation.isEmpty());
        }
        for (const LineOfBusiness line : {LineOfBusiness::CommercialInsured, LineOfBusiness::SelfFundedErisa,
                 LineOfBusiness::MedicareAdvantage, LineOfBusiness::MedicaidManagedCare, LineOfBusiness::Qhp}) {
            for (const Urgency urgency : {Urgency::Standard, Urgency::Expedited}) {
                Request request = requestOf(QStringLiteral("2026-11-09T09:10:00-08:00"), toWord(line), toWord(urgency),
                    QStringLiteral("pre_service"), QStringLiteral("fax"), QStringLiteral("UT"));
                QVERIFY(!dueDates(request, {}, rules(), pacific).isEmpty());
            }
        }
    }

    void holidaysAreFederal()
    {
        const QList<QDate> &days = rules().holidays;
        QVERIFY(days.contains(QDate(2026, 7, 3))); // observed: the 4th is a Saturday
        QVERIFY(days.contains(QDate(2027, 7, 5))); // observed: the 4th is a Sunday
        QVERIFY(days.contains(QDate(2026, 11, 26)));
        QVERIFY(days.contains(QDate(2027, 12, 31))); // New Year of 2028, a Saturday
        for (const QDate &day : days)
            QVERIFY2(day.dayOfWeek() <= 5, qPrintable(day.toString(Qt::ISODate)));
        for (int year = 2025; year <= 2040; ++year) {
            const auto inYear =
                std::count_if(days.begin(), days.end(), [year](const QDate &day) { return day.year() == year; });
            QVERIFY2(inYear >= 10 && inYear <= 12, qPrintable(QString::number(year)));
        }
    }

    void wrongFiles_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QByteArray>("holidays");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const QByteArray rules = resource("due-dates.json");
        const QByteArray holidays = resource("holidays-us-federal.json");
        QTest::newRow("sound") << rules << holidays << ""
                               << "";
        QTest::newRow("unknown unit") << QByteArray(rules).replace("\"unit\": \"hours\"", "\"unit\": \"weeks\"")
                                      << holidays << "unknown_value"
                                      << "due-dates.json#/rules/0/unit";
        QTest::newRow("no citation") << QByteArray(rules).replace("\"citation\": \"ORS 743B.423\",", "") << holidays
                                     << "missing_member"
                                     << "due-dates.json#/rules/12";
        QTest::newRow("impossible date") << QByteArray(rules).replace("2026-01-01", "2026-02-30") << holidays
                                         << "invalid_date"
                                         << "due-dates.json#/rules/14/from";
        QTest::newRow("impossible holiday")
            << rules << QByteArray(holidays).replace("2024-01-01", "2024-13-01") << "invalid_date"
            << "holidays-us-federal.json#/days/0/date";
        QTest::newRow("key twice") << QByteArray("{\"rules\":[],\"rules\":[]}") << holidays << "duplicate_key"
                                   << "due-dates.json#/rules";
    }

    void wrongFiles()
    {
        QFETCH(QByteArray, rules);
        QFETCH(QByteArray, holidays);
        QFETCH(QString, code);
        QFETCH(QString, place);
        const Result<DueRules> read = readWith(rules, holidays);
        QCOMPARE(read.ok() ? QString() : read.error().code, code);
        QCOMPARE(read.ok() ? QString() : read.error().place, place);
    }
};

QTEST_GUILESS_MAIN(TestDueDate)
#include "tst_due_date.moc"
