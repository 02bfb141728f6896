#include "policy/CanonicalJson.h"
#include "policy/JsonValue.h"

#include <QJsonObject>
#include <QTest>

using namespace reviewdesk;

namespace {

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

QString problemsOf(const char *json, const char *schema)
{
    QStringList lines;
    for (const Error &problem : schemaProblems(readJson(json).value(), schema))
        lines.append(problem.code + u' ' + problem.place);
    return lines.join(u'\n');
}

} // namespace

/// JSON from outside: what is refused and where, what is kept exactly, and the canonical form.
class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void values();
    void limits();
    void membersKeepTheirOrder();
    void canonical_data();
    void canonical();
    void canonicalFormIsItsOwn();
    void canonicalTexts();
    void pointers();
    void schema_data();
    void schema();
    void schemaFailuresStayInside();
    void longTextsDoNotOverflowPatterns();
};

void JsonTest::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &json, const char *code, const char *place) {
        QTest::newRow(name) << json << QString::fromLatin1(code) << QString::fromUtf8(place);
    };
    row("nothing", "", "invalid_json", "line 1, column 1");
    row("white space", " \n ", "invalid_json", "line 2, column 2");
    row("a word", "nul", "invalid_json", "line 1, column 1");
    row("comma at the end", "[1,\n  2,\n]", "invalid_json", "line 3, column 1");
    row("no colon", "{\"a\" 1}", "invalid_json", "line 1, column 6");
    row("single quotes", "{'a': 1}", "invalid_json", "line 1, column 2");
    row("comment", "{} // no", "invalid_json", "line 1, column 4");
    row("two documents", "{}\n{}", "invalid_json", "line 2, column 1");
    row("end inside a text", "[\"abc", "invalid_json", "line 1, column 6");
    row("control character", "[\"a\tb\"]", "invalid_json", "line 1, column 4");
    row("wrong escape", "[\"\\x\"]", "invalid_json", "line 1, column 3");
    row("short escape", "[\"\\u12\"]", "invalid_json", "line 1, column 3");
    row("leading zero", "[01]", "invalid_json", "line 1, column 3");
    row("no digits", "[1.]", "invalid_json", "line 1, column 4");
    row("column in characters", "[\"\xc3\xa4\xf0\x9f\x98\x80\", x]", "invalid_json", "line 1, column 8");
    row("mark then fault", "\xef\xbb\xbf[x]", "invalid_json", "line 1, column 2");
    row("not a number", "[NaN]", "invalid_json", "line 1, column 2");

    row("lone byte", "[\"\xff\"]", "invalid_utf8", "line 1, column 3");
    row("cut sequence", "{\n\"a\": \"\xe2\x82\"}", "invalid_utf8", "line 2, column 7");
    row("overlong", "[\"\xc0\xaf\"]", "invalid_utf8", "line 1, column 3");
    row("surrogate in bytes", "[\"\xed\xa0\x80\"]", "invalid_utf8", "line 1, column 3");

    row("lone high surrogate", R"({"a": ["\ud83d"]})", "invalid_json", "line 1, column 9");
    row("high without low", R"(["\ud83d\u0041"])", "invalid_json", "line 1, column 3");
    row("lone low surrogate", R"({"a": ["x", "\ude00"]})", "invalid_json", "line 1, column 14");
    row("lone low surrogate in a name", R"({"a": {"\ude00": 1}})", "invalid_json", "line 1, column 9");

    row("repeated key", R"({"a": 1, "b": 2, "a": 3})", "duplicate_key", "/a");
    row("repeated after unescaping", R"({"x": {"key": 1, "\u006bey": 1}})", "duplicate_key", "/x/key");
    row("repeated, escaped pointer", R"([{"a/b~c": 1, "a/b~c": 2}])", "duplicate_key", "/0/a~1b~0c");

    row("too deep", nested(65), "too_deep", "line 1, column 65");
    row("much too deep", nested(100'000), "too_deep", "line 1, column 65");
    row("too deep and open", QByteArray(200'000, '['), "too_deep", "line 1, column 65");
    row("number over 63 bits", "{\"a\": 9223372036854775808}", "too_large", "/a");
    row("number beyond doubles", "[1e400]", "too_large", "line 1, column 2");
    row("number beyond 64 bits", "{\n \"a\": 99999999999999999999999}", "too_large", "line 2, column 7");
    row("beyond doubles after others", R"(["1e999", -1.5e3, {"b": -1e999}])", "too_large", "line 1, column 25");
}

void JsonTest::refusals()
{
    QFETCH(QByteArray, json);
    const Result<JsonValue> read = readJson(json);
    QVERIFY(!read.ok());
    QTEST(read.error().code, "code");
    QTEST(read.error().place, "place");
    QVERIFY(!read.error().message.isEmpty());
}

void JsonTest::values()
{
    const JsonValue value = readJson(R"(  {"n": null, "t": true, "i": -9223372036854775808, "w": 1.0, "d": 0.5,
        "s": "a\u0000\ud83d\ude00\n", "l": [1, [], {}]} )")
                                .value();
    QVERIFY(value.member(u"n")->isNull());
    QCOMPARE(*value.member(u"t")->asBool(), true);
    QCOMPARE(*value.member(u"i")->asInteger(), std::numeric_limits<qint64>::min());
    QCOMPARE(*value.member(u"w")->asInteger(), 1);
    QCOMPARE(*value.member(u"d")->asDouble(), 0.5);
    QCOMPARE(value.text(u"s"), QString::fromUtf8("a\0\xf0\x9f\x98\x80\n", 7));
    QCOMPARE(value.member(u"l")->asArray()->size(), 3U);
    QCOMPARE(value.member(u"missing"), nullptr);
    QCOMPARE(value.text(u"t"), QString());
    QCOMPARE(*readJson("\xef\xbb\xbf 7").value().asInteger(), 7);
    QVERIFY(readJson(nested(64)).ok());
    QVERIFY(readJson("[[[1]]]", {100, 3, 100}).ok());
}

void JsonTest::limits()
{
    QCOMPARE(readJson("[1,2,3]", {7, 64, 4}).ok(), true);
    QCOMPARE(readJson("[1,2,3]", {6, 64, 4}).error().code, QStringLiteral("too_large"));
    QCOMPARE(readJson("[1,2,3]", {7, 64, 3}).error().place, QStringLiteral("/2"));
    QCOMPARE(readJson("[[1]]", {100, 1, 100}).error().code, QStringLiteral("too_deep"));
}

void JsonTest::membersKeepTheirOrder()
{
    const JsonValue value = readJson(R"({"b": 1, "a": 2, "C": 3})").value();
    QString names;
    for (const JsonValue::Member &member : *value.asObject())
        names += member.first;
    QCOMPARE(names, QStringLiteral("baC"));
}

void JsonTest::canonical_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("canonical");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &canonical) {
        QTest::newRow(name) << json << canonical;
    };
    row("sorted, no spaces", R"({ "b" : [ 1 , true , null ] , "a" : { } })", R"({"a":{},"b":[1,true,null]})");
    row("escapes", R"(["\u0022\\\/\b\f\n\r\t\u0000\u001F\u007f\u00e4"])",
        "[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\xc3\xa4\"]");
    row("order of bytes, not of UTF-16 units", R"({"\ud83d\ude00": 1, "\uff5e": 2, "z": 3, "Z": 4})",
        "{\"Z\":4,\"z\":3,\"\xef\xbd\x9e\":2,\"\xf0\x9f\x98\x80\":1}");
    row("whole numbers", "[1.0, 1e2, -0, -0.0, 9007199254740993]", "[1,100,0,0,9007199254740993]");
}

void JsonTest::canonical()
{
    QFETCH(QByteArray, json);
    QTEST(canonicalJson(readJson(json).value()), "canonical");
}

void JsonTest::canonicalFormIsItsOwn()
{
    const QByteArray once = canonicalJson(readJson(R"({"b": ["\u0001x"], "a": {"d": -5, "c": "\u00e4"}})").value());
    QCOMPARE(canonicalJson(readJson(once).value()), once);
}

/// Every byte that is written otherwise, alone, at both ends and between others.
void JsonTest::canonicalTexts()
{
    QByteArray raw;
    QByteArray expected = "\"";
    for (int byte = 0; byte < 0x20; ++byte) {
        raw += static_cast<char>(byte);
        constexpr const char *named[]{"\\b", "\\t", "\\n", nullptr, "\\f", "\\r"};
        if (byte >= 8 && byte <= 13 && named[byte - 8])
            expected += named[byte - 8];
        else
            expected += "\\u00" + QByteArray(1, static_cast<char>(byte)).toHex();
    }
    raw += "\"between \xc3\xa4 / others\\";
    expected += "\\\"between \xc3\xa4 / others\\\\\"";
    QByteArray written;
    appendCanonicalText(raw, written);
    QCOMPARE(written, expected);
    QCOMPARE(written, canonicalJson(JsonValue(QString::fromUtf8(raw))));
    written.clear();
    appendCanonicalText({}, written);
    QCOMPARE(written, QByteArray("\"\""));
}

void JsonTest::pointers()
{
    QCOMPARE(jsonPointer(QStringLiteral("/x"), u"plain"), QStringLiteral("/x/plain"));
    QCOMPARE(jsonPointer(QString(), u"a/b~"), QStringLiteral("/a~1b~0"));
    QCOMPARE(jsonPointer(QStringLiteral("/x"), qsizetype{3}), QStringLiteral("/x/3"));
    QCOMPARE(jsonPointer(QStringLiteral("/x"), u""), QStringLiteral("/x/"));
}

void JsonTest::schema_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QString>("problems");
    const auto row = [](const char *name, const char *json, const char *schema, const char *problems) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(schema) << QString::fromLatin1(problems);
    };
    const char *object = R"({"type": "object", "additionalProperties": false, "required": ["a", "b"],
        "properties": {"a": {"type": "integer", "minimum": 1}, "b": {"type": "array", "minItems": 1, "maxItems": 2,
        "items": {"type": "object", "additionalProperties": false, "properties": {"c": {"enum": ["x", "y"]}, "d": {"type": "string", "maxLength": 2}}}}}})";
    row("good", R"({"a": 1, "b": [{"c": "x"}]})", object, "");
    row("missing", R"({"b": [{}]})", object, "missing_member ");
    row("both missing", "{}", object, "missing_member \nmissing_member ");
    row("unknown, all of them", R"({"a": 1, "u": 1, "b": [{"v/": 1, "w": 2, "it's: 'x'": 1}]})", object,
        "unknown_member /u\nunknown_member /b/0/v~1\nunknown_member /b/0/w\nunknown_member /b/0/it's: 'x'");
    row("unknown beside wrong", R"({"a": "1", "u": 1, "b": [{"c": "z", "v": 1}]})", object,
        "wrong_type /a\nunknown_member /u\nunknown_value /b/0/c\nunknown_member /b/0/v");
    row("range and size", R"({"a": 0, "b": []})", object, "out_of_range /a\nempty /b");
    row("too many and too long", R"({"a": 2, "b": [{"d": "abc"}, {}, {}]})", object, "too_large /b\ntoo_large /b/0/d");
    row("whole document", "[]", object, "wrong_type ");
    row("form", R"({"a": "x1"})", R"({"properties": {"a": {"pattern": "^[0-9]+$"}}})", "wrong_form /a");
    row("same twice", "[1, 2, 1]", R"({"uniqueItems": true})", "repeated ");
}

void JsonTest::schema()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, schema);
    QTEST(problemsOf(json.constData(), schema.constData()), "problems");
}

void JsonTest::schemaFailuresStayInside()
{
    const char *const unusable[] = {
        "{",
        "{\"type\": 5}",
        "{\"properties\": {\"a\": {\"pattern\": \"(\"}}}",
        "{\"$ref\": \"http://example.org/other.json\"}",
    };
    for (const char *schema : unusable)
        QCOMPARE(problemsOf("{\"a\": \"\"}", schema), QStringLiteral("schema "));
}

void JsonTest::longTextsDoNotOverflowPatterns()
{
    const QByteArray json =
        "{\"a\": \"" + QByteArray(4'000'000, '7') + "\", \"b\": \"" + QByteArray(1'000, '7') + "\"}";
    const char *schema = R"({"properties": {"a": {"pattern": "^([0-9]|x)*$"}, "b": {"pattern": "^([0-9]|x)*$"}}})";
    QCOMPARE(problemsOf(json.constData(), schema), QStringLiteral("too_large /a"));
}

QTEST_APPLESS_MAIN(JsonTest)
#include "tst_json.moc"
