#include "cases/Csv.h"

#include <QTest>

using namespace reviewdesk;

class tst_csv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreWritten_data();
    void fieldsAreWritten();
    void whatWasWrittenIsReadBack_data();
    void whatWasWrittenIsReadBack();
    void rowsAreRead_data();
    void rowsAreRead();
    void rowsAreCountedAsSpreadsheetsDo();
    void theRowStandsAsItCame();
    void brokenTablesSayWhere_data();
    void brokenTablesSayWhere();
};

void tst_csv::fieldsAreWritten_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const char *field, const char *line) {
        QTest::newRow(name) << QString::fromUtf8(field) << QByteArray(line) + "\r\n";
    };
    row("plain", "Ana Example", "Ana Example");
    row("comma", "Example, Ana", "\"Example, Ana\"");
    row("quote", "the \"new\" CT", "\"the \"\"new\"\" CT\"");
    row("line", "a\nb", "\"a\nb\"");
    row("formula", "=1+1", "'=1+1");
    row("formula with a comma", "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    row("plus", "+1", "'+1");
    row("minus", "-1", "'-1");
    row("at", "@SUM(A1)", "'@SUM(A1)");
    row("tab", "\t=1", "'\t=1");
    row("what looks like a mark", "'=1", "''=1");
    row("an apostrophe", "'Aloha", "'Aloha");
    row("other letters", "Dana Núñez", "Dana Núñez");
    row("turned around", "\u202eelpmaxE", "\u2068\u202eelpmaxE\u2069");
    row("a formula turned around", "=\u202e1", "'\u2068=\u202e1\u2069");
    row("an end without a beginning", "a\u2069b", "\u2068\u2068a\u2069b\u2069");
    row("a beginning without an end", "a\u2067b", "\u2068a\u2067b\u2069\u2069");
    row("one of two lines", "a\n\u200fb", "\"a\n\u2068\u200fb\u2069\"");
}

void tst_csv::fieldsAreWritten()
{
    QFETCH(const QString, field);
    QTEST(csvLine({field}), "line");
}

void tst_csv::whatWasWrittenIsReadBack_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"Ana Example", "a, \"b\"\nc; d\te", "=1", "'=1", "''=1", "'", "'a", "+1 253 555 0100", "-",
             "\xE2\x80\xAE" "evil", "\"", ",", "<b>", "\u200fאבג", "a\n\u202eb\nc", "=\u202e1", "\u2067Ana\u2069 Sample", "Zoë 🙂", " blanks ", "'\"=1\""})
        QTest::newRow(field) << QString::fromUtf8(field);
}

void tst_csv::whatWasWrittenIsReadBack()
{
    QFETCH(const QString, field);
    const Result<CsvTable> read = readCsv(csvBegin + csvLine({QStringLiteral("a"), field, QStringLiteral("z")}));
    QVERIFY(read.ok());
    QCOMPARE(read->rows.size(), 1);
    QCOMPARE(read->rows.first().fields.size(), 3);
    QCOMPARE(asTyped(read->rows.first().fields.at(1)), field);
}

void tst_csv::rowsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("rows"); ///< fields by |, rows by /
    const auto row = [](const char *name, const char *bytes, const char *rows) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(rows);
    };
    row("commas", "a,b\r\n1,2\r\n", "a|b/1|2");
    row("no last end", "a,b\n1,2", "a|b/1|2");
    row("old ends", "a,b\r1,2\r", "a|b/1|2");
    row("the mark of UTF-8", "\xEF\xBB\xBF" "a,b\n1,2\n", "a|b/1|2");
    row("semicolons", "a;b,c;d\n1;2,3;4\n", "a|b,c|d/1|2,3|4");
    row("tabs", "a\tb\n1\t2\n", "a|b/1|2");
    row("separators within quotes do not count", "\"a;;;\",b\n1,2\n", "a;;;|b/1|2");
    row("empty fields", "a,b,c\n,,3\n", "a|b|c/||3");
    row("a line within quotes", "a,b\n\"1\r\n2\",3\n", "a|b/1\r\n2|3");
    row("doubled quotes", "a\n\"say \"\"no\"\"\"\n", "a/say \"no\"");
    row("a quote within is itself", "a\n5\" needle\n", "a/5\" needle");
    row("empty", "", "");
    row("blank lines", "\n\r\n  ,\n", "");
}

void tst_csv::rowsAreRead()
{
    QFETCH(const QByteArray, bytes);
    const Result<CsvTable> read = readCsv(bytes);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QStringList rows;
    for (const CsvRow &each : read->rows)
        rows.append(each.fields.join(u'|'));
    QTEST(rows.join(u'/'), "rows");
}

void tst_csv::rowsAreCountedAsSpreadsheetsDo()
{
    const Result<CsvTable> read = readCsv("\n\na,b\n\n\"x\ny\",2\n3,4\n");
    QVERIFY(read.ok());
    QList<int> numbers;
    for (const CsvRow &each : read->rows)
        numbers.append(each.number);
    QCOMPARE(numbers, (QList<int>{3, 5, 6}));
}

void tst_csv::theRowStandsAsItCame()
{
    const Result<CsvTable> read = readCsv("a;b\r\n\"x\ny\";'=2\r\n");
    QVERIFY(read.ok());
    QCOMPARE(read->rows.at(0).bytes, QByteArray("a;b"));
    QCOMPARE(read->rows.at(1).bytes, QByteArray("\"x\ny\";'=2"));
    QCOMPARE(read->separator, ';');
}

void tst_csv::brokenTablesSayWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QByteArray &bytes, const char *code, const char *place) {
        QTest::newRow(name) << bytes << QString::fromLatin1(code) << QString::fromLatin1(place);
    };
    row("Windows letters", "a,b\n1,Nu\xF1" "ez\n", "invalid_utf8", "row 2, column 2");
    row("UTF-16", QByteArray("\xFF\xFE" "a\0,\0b\0", 8), "invalid_utf8", "row 1, column 1");
    row("open quote", "a,b\n1,\"2\n3,4\n", "open_quote", "row 2, column 2");
    row("text after a quote", "a,b\n\"1\"x,2\n", "stray_text", "row 2, column 1");
    row("too many columns", "a\n" + QByteArray(200, ','), "too_many_fields", "row 2, column 201");
    row("too many rows", "a\n" + QByteArray("1\n").repeated(CsvTable::mostRows + 1), "too_many_rows", "row 5002");
}

void tst_csv::brokenTablesSayWhere()
{
    QFETCH(const QByteArray, bytes);
    const Result<CsvTable> read = readCsv(bytes);
    QVERIFY(!read.ok());
    QTEST(read.error().code, "code");
    QTEST(read.error().place, "place");
    QVERIFY(!read.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(tst_csv)
#include "tst_csv.moc"
