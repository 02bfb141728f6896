#include "cases/CaseFile.h"

#include "Fixture.h"

#include <random>

using namespace reviewdesk;

namespace {

QByteArray example()
{
    return fixture::content(QStringLiteral(TEST_DATA "/cases/denial-contract-provision.json"));
}

/// Problems as "pointer code", one a line.
QString problemsOf(const QByteArray &json)
{
    QStringList lines;
    for (const Error &problem : fixture::read(json).problems) {
        if (problem.message.isEmpty())
            lines.append(QStringLiteral("no message"));
        lines.append(problem.place + QLatin1Char(' ') + problem.code);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// What is wrong in a file of a case: all of it, with its places; a file is read or refused, never more.
class TestCaseFileProblems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problems_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problems");
        const auto row = [](const char *json, const char *problems) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(problems);
        };
        row("{}", " missing_member");
        row("[]", " wrong_type");
        row("{\"facts\":{},\"colour\":1}", "/colour unknown_member");
        row("{\"facts\":[]}", "/facts wrong_type");
        row("{\"facts\":{\"tumour\":1}}", "/facts/tumour unknown_fact");
        row("{\"facts\":{\"location\":\"Liver\"}}", "/facts/location unknown_value");
        row("{\"facts\":{\"location\":true}}", "/facts/location wrong_type");
        row("{\"facts\":{\"location\":[]}}", "/facts/location wrong_type");
        row("{\"facts\":{\"diffuse\":\"true\"}}", "/facts/diffuse wrong_type");
        row("{\"facts\":{\"diffuse\":1}}", "/facts/diffuse wrong_type");
        row("{\"facts\":{\"diffuse\":true,\"diffuse\":false}}", "/facts/diffuse duplicate_key");
        row("{\"facts\":{},\"channel\":\"pigeon\"}", "/channel unknown_value");
        row("{\"facts\":{},\"channel\":null}", "/channel unknown_value");
        row("{\"facts\":{},\"policy\":{\"id\":\"MED141\",\"version\":\"x\"}}", "/policy/id policy_mismatch");
        row("{\"facts\":{},\"policy\":{\"id\":\"MED140\",\"version\":\"x\"}}", "/policy/version policy_mismatch");
        row("{\"facts\":{},\"received_at\":\"2026-11-20T09:10:00\"}", "/received_at invalid_instant");
        row("{\"facts\":{},\"received_at\":\"2026-11-20 09:10:00Z\"}", "/received_at invalid_instant");
        row("{\"facts\":{},\"received_at\":\"2026-11-31T09:10:00Z\"}", "/received_at invalid_instant");
        row("{\"facts\":{},\"received_at\":\"2026-11-20T24:10:00Z\"}", "/received_at invalid_instant");
        row("{\"facts\":{},\"received_at\":\"2026-11-20T09:10:00-15:00\"}", "/received_at invalid_instant");
        row("{\"facts\":{},\"received_at\":\"2026-11-20T09:10:00-08:60\"}", "/received_at invalid_instant");
        row("{\"facts\":{},\"received_at\":20261120}", "/received_at wrong_type");
        row("{\"facts\":{},\"member\":{\"birth_date\":\"2025-02-29\"}}", "/member/birth_date invalid_date");
        row("{\"facts\":{},\"member\":{\"birth_date\":\"04/02/1961\"}}", "/member/birth_date invalid_date");
        row("{\"facts\":{},\"member\":{\"birth_date\":\"\"}}", "/member/birth_date invalid_date");
        row("{\"facts\":{},\"member\":{\"birth_date\":\"0000-01-01\"}}", "/member/birth_date invalid_date");
        row("{\"facts\":{},\"member\":{\"name\":7}}", "/member/name wrong_type");
        row("{\"facts\":{},\"member\":{\"ssn\":\"1\"}}", "/member/ssn unknown_member");
        row("{\"facts\":{},\"service\":{\"planned_on\":\"2026-13-01\"}}", "/service/planned_on invalid_date");
        row("{\"facts\":{},\"evidence\":{\"x\":{}}}", "/evidence/x unknown_fact");
        row("{\"facts\":{},\"evidence\":{\"diffuse\":{\"page\":0}}}", "/evidence/diffuse/page out_of_range");
        row("{\"facts\":{},\"evidence\":{\"diffuse\":{\"page\":1000001}}}", "/evidence/diffuse/page out_of_range");
        row("{\"facts\":{},\"evidence\":{\"diffuse\":{\"date\":\"x\"}}}", "/evidence/diffuse/date invalid_date");
        row("{\"facts\":{},\"evidence\":{\"diffuse\":{\"places\":[[0,0,10,10],[9000,0,1001,5]]}}}",
            "/evidence/diffuse/places/1 invalid_place");
        row("{\"facts\":{},\"evidence\":{\"diffuse\":{\"places\":[[0,9999,1,2]]}}}",
            "/evidence/diffuse/places/0 invalid_place");
        row("{\"facts\":{},\"recorded\":{\"height\":1}}", "/recorded/height unknown_member");
        row("{\"facts\":{},\"recorded\":{\"ecog\":9}}", "/recorded/ecog unknown_value");
        row("{\"facts\":{},\"recorded\":{\"ecog\":true}}", "/recorded/ecog wrong_type");
        row("{\"facts\":{},\"recorded\":{\"child_pugh\":\"D\"}}", "/recorded/child_pugh unknown_value");
        row("{\"facts\":{},\"recorded\":{\"approach\":1}}", "/recorded/approach wrong_type");
        row("{\"facts\":{},\"recorded\":{\"extrahepatic_disease\":\"no\"}}",
            "/recorded/extrahepatic_disease wrong_type");
        row("{\"facts\":{},\"recorded\":{\"prior_treatments\":{}}}", "/recorded/prior_treatments wrong_type");
        row("{\"facts\":{},\"recorded\":{\"prior_treatments\":[1,{\"dose\":2},{\"response\":3}]}}",
            "/recorded/prior_treatments/0 wrong_type\n/recorded/prior_treatments/1/dose unknown_member\n"
            "/recorded/prior_treatments/2/response wrong_type");
        row("{\"facts\":{},\"documents\":[{},{\"type\":\"lunch_menu\",\"received_on\":\"2026-02-30\"}]}",
            "/documents/1/type unknown_value\n/documents/1/received_on invalid_date");
        row("{\"facts\":{},\"determination\":{\"by\":{\"role\":\"janitor\"}}}", "/determination/by/role unknown_value");
        row("{\"facts\":{},\"determination\":{\"at\":\"yesterday\",\"valid_to\":\"2026-02-30\"}}",
            "/determination/at invalid_instant\n/determination/valid_to invalid_date");
        row("{\"facts\":{},\"letterhead\":[]}", "/letterhead wrong_type");
        row("{\"facts\":{\"a/b~c\":1}}", "/facts/a~1b~0c unknown_fact");
    }

    void problems()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problems);
        QCOMPARE(problemsOf(json), problems);
    }

    void everyProblemIsReported()
    {
        QStringList places = problemsOf(
            "{\"channel\":\"x\",\"facts\":{\"tumour\":1,\"location\":2},\"member\":{\"birth_date\":\"x\",\"y\":1},"
            "\"recorded\":{\"ecog\":\"x\"},\"documents\":[{\"type\":\"x\"}],\"z\":0}")
                                 .split(QLatin1Char('\n'));
        places.sort();
        QCOMPARE(places.join(QLatin1Char('\n')),
            QStringLiteral("/channel unknown_value\n/documents/0/type unknown_value\n/facts/location "
                           "wrong_type\n/facts/tumour unknown_fact\n"
                           "/member/birth_date invalid_date\n/member/y unknown_member\n/recorded/ecog "
                           "unknown_value\n/z unknown_member"));
    }

    /// Cut off or with bytes changed, a file is read or refused, never more.
    void hostileBytes()
    {
        const QByteArray whole = example();
        for (qsizetype length = 0; length < whole.size(); length += 37)
            QVERIFY(!fixture::read(whole.left(length)).ok());
        std::mt19937 engine(5);
        for (int round = 0; round < 400; ++round) {
            QByteArray changed = whole;
            for (int byte = 0; byte < 3; ++byte)
                changed[static_cast<qsizetype>(engine() % static_cast<unsigned>(changed.size()))] =
                    static_cast<char>(engine());
            const CaseReading reading = fixture::read(changed);
            for (const Error &problem : reading.problems)
                QVERIFY(!problem.code.isEmpty() && !problem.message.isEmpty());
        }
        QVERIFY(!fixture::read(QByteArray(100000, '[')).ok());
        QVERIFY(!fixture::read("{\"facts\":" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}").ok());
        QVERIFY(!fixture::read("").ok());
        QVERIFY(!fixture::read(QByteArray("\xff\xfe{}", 4)).ok());
    }
};

QTEST_GUILESS_MAIN(TestCaseFileProblems)
#include "tst_case_file_problems.moc"
