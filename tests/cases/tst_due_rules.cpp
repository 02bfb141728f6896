#include "DueFixture.h"

using namespace reviewdesk;
using namespace reviewdesk::fixture;

namespace {

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

/// The files of the rules and of the holidays: whole, cited, and refused with the place of what is wrong.
class TestDueRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

QTEST_GUILESS_MAIN(TestDueRules)
#include "tst_due_rules.moc"
