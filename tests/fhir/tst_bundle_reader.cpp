#include "FhirDesk.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QTest>

using namespace reviewdesk;
using namespace reviewdesk::fhir;

namespace {

QString words(const BundleReading &reading)
{
    QStringList all;
    for (const Suggestion &each : reading.suggestions)
        all.append(each.fact + u'=' + (each.value.isNull() ? QStringLiteral("null") : each.value));
    return all.join(u' ');
}

QString valueOf(const BundleReading &reading, const char *field)
{
    for (const Understood &each : reading.understood) {
        if (each.field == QLatin1String(field))
            return each.value;
    }
    return {};
}

/// Every place that is named is there in the message.
bool pointsAt(const JsonValue &document, const QString &pointer)
{
    const JsonValue *at = &document;
    for (QString token : pointer.split(u'/').mid(1)) {
        token.replace(QLatin1String("~1"), QLatin1String("/")).replace(QLatin1String("~0"), QLatin1String("~"));
        if (const JsonValue::Array *array = at->asArray()) {
            const qulonglong position = token.toULongLong();
            if (position >= array->size())
                return false;
            at = &(*array)[position];
        } else {
            at = at->member(token);
            if (!at)
                return false;
        }
    }
    return true;
}

} // namespace

class tst_bundle_reader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suggestionsOfRequests_data();
    void suggestionsOfRequests();
    void nothingIsAnAnswer_data();
    void nothingIsAnAnswer();
    void theGuidesRequests_data();
    void theGuidesRequests();
    void whatTheSenderSaid();
    void urgencyIsTheSendersWord_data();
    void urgencyIsTheSendersWord();
    void contradictionsAreSaid();
    void whatWasIgnoredIsSaid();
    void documentsAreListed();
    void refusals_data();
    void refusals();
    void keysKnowTheMessageAgain();
    void olderShapesAreRead();
};

void tst_bundle_reader::suggestionsOfRequests_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("suggested");
    const auto row = [](const char *name, const char *suggested) {
        QTest::newRow(name) << QStringLiteral("requests/%1").arg(QLatin1String(name)) << QString::fromLatin1(suggested);
    };
    row("hcc",
        "procedure=radioembolization location=liver tumor_origin=primary primary_type=hcc unresectable=true"
        " bridge_to_transplant=false");
    row("icc", "procedure=radioembolization location=liver tumor_origin=primary primary_type=icc");
    row("net",
        "procedure=radioembolization location=liver tumor_origin=metastatic metastatic_type=neuroendocrine"
        " liver_dominant=true diffuse=null symptomatic=true");
    row("crc",
        "procedure=radioembolization location=liver tumor_origin=metastatic metastatic_type=colorectal"
        " unresectable=true progressive=null chemotherapy_refractory=true");
    row("melanoma",
        "procedure=radioembolization location=liver tumor_origin=metastatic metastatic_type=melanoma"
        " melanoma_type=ocular_uveal");
    row("tace", "procedure=tace location=liver tumor_origin=primary primary_type=hcc"); // 37243 leaves it open
    row("outside-liver", "procedure=radioembolization location=other");
    row("contradictory-codes", "procedure=tae location=liver primary_type=hcc");
}

void tst_bundle_reader::suggestionsOfRequests()
{
    QFETCH(const QString, name);
    const Result<BundleReading> reading = readMessage(message(name));
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));
    QTEST(words(*reading), "suggested");
    for (const Suggestion &each : reading->suggestions) {
        QVERIFY(!each.reason.isEmpty());
        QVERIFY2(pointsAt(reading->bundle.document(), each.place), qPrintable(each.place));
    }
    for (const Understood &each : reading->understood)
        QVERIFY2(pointsAt(reading->bundle.document(), each.place), qPrintable(each.field + u' ' + each.place));
    for (const QList<Remark> &remarks : {reading->ignored, reading->clashes}) {
        for (const Remark &each : remarks)
            QVERIFY2(
                !each.message.isEmpty() && pointsAt(reading->bundle.document(), each.place), qPrintable(each.place));
    }
}

void tst_bundle_reader::nothingIsAnAnswer_data()
{
    suggestionsOfRequests_data();
}

void tst_bundle_reader::nothingIsAnAnswer()
{
    QFETCH(const QString, name);
    const Result<BundleReading> reading = readMessage(message(name));
    QVERIFY(reading->draft.facts.isEmpty());
    QVERIFY(reading->draft.evidence.isEmpty());
    QVERIFY(!viewOf(reading->draft, fhirRules()).evaluation.decided());
    QCOMPARE(reading->draft.request.receivedAt, receipt()); // not a date of the message
    QCOMPARE(reading->draft.request.channel, std::optional(Channel::Fhir));
}

void tst_bundle_reader::theGuidesRequests_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QStringList>("codes");
    const auto row = [](const char *name, const char *number, const QStringList &codes) {
        QTest::newRow(name) << QStringLiteral("examples/Bundle-%1BundleExample").arg(QLatin1String(name))
                            << QString::fromLatin1(number) << codes;
    };
    row("HomecareAuthorization", "B56789", {QStringLiteral("G0154"), QStringLiteral("B4184")});
    row("MedicalServicesAuthorization", "5269367", {QStringLiteral("99212")});
    row("ReferralAuthorization", "A12345", {});
}

void tst_bundle_reader::theGuidesRequests()
{
    QFETCH(const QString, name);
    const Result<BundleReading> reading = readMessage(message(name));
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));
    QTEST(reading->messageNumber, "number");
    QTEST(reading->draft.service.procedureCodes, "codes");
    QCOMPARE(reading->draft.member.name, QStringLiteral("JOE SMITH"));
    QCOMPARE(reading->draft.member.memberId, QStringLiteral("1122334455"));
    QVERIFY(reading->suggestions.isEmpty());
}

void tst_bundle_reader::whatTheSenderSaid()
{
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/crc")));
    const ReviewCase &draft = reading->draft;
    QCOMPARE(draft.member.name, QStringLiteral("Núria Modèle"));
    QCOMPARE(draft.member.birthDate, QDate(1958, 5, 14));
    QCOMPARE(draft.member.memberId, QStringLiteral("X0000004"));
    QCOMPARE(draft.member.group, QStringLiteral("10020"));
    QCOMPARE(draft.member.plan, QStringLiteral("Silver 2500"));
    QCOMPARE(draft.member.address, (QStringList{QStringLiteral("4 Elm St"), QStringLiteral("Tacoma, WA 98402")}));
    QCOMPARE(draft.member.language, QStringLiteral("en"));
    QCOMPARE(draft.provider.name, QStringLiteral("Lee Example MD"));
    QCOMPARE(draft.provider.npi, QStringLiteral("1234567893"));
    QCOMPARE(draft.provider.phone, QStringLiteral("253-555-0100"));
    QCOMPARE(draft.provider.fax, QStringLiteral("253-555-0101"));
    QCOMPARE(draft.facility.name, QStringLiteral("Harbor Interventional Clinic"));
    QCOMPARE(draft.facility.npi, QStringLiteral("1245319599"));
    QCOMPARE(draft.service.procedureCodes, (QStringList{QStringLiteral("37243"), QStringLiteral("C2616")}));
    QCOMPARE(draft.service.diagnosisCodes, (QStringList{QStringLiteral("C18.9"), QStringLiteral("C78.7")}));
    QCOMPARE(draft.service.plannedOn, QDate(2026, 12, 4));
    QCOMPARE(draft.request.urgency, std::optional(Urgency::Standard));
    QVERIFY(!draft.request.lineOfBusiness); // a Coverage does not say it
    QCOMPARE(reading->sender, QStringLiteral("1245319599"));
    QCOMPARE(valueOf(*reading, "/member/name"), draft.member.name);
    QCOMPARE(valueOf(*reading, "/service/diagnosis_codes/1"), QStringLiteral("C78.7"));
}

void tst_bundle_reader::urgencyIsTheSendersWord_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("urgency");
    QTest::addColumn<QString>("word");
    QTest::newRow("level of service") << QStringLiteral("requests/icc") << int(Urgency::Expedited)
                                      << QStringLiteral("U");
    QTest::newRow("priority") << QStringLiteral("requests/tace") << int(Urgency::Expedited) << QStringLiteral("stat");
    QTest::newRow("normal") << QStringLiteral("requests/hcc") << int(Urgency::Standard) << QStringLiteral("normal");
}

void tst_bundle_reader::urgencyIsTheSendersWord()
{
    QFETCH(const QString, name);
    QFETCH(const int, urgency);
    const Result<BundleReading> reading = readMessage(message(name));
    QCOMPARE(reading->draft.request.urgency, std::optional(static_cast<Urgency>(urgency)));
    QTEST(valueOf(*reading, "/urgency"), "word");
}

void tst_bundle_reader::contradictionsAreSaid()
{
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/contradictory-codes")));
    QStringList said;
    for (const Remark &clash : reading->clashes)
        said.append(clash.message);
    const QString all = said.join(u'\n');
    QVERIFY2(all.contains(QLatin1String("C22.0")) && all.contains(QLatin1String("C78.7")), qPrintable(all)); // origin
    QVERIFY2(all.contains(QLatin1String("C2616")), qPrintable(all)); // against the sender's TAE
    QVERIFY2(all.contains(QLatin1String("Unresectable")), qPrintable(all)); // answered yes and no
    QCOMPARE(reading->clashes.size(), 3); // each once, not from both codes' side
}

void tst_bundle_reader::whatWasIgnoredIsSaid()
{
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/crc")));
    QStringList said;
    for (const Remark &each : reading->ignored)
        said.append(each.message);
    const QString all = said.join(u'\n');
    QVERIFY2(all.contains(QLatin1String("favourite_color")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("no answer to “Symptomatic")), qPrintable(all));
    QVERIFY2(all.contains(QLatin1String("never fetched")), qPrintable(all));
    const Result<BundleReading> referral =
        readMessage(message(QStringLiteral("examples/Bundle-ReferralAuthorizationBundleExample")));
    QVERIFY(std::any_of(referral->ignored.cbegin(), referral->ignored.cend(),
        [](const Remark &each) { return each.message.contains(QLatin1String("ServiceRequest")); }));
}

void tst_bundle_reader::documentsAreListed()
{
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/crc")));
    QCOMPARE(reading->documents.size(), 2);
    const SentDocument &consult = reading->documents.at(0);
    QCOMPARE(consult.title, QStringLiteral("IR consult"));
    QCOMPARE(consult.type, QStringLiteral("planned_therapy"));
    QCOMPARE(consult.content, QByteArray("%PDF-1.4 invented consult"));
    QVERIFY(consult.url.isEmpty());
    QCOMPARE(reading->documents.at(1).url, QStringLiteral("https://clinic.example/ct.pdf"));
    QVERIFY(reading->documents.at(1).content.isEmpty());
}

void tst_bundle_reader::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const QByteArray right = message(QStringLiteral("requests/hcc"));
    const auto row = [](const char *name, const QByteArray &json, const char *code, const char *place) {
        QTest::newRow(name) << json << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    row("not JSON", "<Bundle/>", "invalid_json", "line 1, column 1");
    row("empty", "", "invalid_json", "line 1, column 1");
    row("not a Bundle", R"({"resourceType":"Patient"})", "not_a_bundle", "/resourceType");
    row("no resource", "{}", "not_a_bundle", "");
    row("a list", "[]", "not_a_bundle", "");
    row("no entry", R"({"resourceType":"Bundle"})", "no_claim", "/entry");
    row("no Claim", altered(right, QStringLiteral("/entry/0/resource/resourceType"), QStringLiteral("Basic")),
        "no_claim", "/entry");
    row("an answer", message(QStringLiteral("examples/Bundle-ReferralAuthorizationResponseBundleExample")), "no_claim",
        "/entry");
    row("a pending answer",
        message(QStringLiteral("examples/Bundle-ReferralPendingAuthorizationResponseBundleExample")), "no_claim",
        "/entry");
    row("a claim to be paid", altered(right, QStringLiteral("/entry/0/resource/use"), QStringLiteral("claim")),
        "wrong_use", "/entry/0/resource/use");
    row("no use", altered(right, QStringLiteral("/entry/0/resource/use"), QJsonValue::Undefined), "wrong_use",
        "/entry/0/resource");
    row("patient dangles",
        altered(right, QStringLiteral("/entry/0/resource/patient/reference"), QStringLiteral("Patient/none")),
        "dangling_patient", "/entry/0/resource/patient/reference");
    row("patient is none",
        altered(right, QStringLiteral("/entry/0/resource/patient/reference"), QStringLiteral("Coverage/1")),
        "dangling_patient", "/entry/0/resource/patient/reference");
    row("no patient", altered(right, QStringLiteral("/entry/0/resource/patient"), QJsonValue::Undefined),
        "dangling_patient", "/entry/0/resource");
    row("patient without a reference", altered(right, QStringLiteral("/entry/0/resource/patient"), QJsonObject()),
        "dangling_patient", "/entry/0/resource/patient");
    row("wrong base64",
        altered(message(QStringLiteral("requests/crc")), QStringLiteral("/entry/8/resource/content/0/attachment/data"),
            QStringLiteral("****")),
        "wrong_base64", "/entry/8/resource/content/0/attachment/data");
    row("a key twice", R"({"resourceType":"Bundle","type":"collection","type":"batch"})", "duplicate_key", "/type");
}

void tst_bundle_reader::refusals()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, code);
    const Result<BundleReading> reading = readMessage(json);
    QVERIFY(!reading.ok());
    QCOMPARE(reading.error().code, code);
    QTEST(reading.error().place, "place");
    QVERIFY(!reading.error().message.isEmpty());
}

void tst_bundle_reader::keysKnowTheMessageAgain()
{
    const QByteArray first = message(QStringLiteral("requests/hcc"));
    const QStringList keys = readMessage(first)->keys;
    QCOMPARE(keys.size(), 2);
    const QByteArray resent = altered(first, QStringLiteral("/identifier/value"), QStringLiteral("MSG-99"));
    QVERIFY(readMessage(resent)->keys.contains(keys.at(1))); // the same claim in another message
    const QByteArray another = altered(
        resent, QStringLiteral("/entry/0/resource/item/1/productOrService/coding/0/code"), QStringLiteral("S2095"));
    QVERIFY(!readMessage(another)->keys.contains(keys.at(1))); // the same number for another service is another request
    const QByteArray other =
        altered(resent, QStringLiteral("/entry/0/resource/identifier/0/value"), QStringLiteral("C-99"));
    QVERIFY(!readMessage(other)->keys.contains(keys.at(1)));
    const QByteArray elsewhere =
        altered(first, QStringLiteral("/entry/3/resource/identifier/0/value"), QStringLiteral("1234567893"));
    const QStringList others = readMessage(elsewhere)->keys;
    for (const QString &key : others)
        QVERIFY(!keys.contains(key)); // the same numbers of another sender
    QByteArray nameless = altered(first, QStringLiteral("/identifier"), QJsonValue::Undefined);
    nameless = altered(nameless, QStringLiteral("/entry/0/resource/identifier"), QJsonValue::Undefined);
    QCOMPARE(readMessage(nameless)->keys.size(), 1);
    QCOMPARE(readMessage(nameless)->keys, readMessage(nameless)->keys);
}

void tst_bundle_reader::olderShapesAreRead()
{
    QByteArray older = message(QStringLiteral("requests/hcc"));
    older = altered(older, QStringLiteral("/type"), QStringLiteral("batch"));
    older = altered(older, QStringLiteral("/entry/0/resource/identifier"),
        QJsonObject{{QStringLiteral("system"), QStringLiteral("s")}, {QStringLiteral("value"), QStringLiteral("v")}});
    older = altered(older, QStringLiteral("/entry/0/resource/patient/reference"),
        QStringLiteral("https://clinic.example/fhir/Patient/1/_history/3"));
    older = altered(older, QStringLiteral("/entry/0/resource/item/0/servicedDate"), QJsonValue::Undefined);
    older = altered(older, QStringLiteral("/entry/0/resource/item/0/servicedPeriod"),
        QJsonObject{{QStringLiteral("start"), QStringLiteral("2026-12-04")}});
    const Result<BundleReading> reading = readMessage(older);
    QVERIFY2(reading.ok(), reading.ok() ? "" : qPrintable(reading.error().message));
    QCOMPARE(reading->draft.member.name, QStringLiteral("Ana Example"));
    QCOMPARE(reading->draft.service.plannedOn, QDate(2026, 12, 4));
    QCOMPARE(reading->ignored.size(), 1); // its type
}

QTEST_GUILESS_MAIN(tst_bundle_reader)
#include "tst_bundle_reader.moc"
