#include "FhirDesk.h"
#include "ProfileCheck.h"

#include "fhir/ClaimResponseWriter.h"
#include "fhir/FhirWriting.h"
#include "fhir/QuestionnaireWriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace reviewdesk;
using namespace reviewdesk::fhir;

namespace {

/// A case that came as `request`, decided.
ReviewCase decided(const ReviewCase &draft, Decision decision)
{
    ReviewCase reviewCase = draft;
    reviewCase.number = QStringLiteral("RD-2026-000042");
    Determination &made = reviewCase.determination;
    made.decision = decision;
    made.at = QDateTime::fromString(QStringLiteral("2026-11-24T15:00:00-08:00"), Qt::ISODate);
    made.by.name = QStringLiteral("Sam Example");
    made.by.npi = QStringLiteral("1234567893");
    made.by.specialty = QStringLiteral("Radiation oncology");
    made.plainReason = QStringLiteral("The record does not show growth.");
    made.rationale = QStringLiteral("CT reads stable <disease>.");
    made.authorizationNumber = QStringLiteral("AUTH-2026-000007");
    made.validFrom = QDate(2026, 11, 24);
    made.validTo = QDate(2027, 2, 22);
    return reviewCase;
}

/// With every question answered, so that the criteria are met, or not.
void answerAll(ReviewCase &reviewCase, bool met)
{
    const std::initializer_list<std::pair<const char *, const char *>> answers{{"procedure", "radioembolization"},
        {"location", "liver"}, {"tumor_origin", "metastatic"}, {"metastatic_type", "colorectal"},
        {"unresectable", "true"}, {"liver_dominant", "true"}, {"diffuse", "true"},
        {"progressive", met ? "true" : "false"}, {"chemotherapy_refractory", "true"}};
    for (const auto &[fact, value] : answers)
        reviewCase.facts.insert(QString::fromLatin1(fact), {QString::fromLatin1(value)});
}

QByteArray answer(const ReviewCase &reviewCase, const FhirBundle *request, const QList<SentLetter> &letters = {})
{
    const CaseView view = viewOf(reviewCase, fhirRules());
    const Result<JsonValue> made = claimResponseBundle(
        {reviewCase, view, fhirRules().policy, request, QStringLiteral("Larkspur Health Plan"), letters});
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return fhirJson(*made);
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject resourceAt(const QJsonObject &bundle, int entry)
{
    return bundle.value(QStringLiteral("entry"))
        .toArray()
        .at(entry)
        .toObject()
        .value(QStringLiteral("resource"))
        .toObject();
}

const QStringList requests{QStringLiteral("requests/hcc"), QStringLiteral("requests/icc"),
    QStringLiteral("requests/net"), QStringLiteral("requests/crc"), QStringLiteral("requests/tace"),
    QStringLiteral("requests/outside-liver"), QStringLiteral("requests/contradictory-codes"),
    QStringLiteral("examples/Bundle-HomecareAuthorizationBundleExample"),
    QStringLiteral("examples/Bundle-MedicalServicesAuthorizationBundleExample")};

} // namespace

class tst_fhir_out : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersFitTheProfiles_data();
    void answersFitTheProfiles();
    void theCheckBites_data();
    void theCheckBites();
    void theDecisionsCodes_data();
    void theDecisionsCodes();
    void aDenialByContractGivesNoReasonCode();
    void whatIsAskedFor();
    void theLetterGoesAlong();
    void outInAndOutAgainIsTheSame_data();
    void outInAndOutAgainIsTheSame();
    void nothingDecidedIsNoAnswer();
    void thePolicyAsAQuestionnaire();
    void answersComeBackAsSuggestions_data();
    void answersComeBackAsSuggestions();
};

void tst_fhir_out::answersFitTheProfiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("decision");
    for (const QString &name : requests) {
        for (const Decision decision : {Decision::Approved, Decision::Denied, Decision::Pended, Decision::Withdrawn})
            QTest::addRow("%s %s", qPrintable(name), qPrintable(toWord(decision))) << name << int(decision);
    }
    for (const Decision decision : {Decision::Approved, Decision::Denied, Decision::Pended, Decision::Withdrawn})
        QTest::addRow("no message %s", qPrintable(toWord(decision))) << QString() << int(decision);
}

void tst_fhir_out::answersFitTheProfiles()
{
    QFETCH(const QString, name);
    QFETCH(const int, decision);
    const Result<BundleReading> reading = readMessage(message(name.isEmpty() ? requests.first() : name));
    QVERIFY(reading.ok());
    const ReviewCase reviewCase = decided(reading->draft, static_cast<Decision>(decision));
    const QByteArray json = answer(
        reviewCase, name.isEmpty() ? nullptr : &reading->bundle, {{QStringLiteral("Letter"), "%PDF-1.7", receipt()}});
    QCOMPARE(answer(reviewCase, name.isEmpty() ? nullptr : &reading->bundle,
                 {{QStringLiteral("Letter"), "%PDF-1.7", receipt()}}),
        json);
    ProfileCheck check(objectOf(json));
    const QStringList problems = check.problems(QStringLiteral("profile-pas-response-bundle"));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY2(check.rowsApplied() > 40, qPrintable(QString::number(check.rowsApplied())));
}

void tst_fhir_out::theCheckBites_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *pointer, const QJsonValue &value, const char *problem) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer) << value << QString::fromLatin1(problem);
    };
    row("/entry/0/resource/status", QJsonValue::Undefined, "status stands 0 times");
    row("/entry/0/resource/use", QStringLiteral("claim"), "is not \"preauthorization\"");
    row("/entry/0/resource/patient/reference", QStringLiteral("Claim/1"), "leads to");
    row("/entry/0/resource/item/0/adjudication/0/category/coding/0/code", QStringLiteral("benefit"), "is not {");
    row("/entry/0/resource/item/0/itemSequence", QJsonValue::Undefined, "itemSequence stands 0 times");
    row("/entry/0/resource/extension/0/extension/0/url", QStringLiteral("wasMachine"),
        "wasHumanReviewedFlag stands 0 times");
    row("/type", QStringLiteral("batch"), "is not \"collection\"");
    row("/timestamp", QJsonValue::Undefined, "timestamp stands 0 times");
    row("/entry/0/fullUrl", QJsonValue::Undefined, "fullUrl stands 0 times");
    row("/entry/1/resource/use", QStringLiteral("claim"), "is not \"preauthorization\"");
}

void tst_fhir_out::theCheckBites()
{
    QFETCH(const QString, pointer);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, problem);
    const Result<BundleReading> reading = readMessage(message(requests.first()));
    const QByteArray json = answer(decided(reading->draft, Decision::Denied), &reading->bundle);
    const QStringList problems =
        ProfileCheck(objectOf(altered(json, pointer, value))).problems(QStringLiteral("profile-pas-response-bundle"));
    QVERIFY2(problems.join(u'\n').contains(problem), qPrintable(problems.join(u'\n')));
}

void tst_fhir_out::theDecisionsCodes_data()
{
    QTest::addColumn<int>("decision");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("note");
    QTest::newRow("approved") << int(Decision::Approved) << QStringLiteral("A1") << QString() << false;
    QTest::newRow("denied") << int(Decision::Denied) << QStringLiteral("A3") << QStringLiteral("0T") << true;
    QTest::newRow("pended") << int(Decision::Pended) << QStringLiteral("A4") << QStringLiteral("0U") << true;
    QTest::newRow("withdrawn") << int(Decision::Withdrawn) << QStringLiteral("C") << QString() << false;
}

void tst_fhir_out::theDecisionsCodes()
{
    QFETCH(const int, decision);
    QFETCH(const QString, action);
    QFETCH(const QString, reason);
    QFETCH(const bool, note);
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/crc")));
    ReviewCase reviewCase = decided(reading->draft, static_cast<Decision>(decision));
    answerAll(reviewCase, decision == int(Decision::Approved));
    const QJsonObject bundle = objectOf(answer(reviewCase, &reading->bundle));
    const QJsonObject response = resourceAt(bundle, 0);
    const QByteArray json = QJsonDocument(response).toJson(QJsonDocument::Compact);
    const QString code = QStringLiteral("\"code\":\"%1\"");
    QVERIFY(json.contains(code.arg(action).toUtf8()));
    QCOMPARE(json.contains("external/886"), !reason.isEmpty());
    QVERIFY(reason.isEmpty() || json.contains(code.arg(reason).toUtf8()));
    QCOMPARE(response.contains(QStringLiteral("processNote")), note);
    QCOMPARE(response.value(QStringLiteral("item")).toArray().size(), 2); // every item of the request
    QCOMPARE(response.contains(QStringLiteral("preAuthRef")), decision == int(Decision::Approved));
    QCOMPARE(json.contains("reviewerNPI"), decision == int(Decision::Denied));
    QCOMPARE(response.value(QStringLiteral("request")).toObject().value(QStringLiteral("reference")).toString(),
        QStringLiteral("https://clinic.example/fhir/Claim/4"));
    QCOMPARE(bundle.value(QStringLiteral("identifier")).toObject().value(QStringLiteral("value")).toString(),
        QStringLiteral("MSG-00004"));
}

/// Its criteria are met: the service is not investigational.
void tst_fhir_out::aDenialByContractGivesNoReasonCode()
{
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/crc")));
    ReviewCase reviewCase = decided(reading->draft, Decision::Denied);
    reviewCase.determination.contractProvision =
        ContractProvision{QStringLiteral("Member booklet, p. 41"), QStringLiteral("Y-90 is excluded.")};
    for (const bool met : {true, false}) {
        answerAll(reviewCase, met);
        const QByteArray json = answer(reviewCase, &reading->bundle);
        QVERIFY(json.contains("\"A3\""));
        QCOMPARE(json.contains("external/886"), !met);
        QVERIFY(json.contains("Member booklet, p. 41: Y-90 is excluded."));
    }
}

void tst_fhir_out::whatIsAskedFor()
{
    const Result<BundleReading> reading = readMessage(message(QStringLiteral("requests/crc")));
    ReviewCase reviewCase = decided(reading->draft, Decision::Pended);
    for (const Suggestion &each : reading->suggestions) // as a nurse confirms them
        reviewCase.facts.insert(each.fact, {each.value});
    for (const char *fact : {"liver_dominant", "diffuse"})
        reviewCase.facts.insert(QString::fromLatin1(fact), {QStringLiteral("true")});
    const QJsonObject bundle = objectOf(answer(reviewCase, &reading->bundle));
    QStringList asked;
    for (const QJsonValue &each : bundle.value(QStringLiteral("entry")).toArray()) {
        const QJsonObject resource = each.toObject().value(QStringLiteral("resource")).toObject();
        if (resource.value(QStringLiteral("resourceType")) == QLatin1String("CommunicationRequest"))
            asked.append(resource.value(QStringLiteral("payload"))
                             .toArray()
                             .at(0)
                             .toObject()
                             .value(QStringLiteral("contentString"))
                             .toString());
    }
    QVERIFY2(asked.contains(QStringLiteral("Progressive disease: Is the disease progressive?")),
        qPrintable(asked.join(u'\n')));
    QCOMPARE(resourceAt(bundle, 0).value(QStringLiteral("communicationRequest")).toArray().size(), asked.size());
}

void tst_fhir_out::theLetterGoesAlong()
{
    const Result<BundleReading> reading = readMessage(message(requests.first()));
    const QJsonObject bundle = objectOf(answer(decided(reading->draft, Decision::Denied), &reading->bundle,
        {{QStringLiteral("Denial"), "%PDF-1.7 letter", receipt()}}));
    const QJsonArray entries = bundle.value(QStringLiteral("entry")).toArray();
    const QJsonObject letter = resourceAt(bundle, static_cast<int>(entries.size()) - 1);
    QCOMPARE(letter.value(QStringLiteral("resourceType")).toString(), QStringLiteral("DocumentReference"));
    QVERIFY(QJsonDocument(letter).toJson().contains("52034-6"));
    const QJsonObject attachment = letter.value(QStringLiteral("content"))
                                       .toArray()
                                       .at(0)
                                       .toObject()
                                       .value(QStringLiteral("attachment"))
                                       .toObject();
    QCOMPARE(QByteArray::fromBase64(attachment.value(QStringLiteral("data")).toString().toLatin1()),
        QByteArray("%PDF-1.7 letter"));
}

void tst_fhir_out::outInAndOutAgainIsTheSame_data()
{
    answersFitTheProfiles_data();
}

/// What goes out can come in again as the request it echoes, and its answer has the same bytes.
void tst_fhir_out::outInAndOutAgainIsTheSame()
{
    QFETCH(const QString, name);
    QFETCH(const int, decision);
    if (name.isEmpty())
        return; // there was no request to come back
    const Result<BundleReading> reading = readMessage(message(name));
    const ReviewCase reviewCase = decided(reading->draft, static_cast<Decision>(decision));
    const QByteArray json = answer(reviewCase, &reading->bundle);
    const Result<BundleReading> again = readMessage(json);
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message + u' ' + again.error().place));
    QCOMPARE(again->draft, reading->draft);
    QCOMPARE(again->keys, reading->keys); // known again
    const ReviewCase same = decided(again->draft, static_cast<Decision>(decision));
    QCOMPARE(answer(same, &again->bundle), json);
}

void tst_fhir_out::nothingDecidedIsNoAnswer()
{
    const Result<BundleReading> reading = readMessage(message(requests.first()));
    const CaseView view = viewOf(reading->draft, fhirRules());
    const Result<JsonValue> made =
        claimResponseBundle({reading->draft, view, fhirRules().policy, &reading->bundle, {}, {}});
    QVERIFY(!made.ok());
    QCOMPARE(made.error().code, QStringLiteral("undecided"));
}

void tst_fhir_out::thePolicyAsAQuestionnaire()
{
    const Policy &policy = fhirRules().policy;
    const QJsonObject made = objectOf(fhirJson(questionnaire(policy)));
    const QJsonArray items = made.value(QStringLiteral("item")).toArray();
    QCOMPARE(items.size(), policy.facts.size() + policy.documentation.size());
    QStringList links;
    for (const QJsonValue &each : items) {
        const QJsonObject item = each.toObject();
        links.append(item.value(QStringLiteral("linkId")).toString());
        for (const QJsonValue &test : item.value(QStringLiteral("enableWhen")).toArray()) // of what was asked before
            QVERIFY(links.contains(test.toObject().value(QStringLiteral("question")).toString()));
    }
    const QJsonObject origin = items.at(policy.factIndex(u"tumor_origin")).toObject();
    QCOMPARE(QJsonDocument(origin.value(QStringLiteral("enableWhen")).toArray()).toJson(QJsonDocument::Compact),
        QByteArray(
            R"([{"answerCoding":{"code":"liver","display":"Liver","system":"urn:reviewdesk:MED140:location"},"operator":"=","question":"location"}])"));
    const QJsonObject refractory = items.at(policy.factIndex(u"chemotherapy_refractory")).toObject();
    QCOMPARE(refractory.value(QStringLiteral("enableWhen")).toArray().size(), 2); // colorectal or appendiceal
    QCOMPARE(refractory.value(QStringLiteral("enableBehavior")).toString(), QStringLiteral("any"));
    QVERIFY(!items.at(0).toObject().contains(QStringLiteral("enableWhen")));
    QCOMPARE(items.at(0).toObject().value(QStringLiteral("answerOption")).toArray().size(), 3);
    QCOMPARE(items.last().toObject().value(QStringLiteral("type")).toString(), QStringLiteral("attachment"));
    for (const Fact &fact : policy.facts) { // each condition of this pack can be said
        const QJsonObject item = items.at(policy.factIndex(fact.id)).toObject();
        QCOMPARE(item.contains(QStringLiteral("enableWhen")), fact.askedWhen.kind != Condition::Kind::Always);
    }
}

void tst_fhir_out::answersComeBackAsSuggestions_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : requests)
        QTest::newRow(qPrintable(name)) << name;
}

void tst_fhir_out::answersComeBackAsSuggestions()
{
    QFETCH(const QString, name);
    const Policy &policy = fhirRules().policy;
    const Result<BundleReading> reading = readMessage(message(name));
    ReviewCase reviewCase = reading->draft;
    for (const Suggestion &each : reading->suggestions)
        reviewCase.facts.insert(each.fact, {each.value});
    const JsonValue written = questionnaireResponse(reviewCase, policy);
    Array entries = *reading->bundle.document().member(u"entry")->asArray();
    entries.erase(std::remove_if(entries.begin(), entries.end(),
                      [](const JsonValue &each) {
                          return each.member(u"resource")->text(u"resourceType") ==
                              QLatin1String("QuestionnaireResponse");
                      }),
        entries.end());
    entries.push_back(entry(QStringLiteral("urn:uuid:answers"), written));
    const JsonValue bundle = Object{{QStringLiteral("resourceType"), QStringLiteral("Bundle")},
        {QStringLiteral("type"), QStringLiteral("collection")}, {QStringLiteral("entry"), entries}};
    const Result<BundleReading> again = readMessage(fhirJson(bundle));
    QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
    ReviewCase same = again->draft;
    for (const Suggestion &each : again->suggestions)
        same.facts.insert(each.fact, {each.value});
    QCOMPARE(fhirJson(questionnaireResponse(same, policy)), fhirJson(written));
}

QTEST_GUILESS_MAIN(tst_fhir_out)
#include "tst_fhir_out.moc"
