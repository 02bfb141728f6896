// What waiting for information and an extension do to a due date. Each row worked by hand from the regulation's table.
#include "cases/DueDate.h"

#include "Fixture.h"

using namespace reviewdesk;

namespace {

const QTimeZone pacific("America/Los_Angeles");

/// "self_funded_erisa standard pre_service fax WA"
Request requestOf(const QString &received, const QString &words)
{
    const QStringList parts = words.split(QLatin1Char(' '));
    Request request;
    request.receivedAt = instantFromWords(received);
    request.lineOfBusiness = lineOfBusinessFromWord(parts.at(0));
    request.urgency = urgencyFromWord(parts.at(1));
    request.timing = timingFromWord(parts.at(2));
    request.channel = channelFromWord(parts.at(3));
    request.state = parts.at(4);
    return request;
}

/// "asked INSTANT answered INSTANT extended INSTANT", each notice issued with its step
ClockEvents eventsOf(const QString &words)
{
    ClockEvents events;
    const QStringList parts = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        const QDateTime at = instantFromWords(parts.at(i + 1));
        if (parts.at(i) == QLatin1String("asked"))
            events.waits.append({at, {}, at});
        else if (parts.at(i) == QLatin1String("answered"))
            events.waits.last().until = at;
        else
            events.extendedAt = events.extensionNoticedAt = at;
    }
    return events;
}

const DueRules &rules()
{
    return fixture::rulebook().dueRules;
}

DueEntry entryOf(const QString &received, const QString &request, const QString &events, const QString &rule)
{
    for (const DueEntry &entry : dueDates(requestOf(received, request), eventsOf(events), rules(), pacific)) {
        if (entry.rule.id == rule)
            return entry;
    }
    return {};
}

} // namespace

class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worked_data()
    {
        QTest::addColumn<QString>("received");
        QTest::addColumn<QString>("request"); // line, urgency, timing, channel, state
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("due"); // UTC; days end at 23:59:59.999 of the plan's zone
        const auto row = [](const char *received, const char *request, const char *events, const char *rule,
                             const char *due) {
            QTest::addRow("%s %s, %s", rule, received, events)
                << QString::fromLatin1(received) << QString::fromLatin1(request) << QString::fromLatin1(events)
                << QString::fromLatin1(rule) << QString::fromLatin1(due);
        };
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax ID",
            "asked 2026-11-07T10:00:00-08:00 answered 2026-11-17T15:00:00-08:00", "erisa-standard",
            "2026-12-01T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax ID",
            "asked 2026-11-07T10:00:00-08:00", "erisa-standard", "2027-01-05T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax ID",
            "extended 2026-11-06T09:10:00-08:00", "erisa-standard", "2026-12-06T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "self_funded_erisa standard post_service mail ID",
            "asked 2026-02-10T09:00:00-08:00 answered 2026-03-15T09:00:00-07:00", "erisa-post-service",
            "2026-04-04T06:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "self_funded_erisa standard post_service mail ID",
            "extended 2026-01-31T09:00:00-08:00", "erisa-post-service", "2026-03-17T06:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "commercial_insured standard pre_service fax ID",
            "asked 2026-11-07T10:00:00-08:00 answered 2026-11-17T15:00:00-08:00", "commercial-standard",
            "2026-12-01T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "commercial_insured standard pre_service fax ID",
            "asked 2026-11-07T10:00:00-08:00", "commercial-standard", "2027-01-05T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "commercial_insured standard pre_service fax ID",
            "extended 2026-11-06T09:10:00-08:00", "commercial-standard", "2026-12-06T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "commercial_insured standard post_service mail ID",
            "asked 2026-02-10T09:00:00-08:00 answered 2026-03-15T09:00:00-07:00", "commercial-post-service",
            "2026-04-04T06:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "commercial_insured standard post_service mail ID",
            "extended 2026-01-31T09:00:00-08:00", "commercial-post-service", "2026-03-17T06:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "qhp standard pre_service fax ID",
            "asked 2026-11-07T10:00:00-08:00 answered 2026-11-17T15:00:00-08:00", "qhp-standard",
            "2026-12-01T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "qhp standard pre_service fax ID", "asked 2026-11-07T10:00:00-08:00",
            "qhp-standard", "2027-01-05T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "qhp standard pre_service fax ID", "extended 2026-11-06T09:10:00-08:00",
            "qhp-standard", "2026-12-06T07:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "qhp standard post_service mail ID",
            "asked 2026-02-10T09:00:00-08:00 answered 2026-03-15T09:00:00-07:00", "qhp-post-service",
            "2026-04-04T06:59:59.999Z");
        row("2026-01-30T09:00:00-08:00", "qhp standard post_service mail ID", "extended 2026-01-31T09:00:00-08:00",
            "qhp-post-service", "2026-03-17T06:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-06T09:00:00-08:00 answered 2026-11-06T16:30:00-08:00", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-06T23:59:00-08:00 answered 2026-11-07T00:01:00-08:00", "erisa-standard",
            "2026-11-22T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-07T02:00:00-05:00 answered 2026-11-08T02:00:00-05:00", "erisa-standard",
            "2026-11-22T07:59:59.999Z");
        row("2026-10-20T09:10:00-07:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-10-30T09:00:00-07:00 answered 2026-11-03T09:00:00-08:00", "erisa-standard",
            "2026-11-09T07:59:59.999Z");
        row("2026-02-25T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-03-06T09:00:00-08:00 answered 2026-03-10T09:00:00-07:00", "erisa-standard",
            "2026-03-17T06:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-06T09:00:00-08:00 answered 2026-11-08T09:00:00-08:00 asked 2026-11-10T09:00:00-08:00 "
            "answered 2026-11-13T09:00:00-08:00",
            "erisa-standard", "2026-11-26T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-06T09:00:00-08:00 answered 2026-11-08T09:00:00-08:00 asked 2026-11-10T09:00:00-08:00",
            "erisa-standard", "2027-01-07T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-20T17:00:00-08:00 answered 2026-11-27T09:00:00-08:00", "erisa-standard",
            "2026-11-28T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-21T09:00:00-08:00 answered 2026-11-27T09:00:00-08:00", "erisa-standard",
            "2026-11-21T07:59:59.999Z");
        row("2026-11-05T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-11-07T10:00:00-08:00 answered 2026-11-17T15:00:00-08:00 extended 2026-11-06T09:10:00-08:00",
            "erisa-standard", "2026-12-16T07:59:59.999Z");
        row("2028-02-10T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2028-02-12T10:00:00-08:00 answered 2028-03-02T15:00:00-08:00", "erisa-standard",
            "2028-03-16T06:59:59.999Z");
        row("2027-02-10T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2027-02-12T10:00:00-08:00 answered 2027-03-02T15:00:00-08:00", "erisa-standard",
            "2027-03-16T06:59:59.999Z");
        row("2026-12-20T09:10:00-08:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-12-28T10:00:00-08:00 answered 2027-01-04T15:00:00-08:00", "erisa-standard",
            "2027-01-12T07:59:59.999Z");
        row("2026-06-01T09:10:00-07:00", "self_funded_erisa standard pre_service fax WA",
            "asked 2026-06-03T10:00:00-07:00 answered 2026-08-30T15:00:00-07:00", "erisa-standard",
            "2026-09-13T06:59:59.999Z");
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-11-20T15:00:00-08:00 answered 2026-11-21T11:00:00-08:00", "erisa-urgent",
            "2026-11-23T19:00:00Z");
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-11-21T09:00:00-08:00", "erisa-urgent", "2026-11-25T17:00:00Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service fax ID",
            "asked 2026-11-20T15:00:00-08:00 answered 2026-11-21T11:00:00-08:00", "commercial-urgent",
            "2026-11-23T19:00:00Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service fax ID",
            "asked 2026-11-21T09:00:00-08:00", "commercial-urgent", "2026-11-25T17:00:00Z");
        row("2026-11-20T09:10:00-08:00", "qhp expedited pre_service fax ID",
            "asked 2026-11-20T15:00:00-08:00 answered 2026-11-21T11:00:00-08:00", "qhp-urgent", "2026-11-23T19:00:00Z");
        row("2026-11-20T09:10:00-08:00", "qhp expedited pre_service fax ID", "asked 2026-11-21T09:00:00-08:00",
            "qhp-urgent", "2026-11-25T17:00:00Z");
        row("2026-10-31T09:10:00-07:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-10-31T12:00:00-07:00 answered 2026-11-01T12:00:00-08:00", "erisa-urgent",
            "2026-11-03T20:00:00Z");
        row("2026-03-07T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-03-07T12:00:00-08:00", "erisa-urgent", "2026-03-11T20:00:00Z");
        row("2026-12-31T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-12-31T12:00:00-08:00 answered 2026-12-31T18:30:00-08:00", "erisa-urgent",
            "2027-01-03T02:30:00Z");
        row("2028-02-27T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2028-02-28T09:00:00-08:00 answered 2028-02-28T10:00:00-08:00", "erisa-urgent",
            "2028-03-01T18:00:00Z");
        // Asked later than 24 hours after receipt: the 72 hours hold.
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-11-23T08:10:00-08:00 answered 2026-11-23T09:00:00-08:00", "erisa-urgent",
            "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "commercial_insured expedited pre_service fax ID",
            "asked 2026-11-21T09:10:00.001-08:00", "commercial-urgent", "2026-11-23T17:10:00Z");
        row("2026-11-20T09:10:00-08:00", "qhp expedited pre_service fax ID", "asked 2026-11-21T09:10:00-08:00",
            "qhp-urgent", "2026-11-25T17:10:00Z");
        // An answer after the 48 hours that were given: 48 hours from their end, not from the answer.
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-11-20T10:00:00-08:00 answered 2026-11-30T10:00:00-08:00", "erisa-urgent",
            "2026-11-24T18:00:00Z");
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited pre_service fax ID",
            "asked 2026-11-20T10:00:00-08:00 answered 2026-11-22T09:59:00-08:00", "erisa-urgent",
            "2026-11-24T17:59:00Z");
        row("2026-11-20T09:10:00-08:00", "self_funded_erisa expedited concurrent fax ID",
            "asked 2026-11-20T10:00:00-08:00", "erisa-concurrent-urgent", "2026-11-21T17:10:00Z");
        row("2026-11-09T09:10:00-08:00", "commercial_insured expedited pre_service portal WA",
            "asked 2026-11-09T12:00:00-08:00 answered 2026-11-12T12:00:00-08:00", "wa-expedited-electronic",
            "2026-11-11T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "commercial_insured expedited pre_service fax WA",
            "asked 2026-11-09T12:00:00-08:00 answered 2026-11-12T12:00:00-08:00", "wa-expedited-other",
            "2026-11-12T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "commercial_insured standard pre_service portal WA",
            "asked 2026-11-09T12:00:00-08:00 answered 2026-11-12T12:00:00-08:00", "wa-standard-electronic",
            "2026-11-14T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "commercial_insured standard pre_service fax WA",
            "asked 2026-11-09T12:00:00-08:00 answered 2026-11-12T12:00:00-08:00", "wa-standard-other",
            "2026-11-15T07:59:59.999Z");
        row("2026-11-16T09:10:00-08:00", "commercial_insured standard pre_service fax OR",
            "asked 2026-11-17T09:00:00-08:00 answered 2026-11-18T09:00:00-08:00", "or-standard",
            "2026-12-02T07:59:59.999Z");
        row("2026-11-16T09:10:00-08:00", "commercial_insured standard pre_service fax OR",
            "asked 2026-11-17T09:00:00-08:00 answered 2026-12-04T09:00:00-08:00", "or-standard",
            "2026-12-09T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "commercial_insured standard pre_service fax OR",
            "asked 2026-11-10T09:00:00-08:00 answered 2026-11-25T09:00:00-08:00", "or-standard",
            "2026-12-01T07:59:59.999Z");
        row("2026-12-21T09:10:00-08:00", "commercial_insured standard pre_service fax OR",
            "asked 2026-12-22T09:00:00-08:00 answered 2026-12-31T09:00:00-08:00", "or-standard",
            "2027-01-06T07:59:59.999Z");
        row("2026-12-21T09:10:00-08:00", "commercial_insured standard pre_service fax OR",
            "asked 2026-12-22T09:00:00-08:00", "or-standard", "2027-01-06T07:59:59.999Z");
        row("2026-11-16T09:10:00-08:00", "commercial_insured standard pre_service fax OR",
            "asked 2026-11-19T09:00:00-08:00 answered 2026-12-04T09:00:00-08:00", "or-standard",
            "2026-11-19T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "medicare_advantage standard pre_service fax WA",
            "asked 2026-11-10T09:00:00-08:00 answered 2026-11-20T09:00:00-08:00", "medicare-standard",
            "2026-11-17T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "medicare_advantage standard pre_service fax WA",
            "extended 2026-11-12T09:00:00-08:00", "medicare-standard", "2026-12-01T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "medicare_advantage expedited pre_service fax WA",
            "extended 2026-11-10T09:00:00-08:00", "medicare-expedited", "2026-11-26T17:10:00Z");
        row("2026-10-26T09:10:00-07:00", "medicare_advantage expedited pre_service fax WA",
            "extended 2026-10-27T09:00:00-07:00", "medicare-expedited", "2026-11-12T17:10:00Z");
        row("2025-12-30T09:10:00-08:00", "medicare_advantage standard pre_service fax WA",
            "extended 2026-01-02T09:00:00-08:00", "medicare-standard-2025", "2026-01-28T07:59:59.999Z");
        row("2028-02-20T09:10:00-08:00", "medicare_advantage standard pre_service fax WA",
            "extended 2028-02-22T09:00:00-08:00", "medicare-standard", "2028-03-13T06:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "medicaid_managed_care standard pre_service fax WA",
            "asked 2026-11-10T09:00:00-08:00 answered 2026-11-20T09:00:00-08:00", "medicaid-standard",
            "2026-11-17T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "medicaid_managed_care standard pre_service fax WA",
            "extended 2026-11-12T09:00:00-08:00", "medicaid-standard", "2026-12-01T07:59:59.999Z");
        row("2026-11-09T09:10:00-08:00", "medicaid_managed_care expedited pre_service fax WA",
            "extended 2026-11-10T09:00:00-08:00", "medicaid-expedited", "2026-11-26T17:10:00Z");
        row("2026-10-26T09:10:00-07:00", "medicaid_managed_care expedited pre_service fax WA",
            "extended 2026-10-27T09:00:00-07:00", "medicaid-expedited", "2026-11-12T17:10:00Z");
        row("2025-12-30T09:10:00-08:00", "medicaid_managed_care standard pre_service fax WA",
            "extended 2026-01-02T09:00:00-08:00", "medicaid-standard-2025", "2026-01-28T07:59:59.999Z");
        row("2028-02-20T09:10:00-08:00", "medicaid_managed_care standard pre_service fax WA",
            "extended 2028-02-22T09:00:00-08:00", "medicaid-standard", "2028-03-13T06:59:59.999Z");
    }

    void worked()
    {
        QFETCH(QString, received);
        QFETCH(QString, request);
        QFETCH(QString, events);
        QFETCH(QString, rule);
        QFETCH(QString, due);
        const DueEntry entry = entryOf(received, request, events, rule);
        QCOMPARE(toWords(entry.due), due);
        if (events.count(QLatin1String("asked")) == events.count(QLatin1String("answered")))
            QVERIFY(!entry.waiting);
    }

    void arithmeticInWords_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("waiting");
        QTest::addColumn<QString>("words");
        QTest::newRow("paused") << "self_funded_erisa standard pre_service fax WA"
                                << "asked 2026-11-10T10:00:00-08:00 answered 2026-11-14T15:00:00-08:00"
                                << "erisa-standard" << false
                                << "received Mon 9 Nov 09:10 + 15 calendar days, paused 4 d for information = end of "
                                   "Sat 28 Nov";
        QTest::newRow("still waiting") << "self_funded_erisa standard pre_service fax WA"
                                       << "asked 2026-11-10T10:00:00-08:00"
                                       << "erisa-standard" << true
                                       << "received Mon 9 Nov 09:10 + 15 calendar days, paused 45 d for information = "
                                          "end of Fri 8 Jan";
        QTest::newRow("extended") << "medicare_advantage standard pre_service fax WA"
                                  << "extended 2026-11-10T10:00:00-08:00"
                                  << "medicare-standard" << false
                                  << "received Mon 9 Nov 09:10 + 7 calendar days + 14 calendar days of extension = end "
                                     "of Mon 30 Nov";
        QTest::newRow("urgent") << "self_funded_erisa expedited pre_service fax WA"
                                << "asked 2026-11-09T12:00:00-08:00 answered 2026-11-10T15:00:00-08:00"
                                << "erisa-urgent" << false
                                << "information ended Tue 10 Nov 15:00 + 48 h = Thu 12 Nov 15:00";
        QTest::newRow("urgent, still waiting")
            << "self_funded_erisa expedited pre_service fax WA"
            << "asked 2026-11-09T12:00:00-08:00"
            << "erisa-urgent" << true << "wait for information ends Wed 11 Nov 12:00 + 48 h = Fri 13 Nov 12:00";
        QTest::newRow("urgent, asked too late")
            << "self_funded_erisa expedited pre_service fax WA"
            << "asked 2026-11-11T12:00:00-08:00"
            << "erisa-urgent" << false
            << "received Mon 9 Nov 09:10 + 72 h (asked later than 24 h after receipt: no more time) = Thu 12 Nov 09:10";
        QTest::newRow("urgent, answered too late")
            << "self_funded_erisa expedited pre_service fax WA"
            << "asked 2026-11-09T12:00:00-08:00 answered 2026-11-20T15:00:00-08:00"
            << "erisa-urgent" << false << "wait for information ended Wed 11 Nov 12:00 + 48 h = Fri 13 Nov 12:00";
        QTest::newRow("Oregon") << "commercial_insured standard pre_service fax OR"
                                << "asked 2026-11-10T12:00:00-08:00 answered 2026-11-25T12:00:00-08:00"
                                << "or-standard" << false
                                << "information ended Wed 25 Nov 12:00 + 2 business days (not counted: Thu 26 Nov, Sat "
                                   "28 Nov, Sun 29 Nov) = end of Mon 30 Nov";
        QTest::newRow("Oregon, early") << "commercial_insured standard pre_service fax OR"
                                       << "asked 2026-11-10T12:00:00-08:00 answered 2026-11-11T12:00:00-08:00"
                                       << "or-standard" << false
                                       << "received Mon 9 Nov 09:10 + 15 calendar days = end of Tue 24 Nov";
    }

    void arithmeticInWords()
    {
        QFETCH(QString, request);
        QFETCH(QString, events);
        QFETCH(QString, rule);
        QFETCH(bool, waiting);
        QFETCH(QString, words);
        const DueEntry entry = entryOf(QStringLiteral("2026-11-09T09:10:00-08:00"), request, events, rule);
        QCOMPARE(entry.arithmetic, words);
        QCOMPARE(entry.waiting, waiting);
    }

    /// Washington does not wait: its day comes first, however long the federal clock stands still.
    void theStrictestStillBinds()
    {
        const QList<DueEntry> entries = dueDates(requestOf(QStringLiteral("2026-11-09T09:10:00-08:00"),
                                                     QStringLiteral("commercial_insured standard pre_service fax WA")),
            eventsOf(QStringLiteral("asked 2026-11-10T10:00:00-08:00")), rules(), pacific);
        QCOMPARE(entries.first().rule.id, QStringLiteral("wa-standard-other"));
        QVERIFY(!entries.first().waiting);
        QVERIFY(entries.last().waiting);
    }

    void everyExtensionAndWaitIsCited()
    {
        int extensions = 0;
        int waits = 0;
        for (const DueRule &rule : rules().rules) {
            if (rule.extension)
                QVERIFY2(!rule.extension->citation.isEmpty() && rule.extension->limit.count > 0, qPrintable(rule.id));
            if (rule.information)
                QVERIFY2(!rule.information->citation.isEmpty(), qPrintable(rule.id));
            extensions += rule.extension ? 1 : 0;
            waits += rule.information ? 1 : 0;
        }
        QCOMPARE(extensions, 17); // twelve of reviews, five of appeals
        QCOMPARE(waits, 14);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
