// A wait begins with the letter that asks, and more time counts by its notice: what the clock does until then, and what it says.
#include "cases/DueDate.h"

#include "Fixture.h"

using namespace reviewdesk;

namespace {

const QTimeZone pacific("America/Los_Angeles");

const DueRules &rules()
{
    return fixture::rulebook().dueRules;
}

/// "10 Nov 09:00" of 2026 or, in January, of 2027.
QDateTime at(const QString &words)
{
    const QStringList parts = words.split(QLatin1Char(' '));
    static const QStringList months{QStringLiteral("Nov"), QStringLiteral("Dec"), QStringLiteral("Jan")};
    const int month = static_cast<int>(months.indexOf(parts.at(1)));
    const QDate day(month == 2 ? 2027 : 2026, month == 2 ? 1 : 11 + month, parts.at(0).toInt());
    return QDateTime(day, QTime::fromString(parts.at(2), QStringLiteral("HH:mm")), pacific).toUTC();
}

/// "asked 10 Nov 09:00, noticed 12 Nov 10:00, answered …, extended …, told …"
ClockEvents eventsOf(const QString &words)
{
    ClockEvents events;
    for (const QString &one : words.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const QString kind = one.section(QLatin1Char(' '), 0, 0);
        const QDateTime when = at(one.section(QLatin1Char(' '), 1));
        if (kind == QLatin1String("asked"))
            events.waits.append({when, {}, {}});
        else if (kind == QLatin1String("noticed"))
            events.waits.last().noticedAt = when;
        else if (kind == QLatin1String("answered"))
            events.waits.last().until = when;
        else if (kind == QLatin1String("extended"))
            events.extendedAt = when;
        else
            events.extensionNoticedAt = when;
    }
    return events;
}

/// Received Mon 9 Nov 09:10.
Request requestOf(const QString &line, Urgency urgency = Urgency::Standard)
{
    Request request;
    request.receivedAt = at(QStringLiteral("9 Nov 09:10"));
    request.lineOfBusiness = lineOfBusinessFromWord(line);
    request.urgency = urgency;
    request.timing = Timing::PreService;
    request.channel = Channel::Fax;
    request.state = QStringLiteral("ID");
    return request;
}

DueEntry first(const Request &request, const ClockEvents &events)
{
    const QList<DueEntry> entries = dueDates(request, events, rules(), pacific);
    return entries.isEmpty() ? DueEntry() : entries.first();
}

} // namespace

class TestClockNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worked_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("due"); // the day's end, in the plan's zone
        QTest::addColumn<bool>("waiting");
        QTest::addColumn<QString>("remark");
        const QString erisa = QStringLiteral("self_funded_erisa");
        const QString medicare = QStringLiteral("medicare_advantage");
        const QString runs = QStringLiteral("The clock runs until the letter that asks is issued.");
        QTest::newRow("asked, no letter") << erisa << "asked 14 Nov 10:00" << "2026-11-24" << false << runs;
        QTest::newRow("asked, letter later") << erisa << "asked 14 Nov 10:00, noticed 20 Nov 10:00" << "2027-01-08" << true << "";
        QTest::newRow("asked, letter later, answered") << erisa << "asked 14 Nov 10:00, noticed 20 Nov 10:00, answered 25 Nov 10:00"
                                                       << "2026-11-29" << false << "";
        QTest::newRow("answered before any letter")
            << erisa << "asked 14 Nov 10:00, answered 20 Nov 10:00" << "2026-11-24" << false
            << "What was asked for on Sat 14 Nov 10:00 was answered before the letter that asks was issued: the clock ran on.";
        QTest::newRow("letter when the time had run out")
            << erisa << "asked 14 Nov 10:00, noticed 26 Nov 10:00" << "2026-11-24" << false
            << "The letter that asks was issued on Thu 26 Nov 10:00, when the time had run out: it stops nothing.";
        QTest::newRow("asked twice, once with a letter")
            << erisa << "asked 10 Nov 10:00, noticed 10 Nov 11:00, answered 12 Nov 10:00, asked 14 Nov 10:00" << "2026-11-26" << false << runs;
        QTest::newRow("extended, no notice") << medicare << "extended 12 Nov 10:00" << "2026-11-16" << false
                                             << "More time was taken on Thu 12 Nov 10:00; it counts once its notice is issued, by end "
                                                "of Mon 16 Nov.";
        QTest::newRow("extended, notice in time") << medicare << "extended 12 Nov 10:00, told 16 Nov 23:59" << "2026-11-30" << false << "";
        QTest::newRow("extended, notice too late")
            << medicare << "extended 12 Nov 10:00, told 17 Nov 00:01" << "2026-11-16" << false
            << "More time was taken on Thu 12 Nov 10:00, but its notice was issued on Tue 17 Nov 00:01, when the time had run out: it "
               "does not count.";
        QTest::newRow("extended while the clock stood still")
            << erisa << "asked 14 Nov 10:00, noticed 14 Nov 11:00, extended 26 Nov 10:00, told 26 Nov 11:00, answered 28 Nov 10:00"
            << "2026-12-23" << false << "";
        QTest::newRow("extended, then asked within the longer time")
            << erisa << "extended 20 Nov 10:00, told 20 Nov 11:00, asked 30 Nov 10:00, noticed 30 Nov 11:00, answered 3 Dec 10:00"
            << "2026-12-12" << false << "";
    }

    void worked()
    {
        QFETCH(QString, line);
        QFETCH(QString, events);
        QFETCH(QString, due);
        QFETCH(bool, waiting);
        QFETCH(QString, remark);
        const DueEntry entry = first(requestOf(line), eventsOf(events));
        QCOMPARE(entry.due.toTimeZone(pacific).date().toString(Qt::ISODate), due);
        QCOMPARE(entry.waiting, waiting);
        QCOMPARE(entry.remarks.join(QLatin1Char('|')), remark);
    }

    /// Urgent: what is asked in time by a letter that goes out too late gains nothing.
    void anUrgentLetterOfTooLate()
    {
        const Request request = requestOf(QStringLiteral("self_funded_erisa"), Urgency::Expedited);
        const DueEntry late = first(request, eventsOf(QStringLiteral("asked 9 Nov 12:00, noticed 10 Nov 12:00")));
        QCOMPARE(late.due, at(QStringLiteral("12 Nov 09:10")));
        QVERIFY2(late.arithmetic.contains(QStringLiteral("the letter that asks was issued later than 24 h after receipt: no more time")),
            qPrintable(late.arithmetic));
        const DueEntry none = first(request, eventsOf(QStringLiteral("asked 9 Nov 12:00")));
        QCOMPARE(none.due, at(QStringLiteral("12 Nov 09:10")));
        const DueEntry inTime = first(request, eventsOf(QStringLiteral("asked 9 Nov 12:00, noticed 9 Nov 18:00")));
        QCOMPARE(inTime.waitEnd, at(QStringLiteral("11 Nov 18:00"))); // 48 h from the letter
        QCOMPARE(inTime.due, at(QStringLiteral("13 Nov 18:00")));
    }

    /// A rule may say that the question alone is enough: that is data.
    void aRuleThatBeginsWithTheQuestion()
    {
        DueRules own = rules();
        for (DueRule &rule : own.rules) {
            if (rule.information)
                rule.information->fromNotice = false;
            if (rule.extension)
                rule.extension->needsNotice = false;
        }
        const QList<DueEntry> entries = dueDates(
            requestOf(QStringLiteral("self_funded_erisa")), eventsOf(QStringLiteral("asked 14 Nov 10:00, extended 15 Nov 10:00")), own, pacific);
        QCOMPARE(entries.first().due.toTimeZone(pacific).date(), QDate(2027, 1, 23)); // 24 Nov, 15 and 45 days more
        QVERIFY(entries.first().remarks.isEmpty());
    }

    void everyRuleSaysWhenItBegins()
    {
        for (const DueRule &rule : rules().rules) {
            if (rule.information && rule.information->effect != InformationRule::Effect::ClockRuns)
                QVERIFY2(rule.information->fromNotice, qPrintable(rule.id));
            if (rule.extension)
                QVERIFY2(rule.extension->needsNotice, qPrintable(rule.id));
        }
    }

    void aRuleThatDoesNotSayWhenItBeginsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("information") << QByteArray("        \"from\": \"notice\",\n");
        QTest::newRow("more time") << QByteArray("        \"notice\": \"within_first_period\",\n");
    }

    void aRuleThatDoesNotSayWhenItBeginsIsRefused()
    {
        QFETCH(QByteArray, member);
        const auto resource = [](const char *name) {
            return fixture::content(QStringLiteral(RESOURCES "/rules/") + QString::fromLatin1(name));
        };
        const QByteArray whole = resource("due-dates.json");
        QVERIFY(whole.contains(member));
        const auto read = [&](const QByteArray &rules) {
            return readDueRules(rules, resource("due-dates.schema.json"), resource("holidays-us-federal.json"),
                resource("holidays-us-federal.schema.json"));
        };
        QVERIFY(read(whole).ok());
        QVERIFY(!read(QByteArray(whole).replace(member, "")).ok());
    }

    /// The provider has the rule's time from the letter: a day that was named by the step and is too early by then moves.
    void theWaitLastsFromTheLetter()
    {
        const Request request = requestOf(QStringLiteral("self_funded_erisa"));
        Determination asked;
        asked.replyBy = QDate(2026, 12, 29); // 45 days of 14 November
        const auto end = [&](const QString &words) {
            const ClockEvents events = eventsOf(words);
            return waitEnd(asked, events, dueDates(request, events, rules(), pacific), pacific).toTimeZone(pacific).date();
        };
        QCOMPARE(end(QStringLiteral("asked 14 Nov 10:00")), QDate(2026, 12, 29));
        QCOMPARE(end(QStringLiteral("asked 14 Nov 10:00, noticed 20 Nov 10:00")), QDate(2027, 1, 4));
        asked.replyBy = QDate(2027, 1, 29);
        QCOMPARE(end(QStringLiteral("asked 14 Nov 10:00, noticed 20 Nov 10:00")), QDate(2027, 1, 29));
    }

    /// What may be asked for is worked out as if the letter went out at once.
    void theDayThatMayBeNamed()
    {
        const QDateTime now = at(QStringLiteral("20 Nov 10:00"));
        const Request request = requestOf(QStringLiteral("self_funded_erisa"));
        QCOMPARE(leastReplyBy(request, {}, now, rules(), pacific), QDate(2027, 1, 4));
        QCOMPARE(leastReplyBy(request, eventsOf(QStringLiteral("asked 14 Nov 10:00")), now, rules(), pacific), QDate(2027, 1, 4));
        QCOMPARE(extendedDue(requestOf(QStringLiteral("medicare_advantage")), {}, at(QStringLiteral("12 Nov 10:00")), rules(), pacific)
                     .toTimeZone(pacific).date(),
            QDate(2026, 11, 30));
    }
};

QTEST_GUILESS_MAIN(TestClockNotices)
#include "tst_clock_notices.moc"
