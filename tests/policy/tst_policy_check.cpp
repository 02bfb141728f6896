#include "tests/policy/PolicyFiles.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace reviewdesk;
using namespace reviewdesk::test;

namespace {

/// `document` with the value at a JSON pointer replaced, added (a new member, or "-" for a new element) or, without a
/// value, taken away.
QJsonValue changed(const QJsonValue &document, const QStringList &path, const std::optional<QJsonValue> &value)
{
    if (path.isEmpty())
        return *value;
    const QStringList rest = path.mid(1);
    if (document.isArray()) {
        QJsonArray array = document.toArray();
        const qsizetype at = path.front() == QLatin1String("-") ? array.size() : path.front().toLongLong();
        if (at == array.size())
            array.append(QJsonValue());
        if (rest.isEmpty() && !value)
            array.removeAt(at);
        else
            array.replace(at, changed(array.at(at), rest, value));
        return array;
    }
    QJsonObject object = document.toObject();
    if (rest.isEmpty() && !value)
        object.remove(path.front());
    else
        object.insert(path.front(), changed(object.value(path.front()), rest, value));
    return object;
}

QJsonValue parsed(const char *json)
{
    return QJsonDocument::fromJson(QByteArray("[") + json + ']').array().at(0);
}

constexpr const char *removed = nullptr;

struct Change {
    const char *pointer;
    const char *json; ///< or `removed`
};

QByteArray packWith(const std::vector<Change> &changes)
{
    QJsonValue document = QJsonDocument::fromJson(secondPackBytes()).object();
    for (const Change &change : changes) {
        const QStringList path = QString::fromLatin1(change.pointer).mid(1).split(u'/');
        document = changed(document, path, change.json ? std::optional<QJsonValue>(parsed(change.json)) : std::nullopt);
    }
    return QJsonDocument(document.toObject()).toJson();
}

QStringList codesAndPlaces(const PolicyReading &reading)
{
    QStringList lines;
    for (const Error &problem : reading.problems)
        lines.append(problem.code + u' ' + problem.place);
    lines.sort(); // QJsonDocument sorts members, so the document's order is not the pack's here
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Change>)

/// What the checks of a pack find: a sound pack broken in one way at a time, each giving exactly its problem and place.
class PolicyCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problems_data();
    void problems();
    void soundPackHasNone();
    void problemsComeInTheDocumentsOrder();
    void repeatedKeysAndBrokenTextsEndAtTheFirst();
    void digestIsOfTheContentNotOfItsForm();
    void hostilePacksAreRefusedQuickly_data();
    void hostilePacksAreRefusedQuickly();
};

void PolicyCheckTest::problems_data()
{
    QTest::addColumn<std::vector<Change>>("changes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const std::vector<Change> &changes, QStringList expected) {
        expected.sort();
        QTest::newRow(name) << changes << expected;
    };
    const auto one = [&](const char *name, const char *pointer, const char *json, const char *problem) {
        row(name, {{pointer, json}}, {QString::fromLatin1(problem)});
    };
    // The schema's
    one("member missing", "/title", removed, "missing_member ");
    one("member missing deep down", "/facts/0/source/quote", removed, "missing_member /facts/0/source");
    one("no text digest", "/source/sha256", removed, "missing_member /source");
    one("unknown member", "/facts/1/colour", "1", "unknown_member /facts/1/colour");
    one("unknown member of a condition", "/facts/3/asked_when/colour", "1",
        "unknown_member /facts/3/asked_when/colour");
    one("wrong type", "/facts/2/label", "3", "wrong_type /facts/2/label");
    one("wrong word", "/outcomes/1/effect", "\"maybe\"", "unknown_value /outcomes/1/effect");
    static QByteArrayList kept; // as long as the rows
    const char *terms = R"({"negations_before":["no"],"negations_after":[],"uncertain":[],"breaks":[],"terms":[%1]})";
    const auto term = [&](const char *name, const char *list, const char *problem) {
        kept.append(QString::fromLatin1(terms).arg(QLatin1String(list)).toLatin1());
        row(name, {{"/suggestions", kept.last().constData()}},
            problem ? QStringList{QString::fromLatin1(problem)} : QStringList());
    };
    term("sound terms", R"({"fact":"device","value":"pump","phrases":["insulin pump"]})", nullptr);
    term("terms of no fact", R"({"fact":"colour","value":"pump","phrases":["red"]})",
        "unknown_fact /suggestions/terms/0/fact");
    term("terms of no value", R"({"fact":"device","value":"car","phrases":["car"]})",
        "unknown_value /suggestions/terms/0/value");
    term("terms of the wrong kind of value", R"({"fact":"replacement","value":"yes","phrases":["new"]})",
        "unknown_value /suggestions/terms/0/value");
    term("a blank phrase", R"({"fact":"device","value":"pump","phrases":[" "]})",
        "missing_text /suggestions/terms/0/phrases/0");
    term("no phrases", R"({"fact":"device","value":"pump","phrases":[]})", "empty /suggestions/terms/0/phrases");
    term("a phrase for two values",
        R"({"fact":"device","value":"pump","phrases":["a"]},{"fact":"device","value":"sensor","phrases":["B","A"]})",
        "repeated_phrase /suggestions/terms/1/phrases/1");
    one("terms without their breaks", "/suggestions",
        R"({"negations_before":[],"negations_after":[],"uncertain":[],"terms":[]})",
        "missing_member /suggestions");
    one("empty list", "/criteria/1/content/all", "[]", "empty /criteria/1/content/all");
    one("at least none", "/criteria/1/content/all/0/at_least/count", "0",
        "out_of_range /criteria/1/content/all/0/at_least/count");
    one("half a part", "/criteria/1/content/all/0/at_least/count", "1.5",
        "wrong_type /criteria/1/content/all/0/at_least/count");
    // Texts and forms
    one("empty text", "/criteria/2/words", "\"\"", "missing_text /criteria/2/words");
    one("blank text", "/facts/0/options/1/statement", "\" \\n\\u00a0\"", "missing_text /facts/0/options/1/statement");
    one("digest in capitals", "/source/sha256", "\"ABCDEF0000000000000000000000000000000000000000000000000000000000\"",
        "wrong_form /source/sha256");
    one("short digest", "/source/sha256", "\"00\"", "wrong_form /source/sha256");
    one("no date", "/effective", "\"2020-02-30\"", "wrong_form /effective");
    one("version with a path", "/version", "\"../1\"", "wrong_form /version");
    one("id in capitals", "/notes/0/id", "\"Sensor\"", "wrong_form /notes/0/id");
    // Ids and references
    row("two facts with one id",
        {{"/facts/7/id", "\"fever\""}, {"/criteria/2/content/fact", "\"fever\""},
            {"/criteria/5/content/all/1/fact", "\"fever\""}},
        {QStringLiteral("repeated_id /facts/7/id")});
    one("two options with one value", "/facts/2/options/0/value", "\"severe\"",
        "repeated_value /facts/2/options/2/value");
    row("two criteria with one id", {{"/criteria/6/id", "\"C\""}, {"/outcomes/2/criteria/0", "\"C\""}},
        {QStringLiteral("repeated_id /criteria/6/id")});
    one("two sections with one id", "/sections/-", "{\"id\": \"request\", \"title\": \"t\", \"intro\": \"i\"}",
        "repeated_id /sections/2/id");
    one("two outcomes with one id", "/outcomes/1/id", "\"covered\"", "repeated_id /outcomes/1/id");
    one("a code twice", "/codes/-", "{\"system\": \"HCPCS\", \"code\": \"E0001\", \"descriptor\": \"d\"}",
        "repeated_id /codes/1/code");
    one("recorded item named as a fact", "/recorded/0/id", "\"pain\"", "repeated_id /recorded/0/id");
    one("unknown fact in a gate", "/criteria/0/gate/fact", "\"devise\"", "unknown_fact /criteria/0/gate/fact");
    one("unknown fact in a note", "/notes/0/shown_when/fact", "\"devise\"", "unknown_fact /notes/0/shown_when/fact");
    one("value outside its domain", "/criteria/0/gate/is", "\"stent\"", "unknown_value /criteria/0/gate/is");
    one("one of several values outside", "/criteria/2/gate/in/1", "\"bad\"", "unknown_value /criteria/2/gate/in/1");
    one("text for a truth", "/criteria/2/content/is", "\"true\"", "unknown_value /criteria/2/content/is");
    one("truth for a choice", "/criteria/0/gate/is", "true", "unknown_value /criteria/0/gate/is");
    one("value twice", "/criteria/2/gate/in/1", "\"moderate\"", "repeated_value /criteria/2/gate/in/1");
    one("unknown criterion", "/criteria/1/content/all/1/criterion", "\"A.1.b\"",
        "unknown_criterion /criteria/1/content/all/1/criterion");
    one("unknown criterion of an outcome", "/outcomes/0/criteria/1", "\"E\"",
        "unknown_criterion /outcomes/0/criteria/1");
    one("criterion twice in an outcome", "/outcomes/0/criteria/-", "\"B\"", "repeated_value /outcomes/0/criteria/2");
    one("fact in no section", "/facts/0/section", "\"elsewhere\"", "unknown_section /facts/0/section");
    one("section of nothing", "/sections/-", "{\"id\": \"more\", \"title\": \"t\", \"intro\": \"i\"}",
        "empty_section /sections/2");
    one("unknown documentation", "/facts/4/documentation/0", "\"x\"", "unknown_documentation /facts/4/documentation/0");
    one("note about nothing", "/notes/0/about/0", "\"x\"", "unknown_subject /notes/0/about/0");
    // Conditions
    one("asked when a later fact", "/facts/2/asked_when", "{\"fact\": \"pain\", \"is\": true}",
        "later_fact /facts/2/asked_when/fact");
    one("asked when itself", "/facts/3/asked_when", "{\"fact\": \"pain\", \"is\": true}",
        "later_fact /facts/3/asked_when/fact");
    one("asked when a criterion", "/facts/3/asked_when", "{\"criterion\": \"A\"}",
        "criterion_not_allowed /facts/3/asked_when/criterion");
    one("two forms in one", "/criteria/0/gate/not", "true", "condition_form /criteria/0/gate");
    one("fact without a test", "/criteria/0/gate/is", removed, "condition_form /criteria/0/gate");
    one("fact with two tests", "/criteria/0/gate/in", "[\"pump\"]", "condition_form /criteria/0/gate");
    one("empty condition", "/criteria/0/gate", "{}", "condition_form /criteria/0/gate");
    one("more parts than there are", "/criteria/1/content/all/0/at_least/count", "4",
        "count_too_large /criteria/1/content/all/0/at_least/count");
    one("yes twice", "/facts/1/options/1/value", "true", "yes_no_options /facts/1/options");
    one("nothing to say about the opposite", "/facts/1/options/0/counterfactual", removed,
        "missing_member /facts/1/options/0");
    one("recorded choice without options", "/recorded/0/options", removed, "missing_member /recorded/0");
    one("options without a choice", "/recorded/0/kind", "\"text\"", "unknown_member /recorded/0/options");
    // The tree and what it means
    row("parent missing",
        {{"/criteria/4/id", "\"Z.1\""}, {"/outcomes/0/criteria", "[\"A\", \"Z.1\"]"},
            {"/criteria/6/content/not/any/1/criterion", "\"Z.1\""}},
        {QStringLiteral("missing_parent /criteria/4/id")});
    row("parent after its child",
        {{"/criteria/1/id", "\"D.1\""}, {"/criteria/0/content/all/1/any/0/criterion", "\"D.1\""},
            {"/criteria/2/id", "\"A.3\""}, {"/criteria/1/content/all/1/criterion", "\"A.3\""}},
        {QStringLiteral("parent_after_child /criteria/1/id")});
    one("criterion that names itself", "/criteria/4/content", "{\"not\": {\"criterion\": \"B\"}}",
        "criterion_cycle /criteria/4");
    one("cycle through two", "/criteria/2/content", "{\"criterion\": \"A.1\"}", "criterion_cycle /criteria/1");
    one("cycle through an ancestor's gate", "/criteria/0/gate", "{\"criterion\": \"A.2\"}",
        "criterion_cycle /criteria/3");
    one("criterion no case can meet", "/criteria/3/content",
        "{\"all\": [{\"fact\": \"pain\", \"is\": true}, {\"fact\": \"pain\", \"is\": false}]}",
        "never_met /criteria/3");
    one("adverse outcome first", "/outcomes/0/effect", "\"adverse\"", "first_outcome /outcomes/0/effect");
    one("case without an outcome", "/criteria/6/gate", "{\"fact\": \"replacement\", \"is\": true}",
        "no_outcome /outcomes");
    one("case with two outcomes", "/outcomes/2/criteria/-", "\"B\"", "overlapping_outcomes /outcomes/2");
    // Several at once
    row("several at once",
        {{"/title", removed}, {"/facts/2/colour", "1"}, {"/facts/2/section", "\"x\""},
            {"/criteria/0/gate/is", "\"stent\""}, {"/criteria/2/words", "\"\""}, {"/source/sha256", "\"00\""},
            {"/notes/0/kind", "\"joke\""}},
        {QStringLiteral("missing_member "), QStringLiteral("unknown_member /facts/2/colour"),
            QStringLiteral("unknown_section /facts/2/section"), QStringLiteral("unknown_value /criteria/0/gate/is"),
            QStringLiteral("missing_text /criteria/2/words"), QStringLiteral("wrong_form /source/sha256"),
            QStringLiteral("unknown_value /notes/0/kind")});
    row("never met beside a missing text",
        {{"/criteria/2/words", "\"\""}, {"/facts/0/label", removed},
            {"/criteria/3/content",
                "{\"all\": [{\"fact\": \"pain\", \"is\": true}, {\"fact\": \"pain\", \"is\": false}]}"}},
        {QStringLiteral("missing_text /criteria/2/words"), QStringLiteral("missing_member /facts/0"),
            QStringLiteral("never_met /criteria/3")});
}

void PolicyCheckTest::problems()
{
    QFETCH(std::vector<Change>, changes);
    const PolicyReading reading = readPolicy(packWith(changes), packSchema());
    QTEST(codesAndPlaces(reading), "expected");
    for (const Error &problem : reading.problems)
        QVERIFY2(problem.message.endsWith(u'.') && !problem.message.contains(QLatin1String("%1")),
            qPrintable(problem.message));
}

void PolicyCheckTest::soundPackHasNone()
{
    QCOMPARE(problemLines(readPolicy(packWith({}), packSchema())), QStringList());
}

void PolicyCheckTest::problemsComeInTheDocumentsOrder()
{
    QByteArray pack = secondPackBytes();
    pack.replace("\"January 2020\"", "\"\"")
        .replace("\"Words of A.2.\"", "\"\"")
        .replace("\"HCPCS\"", "\"XYZ\"")
        .replace("\"pump_code\"", "\"\"");
    QStringList places;
    for (const Error &problem : readPolicy(pack, packSchema()).problems)
        places.append(problem.place);
    QCOMPARE(places.join(u' '), QStringLiteral("/origin /criteria/3/words /codes/0/system /code_checks/0/id"));
}

void PolicyCheckTest::repeatedKeysAndBrokenTextsEndAtTheFirst()
{
    QByteArray pack = secondPackBytes();
    pack.replace("\"version\": \"1\"", "\"version\": \"1\", \"\\u0076ersion\": \"2\"");
    QCOMPARE(codesAndPlaces(readPolicy(pack, packSchema())), QStringList{QStringLiteral("duplicate_key /version")});
    QCOMPARE(codesAndPlaces(readPolicy(secondPackBytes().chopped(3), packSchema())).size(), 1);
    QCOMPARE(codesAndPlaces(readPolicy("[]", packSchema())), QStringList{QStringLiteral("wrong_type ")});
    QCOMPARE(codesAndPlaces(readPolicy(QByteArray(), packSchema())),
        QStringList{QStringLiteral("invalid_json line 1, column 1")});
}

void PolicyCheckTest::digestIsOfTheContentNotOfItsForm()
{
    const QString digest = readPolicy(secondPackBytes(), packSchema()).policy.digest;
    QCOMPARE(readPolicy(packWith({}), packSchema()).policy.digest, digest);
    const Change other{"/title", "\"Another title\""};
    QVERIFY(readPolicy(packWith({other}), packSchema()).policy.digest != digest);
}

void PolicyCheckTest::hostilePacksAreRefusedQuickly_data()
{
    QTest::addColumn<QByteArray>("pack");
    const auto pack = [](const QByteArray &member, const QByteArray &value) {
        return QByteArray("{\"id\": \"X\", \"" + member + "\": " + value + "}");
    };
    const auto list = [](const QByteArray &element, int count) {
        return '[' + (element + ',').repeated(count - 1) + element + ']';
    };
    const QByteArray deep = QByteArray("{\"not\":").repeated(50) + "true" + QByteArray(50, '}');
    QTest::newRow("facts by the thousand")
        << pack("facts", list("{\"id\":\"a\",\"asked_when\":{\"fact\":\"b\",\"is\":true}}", 15'000));
    QTest::newRow("criteria by the thousand")
        << pack("criteria", list("{\"id\":\"A.A\",\"content\":{\"criterion\":\"B\"}}", 15'000));
    QTest::newRow("options by the thousand")
        << pack("facts", list("{\"id\":\"a\",\"options\":" + list("{}", 500) + "}", 64));
    QTest::newRow("deep conditions") << pack(
        "criteria", list("{\"id\":\"A\",\"gate\":" + deep + ",\"content\":" + deep + "}", 200));
    QTest::newRow("wide conditions") << pack(
        "criteria", list("{\"id\":\"A\",\"gate\":{\"all\":" + list("{\"fact\":\"x\",\"is\":1}", 60) + "}}", 200));
    QTest::newRow("unknown members") << "{" + [] {
        QByteArray members;
        for (int i = 0; i < 5000; ++i)
            members += "\"m" + QByteArray::number(i) + "\":" + QByteArray("[1],");
        return members;
    }() + "\"id\":1}";
    QTest::newRow("long texts") << pack("title", '"' + QByteArray(1'900'000, 'x') + '"');
    QTest::newRow("everything of another kind") << QByteArray(
        R"({"id":[],"title":{},"version":1,"facts":{"0":1},"criteria":[[],1,null,{"id":{},"gate":[],"content":1}],
        "outcomes":[{"criteria":[1,{}]}],"sections":"x","notes":[{"about":[[]]}],"source":[],"code_checks":[{"codes":5,"clash":[]}]})");
    QTest::newRow("more than two megabytes") << QByteArray(2'200'000, ' ');
}

void PolicyCheckTest::hostilePacksAreRefusedQuickly()
{
    QFETCH(QByteArray, pack);
    QElapsedTimer timer;
    timer.start();
    const PolicyReading reading = readPolicy(pack, packSchema());
    QVERIFY(!reading.ok());
    QVERIFY2(timer.elapsed() < 20'000, "a pack must not keep the computer busy");
}

QTEST_APPLESS_MAIN(PolicyCheckTest)
#include "tst_policy_check.moc"
