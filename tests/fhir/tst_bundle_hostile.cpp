#include "FhirDesk.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace reviewdesk;
using namespace reviewdesk::fhir;

namespace {

constexpr qint64 patience = 20'000; // milliseconds; a machine with much to do
#ifdef REVIEWDESK_SANITIZED
constexpr long memory = 1'400; // the sanitizer holds 256 MB of freed memory back and a shadow of the rest
#else
constexpr long memory = 900; // MB of the whole process at its height
#endif

QByteArray wrapped(const QByteArray &more)
{
    QByteArray json = message(QStringLiteral("requests/hcc")).trimmed();
    json.chop(1);
    return json + ",\"extension\":" + more + "}";
}

/// Two resources that name each other, and themselves.
QByteArray inCircles()
{
    return R"({"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:a","resource":{"resourceType":"Claim","use":"preauthorization","patient":{"reference":"urn:p"},
         "provider":{"reference":"urn:r"},"insurance":[{"coverage":{"reference":"urn:c"}}]}},
        {"fullUrl":"urn:p","resource":{"resourceType":"Patient","link":[{"other":{"reference":"urn:p"}}]}},
        {"fullUrl":"urn:r","resource":{"resourceType":"PractitionerRole","practitioner":{"reference":"urn:r"},
         "organization":{"reference":"urn:o"}}},
        {"fullUrl":"urn:o","resource":{"resourceType":"Organization","name":"Circle","partOf":{"reference":"urn:o"}}},
        {"fullUrl":"urn:c","resource":{"resourceType":"Coverage","payor":[{"reference":"urn:c"}]}}]})";
}

} // namespace

/// What is sent to do harm is refused, or read, in bounded time and memory.
class tst_bundle_hostile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bounded_data();
    void bounded();
    void circlesLeadNowhere();
    void manyReferencesAreFollowedOnce();
};

void tst_bundle_hostile::bounded_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code"); ///< empty: it is read
    QTest::newRow("nested 100,000 deep") << 0 << QStringLiteral("too_deep");
    QTest::newRow("nested 65 deep") << 1 << QStringLiteral("too_deep");
    QTest::newRow("over 50 MB") << 2 << QStringLiteral("too_large");
    QTest::newRow("a million entries") << 3 << QStringLiteral("too_large");
    QTest::newRow("49 MB of attachment") << 4 << QString();
    QTest::newRow("questions in questions") << 5 << QString();
    QTest::newRow("cut off") << 6 << QStringLiteral("invalid_json");
}

void tst_bundle_hostile::bounded()
{
    QFETCH(const int, kind);
    QByteArray json;
    switch (kind) {
    case 0:
        json = wrapped(QByteArray(100'000, '[') + QByteArray(100'000, ']'));
        break;
    case 1:
        json = wrapped(QByteArray(64, '[') + QByteArray(64, ']'));
        break;
    case 2:
        json = wrapped("\"" + QByteArray(FhirBundle::mostBytes, 'x') + "\"");
        break;
    case 3: {
        QByteArray entries;
        entries.reserve(40'000'000);
        for (int i = 0; i < 1'000'000; ++i)
            entries += ",{\"fullUrl\":\"urn:x\"}";
        json = "{\"resourceType\":\"Bundle\",\"entry\":[{}" + entries + "]}";
        break;
    }
    case 4: {
        json = message(QStringLiteral("requests/crc"));
        const QByteArray data = QByteArray("%PDF-1.4 invented consult").toBase64();
        QVERIFY(json.contains(data));
        json.replace(data, QByteArray(49 * 1024 * 1024, 'A'));
        break;
    }
    case 5: {
        QByteArray item = "{\"linkId\":\"x\"}";
        for (int i = 0; i < 14; ++i) // each level takes four of the depth
            item = "{\"linkId\":\"x\",\"answer\":[{\"item\":[" + item + "]}]}";
        json = message(QStringLiteral("requests/hcc"));
        json.replace("\"linkId\": \"unresectable\"", "\"linkId\": \"x\", \"item\": [" + item + "]");
        break;
    }
    default:
        json = message(QStringLiteral("requests/hcc")).chopped(40);
    }
    QElapsedTimer timer;
    timer.start();
    const Result<BundleReading> reading = readMessage(json);
    const qint64 took = timer.elapsed();
    QTEST(reading.ok() ? QString() : reading.error().code, "code");
    QVERIFY2(took < patience, qPrintable(QString::number(took)));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    QVERIFY2(usage.ru_maxrss / 1024 < memory, qPrintable(QString::number(usage.ru_maxrss / 1024)));
}

void tst_bundle_hostile::circlesLeadNowhere()
{
    const Result<BundleReading> reading = readMessage(inCircles());
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));
    QVERIFY(reading->suggestions.isEmpty());
}

void tst_bundle_hostile::manyReferencesAreFollowedOnce()
{
    QByteArray insurance;
    for (int i = 0; i < 50'000; ++i)
        insurance += ",{\"coverage\":{\"reference\":\"Coverage/1\"}}";
    QByteArray json = message(QStringLiteral("requests/hcc"));
    json.replace("\"insurance\": [", "\"insurance\": [{}" + insurance + ",");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(readMessage(json).ok());
    QVERIFY2(timer.elapsed() < patience, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(tst_bundle_hostile)
#include "tst_bundle_hostile.moc"
