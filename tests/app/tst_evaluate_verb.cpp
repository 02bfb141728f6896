#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

constexpr int maxLine = 1'048'576;

struct Run {
    int status = -1;
    QList<QByteArray> lines; ///< of standard output
    QByteArray complaints;
    bool endedWithLineFeed = true;
};

Run evaluate(const QByteArray &input, const QStringList &arguments = {})
{
    QProcess process;
    process.start(QStringLiteral(REVIEWDESK), QStringList{QStringLiteral("evaluate")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    Run run;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return run;
    run.status = process.exitCode();
    QByteArray output = process.readAllStandardOutput();
    run.endedWithLineFeed = output.isEmpty() || output.endsWith('\n');
    output.chop(1);
    if (!output.isEmpty())
        run.lines = output.split('\n');
    run.complaints = process.readAllStandardError();
    return run;
}

QByteArray lineOf(const QByteArray &id, const QByteArray &facts = "{}")
{
    return "{\"id\":\"" + id + "\",\"facts\":" + facts + "}";
}

/// Whether the line is this error in exactly the contract's form; its message is free.
bool isError(const QByteArray &line, const QByteArray &id, const QByteArray &code, const QByteArray &pointer)
{
    const QByteArray before = "{\"id\":" + id + ",\"error\":{\"code\":\"" + code + "\",\"message\":\"";
    const QByteArray after = "\",\"pointer\":\"" + pointer + "\"}}";
    return line.startsWith(before) && line.endsWith(after) && line.size() > before.size() + after.size() &&
        QJsonDocument::fromJson(line).isObject();
}

/// A case line with its member x, which is not allowed, set to a text: unknown_member when that is JSON, else
/// invalid_json.
QByteArray withExtra(const QByteArray &value)
{
    return "{\"x\":" + value + ",\"id\":\"a\",\"facts\":{}}";
}

} // namespace

/// `reviewdesk evaluate` as a process.
class tst_evaluate_verb : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusedLines_data();
    void refusedLines();
    void strictJson_data();
    void strictJson();
    void vectorsByteForByte();
    void idsComeBackEscaped();
    void lineEnds();
    void blankInput();
    void longLines();
    void keepsOrder();
    void answersWhileInputPauses();
    void wrongCalls_data();
    void wrongCalls();
    void policyFromFile();
    void readsFile();
    void outputThatFails();
    void help();
};

void tst_evaluate_verb::refusedLines_data()
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

void tst_evaluate_verb::refusedLines()
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

void tst_evaluate_verb::strictJson_data()
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

void tst_evaluate_verb::strictJson()
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

void tst_evaluate_verb::vectorsByteForByte()
{
    QFile file(QStringLiteral(TEST_DATA "/policy/vectors.jsonl"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray input;
    QList<QByteArray> expected;
    while (!file.atEnd()) {
        // No string in the file has a space in it.
        const QByteArray vector = file.readLine().trimmed().replace(", ", ",").replace(": ", ":");
        const qsizetype expect = vector.indexOf(",\"expect\":{");
        const qsizetype facts = vector.indexOf(",\"facts\":");
        input += vector.left(expect) + "}\n";
        expected.push_back(vector.left(facts) + ",\"policy\":\"MED140\",\"version\":\"origin-2010-12\"," +
            vector.mid(expect + 11, vector.size() - expect - 12));
    }
    const Run run = evaluate(input);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.complaints, QByteArray());
    QCOMPARE(run.lines.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i)
        QCOMPARE(run.lines[i], expected[i]);
}

void tst_evaluate_verb::idsComeBackEscaped()
{
    const Run run = evaluate(
        lineOf(R"(\"\\\/\b\f\n\r\t\u0000\u001F\u007f\u00e9\ud83d\ude00\u2028<)") + '\n' + lineOf(QByteArray(256, 'x')));
    QCOMPARE(run.status, 0);
    QVERIFY(run.lines[0].startsWith(
        "{\"id\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\x7f\u00e9\U0001f600\u2028<\",\"policy\":"));
    QVERIFY(run.lines[1].startsWith("{\"id\":\"" + QByteArray(256, 'x') + "\",\"policy\":"));
}

void tst_evaluate_verb::lineEnds()
{
    const QByteArray plain = evaluate(lineOf("a") + '\n' + lineOf("b") + '\n').lines.join('\n');
    QVERIFY(!plain.isEmpty());
    for (const QByteArray &input : {
             lineOf("a") + "\r\n" + lineOf("b") + "\r\n",
             lineOf("a") + '\n' + lineOf("b"),
             lineOf("a") + "\r\n" + lineOf("b") + '\r',
             "\xef\xbb\xbf" + lineOf("a") + '\n' + lineOf("b"),
             "\n\r\n \t\r\n" + lineOf("a") + "\n\n\n  \n" + lineOf("b") + "\n \n\t",
             " \t" + lineOf("a") + " \r \n\t" + lineOf("b"),
         }) {
        const Run run = evaluate(input);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.lines.join('\n'), plain);
        QVERIFY(run.endedWithLineFeed);
    }
}

void tst_evaluate_verb::blankInput()
{
    for (const char *input : {"", "\n", "\r\n \t\n", "\xef\xbb\xbf", "\xef\xbb\xbf\n\n"}) {
        const Run run = evaluate(input);
        QCOMPARE(run.status, 0);
        QVERIFY(run.lines.isEmpty());
    }
}

void tst_evaluate_verb::longLines()
{
    const auto padded = [](const QByteArray &id, int size) {
        const QByteArray line = lineOf(id);
        return line + QByteArray(size - line.size(), ' ');
    };
    const QByteArray input = "\xef\xbb\xbf" + padded("fits", maxLine) + '\n' + padded("long", maxLine + 1) + '\n' +
        padded("fits", maxLine) + "\r\n" + padded("long", maxLine + 1) + "\r\n" + lineOf("next") + '\n' +
        QByteArray(9 * maxLine, 'x') + '\n' + QByteArray(3 * maxLine, ' ') + '\n' + lineOf("next") + '\n' +
        QByteArray(2 * maxLine, ' ') + "x\n" + QByteArray(maxLine + 7, '\xff') + '\n' + padded("fits", maxLine);
    const Run run = evaluate(input);
    QCOMPARE(run.status, 1);
    const QByteArrayList kinds{"fits", "", "fits", "", "next", "", "next", "", "", "fits"};
    QCOMPARE(run.lines.size(), kinds.size());
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const bool right = kinds[i].isEmpty() ? isError(run.lines[i], "null", "line_too_long", "")
                                              : run.lines[i].startsWith("{\"id\":\"" + kinds[i] + "\",\"policy\":");
        QVERIFY2(right, QByteArray::number(i) + ": " + run.lines[i].left(200));
    }
}

void tst_evaluate_verb::keepsOrder()
{
    QByteArray input;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i)
        input += i % 997 == 0 ? QByteArray("{\"id\":\"") + QByteArray::number(i) + "\"}\n"
                              : lineOf(QByteArray::number(i), i % 3 == 0 ? "{\"procedure\":\"tae\"}" : "{}") +
                QByteArray(i % 50, ' ') + '\n';
    const Run run = evaluate(input);
    QCOMPARE(run.status, 1);
    QCOMPARE(run.lines.size(), count);
    for (int i = 0; i < count; ++i)
        QVERIFY(run.lines[i].startsWith(
            "{\"id\":\"" + QByteArray::number(i) + (i % 997 == 0 ? "\",\"error\":" : "\",\"policy\":")));
}

void tst_evaluate_verb::answersWhileInputPauses()
{
    QProcess process;
    process.start(QStringLiteral(REVIEWDESK), {QStringLiteral("evaluate"), QStringLiteral("-")});
    for (const char *id : {"a", "b", "c"}) {
        process.write(lineOf(id) + '\n' + R"({"id":)"); // the next line has begun
        QByteArray answer;
        while (!answer.endsWith('\n') && process.waitForReadyRead(20'000))
            answer += process.readAllStandardOutput();
        QVERIFY(answer.startsWith(QByteArray("{\"id\":\"") + id));
        process.write("\"\"}\n");
        QVERIFY(process.waitForReadyRead(20'000));
        QVERIFY(process.readAllStandardOutput().contains("invalid_id"));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitCode(), 1);
}

void tst_evaluate_verb::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("complaint");
    const auto row = [](const char *name, const QStringList &arguments, const char *complaint) {
        QTest::newRow(name) << arguments << QByteArray(complaint);
    };
    row("no such file", {QStringLiteral("/nowhere/cases.jsonl")}, "/nowhere/cases.jsonl");
    row("a folder", {QStringLiteral(TEST_DATA)}, "directory");
    row("no such option", {QStringLiteral("--polcy")}, "--polcy");
    row("two files", {QStringLiteral("-"), QStringLiteral("-")}, "one file");
    row("policy without file", {QStringLiteral("--policy")}, "--policy");
    row("no such policy", {QStringLiteral("--policy"), QStringLiteral("/nowhere/pack.json")}, "/nowhere/pack.json");
    row("policy that is none", {QStringLiteral("--policy"), QStringLiteral(TEST_DATA "/policy/vectors.jsonl")},
        "vectors.jsonl");
}

void tst_evaluate_verb::wrongCalls()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, complaint);
    const Run run = evaluate(lineOf("a"), arguments);
    QCOMPARE(run.status, 2);
    QVERIFY(run.lines.isEmpty());
    QVERIFY2(run.complaints.startsWith("reviewdesk evaluate: ") && run.complaints.contains(complaint),
        run.complaints.constData());
}

void tst_evaluate_verb::policyFromFile()
{
    const QString pack = QStringLiteral(TEST_DATA "/policy/second-pack.json");
    for (const QStringList &arguments : {QStringList{QStringLiteral("--policy"), pack},
             QStringList{QStringLiteral("--policy=") + pack, QStringLiteral("-")}}) {
        const Run run = evaluate(lineOf("a", R"({"device":"pump","allergy":true,"pain":null})"), arguments);
        QCOMPARE(run.status, 0);
        QCOMPARE(run.lines.size(), 1);
        const QJsonObject answer = QJsonDocument::fromJson(run.lines[0]).object();
        QCOMPARE(answer[u"outcome"].toString(), QStringLiteral("not_covered"));
        QVERIFY(run.lines[0].contains(R"("criteria":{"A":"not_met","A.1":"unknown",)"));
        QVERIFY(run.lines[0].endsWith(R"("decisive":["device","allergy"]})"));
    }
    QVERIFY(isError(evaluate(lineOf("a", R"({"procedure":"tae"})"), {QStringLiteral("--policy"), pack}).lines.value(0),
        "\"a\"", "unknown_fact", "/facts/procedure"));
}

void tst_evaluate_verb::readsFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("-cases.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lineOf("from file"));
    file.close();
    QVERIFY(evaluate({}, {file.fileName()}).lines.value(0).startsWith("{\"id\":\"from file\""));
}

void tst_evaluate_verb::outputThatFails()
{
    for (const char *script :
        {"\"$0\" evaluate >/dev/full 2>/dev/null", "exec 3>&1; { \"$0\" evaluate 2>/dev/null; echo $? >&3; } | true",
            "\"$0\" evaluate >&- 2>/dev/null", "\"$0\" evaluate <&- >/dev/null 2>&1"}) {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QString::fromLatin1(script) + QStringLiteral("; echo $?"),
                QStringLiteral(REVIEWDESK)});
        process.write((lineOf("a") + '\n').repeated(20'000));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.readAllStandardOutput().startsWith("2\n"), script);
    }
}

void tst_evaluate_verb::help()
{
    const Run run = evaluate({}, {QStringLiteral("--help")});
    QCOMPARE(run.status, 0);
    QVERIFY(run.lines.value(0).startsWith("Usage: reviewdesk evaluate "));
}

QTEST_GUILESS_MAIN(tst_evaluate_verb)
#include "tst_evaluate_verb.moc"
