#include "EvaluateRun.h"

#include <QtTest>

using namespace reviewdesk;

namespace {

/// A case line with its member x, which is not allowed, set to a text: unknown_member when that is JSON, else
/// invalid_json.
QByteArray withExtra(const QByteArray &value)
{
    return "{\"x\":" + value + ",\"id\":\"a\",\"facts\":{}}";
}

} // namespace

/// The lines that `reviewdesk evaluate` refuses, each with its code and place.
class tst_evaluate_refusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedLines_data();
    void refusedLines();
    void strictJson_data();
    void strictJson();
};

void tst_evaluate_refusals::refusedLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("pointer");
    const auto row = [](const char *name, const QByteArray &line, const char *id, const char *code,
                         const char *pointer) {
        QTest::newRow(name) << line << QByteArray(id) << QByteArray(code) << QByteArray(pointer);
    };
    const char *a = "\"a\"";
    // the whole line
    row("no JSON", "procedure=tae", "null", "invalid_json", "");
    row("cut off", R"({"id":"a","facts":{"procedure":"tae"})", "null", "invalid_json", "");
    row("something behind", R"({"id":"a","facts":{}} x)", "null", "invalid_json", "");
    row("two objects", R"({"id":"a","facts":{}}{"id":"b","facts":{}})", "null", "invalid_json", "");
    row("comma at the end", R"({"id":"a","facts":{},})", "null", "invalid_json", "");
    row("byte order mark inside", "\xef\xbb\xbf{\"id\":\"a\",\"facts\":{}}", "null", "invalid_json", "");
    row("NUL", QByteArray("{\"id\":\"a\",\0\"facts\":{}}", 22), "null", "invalid_json", "");
    row("array", R"([{"id":"a","facts":{}}])", "null", "not_an_object", "");
    row("string", R"("a")", "null", "not_an_object", "");
    row("number", "1", "null", "not_an_object", "");
    row("null", "null", "null", "not_an_object", "");
    row("UTF-8: continuation alone", "{\"id\":\"a\x80\",\"facts\":{}}", "null", "invalid_utf8", "");
    row("UTF-8: overlong", "{\"id\":\"a\",\"facts\":{\"\xc0\xaf\":1}}", "null", "invalid_utf8", "");
    row("UTF-8: surrogate", "{\"id\":\"\xed\xa0\x80\",\"facts\":{}}", "null", "invalid_utf8", "");
    row("UTF-8: too high", "{\"id\":\"\xf4\x90\x80\x80\",\"facts\":{}}", "null", "invalid_utf8", "");
    row("UTF-8: cut", "{\"id\":\"\xe2\x82\",\"facts\":{}}", "null", "invalid_utf8", "");
    row("UTF-8 before JSON", "\xff{", "null", "invalid_utf8", "");
    row("UTF-8 outside strings", "{\"id\":\"a\",\"facts\":{}}\xff", "null", "invalid_utf8", "");
    // members
    row("no id", R"({"facts":{}})", "null", "missing_id", "");
    row("no facts", R"({"id":"a"})", a, "missing_facts", "");
    row("neither", "{}", "null", "missing_id", "");
    row("id is a number", R"({"id":1,"facts":{}})", "null", "invalid_id", "/id");
    row("id is null", R"({"id":null,"facts":{}})", "null", "invalid_id", "/id");
    row("id is an object", R"({"id":{"id":"a"},"facts":{}})", "null", "invalid_id", "/id");
    row("id is empty", R"({"id":"","facts":{}})", "null", "invalid_id", "/id");
    row("id is too long", lineOf(QByteArray(257, 'x')), "null", "invalid_id", "/id");
    row("id is too long in bytes", lineOf(QByteArray("\u00e9").repeated(128) + "x"), "null", "invalid_id", "/id");
    row("facts is an array", R"({"id":"a","facts":[]})", a, "invalid_facts", "/facts");
    row("facts is null", R"({"id":"a","facts":null})", a, "invalid_facts", "/facts");
    row("other member", R"({"id":"a","facts":{},"expect":{}})", a, "unknown_member", "/expect");
    row("other member before the id", R"({"expect":{},"id":"a","facts":{}})", a, "unknown_member", "/expect");
    row("empty name", R"({"id":"a","":1,"facts":{}})", a, "unknown_member", "/");
    row("pointer is escaped", R"({"id":"a","facts":{},"a/b~c\"\u0001\u00e9":1})", a, "unknown_member",
        "/a~1b~0c\\\"\\u0001\u00e9");
    row("case matters", R"({"Id":"a","id":"a","facts":{}})", a, "unknown_member", "/Id");
    // facts
    row("unknown fact", R"({"id":"a","facts":{"prozedur":"tae"}})", a, "unknown_fact", "/facts/prozedur");
    row("recorded item", R"({"id":"a","facts":{"ecog":1}})", a, "unknown_fact", "/facts/ecog");
    row("fact's case", R"({"id":"a","facts":{"Procedure":"tae"}})", a, "unknown_fact", "/facts/Procedure");
    row("fact with NUL", R"({"id":"a","facts":{"procedure\u0000":"tae"}})", a, "unknown_fact",
        "/facts/procedure\\u0000");
    row("unknown value", R"({"id":"a","facts":{"procedure":"TAE"}})", a, "unknown_value", "/facts/procedure");
    row("empty value", R"({"id":"a","facts":{"procedure":""}})", a, "unknown_value", "/facts/procedure");
    row("yes/no as text", R"({"id":"a","facts":{"diffuse":"true"}})", a, "wrong_type", "/facts/diffuse");
    row("yes/no as number", R"({"id":"a","facts":{"diffuse":1}})", a, "wrong_type", "/facts/diffuse");
    row("choice as true", R"({"id":"a","facts":{"procedure":true}})", a, "wrong_type", "/facts/procedure");
    row("choice as number", R"({"id":"a","facts":{"procedure":-0.5e-3}})", a, "wrong_type", "/facts/procedure");
    row("choice as list", R"({"id":"a","facts":{"procedure":["tae"]}})", a, "wrong_type", "/facts/procedure");
    row("number beyond double", R"({"id":"a","facts":{"procedure":1e400}})", a, "wrong_type", "/facts/procedure");
    // repeated keys
    row("id twice", R"({"id":"a","id":"a","facts":{}})", "null", "duplicate_key", "/id");
    row("id twice, escaped", R"({"id":"a","\u0069d":"a","facts":{}})", "null", "duplicate_key", "/id");
    row("facts twice", R"({"id":"a","facts":{},"facts":{}})", a, "duplicate_key", "/facts");
    row("fact twice", R"({"id":"a","facts":{"diffuse":true,"diffuse":true}})", a, "duplicate_key", "/facts/diffuse");
    row("fact twice, escaped", R"({"id":"a","facts":{"diffuse":null,"di\u0066fuse":true}})", a, "duplicate_key",
        "/facts/diffuse");
    row("second facts are not read", R"({"id":"a","facts":{},"facts":{"x":1}})", a, "duplicate_key", "/facts");
    // the first by place
    row("unknown member, then id twice", R"({"x":1,"id":"a","id":"b","facts":{}})", "null", "unknown_member", "/x");
    row("bad id, then good id", R"({"id":1,"id":"b","facts":{}})", "null", "invalid_id", "/id");
    row("good id, then bad id", R"({"id":"b","id":1,"facts":{}})", "null", "duplicate_key", "/id");
    row("wrong type, then unknown", R"({"id":"a","facts":{"diffuse":1,"x":1}})", a, "wrong_type", "/facts/diffuse");
    row("unknown, then wrong type", R"({"id":"a","facts":{"x":1,"diffuse":1}})", a, "unknown_fact", "/facts/x");
    row("fact before member", R"({"facts":{"x":1},"y":1,"id":"a"})", a, "unknown_fact", "/facts/x");
    row("fact before missing id", R"({"facts":{"x":1}})", "null", "unknown_fact", "/facts/x");
    row("member before missing facts", R"({"id":"a","y":1})", a, "unknown_member", "/y");
    row("repeated inside a wrong value", R"({"id":"a","facts":{"diffuse":{"k":1,"k":1}}})", a, "wrong_type",
        "/facts/diffuse");
    row("JSON before all", R"({"x":1,"id":"a","facts":{"y":1}}})", "null", "invalid_json", "");
    row("id behind an error", R"({"facts":{"x":[{"id":"no"}]},"id":"a"})", a, "unknown_fact", "/facts/x");
}

void tst_evaluate_refusals::refusedLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, pointer);
    const Run run = evaluate(lineOf("before") + '\n' + line + '\n' + lineOf("after"));
    QCOMPARE(run.status, 1);
    QCOMPARE(run.lines.size(), 3);
    QVERIFY(run.lines[0].startsWith("{\"id\":\"before\",\"policy\":"));
    QVERIFY2(isError(run.lines[1], id, code, pointer), run.lines[1].constData());
    QVERIFY(run.lines[2].startsWith("{\"id\":\"after\",\"policy\":"));
}

void tst_evaluate_refusals::strictJson_data()
{
    QTest::addColumn<QByteArrayList>("values");
    QTest::addColumn<bool>("valid");
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QTest::newRow("numbers") << QByteArrayList{"0", "-0", "10", "-1.5", "0.0", "1e5", "1E+05", "1e-400", "1e400", "0e0",
                                    "123456789012345678901234567890", "-0.0e-0"}
                             << true;
    QTest::newRow("no numbers") << QByteArrayList{"01", "-", "-01", "+1", ".5", "1.", "1.e1", "1e", "1e+", "0x10",
                                       "1_0", "NaN", "Infinity", "-Infinity", "1 2", "00", "--1", "1.2.3"}
                                << false;
    QTest::newRow("strings") << QByteArrayList{R"("")", R"("\"\\\/\b\f\n\r\t")", R"("\u0000\uFFFF\u00e9")",
                                    R"("\ud83d\ude00")", "\"\x7f\"", "\"\xf0\x9f\x98\x80\xef\xbf\xbf\"",
                                    "\"\xe2\x80\xa8\""}
                             << true;
    QTest::newRow("no strings") << QByteArrayList{R"("a)", R"('a')", "\"\t\"", "\"\x1f\"", R"("\x41")", R"("\u12")",
                                       R"("\u12g4")", R"("\U0041")", R"("\a")", R"("\)", R"("\")", "\"\\",
                                       QByteArray("\"\0\"", 3)}
                                << false;
    QTest::newRow("lone surrogates") << QByteArrayList{R"("\ud800")", R"("\udc00")", R"("\ude00\ud83d")",
                                            R"("\ud83dx")", R"("\ud83d\n")", R"("\ud83d\ud83d")", R"("\ud83d\u0041")",
                                            R"({"\ud800":1})"}
                                     << false;
    QTest::newRow("words") << QByteArrayList{"true", "false", "null", " true\t", "\r[ ]"} << true;
    QTest::newRow("no words") << QByteArrayList{"True", "tru", "nul", "nulll", "truefalse", "undefined", "",
                                     "\xc2\xa0true", "\x0btrue", "\x0ctrue"}
                              << false;
    QTest::newRow("containers") << QByteArrayList{"[]", "{}", "[1,[2,{}]]", R"({"a":{"a":[]},"b":[{}]})", "[ 1 , 2 ]",
                                       R"({ "a" : 1 })", nested(63)}
                                << true;
    QTest::newRow("no containers") << QByteArrayList{"[", "]", "[1,]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"}", "{\"a\":}",
                                          "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}", "[1}", "{\"a\":1]", "[1]]",
                                          "/*c*/1", "1//c", nested(64), nested(100'000)}
                                   << false;
}

void tst_evaluate_refusals::strictJson()
{
    QFETCH(QByteArrayList, values);
    QFETCH(bool, valid);
    QByteArray input;
    for (const QByteArray &value : values)
        input += withExtra(value) + '\n';
    const Run run = evaluate(input);
    QCOMPARE(run.lines.size(), values.size());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const bool right = valid ? isError(run.lines[i], "\"a\"", "unknown_member", "/x")
                                 : isError(run.lines[i], "null", "invalid_json", "");
        QVERIFY2(right, (values[i].left(60) + " gave " + run.lines[i]).constData());
    }
}

QTEST_GUILESS_MAIN(tst_evaluate_refusals)
#include "tst_evaluate_refusals.moc"
