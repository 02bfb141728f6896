#include "EvaluateRun.h"

#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace reviewdesk;

namespace {

constexpr int maxLine = 1'048'576;

} // namespace

/// `reviewdesk evaluate` as a process.
class tst_evaluate_verb : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
