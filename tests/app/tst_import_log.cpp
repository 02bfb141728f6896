#include "VerbDesk.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace reviewdesk;

namespace {

const QString requests = QStringLiteral(TEST_DATA "/fhir/requests/");

QByteArray contentOf(const QString &name)
{
    QFile file(requests + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(name));
    return file.readAll();
}

QByteArray caseWith(const char *members)
{
    return QByteArray(R"({"policy":{"id":"MED140","version":"origin-2010-12"},)") + members + '}';
}

void replaceLast(QByteArray &json, const char *what, const char *by)
{
    const qsizetype at = json.lastIndexOf(what);
    if (at < 0)
        qFatal("%s", what);
    json.replace(at, qsizetype(qstrlen(what)), by);
}

} // namespace

/// What import says of a message goes into a job's log: where something stands and what it is of, never what it is.
class tst_import_log : public QObject, private VerbDesk {
    Q_OBJECT

private Q_SLOTS:
    void init() { sitDown(); }
    void itSaysWhereAndOfWhat();
    void noAnswerIsInIt();
    void nothingOfAFileSteersTheTerminal();
    void nothingOfARefusedFileIsInIt_data();
    void nothingOfARefusedFileIsInIt();

private:
    Ended imported(const QByteArray &json);
};

Ended tst_import_log::imported(const QByteArray &json)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("request.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        qFatal("%s", qPrintable(file.errorString()));
    return import({file.fileName()});
}

/// Codes against codes and answers, answers against each other, two days, an NPI that is none, a resource that is not read.
void tst_import_log::itSaysWhereAndOfWhat()
{
    QByteArray json = contentOf(QStringLiteral("contradictory-codes.json"));
    replaceLast(json, "2026-12-04", "2026-12-09");
    json.replace("1234567893", "1234567890");
    replaceLast(json, "\"37243\"", "\"Smith\"");
    replaceLast(json, "\"resourceType\": \"Organization\"", "\"resourceType\": \"Zebrafinch\"");
    const Ended ended = imported(json);
    QVERIFY2(ended.code == 0, ended.err.constData());
    for (const char *line : {"  suggested  /entry/", ": procedure\n", "  clash      /entry/", ": tumor_origin, see Incoming requests\n",
             ": unresectable, see Incoming requests\n", ": /service/planned_on, see Incoming requests\n",
             ": /provider/npi, see Incoming requests\n", "  ignored    /entry/", ": /service/procedure_codes\n", ": resource\n"})
        QVERIFY2(ended.out.contains(line), (line + ended.out).constData());
    for (const char *value : {"C22", "C78", "C2616", "2026-12", "12345678", "Smith", "Zebrafinch", "speaks of", "answered", "Unresectable", "Specimen"})
        QVERIFY2(!ended.out.contains(value), (value + ended.out).constData());
}

void tst_import_log::noAnswerIsInIt()
{
    QStringList files;
    for (const QString &name : QDir(requests).entryList(QDir::Files))
        files.append(requests + name);
    const Ended ended = import(files);
    QVERIFY2(ended.code == 0, ended.err.constData());
    QVERIFY(ended.out.count("  suggested  ") > 5 && ended.out.count("  ignored    ") > 2);
    for (const Fact &fact : StoreDesk::rulebook()->policy.facts) {
        for (const FactOption &option : fact.options) {
            const QByteArray label = ": " + option.label.toUtf8();
            QVERIFY2(!ended.out.contains(label), label.constData());
        }
    }
    for (const char *told : {"favourite_color", "IR consult"})
        QVERIFY2(!ended.out.contains(told), ended.out.constData());
}

void tst_import_log::nothingOfAFileSteersTheTerminal()
{
    QTemporaryDir folder;
    QFile from(QStringLiteral(TEST_DATA "/tables/requests.csv"));
    QFile file(folder.filePath(QStringLiteral("requests.csv")));
    QVERIFY(from.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly));
    QByteArray table = from.readAll();
    QVERIFY(table.contains("Comment"));
    table.replace("Comment", "Com\x1b[2Jment");
    QVERIFY(file.write(table) == table.size() && file.flush());
    const Ended ended = import({file.fileName()});
    QVERIFY2(ended.out.contains("[2Jment"), ended.out.constData());
    QVERIFY(!ended.out.contains('\x1b') && !ended.err.contains('\x1b'));
}

void tst_import_log::nothingOfARefusedFileIsInIt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("another resource") << QByteArray(R"({"resourceType":"Ana Example"})");
    QTest::newRow("a member twice") << QByteArray(R"({"resourceType":"Bundle","Ana Example":1,"Ana Example":2})");
    QTest::newRow("a case file's member") << caseWith(R"("facts":{},"member":{"Ana Example":"1"})");
    QTest::newRow("a case file's fact") << caseWith(R"("facts":{"ana_Ana":true})");
    QTest::newRow("another use") << contentOf(QStringLiteral("hcc.json")).replace("preauthorization", "Ana Example");
}

void tst_import_log::nothingOfARefusedFileIsInIt()
{
    QFETCH(const QByteArray, json);
    const Ended ended = imported(json);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains("request.json"), ended.err.constData());
    QVERIFY2(!ended.err.contains("Ana"), ended.err.constData());
}

QTEST_GUILESS_MAIN(tst_import_log)
#include "tst_import_log.moc"
