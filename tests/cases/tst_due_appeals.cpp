#include "DueFixture.h"

using namespace reviewdesk;
using namespace reviewdesk::fixture;

/// When an appeal is due.
class TestDueAppeals : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        row("2026-11-05T09:10:00-08:00", "qhp standard pre_service fax WA", "wa-appeal", "2026-11-20T07:59:59.999Z");
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

    /// The federal rule has the same 72 hours.
    void washingtonsExpeditedAppealIsShownToo()
    {
        ClockEvents appeal;
        appeal.isAppeal = true;
        for (const char *line : {"commercial_insured", "qhp"}) {
            const QList<DueEntry> entries = dueDates(requestOf(QStringLiteral("2026-11-20T09:10:00-08:00"), QString::fromLatin1(line),
                QStringLiteral("expedited"), QStringLiteral("pre_service"), QStringLiteral("portal"), QStringLiteral("WA")),
                appeal, rules(), pacific);
            QCOMPARE(entries.size(), 2);
            QCOMPARE(entries.at(1).rule.id, QStringLiteral("wa-appeal-expedited"));
            QCOMPARE(entries.at(1).due, entries.at(0).due);
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
};

QTEST_GUILESS_MAIN(TestDueAppeals)
#include "tst_due_appeals.moc"
